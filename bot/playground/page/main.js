// What the page is doing now, and how news from the server and a person's acts change it.

import { showCard } from "/page/card.js";
import { composer } from "/page/composer.js";
import { confirm } from "/page/confirm.js";
import { showModal, tellInModal } from "/page/dialogs.js";
import { h, icon } from "/page/dom.js";
import { showHome, showTabs } from "/page/home.js";
import { showMessages } from "/page/messages.js";
import { called, namesIn } from "/page/names.js";
import { stickToEnd, toEnd, toTop } from "/page/scrolling.js";
import { act, samples, seen } from "/page/server.js";
import { showSidebar } from "/page/sidebar.js";
import { announce } from "/page/spoken.js";
import { typed } from "/page/text.js";
import { itIs } from "/page/times.js";

const $$ = (id) => document.getElementById(id);
const narrow = () => matchMedia("(max-width: 700px)").matches; // as in frame.css
const now = { you: "", channel: "", tab: "messages", thread: "", editing: "", shown: null, offers: null, card: true };
const lastRead = new Map(); // `${you} ${channel}` -> ts
let listening = new AbortController();

const names = namesIn(now);
const verbs = () => now.offers.verbs.map((one) => ({ ...one, begins: one.usage.split(/ ?[<[]/)[0] + (/[<[]/.test(one.usage) ? " " : "") }));
const box = composer({
  verbs,
  send(text) {
    toEnd($$("scroll"));
    return wish({ what: "post", text });
  },
});
const threadBox = composer({
  verbs: () => [],
  send(text) {
    toEnd($$("thread-scroll"));
    return wish({ what: "post", text, thread: now.thread });
  },
});

const wish = (what) => act({ you: now.you, channel: now.channel, ...what });
const current = () => now.shown.channels.find((one) => one.id === now.channel);

/** Do what may be refused, and tell whether it was done; the words go to where it was tried. */
async function attempt(what) {
  tell("");
  try {
    await wish(what);
    return true;
  } catch (trouble) {
    tell(trouble.message);
    return false;
  }
}

function tell(words) {
  if (tellInModal(words)) return;
  $$("home-trouble").textContent = atHome() ? words : "";
  (now.thread ? threadBox : box).error(atHome() ? "" : words);
}

const atHome = () => Boolean(current().direct && now.offers.hasHome && now.tab === "home");

const use = {
  names,
  act: attempt,
  shortcuts: () => now.offers.shortcuts,
  openThread(ts, write) {
    now.thread = ts;
    draw();
    toTop($$("thread-scroll"));
    if (write) threadBox.focus();
    else $$("back").focus();
  },
  edit: (ts) => edit("#messages", ts),
  save: (row, text) => saved("#messages", row, text),
  async remove(row) {
    const sure = await confirm("Delete message", "What On the Record read in it goes too, and so does its reply.", "Delete");
    if (sure) attempt({ what: "delete", ts: row.ts });
  },
};
const inThread = {
  ...use,
  openThread: null,
  edit: (ts) => edit("#replies", ts),
  save: (row, text) => saved("#replies", row, text),
};
const homeUse = { names, press: (what) => attempt({ what: "click", view: now.shown.home.id, ...what }) };
const modalUse = {
  names,
  press: (what) => attempt({ what: "click", view: now.shown.modal.id, ...what }),
  submit: (view, values) => attempt({ what: "submit", view, values }),
  close: (view) => attempt({ what: "close", view }),
};

/** Let a message be edited where it was asked for, in the channel or in the thread; "" ends it. */
function edit(list, ts) {
  const before = now.editing.split(" ")[1];
  now.editing = ts && `${list} ${ts}`;
  draw();
  const row = document.querySelector(`${list} [data-ts="${ts || before}"]`);
  row?.querySelector(ts ? ".editor textarea" : "[data-hold=more]")?.focus();
}

function saved(list, row, text) {
  edit(list, "");
  if (text.trim() && text.trim() !== typed(row.text, names)) attempt({ what: "edit", ts: row.ts, text });
}

function draw() {
  const here = current();
  showSidebar(now.shown, { you: now.you, channel: now.channel, unread }, { be, go });
  drawChannel(here);
  drawThread(here);
  showModal(now.shown.modal, modalUse);
  if (!atHome()) lastRead.set(`${now.you} ${here.id}`, here.messages.at(-1)?.ts ?? "");
}

function drawChannel(here) {
  const sign = here.direct ? h("img", { src: "/page/icon.svg", alt: "" }) : icon(here.private ? "lock" : "hash");
  $$("name").replaceChildren(sign, here.name);
  document.title = `${here.name} | On the Record: playground`;
  $$("topic").textContent = here.withBot ? here.topic : `${here.topic}. On the Record is not in this channel.`;
  $$("scroll").setAttribute("aria-label", here.direct ? "Direct messages with On the Record" : `Messages in ${called(here)}`);
  drawTabs(here);
  $$("card").hidden = !now.card || here.direct;
  $$("try").hidden = here.direct;
  const used = here.messages.filter((one) => !one.deleted).map((one) => one.text.replace(/^<|>$/g, ""));
  showCard($$("card"), now.offers, here, used, { hide: hideCard, paste });
  $$("opening").hidden = !here.direct || here.messages.length > 0;
  const top = here.messages.filter((one) => !one.thread);
  showMessages($$("messages"), top, (one) => facts(one, here, false), use);
  box.stand(`${now.you} ${here.id}`, `Message ${called(here)}`);
  box.say(atWork(here));
}

const atWork = (here) => (now.shown.reading.includes(here.id) ? "On the Record is at work…" : "");

/** Show the app's tabs in the direct messages with it, where it has a Home. */
function drawTabs(here) {
  const home = atHome();
  $$("tabs").hidden = !here.direct || !now.offers.hasHome;
  showTabs($$("tabs"), home ? "home" : "messages", openTab);
  $$("home").hidden = !home;
  $$("scroll").hidden = $$("box").hidden = home;
  if (home) showHome($$("home"), now.shown.home, homeUse);
}

function openTab(tab) {
  now.tab = tab;
  if (tab === "home") attempt({ what: "home" });
  draw();
}

function drawThread(here) {
  const parent = here.messages.find((one) => one.ts === now.thread);
  if (!parent) now.thread = "";
  const open = Boolean(parent);
  $$("thread").hidden = !open;
  document.body.classList.toggle("with-thread", open);
  if (!open) return;
  $$("where").textContent = called(here);
  const inside = [parent, ...here.messages.filter((one) => one.thread === now.thread)];
  showMessages($$("replies"), inside, (one) => facts(one, here, true), inThread);
  threadBox.stand(`${now.you} ${now.thread}`, "Reply in thread");
  threadBox.say(atWork(here));
}

/** Give what the drawing of a message depends on beside the message itself. */
function facts(one, here, inside) {
  const replies = inside ? [] : here.messages.filter((other) => other.thread === one.ts && !other.onlyYou);
  return {
    channel: here.id,
    mine: one.user === now.you,
    editing: now.editing === `${inside ? "#replies" : "#messages"} ${one.ts}`,
    replies: replies.length,
    repliers: [...new Set(replies.map((other) => other.user))].slice(0, 3),
    last: replies.at(-1)?.ts ?? "",
  };
}


function unread(channel) {
  const last = channel.messages.filter((one) => one.user !== now.you).at(-1)?.ts ?? "";
  return channel.id !== now.channel && Number(last) > Number(lastRead.get(`${now.you} ${channel.id}`) ?? 0);
}

function go(channel) {
  Object.assign(now, { channel, thread: "", editing: "" });
  openSidebar(false);
  if (atHome()) attempt({ what: "home" });
  draw();
  showFrom($$("scroll"));
  if (!narrow()) (atHome() ? $$("home") : box).focus();
}

/** Begin at the end of a channel, or at the card where there is nothing yet. */
const showFrom = (scroll) => (current().messages.length ? toEnd(scroll) : toTop(scroll));

function be(you) {
  Object.assign(now, { you, thread: "", editing: "" });
  listening.abort();
}

async function paste(text) {
  toEnd($$("scroll"));
  await attempt({ what: "post", text });
}

function hideCard() {
  now.card = false;
  draw();
  $$("try").focus();
}

function showCardAgain() {
  now.card = true;
  if (narrow()) now.thread = "";
  draw();
  toTop($$("scroll"));
  $$("card").querySelector(".kit").focus();
}

function openSidebar(open) {
  const shown = open && narrow();
  document.body.classList.toggle("with-sidebar", shown);
  $$("menu").setAttribute("aria-expanded", String(shown));
  if (shown) $$("channels").querySelector("[aria-current]")?.focus();
}

function closeThread() {
  const from = now.thread;
  now.thread = "";
  draw();
  const row = document.querySelector(`#messages [data-ts="${from}"]`);
  (row?.querySelector("[data-hold=replies]") ?? row?.querySelector("[data-hold=more]"))?.focus();
}

async function listen() {
  let version = 0;
  for (;;) {
    listening = new AbortController();
    try {
      const you = now.you || (await firstPerson());
      const shown = await seen(you, version, listening.signal);
      version = you === now.you ? shown.version : 0;
      if (!version) continue;
      now.shown = shown;
      itIs(shown.now);
      $$("lost").hidden = true;
      const first = !now.channel;
      if (!current()) now.channel = now.shown.channels[0].id;
      draw();
      if (first) showFrom($$("scroll"));
      announce($$("announce"), shown, you, names);
    } catch (trouble) {
      version = 0;
      if (trouble.name === "AbortError") continue;
      $$("lost").hidden = false;
      await new Promise((later) => setTimeout(later, 2000));
    }
  }
}

async function firstPerson() {
  now.offers = await samples();
  now.you = now.offers.you;
  return now.you;
}

stickToEnd($$("scroll"));
stickToEnd($$("thread-scroll"));
$$("box").append(box.node);
$$("thread-box").append(threadBox.node);
$$("menu").append(icon("menu"));
$$("menu").addEventListener("click", () => openSidebar(!document.body.classList.contains("with-sidebar")));
$$("channel").addEventListener("click", (event) => event.target.closest("#menu") || openSidebar(false));
$$("try").addEventListener("click", showCardAgain);
$$("morning").addEventListener("click", () => attempt({ what: "morning" }));
$$("back").append(icon("back"), icon("close"));
$$("back").setAttribute("aria-label", "Close thread");
$$("back").addEventListener("click", closeThread);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  if (document.body.classList.contains("with-sidebar")) {
    openSidebar(false);
    $$("menu").focus();
  } else if (now.thread) closeThread();
});
listen();
