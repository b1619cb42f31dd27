// How the page talks to the playground's server.

const TOKEN = document.querySelector("meta[name=token]").content;

const CLOSED = "The playground did not answer. See whether “python -m bot” still runs, then try again.";

/** Ask for something; an Error with words for the person where it is refused. */
async function ask(path, more = {}) {
  const answer = await fetch(path, { ...more, headers: { "X-Playground-Token": TOKEN } }).catch(unheard);
  if (answer.status === 403) location.reload(); // the server is another one than made this page
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.error);
  return told;
}

/** Tell of a server that did not answer; a request that the page itself gave up stays that. */
function unheard(trouble) {
  throw trouble.name === "AbortError" ? trouble : new Error(CLOSED);
}

export const samples = () => ask("/api/samples");

/** Give what this person sees, as soon as it is newer than `after`. */
export const seen = (you, after, signal) =>
  ask(`/api/seen?you=${encodeURIComponent(you)}&after=${after}`, { signal });

/** Do what a person wishes: post, edit, delete, click, submit, close. */
export const act = (wish) => ask("/api/do", { method: "POST", body: JSON.stringify(wish) });
