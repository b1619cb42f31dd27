// The app's own place: its two tabs, and the Home that it publishes.

import { blocks } from "/page/blocks.js";
import { h, keep } from "/page/dom.js";

const TABS = { home: "Home", messages: "Messages" };

/** Show the tabs with one chosen; arrows go from one to the other. */
export function showTabs(list, chosen, choose) {
  if (!list.children.length) list.append(...Object.entries(TABS).map(([name, label]) => tab(name, label, choose)));
  for (const one of list.children) {
    const here = one.dataset.tab === chosen;
    one.setAttribute("aria-selected", String(here));
    one.tabIndex = here ? 0 : -1;
  }
}

function tab(name, label, choose) {
  const panel = { home: "home", messages: "scroll" }[name];
  const drawn = h("button", { type: "button", role: "tab", id: `tab-${name}`, "data-tab": name, "aria-controls": panel }, label);
  drawn.addEventListener("click", () => choose(name));
  drawn.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other = drawn.nextElementSibling ?? drawn.previousElementSibling;
    choose(other.dataset.tab);
    other.focus();
    event.preventDefault();
  });
  return drawn;
}

/** Show what the app published, or that it has not yet. */
export function showHome(panel, view, use) {
  const item = view ? { ...view, key: "home" } : { key: "none" };
  keep(panel.querySelector("#home-body"), [item], () => (view ? drawn(view, use) : waiting()));
}

const drawn = (view, use) => h("div", {}, blocks(view.blocks, { ...use, values: view.values }));

const waiting = () => h("p", { class: "note", role: "status" }, "On the Record is making its Home…");
