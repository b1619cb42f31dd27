"""What the letter of a digest says: the post, then, in its thread, what did not fit into it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.claims.digest import parted
from bot.claims.digest.items import Item
from bot.desk.desk import Desk
from bot.desk.morning import morning
from bot.newsroom.digestday import DigestDay, DigestKind, DigestState
from bot.newsroom.post import Letter
from bot.newsroom.viewer import Viewer
from bot.views.blocks import Message
from bot.views.digest import digest_message, rest_message


@dataclass(frozen=True, slots=True)
class Saying:
    """A digest, or the rest of one: the message and what is to be remembered of it."""

    message: Message
    day: DigestDay
    items: tuple[Item, ...] = ()
    rest: tuple[str, ...] = ()  # keys of the items that stand in the thread

    def letters(self, letter: Letter, ts: str) -> Sequence[Letter]:
        """Return the letter of the rest, which goes into the thread of the post."""
        if not self.rest:
            return ()
        thread = replace(letter.post, ts=ts, thread=ts)
        words = f"{letter.words} {' '.join(self.rest)}"
        return (replace(letter, key=f"{letter.key}/rest", post=thread, words=words),)


def saying(desk: Desk, viewer: Viewer, letter: Letter) -> Saying | None:
    """Return what a digest's letter says now; None, and the day is ended, when that is nothing.

    The letter of the rest names the items that did not fit into the post.
    """
    kind, day, *wanted = letter.words.split()
    row = desk.days.day(viewer.channel, DigestKind(kind), date.fromisoformat(day))
    if row is None:
        return None
    told = morning(desk, viewer, row, frozenset(wanted))
    if wanted:
        return Saying(rest_message(told.digest), row) if told.digest.items else None
    if not told.digest.items:
        if row.state is DigestState.OPEN:
            desk.days.end(row, DigestState.NOTHING)
        return None
    rest = tuple(item.key for item in parted(told.digest)[1].items)
    return Saying(digest_message(told), row, told.digest.items, rest)
