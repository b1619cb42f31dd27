"""A person's mark on a claim: what can be said of it, by whom, and on what ground."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.newsroom.trouble import Unfit


class Mark(StrEnum):
    """What a person can say of a claim."""

    UNVERIFIED = "unverified"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    DENIED = "denied"
    FALSE = "false"
    WITHDRAWN = "withdrawn"


NEEDS_GROUND = frozenset({Mark.CONFIRMED, Mark.FALSE, Mark.WITHDRAWN})
"""Marks that need a link or a note, and that only checkers may set where a newsroom names any."""


NO_MARK = "“{}” is no mark. Use one of: {}."

LONGEST_NOTE = 500
"""Characters of a note: a sentence or two on the ground, not the article again."""


@dataclass(frozen=True, slots=True)
class Marking:
    """A mark that a person wants to set, with its ground."""

    claim: str
    mark: Mark
    note: str = ""
    link: str = ""

    @property
    def lacks_ground(self) -> bool:
        """Tell whether the mark needs a note or link and has neither."""
        return self.mark in NEEDS_GROUND and not self.note and not self.link


@dataclass(frozen=True, slots=True)
class Status:
    """One mark of one person; the newest that was not undone holds.

    `outdated` when the article has a newer version than the one that was marked: the claim is
    open again, and what was said of it is told as said of the earlier text.
    """

    claim: str
    mark: Mark
    person: str
    marked_at: datetime
    note: str = ""
    link: str = ""
    outdated: bool = False


def marking(typed: str) -> Marking:
    """Read "C-7KQ2 false https://… the register says 12"; raises Unfit with how to write it.

    The first link is the ground's, all other words are its note.
    """
    claim, name, *more = typed.split()
    try:
        wanted = Mark(name.lower().strip(",.:"))
    except ValueError:
        raise Unfit(NO_MARK.format(name, ", ".join(Mark)), "mark") from None
    links = [word for word in more if word.lower().startswith(("http://", "https://"))]
    link = links[0] if links else ""
    note = " ".join(word for word in more if word is not link)
    return Marking(claim.strip("[]().,").upper(), wanted, note, link)
