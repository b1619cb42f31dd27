// How moments are written: Slack's ts as a time of day, as a day, as both.

const DAY = 86_400_000;

export const moment = (ts) => new Date(Number(ts) * 1000);

export const clock = (ts) =>
  moment(ts).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });

/** Name the day: "Today", "Yesterday", "Monday, 3 March". */
export function day(ts) {
  const then = new Date(moment(ts)).setHours(0, 0, 0, 0);
  const now = new Date().setHours(0, 0, 0, 0);
  const ago = Math.round((now - then) / DAY);
  if (ago === 0) return "Today";
  if (ago === 1) return "Yesterday";
  return moment(ts).toLocaleDateString([], { weekday: "long", day: "numeric", month: "long" });
}
