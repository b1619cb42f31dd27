// What can be chosen in a field: the app's own options, or the people and channels of the workspace.

import { h } from "/page/dom.js";

const SEVERAL = ["checkboxes", "multi_static_select", "multi_users_select", "multi_channels_select", "multi_conversations_select"];
const ONE = ["static_select", "users_select", "channels_select", "conversations_select"];

export const isMenu = (one) => ONE.includes(one.type);
export const isSeveral = (one) => SEVERAL.includes(one.type);
export const isBoxes = (one) => isSeveral(one) || one.type === "radio_buttons";

/** List the groups of {label, options: {value, text, more}}; a menu without groups is one of them. */
export function groups(one, names) {
  if (one.type.endsWith("users_select")) return [{ options: names.people() }];
  if (one.type.endsWith("channels_select") || one.type.endsWith("conversations_select")) {
    const kinds = one.filter?.include ?? ["public", "private"];
    return [{ options: names.channels().filter((place) => kinds.includes(place.kind)) }];
  }
  const own = one.option_groups ?? [{ options: one.options }];
  return own.map((group) => ({ label: group.label?.text, options: group.options.map(option) }));
}

const option = (given) => ({ value: given.value, text: given.text.text, more: given.description?.text });

/** Give what stands in a field: what is being filled in, what was kept of it, what the app set at first. */
export function held(one, block, use) {
  const typed = use.drafts?.[block.block_id];
  if (typed !== undefined) return { several: [typed].flat(), scalar: typed };
  const kept = use.values?.[block.block_id]?.[one.action_id];
  const [, now] = kept ? Object.entries(kept).find(([name]) => name !== "type") : [];
  const [, first] = Object.entries(one).find(([name]) => name.startsWith("initial_")) ?? [];
  const found = [kept ? now : first].flat().filter((part) => part !== null && part !== undefined);
  const values = found.map((part) => (typeof part === "object" ? part.value : part));
  return { several: values, scalar: values[0] ?? "" };
}

/** Draw a menu of which one thing is chosen. */
export function menu(one, block, use, given, changed) {
  const now = held(one, block, use).scalar;
  const drawn = groups(one, use.names).map((group) => {
    const options = group.options.map((each) => h("option", { value: each.value, selected: each.value === now }, each.text));
    return group.label ? h("optgroup", { label: group.label }, options) : options;
  });
  const blank = !now || block.optional;
  return h(
    "select",
    { ...given, onchange: (event) => changed(event.currentTarget, event.currentTarget.value) },
    blank && h("option", { value: "" }, one.placeholder?.text ?? (now ? "None" : "Choose")),
    drawn,
  );
}

/** Draw boxes to tick, or buttons of which one is pressed in, for all that can be chosen. */
export function boxes(one, block, use, changed) {
  const now = held(one, block, use).several;
  const kind = one.type === "radio_buttons" ? "radio" : "checkbox";
  const box = h("div", { class: one.type.startsWith("multi_") ? "boxes many" : "boxes", "data-boxes": true });
  const ticked = () => [...box.querySelectorAll("input:checked")].map((each) => each.value).join(",");
  const row = (each) =>
    h(
      "label",
      {},
      h("input", {
        type: kind,
        name: block.block_id,
        value: each.value,
        checked: now.includes(each.value),
        "data-field": true,
        "data-hold": `${one.action_id} ${each.value}`,
        onchange: () => changed(box, ticked()),
      }),
      h("span", {}, each.text, each.more && h("small", {}, each.more)),
    );
  for (const group of groups(one, use.names)) {
    box.append(...[group.label && h("b", {}, group.label), ...group.options.map(row)].filter(Boolean));
  }
  return box;
}
