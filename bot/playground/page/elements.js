// How Block Kit's elements are drawn: buttons, menus, boxes to tick and fields to fill in.

import { h, icon } from "/page/dom.js";
import { confirm } from "/page/confirm.js";
import { openMenu } from "/page/menu.js";

const INPUTS = {
  plain_text_input: "text",
  email_text_input: "email",
  url_text_input: "url",
  number_input: "number",
  datepicker: "date",
  timepicker: "time",
};

export const isField = (one) => one.type in INPUTS || one.type in DRAWN;

/** Draw an element of a block. */
export function element(one, block, use) {
  if (one.type === "button") return button(one, block, use);
  if (one.type === "overflow") return overflow(one, block, use);
  if (one.type in DRAWN) return DRAWN[one.type](one, block, use);
  if (one.type in INPUTS) return input(one, block, use);
  return h("span", { class: "context" }, `(${one.type})`);
}

async function press(one, block, use, value) {
  const sure = one.confirm;
  if (sure && !(await confirm(sure.title?.text ?? "Sure?", sure.text.text, sure.confirm?.text ?? "Yes"))) return;
  use.press({ action: one.action_id, block: block.block_id ?? "", value });
}

function button(one, block, use) {
  return h(
    "button",
    {
      type: "button",
      class: "kit " + (one.style ?? ""),
      "aria-label": one.accessibility_label ? `${one.text.text}: ${one.accessibility_label}` : null,
      "data-hold": one.action_id,
      onclick: () => press(one, block, use, ""),
    },
    one.text.text,
  );
}

function overflow(one, block, use) {
  const items = one.options.map((option) => ({
    label: option.text.text,
    act: () => press(one, block, use, option.value),
  }));
  return h(
    "button",
    {
      type: "button",
      class: "kit",
      "aria-label": "More actions",
      "aria-haspopup": "menu",
      "data-hold": one.action_id,
      onclick: (event) => openMenu(event.currentTarget, items),
    },
    icon("more"),
  );
}

/** Give what stands in a field: what was filled in before, else what the app set at first. */
function held(one, block, use) {
  const now = use.values?.[block.block_id]?.[one.action_id];
  const option = now?.selected_option ?? one.initial_option;
  const options = now?.selected_options ?? one.initial_options ?? [];
  const scalar = now?.value ?? now?.selected_date ?? now?.selected_time ?? one.initial_value ?? one.initial_date ?? one.initial_time ?? "";
  return { one: option?.value ?? "", several: options.map((chosen) => chosen.value), scalar };
}

const about = (use) => ({ "aria-describedby": use.about || null, "aria-invalid": use.bad ? "true" : null });

const DRAWN = {
  static_select(one, block, use) {
    const now = held(one, block, use).one;
    const groups = one.option_groups?.map((group) =>
      h("optgroup", { label: group.label.text }, group.options.map((option) => choice(option, now))),
    );
    return h(
      "select",
      {
        id: use.id,
        ...about(use),
        "data-field": true,
        "data-hold": one.action_id,
        "aria-label": use.id ? null : (one.placeholder?.text ?? "Choose"),
        onchange: (event) => block.type !== "input" && press(one, block, use, event.target.value),
      },
      now ? null : h("option", { value: "" }, one.placeholder?.text ?? "Choose"),
      groups ?? one.options.map((option) => choice(option, now)),
    );
  },
  checkboxes: (one, block, use) => boxes("checkbox", one, block, use),
  radio_buttons: (one, block, use) => boxes("radio", one, block, use),
};

const choice = (option, now) =>
  h("option", { value: option.value, selected: option.value === now }, option.text.text);

function boxes(kind, one, block, use) {
  const now = held(one, block, use);
  const group = h("div", { class: "boxes" });
  const changed = () => {
    const ticked = [...group.querySelectorAll("input:checked")].map((box) => box.value);
    if (block.type !== "input") press(one, block, use, ticked.join(","));
  };
  group.append(
    ...one.options.map((option) => {
      const checked = now.one === option.value || now.several.includes(option.value);
      const field = { type: kind, name: block.block_id, value: option.value, checked, "data-field": true };
      return h(
        "label",
        {},
        h("input", { ...field, "data-hold": option.value, onchange: changed }),
        h("span", {}, option.text.text, option.description && h("small", {}, option.description.text)),
      );
    }),
  );
  return group;
}

function input(one, block, use) {
  const given = {
    id: use.id,
    ...about(use),
    "data-field": true,
    "data-hold": one.action_id,
    placeholder: one.placeholder?.text,
    maxlength: one.max_length,
    value: held(one, block, use).scalar,
  };
  if (one.multiline) return h("textarea", { ...given, rows: 4 });
  return h("input", { ...given, type: INPUTS[one.type] });
}
