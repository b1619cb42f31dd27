// How Block Kit is drawn: one function a kind of block.

import { h } from "/page/dom.js";
import { isBoxes } from "/page/choices.js";
import { element, holds, isField } from "/page/elements.js";
import { mrkdwn, rich } from "/page/text.js";

/** Draw blocks; `use` gives names and says what becomes of a press. */
export const blocks = (given, use) => given.map((block) => (DRAWN[block.type] ?? unknown)(block, use));

/** Draw a text object. */
export const words = (text, use) => (text.type === "mrkdwn" ? mrkdwn(text.text, use.names) : [text.text]);

const DRAWN = {
  rich_text: (block, use) => h("div", { class: "rich" }, rich(block, use.names)),
  divider: () => h("hr"),
  header: (block) => h("h3", {}, block.text.text),
  markdown: (block) => h("div", { class: "rich" }, h("p", {}, block.text)),
  image: (block) => h("p", { class: "image" }, `Picture: ${block.alt_text}`),
  section(block, use) {
    const fields = block.fields?.map((field) => h("p", {}, words(field, use)));
    return h(
      "div",
      { class: "section" },
      block.text && h("p", {}, words(block.text, use)),
      fields && h("div", { class: "fields" }, fields),
      block.accessory && h("div", { class: "accessory" }, element(block.accessory, block, use)),
    );
  },
  context(block, use) {
    const shown = block.elements.map((one) => h("span", {}, one.type === "image" ? one.alt_text : words(one, use)));
    return h("p", { class: "context" }, shown);
  },
  actions: (block, use) =>
    h("div", { class: "actions" }, block.elements.map((one) => element(one, block, use))),
  input(block, use) {
    const error = use.errors?.[block.block_id];
    const id = `field-${block.block_id}`;
    const about = [block.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
    const field = element(block.element, block, { ...use, id, about, bad: Boolean(error), must: !block.optional });
    const label = block.label.text + (block.optional ? " (optional)" : "");
    const grouped = isBoxes(block.element);
    return h(
      grouped ? "fieldset" : "div",
      { class: error ? "input bad" : "input", "data-block": block.block_id, "aria-describedby": grouped && about ? about : null },
      grouped ? h("legend", {}, label) : h("label", { for: id }, label),
      field,
      block.hint && h("p", { class: "hint", id: `${id}-hint` }, block.hint.text),
      error && h("p", { class: "error", id: `${id}-error` }, error),
    );
  },
};

function unknown(block) {
  return h("p", { class: "context" }, `(a block of the kind ${block.type}, which this page does not draw)`);
}

/** Gather what a form's fields hold, by block. */
export function filled(form, given) {
  const values = {};
  for (const block of given.filter((one) => one.type === "input" && isField(one.element))) {
    const box = [...form.querySelectorAll("[data-block]")].find((n) => n.dataset.block === block.block_id);
    const held = holds(block.element, box);
    if (held !== undefined) values[block.block_id] = held;
  }
  return values;
}
