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

/** Keep a list at its end until the person moves away from it, by whatever way. */
export function stickToEnd(scroll) {
  let before = { top: 0, height: 0, inside: 0 };
  const sizes = new ResizeObserver(() => following.has(scroll) && toEnd(scroll));
  sizes.observe(scroll);
  for (const child of scroll.children) sizes.observe(child);
  scroll.addEventListener("scroll", () => {
    const now = { top: scroll.scrollTop, height: scroll.clientHeight, inside: scroll.scrollHeight };
    const grew = now.height !== before.height || now.inside !== before.inside;
    if (now.inside - now.top - now.height < NEAR) following.add(scroll);
    else if (!grew && now.top < before.top) following.delete(scroll);
    before = now;
  });
}
