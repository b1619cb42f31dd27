// The left side: the workspace, who you are, the channels, the app.

import { h, icon, keep } from "/page/dom.js";

/** Show the channels and people; `use` says what becomes of a choice. */
export function showSidebar(shown, { you, channel, unread }, use) {
  document.querySelector("#workspace").textContent = shown.workspace;
  showPeople(shown, you, use);
  const items = shown.channels.map((one) => ({
    key: one.id,
    name: one.name,
    private: one.private,
    direct: one.direct,
    withBot: one.withBot,
    here: one.id === channel,
    unread: unread(one),
  }));
  keep(document.querySelector("#channels"), items.filter((item) => !item.direct), (item) => entry(item, use));
  keep(document.querySelector("#apps"), items.filter((item) => item.direct), (item) => entry(item, use));
}

function showPeople(shown, you, use) {
  const box = document.querySelector("#you");
  if (box.querySelectorAll("input").length !== shown.players.length) {
    const labels = shown.players.map((id) =>
      h("label", {}, h("input", { type: "radio", name: "you", value: id, onchange: () => use.be(id) }), h("span", {}, shown.people[id].name)),
    );
    box.append(...labels);
  }
  for (const one of box.querySelectorAll("input")) one.checked = one.value === you;
}

function entry(item, use) {
  const told = [item.private && "private", item.unread && "unread", !item.withBot && "On the Record is not in it"];
  const extra = told.filter(Boolean).join(", ");
  return h(
    "li",
    {},
    h(
      "button",
      {
        type: "button",
        class: [item.here && "here", item.unread && "unread", !item.withBot && "without"].filter(Boolean).join(" "),
        "aria-current": item.here ? "page" : null,
        "data-hold": item.key,
        onclick: () => use.go(item.key),
      },
      item.direct ? h("img", { src: "/page/icon.svg", alt: "" }) : icon(item.private ? "lock" : "hash"),
      h("span", {}, item.name),
      extra && h("span", { class: "unseen" }, `, ${extra}`),
    ),
  );
}
