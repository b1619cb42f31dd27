"""What a person decides about claims: so far, that two of them are not related."""

from collections.abc import Iterable

from bot.desk.desk import Desk
from bot.newsroom.post import Letter, LetterKind, Post


def part(desk: Desk, post: Post, person: str, pairs: Iterable[tuple[str, str]], key: str) -> int:
    """Part pairs of claims (later id, earlier id) for good and put our reply to the post right.

    `key` is unique for this decision, however often it is delivered. Returns how many pairs the
    person's channel may see, and so were parted.
    """
    viewer, now = desk.viewer(post.workspace, post.channel), desk.clock()
    parted = sum(desk.archive.part(viewer, pair, person, now) for pair in pairs)
    if parted and post.ts:
        desk.outbox.put(Letter(f"{key}/revise", LetterKind.REVISE, post), now)
        desk.wake()
    return parted
