// What is told by ear: what others have said since the last time.

import { typed } from "/page/text.js";

let told = "0"; // the ts of the last message that was told

/** Put into a live region what others have said since the last time. */
export function announce(region, shown, you, names) {
  const said = fresh(shown, you);
  if (said.length) region.textContent = said.map((one) => spoken(one, names)).join(" ");
}

function fresh(shown, you) {
  const all = shown.channels.flatMap((channel) => channel.messages.map((one) => ({ ...one, channel })));
  const before = told;
  told = all.reduce((last, one) => (Number(one.ts) > Number(last) ? one.ts : last), told);
  return all.filter((one) => Number(one.ts) > Number(before) && one.user !== you && !one.deleted);
}

function spoken(one, names) {
  const place = one.channel.direct ? "to you directly" : `in ${one.thread ? "a thread in " : ""}#${one.channel.name}`;
  const more = one.files.map((file) => file.alt || file.name);
  const words = [typed(one.text, names).slice(0, 300), ...more].filter(Boolean);
  return `${names.person(one.user)} ${place}: ${words.join(" ")}`;
}
