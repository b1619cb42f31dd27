// The card for a first visit: sample articles, one click away from the channel.

import { h, icon, keep } from "/page/dom.js";

/** Show the card for a channel; `used` are the addresses pasted there before. */
export function showCard(card, offers, channel, used, use) {
  const item = { key: "card", name: channel.name, withBot: channel.withBot, used, offers };
  keep(card, [item], () => drawn(item, use));
}

function drawn(item, use) {
  return h(
    "div",
    {},
    h(
      "header",
      {},
      h("h2", { id: "card-title" }, "Try it"),
      h("button", { type: "button", class: "icon", "aria-label": "Hide “Try it”", title: "Hide", onclick: use.hide }, icon("close")),
    ),
    h("p", {}, "Paste two articles on the same story. On the Record reads each one, and answers in the thread where they differ. Where nothing does, it leaves ", icon("memo"), " under your message and stays silent."),
    item.withBot ? null : h("p", { class: "note" }, "It is not in this channel, so nothing pasted here is read. /invite @ontherecord brings it in."),
    item.offers.stories.map((story) => {
      const next = story.samples.find((one) => !item.used.includes(one.url));
      const rows = story.samples.map((one, n) => sample(one, n + 1, one === next, item, use));
      return [h("h3", {}, story.title), h("ol", {}, rows)];
    }),
    h("h3", {}, "Links that lead to no article"),
    h("div", { class: "odd" }, item.offers.odd.map((one) => h("button", { type: "button", class: "kit", "data-hold": one.url, onclick: () => use.paste(one.url) }, `Paste ${one.label}`))),
    h("h3", {}, "Then ask, in the message box"),
    h("div", { class: "odd" }, ASKED.map((one) => h("button", { type: "button", class: "kit", "data-hold": one, onclick: () => use.paste(one) }, one))),
    h("p", {}, "Every message has a menu, ", icon("more"), ", with “Track claim”. “On the Record” under Apps is its direct messages, where it answers plain words, and its Home."),
  );
}

const ASKED = ["/claim help", "/claim find soldiers", "/claim settings"];

function sample(one, number, next, item, use) {
  const done = item.used.includes(one.url);
  const label = `Paste article ${number} ${done ? "again " : ""}into #${item.name}`;
  return h(
    "li",
    {},
    h(
      "button",
      { type: "button", class: "kit" + (next ? " primary" : ""), "aria-label": `${label}: ${one.title}`, "data-hold": one.url, onclick: () => use.paste(one.url) },
      done ? `Paste ${number} again` : `Paste article ${number}`,
    ),
    h(
      "p",
      {},
      h("a", { href: one.url, target: "_blank", rel: "noopener" }, one.title),
      h("small", {}, `${one.outlet}, ${one.date}`),
    ),
  );
}
