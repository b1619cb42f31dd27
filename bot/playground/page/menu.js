// The small menu that opens beside a button: arrows move, Enter chooses, Escape closes.

import { h } from "/page/dom.js";

let closeOpen = () => {};

/** Open a menu of {label, act, danger} under a button; focus goes back to it at the end. */
export function openMenu(button, items) {
  closeOpen();
  const menu = h("div", { role: "menu", class: "menu" }, items.map((item) => entry(item)));
  const home = button.closest("dialog") ?? document.body;
  home.append(menu);
  place(menu, button.getBoundingClientRect());
  button.setAttribute("aria-expanded", "true");
  menu.addEventListener("keydown", (event) => onKey(event, menu));
  menu.addEventListener("focusout", (event) => menu.contains(event.relatedTarget) || close(false));
  menu.addEventListener("click", () => close(true));
  menu.firstElementChild.focus();
  closeOpen = () => close(false);

  function close(back) {
    if (!menu.isConnected) return;
    closeOpen = () => {};
    button.setAttribute("aria-expanded", "false");
    if (back) button.focus();
    menu.remove();
  }

  function onKey(event, list) {
    const all = [...list.children];
    const at = all.indexOf(document.activeElement);
    const steps = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 };
    if (event.key in steps) all[steps[event.key] % all.length].focus();
    else if (event.key === "Escape" || event.key === "Tab") close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

function entry(item) {
  return h(
    "button",
    { type: "button", role: "menuitem", tabindex: "-1", class: item.danger ? "danger" : null, onclick: item.act },
    item.label,
  );
}

function place(menu, at) {
  const below = at.bottom + menu.offsetHeight + 8 < innerHeight;
  menu.style.top = `${below ? at.bottom + 4 : at.top - menu.offsetHeight - 4}px`;
  menu.style.left = `${Math.max(8, Math.min(at.left, innerWidth - menu.offsetWidth - 8))}px`;
}
