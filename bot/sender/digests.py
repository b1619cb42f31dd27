"""What the letter of a digest says: the post, then, in its thread, what did not fit into it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.claims.digest import Digest, parted
from bot.claims.digest.items import Item, Section, ids_of
from bot.desk.desk import Desk
from bot.desk.morning import morning
from bot.newsroom.digestday import DigestDay, DigestKind, DigestState
from bot.newsroom.post import Letter, LetterKind
from bot.newsroom.verbs import Verb
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
    moved: str = ""  # the id of the claim whose figure moved most in a week: its history is drawn

    def letters(self, letter: Letter, ts: str) -> Sequence[Letter]:
        """Return the letters of the rest and of the picture, which go into the post's thread."""
        thread = replace(letter.post, ts=ts, thread=ts)
        words = f"{letter.words} {' '.join(self.rest)}"
        rest = replace(letter, key=f"{letter.key}/rest", post=thread, words=words)
        picture = Letter(
            f"{letter.key}/picture",
            LetterKind.PICTURE,
            thread,
            words=f"{Verb.HISTORY} {self.moved}",
        )
        return (*([rest] if self.rest else []), *([picture] if self.moved else []))


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
    moved = _moved_most(told.digest) if row.kind is DigestKind.WEEKLY else ""
    return Saying(digest_message(told), row, told.digest.items, rest, moved)


def _moved_most(digest: Digest) -> str:
    """Return the newest claim of the weightiest change of a figure, empty where none changed."""
    for story in digest.stories:
        figured = {claim.id for claim in story.claims if claim.figures}
        for one in story.items:
            cited = ids_of([one])
            if one.section is Section.CHANGED and len(cited) > 1 and figured.issuperset(cited):
                return cited[0]
    return ""
