// Where a list of messages stands: at its end it stays there, whatever grows or shrinks.

const NEAR = 40; // pixels from the end that count as the end
const following = new WeakSet();

export function toEnd(scroll) {
  following.add(scroll);
  scroll.scrollTop = scroll.scrollHeight;
}

export function toTop(scroll) {
  following.delete(scroll);
  scroll.scrollTop = 0;
}

/** Keep a list at its end while the person has not scrolled away from it. */
export function stickToEnd(scroll) {
  const follow = () => following.has(scroll) && toEnd(scroll);
  const sizes = new ResizeObserver(follow);
  sizes.observe(scroll);
  for (const child of scroll.children) sizes.observe(child);
  for (const way of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    scroll.addEventListener(way, () => following.delete(scroll), { passive: true });
  }
  scroll.addEventListener("scroll", () => {
    if (scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR) following.add(scroll);
  });
}
