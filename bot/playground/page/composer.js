// The message box: Enter sends, Shift+Enter breaks the line, "/" offers the commands.

import { h, icon } from "/page/dom.js";

let boxes = 0;

/** Make a message box; `send(text)` may reject with words for the person. */
export function composer({ send, verbs }) {
  const id = `box-${(boxes += 1)}`;
  const drafts = new Map();
  let place = "";
  let chosen = -1;
  let offered = [];

  const list = h("ul", { id: `${id}-verbs`, role: "listbox", class: "verbs", "aria-label": "Commands", hidden: true });
  const text = h("textarea", {
    id,
    rows: 1,
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": `${id}-verbs`,
    "aria-describedby": `${id}-usage ${id}-hint`,
  });
  const usage = h("p", { id: `${id}-usage`, class: "usage", hidden: true });
  const button = h("button", { type: "submit", class: "icon send", "aria-label": "Send message", title: "Send" }, icon("send"));
  const error = h("p", { class: "error", role: "alert" });
  const status = h("span", { class: "status", role: "status" });
  const hint = h("span", { id: `${id}-hint`, class: "hint" }, h("b", {}, "Enter"), " sends, ", h("b", {}, "Shift+Enter"), " breaks the line");
  const form = h("form", { class: "composer" }, list, usage, h("div", { class: "field" }, text, button), error, h("p", { class: "under" }, status, hint));

  text.addEventListener("input", () => {
    error.textContent = "";
    grow();
    offer();
  });
  text.addEventListener("keydown", onKey);
  text.addEventListener("blur", () => hide());
  text.addEventListener("focus", () => offer());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });

  async function submit() {
    const words = text.value.trim();
    if (!words) return;
    put("");
    hide();
    try {
      await send(words);
    } catch (trouble) {
      if (!text.value) put(words);
      error.textContent = trouble.message;
    }
  }

  function onKey(event) {
    if (event.isComposing) return;
    const open = !list.hidden;
    if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const step = event.key === "ArrowDown" ? 1 : -1;
      mark((chosen + step + offered.length) % offered.length);
    } else if (open && event.key === "Escape") {
      hide();
    } else if (open && (event.key === "Tab" || event.key === "Enter") && !event.shiftKey && chosen >= 0) {
      take(offered[chosen]);
    } else if (event.key === "Enter" && !event.shiftKey) {
      submit();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Offer the commands that begin as typed, until one of them is typed whole. */
  function offer() {
    const begun = text.value.trimStart();
    const bare = (one) => one.begins === `${one.usage.split(" ")[0]} `; // "/claim <link>": shown beside the others
    const near = (one) => one.begins.startsWith(begun) && (one.begins.trim() !== begun.trim() || bare(one));
    offered = begun.startsWith("/") ? verbs().filter(near) : [];
    list.replaceChildren(...offered.map((one, n) => option(one, n)));
    list.hidden = offered.length === 0;
    text.setAttribute("aria-expanded", String(!list.hidden));
    mark(-1);
    explain(begun);
  }

  /** Say how the command that is being typed goes on; the longest that fits is meant. */
  function explain(begun) {
    const fits = (one) => begun.startsWith(one.begins) || begun.trimEnd() === one.begins.trimEnd();
    const meant = verbs().filter(fits).sort((a, b) => b.begins.length - a.begins.length)[0];
    usage.hidden = !meant || !list.hidden;
    usage.replaceChildren(...(meant ? [h("b", {}, meant.usage), " ", meant.line] : []));
  }

  function option(one, n) {
    const given = { role: "option", id: `${id}-verb-${n}`, "aria-selected": "false" };
    const drawn = h("li", given, h("b", {}, one.usage), h("span", {}, one.line));
    drawn.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      take(one);
    });
    return drawn;
  }

  function mark(n) {
    chosen = n;
    [...list.children].forEach((one, at) => one.setAttribute("aria-selected", String(at === n)));
    if (n >= 0) {
      text.setAttribute("aria-activedescendant", list.children[n].id);
      list.children[n].scrollIntoView({ block: "nearest" });
    } else text.removeAttribute("aria-activedescendant");
  }

  function take(one) {
    put(one.begins);
    text.focus();
    offer();
  }

  function hide() {
    list.hidden = true;
    usage.hidden = true;
    text.setAttribute("aria-expanded", "false");
    mark(-1);
  }

  function put(words) {
    text.value = words;
    grow();
  }

  function grow() {
    text.style.height = "auto";
    text.style.height = `${Math.min(text.scrollHeight, 240)}px`;
  }

  return {
    node: form,
    focus: () => text.focus(),
    put,
    error: (words) => (error.textContent = words),
    /** Stand in a channel or thread; what was being written elsewhere is kept for it. */
    stand(key, label) {
      text.setAttribute("aria-label", label);
      text.placeholder = label;
      if (key === place) return;
      drafts.set(place, text.value);
      place = key;
      error.textContent = "";
      put(drafts.get(key) ?? "");
    },
    say(words) {
      if (status.textContent !== words) status.textContent = words;
    },
  };
}
