// The plain question before something is done that one may not want.

import { h } from "/page/dom.js";

/** Ask before something is done; true for yes. */
export function confirm(title, text, yes, no = "Cancel", style = "danger") {
  const dialog = document.querySelector("#confirm");
  const before = document.activeElement;
  return new Promise((tell) => {
    const end = (answer) => {
      dialog.close();
      before?.focus();
      tell(answer);
    };
    dialog.setAttribute("aria-labelledby", "confirm-title");
    dialog.oncancel = (event) => {
      event.preventDefault();
      end(false);
    };
    dialog.replaceChildren(
      h("h2", { id: "confirm-title" }, title),
      h("p", {}, text),
      h(
        "footer",
        {},
        h("button", { type: "button", class: "kit", onclick: () => end(false) }, no),
        h("button", { type: "button", class: `kit ${style}`, onclick: () => end(true) }, yes),
      ),
    );
    dialog.showModal();
  });
}
