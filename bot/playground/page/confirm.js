// The plain question before something is lost.

import { h } from "/page/dom.js";

/** Ask before something is lost; true for yes. */
export function confirm(title, text, yes) {
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
        h("button", { type: "button", class: "kit", onclick: () => end(false) }, "Cancel"),
        h("button", { type: "button", class: "kit danger", onclick: () => end(true) }, yes),
      ),
    );
    dialog.showModal();
  });
}
