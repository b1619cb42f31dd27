// How elements are made: text always as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";

/** Make an element: h("p", {class: "by", onclick: act}, "text", other). */
export function h(tag, given = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked") made[name] = value;
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((one) => one || one === 0));
  return made;
}

/** Draw one of our line icons. */
export function icon(name) {
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("viewBox", "0 0 20 20");
  drawn.setAttribute("aria-hidden", "true");
  drawn.classList.add("drawn");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  drawn.append(path);
  return drawn;
}

const PATHS = {
  menu: "M3 5h14M3 10h14M3 15h14",
  close: "M5 5l10 10M15 5L5 15",
  back: "M12 4l-6 6 6 6",
  more: "M4.500 9.500v1M4 10h1M10 9.500v1M9.500 10h1M15.500 9.500v1M15 10h1",
  reply: "M4 4h12v9H9l-4 4v-4H4z",
  lock: "M5 9h10v8H5zM7 9V6a3 3 0 0 1 6 0v3",
  hash: "M8 3L6 17M14 3l-2 14M4 7.5h13M3 12.500h13",
  send: "M3 4l14 6-14 6 2-6zM5 10h6",
  eye: "M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 8.500a1.500 1.500 0 1 0 0 3a1.500 1.500 0 1 0 0-3",
  memo: "M5 2.500h7l4 4v11H5zM12 2.500v4h4M8 10h5M8 13.500h5",
};

/** Let a list show these items: only what is new or changed is drawn again, focus stays. */
export function keep(list, items, draw) {
  const before = new Map([...list.children].map((node) => [node.dataset.key, node]));
  let at = list.firstElementChild;
  for (const item of items) {
    const drawnAs = JSON.stringify(item);
    let node = before.get(item.key);
    before.delete(item.key);
    if (!node || node.drawnAs !== drawnAs) {
      const fresh = draw(item);
      fresh.dataset.key = item.key;
      fresh.drawnAs = drawnAs;
      if (node) {
        if (at === node) at = fresh;
        replaceKeepingFocus(node, fresh);
      }
      node = fresh;
    }
    if (node === at) at = at.nextElementSibling;
    else list.insertBefore(node, at);
  }
  for (const node of before.values()) node.remove();
}

function replaceKeepingFocus(node, fresh) {
  const held = node.contains(document.activeElement) ? document.activeElement.dataset.hold : "";
  node.replaceWith(fresh);
  if (!held) return;
  const all = [...fresh.querySelectorAll("[data-hold]")];
  const again = all.find((n) => n.dataset.hold === held) ?? all[0]; // what had it may be gone
  (again ?? fresh.closest("[tabindex]"))?.focus();
}
