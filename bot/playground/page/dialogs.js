// The app's modal over the page: drawn, filled in, sent, closed.

import { blocks, filled } from "/page/blocks.js";
import { h, icon } from "/page/dom.js";

const modal = document.querySelector("#modal");
const drafts = new Map(); // view id -> what is filled in and not sent yet
let opener = null;
let now = null;
let left = ""; // the view that is being closed: Escape twice is once

/** Let the app's modal be this one, none for null; `use` says what becomes of what is done. */
export function showModal(view, use) {
  if (!view) return closeModal();
  const drawnAs = JSON.stringify(view);
  if (modal.drawnAs === drawnAs) return;
  if (!modal.open) opener = document.activeElement;
  keepDraft();
  const hold = modal.contains(document.activeElement) ? document.activeElement.dataset.hold : "";
  const turned = now?.id !== view.id;
  if (turned) left = "";
  now = view;
  modal.drawnAs = drawnAs;
  modal.setAttribute("aria-labelledby", "modal-title");
  modal.replaceChildren(form(view, use));
  modal.oncancel = (event) => {
    event.preventDefault();
    leave(view, use);
  };
  if (!modal.open) modal.showModal();
  focusIn(turned ? "" : hold);
}

/** Say what went wrong in the modal; false when none is open. */
export function tellInModal(words) {
  if (modal.open) modal.querySelector(".trouble").textContent = words;
  return modal.open;
}

/** Keep what is filled in over a change of the view, as Slack does for the fields that stay. */
function keepDraft() {
  const drawn = modal.querySelector("form");
  if (drawn && now) drafts.set(now.id, filled(drawn, now.blocks));
}

async function leave(view, use) {
  if (left === view.id) return;
  left = view.id;
  if (!(await use.close(view.id))) left = "";
}

function closeModal() {
  now = null;
  drafts.clear();
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
  const close = () => leave(view, use);
  const facts = { ...use, values: view.values, errors: view.errors, drafts: drafts.get(view.id) };
  const made = h(
    "form",
    { class: "modal", novalidate: true },
    h(
      "header",
      {},
      h("h2", { id: "modal-title" }, view.title.text),
      h("button", { type: "button", class: "icon", "aria-label": "Close", onclick: close }, icon("close")),
    ),
    h("div", { class: "modal-body", tabindex: "0" }, blocks(view.blocks, facts)),
    h(
      "footer",
      {},
      h("p", { class: "error trouble", role: "alert" }),
      h("button", { type: "button", class: "kit", onclick: close }, view.close?.text ?? "Cancel"),
      view.submit && h("button", { type: "submit", class: "kit primary" }, view.submit.text),
    ),
  );
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    send(made, view, use);
  });
  return made;
}

/** Send the form once; should it stay, the first field that is wrong has the focus. */
async function send(made, view, use) {
  const button = made.querySelector("[type=submit]");
  if (!button || button.getAttribute("aria-busy")) return;
  tellInModal("");
  button.setAttribute("aria-busy", "true");
  await use.submit(view.id, filled(made, view.blocks));
  button.removeAttribute("aria-busy");
  modal.querySelector(".bad [data-field]")?.focus();
}
