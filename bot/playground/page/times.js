// How moments are written: Slack's ts as a time of day, as a day, as both.

const DAY = 86_400_000;

export const moment = (ts) => new Date(Number(ts) * 1000);

export const clock = (ts) =>
  moment(ts).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });

const LONG = { month: "long", day: "numeric", year: "numeric" };
const WRITTEN = {
  date_num: (then) => [then.getFullYear(), then.getMonth() + 1, then.getDate()].map((part) => String(part).padStart(2, "0")).join("-"),
  date: (then) => then.toLocaleDateString([], LONG),
  date_short: (then) => then.toLocaleDateString([], { ...LONG, month: "short" }),
  date_long: (then) => then.toLocaleDateString([], { ...LONG, weekday: "long" }),
  time: (then) => then.toLocaleTimeString([], { hour: "numeric", minute: "2-digit" }),
  time_secs: (then) => then.toLocaleTimeString(),
};

/** Write a moment as Slack's format asks: "{date_short_pretty} at {time}"; the fallback where it asks for more. */
export function written(ts, format, fallback) {
  const then = moment(ts);
  let known = !Number.isNaN(then.getTime());
  const told = format.replace(/\{(\w+?)(_pretty)?\}/g, (_all, name, pretty) => {
    known &&= name in WRITTEN;
    if (!known) return "";
    return (pretty && NEAR[daysAgo(then)]) || WRITTEN[name](then);
  });
  return known ? told : fallback;
}

const NEAR = { 0: "today", 1: "yesterday", "-1": "tomorrow" };

let ahead = 0; // milliseconds by which the playground's clock is before this machine's

/** Go by the playground's clock, seconds since 1970, which can be put forward. */
export const itIs = (seconds) => (ahead = seconds * 1000 - Date.now());

const midnight = (then) => new Date(then).setHours(0, 0, 0, 0);
const daysAgo = (then) => Math.round((midnight(Date.now() + ahead) - midnight(then)) / DAY);

/** Name the day: "Today", "Yesterday", "Monday, 3 March". */
export function day(ts) {
  const ago = daysAgo(moment(ts));
  if (ago === 0) return "Today";
  if (ago === 1) return "Yesterday";
  return moment(ts).toLocaleDateString([], { weekday: "long", day: "numeric", month: "long" });
}
