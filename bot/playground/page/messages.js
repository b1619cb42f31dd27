// How messages are shown: who, when, what, under which day, and what can be done with them.

import { blocks } from "/page/blocks.js";
import { h, icon, keep } from "/page/dom.js";
import { files } from "/page/files.js";
import { openMenu } from "/page/menu.js";
import { mrkdwn, typed } from "/page/text.js";
import { clock, day, moment } from "/page/times.js";

const TOGETHER = 5 * 60; // seconds within which one person's messages stand under one name

/** Show messages in a list; `facts` gives what the drawing depends on beside the message. */
export function showMessages(list, messages, facts, use) {
  keep(list, [...rows(messages, facts)], (row) => (row.day ? divider(row) : message(row, use)));
}

function* rows(messages, facts) {
  let before = null;
  for (const one of messages) {
    if (!before || day(before.ts) !== day(one.ts)) {
      yield { key: `day-${one.ts}`, day: day(one.ts) };
      before = null;
    }
    const joined =
      before?.user === one.user && one.ts - before.ts < TOGETHER && before.onlyYou === one.onlyYou && !before.deleted;
    const more = facts(one);
    const row = { key: one.ts, joined: Boolean(joined) && !more.replies, ...one, ...more };
    yield row.editing ? { ...row, reactions: [], replies: 0, last: "", repliers: [] } : row;
    before = one;
  }
}

const divider = (row) => h("li", { class: "day" }, h("span", {}, row.day));

function message(row, use) {
  const name = use.names.person(row.user);
  const kind = ["message", row.joined && "joined", row.onlyYou && "only-you", row.editing && "editing"];
  return h(
    "li",
    { class: kind.filter(Boolean).join(" "), "data-ts": row.ts },
    avatar(row, name, use),
    h(
      "article",
      { "aria-label": `${name}, ${clock(row.ts)}${row.onlyYou ? ", only visible to you" : ""}` },
      row.onlyYou && h("p", { class: "whisper" }, icon("eye"), "Only visible to you"),
      row.joined ? null : byline(row, name, use),
      row.editing ? editor(row, use) : content(row, use),
      row.reactions.length ? h("ul", { class: "reactions", "aria-label": "Reactions" }, row.reactions.map((one) => reaction(one, use))) : null,
      row.replies ? thread(row, use) : null,
    ),
    row.deleted || row.onlyYou || row.editing ? null : tools(row, use),
  );
}

function avatar(row, name, use) {
  if (row.joined) return h("time", { class: "aside", datetime: moment(row.ts).toISOString() }, clock(row.ts));
  const app = use.names.isApp(row.user);
  const drawn = app ? h("img", { src: "/page/icon.svg", alt: "" }) : name.slice(0, 1);
  return h("span", { class: `avatar ${app ? "app" : `tint${use.names.tint(row.user)}`}`, "aria-hidden": "true" }, drawn);
}

function byline(row, name, use) {
  return h(
    "p",
    { class: "by" },
    h("b", {}, name),
    use.names.isApp(row.user) ? h("span", { class: "badge" }, "App") : null,
    h("time", { datetime: moment(row.ts).toISOString() }, clock(row.ts)),
  );
}

function content(row, use) {
  const press = (what) => use.act({ what: "click", channel: row.channel, ts: row.ts, ...what });
  const shown = row.blocks.length
    ? blocks(row.blocks, { names: use.names, press })
    : [row.text && h("p", {}, mrkdwn(row.text, use.names))];
  const kind = row.deleted ? "content deleted" : "content";
  return h("div", { class: kind }, shown, files(row.files, row.text), row.edited ? h("span", { class: "edited" }, "(edited)") : null);
}

const MEANINGS = { memo: "read, nothing to say" };

function reaction(one, use) {
  const who = one.users.map(use.names.person).join(", ");
  const meaning = MEANINGS[one.name] ? `: ${MEANINGS[one.name]}` : "";
  const told = `${who} reacted with ${one.name}${meaning}`;
  const drawn = { memo: "memo", eyes: "eye" }[one.name];
  return h(
    "li",
    { title: told },
    h("span", { class: "unseen" }, told),
    h("span", { "aria-hidden": "true" }, drawn ? icon(drawn) : `:${one.name}:`, ` ${one.users.length}`),
  );
}

function thread(row, use) {
  const count = row.replies === 1 ? "1 reply" : `${row.replies} replies`;
  return h(
    "button",
    { type: "button", class: "replies", "data-hold": "replies", onclick: () => use.openThread(row.ts) },
    row.repliers.map((user) => avatar({ user }, use.names.person(user), use)),
    h("b", {}, count),
    h("span", { class: "last" }, `Last reply ${clock(row.last)}`),
  );
}

function tools(row, use) {
  const items = [];
  if (use.openThread) items.push({ label: "Reply in thread", act: () => use.openThread(row.ts, true) });
  for (const one of use.shortcuts()) {
    items.push({ label: `${one.name} (On the Record)`, act: () => use.act({ what: "shortcut", channel: row.channel, ts: row.ts, shortcut: one.callback_id }) });
  }
  if (row.mine) {
    items.push({ label: "Edit message", act: () => use.edit(row.ts) });
    items.push({ label: "Delete message", danger: true, act: () => use.remove(row) });
  }
  if (!items.length) return null;
  return h(
    "div",
    { class: "tools" },
    use.openThread &&
      h("button", { type: "button", class: "icon", "aria-label": "Reply in thread", title: "Reply in thread", onclick: () => use.openThread(row.ts, true) }, icon("reply")),
    h(
      "button",
      {
        type: "button",
        class: "icon",
        "aria-label": "More actions",
        title: "More actions",
        "aria-haspopup": "menu",
        "aria-expanded": "false",
        "data-hold": "more",
        onclick: (event) => openMenu(event.currentTarget, items),
      },
      icon("more"),
    ),
  );
}

function editor(row, use) {
  const box = h("textarea", { rows: 3, "aria-label": "Edit message", "data-hold": "edit", value: typed(row.text, use.names) });
  const save = () => use.save(row, box.value);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") use.edit("");
    else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) save();
    else return;
    event.preventDefault();
  });
  return h(
    "div",
    { class: "editor" },
    box,
    h("button", { type: "button", class: "kit", onclick: () => use.edit("") }, "Cancel"),
    h("button", { type: "button", class: "kit primary", onclick: save }, "Save"),
  );
}
