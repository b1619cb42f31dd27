"""What the letter of a digest says: the post, then, in its thread, what did not fit into it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from bot.claims.digest import Digest, parted
from bot.claims.digest.items import Item, ids_of
from bot.desk.desk import Desk
from bot.desk.morning import due_in, morning
from bot.newsroom.digestday import DigestDay, DigestKind, DigestState
from bot.newsroom.post import Letter, LetterKind
from bot.newsroom.verbs import Verb
from bot.newsroom.viewer import Viewer
from bot.views.blocks import Message
from bot.views.digest import digest_message, overdue_message, rest_message

IN_ONE = 12
"""Lines of the rest that one message of the thread holds: Slack cuts what is much longer."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A digest, the rest of one or a line of it: the message and what is to be remembered of it.

    `tracked` gives the thread of each claim of which a line is to be said in its own thread too.
    """

    message: Message
    day: DigestDay | None = None
    items: tuple[Item, ...] = ()
    tracked: Mapping[str, str] = field(default_factory=dict)
    rest: tuple[str, ...] = ()  # keys of the items that stand in the thread
    moved: str = ""  # the id of the claim whose figure moved most in a week: its history is drawn

    def letters(self, letter: Letter, ts: str) -> Sequence[Letter]:
        """Return the letters of the rest and of the picture, which go into the post's thread."""
        thread = replace(letter.post, ts=ts, thread=ts)
        rest = tuple(
            replace(
                letter,
                key=f"{letter.key}/rest{first or ''}",
                post=thread,
                words=" ".join((letter.words, *self.rest[first : first + IN_ONE])),
            )
            for first in range(0, len(self.rest), IN_ONE)
        )
        picture = Letter(
            f"{letter.key}/picture",
            LetterKind.PICTURE,
            thread,
            words=f"{Verb.HISTORY} {self.moved}",
        )
        due = (self._in_thread(letter, *one) for one in self.tracked.items())
        return (*rest, *due, *([picture] if self.moved else []))

    def _in_thread(self, letter: Letter, claim: str, thread: str) -> Letter:
        """Return the line in a claim's own thread; its key is the same on all days: said once.

        Without a ts: it is no reply to the post, which an edit of the post would put right.
        """
        post = replace(letter.post, ts="", thread=thread)
        key = f"due:{post.workspace}:{post.channel}:{claim}"
        return Letter(key, LetterKind.DUE, post, words=claim)


def saying(desk: Desk, viewer: Viewer, letter: Letter) -> Saying | None:
    """Return what the letter says now; None, and a digest's day is ended, when that is nothing.

    The letter of the rest names the items that did not fit into the post.
    """
    if letter.kind is LetterKind.DUE:
        story = due_in(desk, viewer, letter.words)
        return Saying(overdue_message(story)) if story else None
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
    overdue = [one.due for one in told.digest.items if one.due and row.kind is DigestKind.DAILY]
    tracked = desk.digests.tracked(viewer, overdue) if overdue else {}
    rest = tuple(item.key for item in parted(told.digest)[1].items)
    moved = _moved_most(told.digest) if row.kind is DigestKind.WEEKLY else ""
    return Saying(digest_message(told), row, told.digest.items, tracked, rest, moved)


def _moved_most(digest: Digest) -> str:
    """Return the newest claim of the figure that moved most, empty where none did."""
    most = max(digest.items, key=lambda one: one.moved, default=None)
    return ids_of([most])[0] if most and most.moved else ""
