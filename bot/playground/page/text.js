// How Slack's text is shown: mrkdwn and the runs of rich text.

import { h } from "/page/dom.js";
import { moment, written } from "/page/times.js";

const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
const MARKS = /<([^<>]+)>|`([^`\n]+)`|(?<![\w])\*([^*\n]+)\*(?![\w])|(?<![\w])_([^_\n]+)_(?![\w])|~([^~\n]+)~/g;
const TAGS = [null, null, "code", "b", "i", "s"];

export const unescaped = (text) => text.replace(/&(?:amp|lt|gt);/g, (one) => ENTITIES[one]);

/** Give a wire text back as it was typed: "<https://n.example>" is a bare link again. */
export function typed(text, names) {
  const bare = text.replace(/<([^<>|]+)(?:\|([^<>]*))?>/g, (_all, target, label) => {
    if (target.startsWith("@")) return "@" + names.person(target.slice(1));
    if (target.startsWith("#")) return "#" + (label ?? "");
    if (target.startsWith("!date^")) return label ?? "";
    return target.startsWith("!") ? "@" + target.slice(1) : target;
  });
  return unescaped(bare);
}

/** Show mrkdwn: links, people, bold, italics, code, lines. */
export function mrkdwn(text, names) {
  const lines = text.split("\n").map((line) => {
    const quoted = line.startsWith("&gt; ");
    const shown = [...pieces(quoted ? line.slice(5) : line, names)];
    return quoted ? h("span", { class: "quoted" }, shown) : shown;
  });
  return lines.flatMap((line, n) => (n ? [h("br"), line] : [line])).flat();
}

function* pieces(text, names) {
  let at = 0;
  for (const found of text.matchAll(MARKS)) {
    if (found.index > at) yield unescaped(text.slice(at, found.index));
    const kind = found.findIndex((one, n) => n && one !== undefined);
    if (kind === 1) yield reference(found[1], names);
    else yield h(TAGS[kind], {}, kind === 2 ? unescaped(found[2]) : [...pieces(found[kind], names)]);
    at = found.index + found[0].length;
  }
  if (at < text.length) yield unescaped(text.slice(at));
}

function reference(inside, names) {
  const [target, label] = inside.split("|");
  if (target.startsWith("!date^")) {
    const [, ts, format, url] = target.split("^");
    return dated(ts, unescaped(format), unescaped(label ?? ""), unescaped(url ?? ""));
  }
  if (target.startsWith("@")) return h("span", { class: "mention" }, "@" + names.person(target.slice(1)));
  if (target.startsWith("#")) return h("span", { class: "mention" }, "#" + (label || names.channel(target.slice(1))));
  if (target.startsWith("!")) return h("span", { class: "mention" }, "@" + target.slice(1));
  return link(unescaped(target), unescaped(label || target));
}

/** Write a moment in the reader's own time, as a link where there is one. */
function dated(ts, format, fallback, url) {
  const told = written(ts, format, fallback);
  if (url) return link(url, told);
  return h("time", { datetime: Number(ts) ? moment(ts).toISOString() : null, title: fallback }, told);
}

/** Make a link that opens beside the page; whatever is no web address stays text. */
export function link(url, label) {
  if (!/^https?:\/\//i.test(url)) return document.createTextNode(label);
  const id = /^\[[\w-]+\]$/.test(label); // "[C-7KQ2M]" stays in one piece
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer", class: id ? "id" : null }, label);
}

/** Show a rich_text block. */
export const rich = (block, names) => block.elements.map((part) => richPart(part, names));

function richPart(part, names) {
  const runs = () => part.elements.map((one) => run(one, names));
  switch (part.type) {
    case "rich_text_list":
      return h(
        part.style === "ordered" ? "ol" : "ul",
        { class: "indent" + (part.indent || 0), start: part.offset ? part.offset + 1 : null },
        part.elements.map((one) => h("li", {}, one.elements.map((inner) => run(inner, names)))),
      );
    case "rich_text_quote":
      return h("blockquote", {}, runs());
    case "rich_text_preformatted":
      return h("pre", {}, runs());
    default:
      return h("p", {}, runs());
  }
}

function run(one, names) {
  switch (one.type) {
    case "link":
      return styled(link(one.url, one.text || one.url), one.style);
    case "user":
      return h("span", { class: "mention" }, "@" + names.person(one.user_id));
    case "channel":
      return h("span", { class: "mention" }, "#" + names.channel(one.channel_id));
    case "broadcast":
      return h("span", { class: "mention" }, "@" + one.range);
    case "emoji":
      return `:${one.name}:`;
    case "date":
      return styled(dated(one.timestamp, one.format ?? "{date_long} {time}", one.fallback ?? "", one.url ?? ""), one.style);
    default:
      return styled(document.createTextNode(one.text ?? ""), one.style);
  }
}

const STYLES = { bold: "b", italic: "i", strike: "s", code: "code", underline: "u" };

function styled(node, style = {}) {
  const wanted = Object.keys(STYLES).filter((name) => style[name]);
  return wanted.reduce((inner, name) => h(STYLES[name], {}, inner), node);
}
