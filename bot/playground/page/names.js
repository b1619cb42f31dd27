// What people and channels are called on the page, and who and what can be chosen in a field.

/** Give the names as `now.shown` has them at the time of asking. */
export const namesIn = (now) => ({
  person: (id) => now.shown.people[id]?.name ?? "somebody",
  channel: (id) => now.shown.channels.find((one) => one.id === id)?.name ?? "private",
  isApp: (id) => now.shown.people[id]?.app ?? false,
  tint: (id) => Math.max(0, now.shown.players.indexOf(id)),
  people: () => Object.entries(now.shown.people).filter(([, one]) => !one.app).map(([value, one]) => ({ value, text: one.name })),
  channels: () => now.shown.channels.map((one) => ({ value: one.id, text: called(one), kind: kind(one) })),
});

/** Write "#world", and a direct conversation by who is in it. */
export const called = (channel) => (channel.direct ? channel.name : `#${channel.name}`);

const kind = (channel) => (channel.direct ? "im" : channel.private ? "private" : "public");
