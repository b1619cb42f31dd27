// The app's modal over the page: drawn, filled in, sent, closed.

import { blocks, filled } from "/page/blocks.js";
import { h, icon } from "/page/dom.js";

const modal = document.querySelector("#modal");
let opener = null;

/** Let the app's modal be this one, none for null; `use` says what becomes of what is done. */
export function showModal(view, use) {
  if (!view) return closeModal();
  const drawnAs = JSON.stringify(view);
  if (modal.drawnAs === drawnAs) return;
  if (!modal.open) opener = document.activeElement;
  const hold = modal.contains(document.activeElement) ? document.activeElement.dataset.hold : "";
  modal.drawnAs = drawnAs;
  modal.setAttribute("aria-labelledby", "modal-title");
  modal.replaceChildren(form(view, use));
  modal.oncancel = (event) => {
    event.preventDefault();
    use.close(view.id);
  };
  if (!modal.open) modal.showModal();
  focusIn(hold);
}

function closeModal() {
  if (!modal.open) return;
  modal.drawnAs = "";
  modal.close();
  modal.replaceChildren();
  const known = opener?.isConnected ? opener : findAgain(opener?.dataset.hold);
  known?.focus();
}

/** Find the control that opened the modal, should it have been drawn anew. */
function findAgain(hold) {
  return hold ? [...document.querySelectorAll("[data-hold]")].findLast((n) => n.dataset.hold === hold) : null;
}

function focusIn(hold) {
  const all = [...modal.querySelectorAll("[data-hold]")];
  const bad = modal.querySelector(".bad [data-field]");
  const field = modal.querySelector("[data-field]");
  (bad ?? all.find((n) => hold && n.dataset.hold === hold) ?? field ?? modal.querySelector(".modal-body")).focus();
}

function form(view, use) {
  const close = () => use.close(view.id);
  const made = h(
    "form",
    { class: "modal", novalidate: true },
    h(
      "header",
      {},
      h("h2", { id: "modal-title" }, view.title.text),
      h("button", { type: "button", class: "icon", "aria-label": "Close", onclick: close }, icon("close")),
    ),
    h("div", { class: "modal-body", tabindex: "0" }, blocks(view.blocks, { ...use, values: view.values, errors: view.errors })),
    h(
      "footer",
      {},
      h("button", { type: "button", class: "kit", onclick: close }, view.close?.text ?? "Cancel"),
      view.submit && h("button", { type: "submit", class: "kit primary" }, view.submit.text),
    ),
  );
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    use.submit(view.id, filled(made, view.blocks));
  });
  return made;
}
