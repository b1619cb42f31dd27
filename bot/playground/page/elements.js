// How Block Kit's elements are drawn: buttons, menus, boxes to tick and fields to fill in.

import { boxes, held, isBoxes, isMenu, isSeveral, menu } from "/page/choices.js";
import { confirm } from "/page/confirm.js";
import { h, icon } from "/page/dom.js";
import { openMenu } from "/page/menu.js";

const INPUTS = {
  plain_text_input: "text",
  email_text_input: "email",
  url_text_input: "url",
  number_input: "number",
  datepicker: "date",
  timepicker: "time",
  datetimepicker: "datetime-local",
};

export const isField = (one) => one.type in INPUTS || isMenu(one) || isBoxes(one);

/** Draw an element of a block. */
export function element(one, block, use) {
  if (one.type === "button") return button(one, block, use);
  if (one.type === "overflow") return overflow(one, block, use);
  if (one.type === "image") return h("span", { class: "context" }, `Picture: ${one.alt_text}`);
  const changed = (node, value) => block.type !== "input" && press(node, one, block, use, value);
  if (isMenu(one)) return menu(one, block, use, about(one, use), changed);
  if (isBoxes(one)) return boxes(one, block, use, changed);
  if (one.type in INPUTS) return input(one, block, use, changed);
  return h("span", { class: "context" }, `(${one.type})`);
}

/** Press once: what is on its way is not pressed again. */
async function press(node, one, block, use, value) {
  if (node.getAttribute("aria-busy") || (one.confirm && !(await confirmed(one.confirm)))) return;
  node.setAttribute("aria-busy", "true");
  await use.press({ action: one.action_id, block: block.block_id ?? "", value });
  node.removeAttribute("aria-busy");
}

const confirmed = (sure) =>
  confirm(sure.title?.text ?? "Sure?", sure.text.text, sure.confirm?.text ?? "Yes", sure.deny?.text, sure.style);

function button(one, block, use) {
  const given = {
    class: "kit " + (one.style ?? ""),
    "aria-label": one.accessibility_label ? `${one.text.text}: ${one.accessibility_label}` : null,
    "data-hold": `${one.action_id} ${one.value ?? ""}`,
    onclick: (event) => press(event.currentTarget, one, block, use, ""),
  };
  if (/^https?:/i.test(one.url ?? "")) {
    return h("a", { ...given, href: one.url, target: "_blank", rel: "noopener noreferrer" }, one.text.text);
  }
  return h("button", { type: "button", ...given }, one.text.text);
}

function overflow(one, block, use) {
  const items = (node) =>
    one.options.map((option) => ({ label: option.text.text, act: () => press(node, one, block, use, option.value) }));
  return h(
    "button",
    {
      type: "button",
      class: "kit",
      "aria-label": "More actions",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      "data-hold": one.action_id,
      onclick: (event) => openMenu(event.currentTarget, items(event.currentTarget)),
    },
    icon("more"),
  );
}

/** Give what a field is called and described by; outside a form its placeholder is its name. */
const about = (one, use) => ({
  id: use.id,
  "aria-label": use.id ? null : (one.placeholder?.text ?? "Choose"),
  "aria-describedby": use.about || null,
  "aria-invalid": use.bad ? "true" : null,
  "aria-required": use.must ? "true" : null,
  "data-field": true,
  "data-hold": one.action_id,
});

function input(one, block, use, changed) {
  const value = held(one, block, use).scalar;
  const given = {
    ...about(one, use),
    placeholder: one.placeholder?.text,
    maxlength: one.max_length,
    value: one.type === "datetimepicker" && value ? local(value) : value,
    onchange: (event) => changed(event.currentTarget, event.currentTarget.value),
  };
  if (one.multiline) return h("textarea", { ...given, rows: 5 });
  const step = one.type === "number_input" && one.is_decimal_allowed ? "any" : null;
  return h("input", { ...given, type: INPUTS[one.type], min: one.min_value, max: one.max_value, step });
}

/** Write seconds since 1970 as the browser's field for a day and time has it. */
function local(seconds) {
  const then = new Date(seconds * 1000);
  return new Date(then - then.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** Give what a block's field holds now; "" for nothing, undefined where nothing was ever chosen. */
export function holds(one, box) {
  const fields = [...box.querySelectorAll("[data-field]")];
  if (isSeveral(one)) return fields.filter((each) => each.checked).map((each) => each.value);
  if (one.type === "radio_buttons") return fields.find((each) => each.checked)?.value;
  const value = fields[0].value;
  return one.type === "datetimepicker" && value ? String(Date.parse(value) / 1000) : value;
}
