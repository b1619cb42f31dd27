"""Taking a decision back: what can be undone, by whom, and for how long."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from bot.newsroom.act import Deed

UNDO_FOR = timedelta(minutes=10)
"""Long enough to see a slip, too short for others to have built on it."""


@dataclass(frozen=True, slots=True)
class Undo:
    """The way back from one decision, for the person who took it.

    `what` names it: for a mark or edits the key of the event, for pairs "C-7KQ2 C-M4TX" (several
    with commas between), for a mute the id of the claim. `claim` is one that it concerns.
    """

    deed: Deed
    what: str
    claim: str
    person: str
    done_at: datetime

    def written(self) -> str:
        """Return it as one line of text: the value of a button, or the words of a letter."""
        return json.dumps({**asdict(self), "done_at": self.done_at.isoformat()})

    @classmethod
    def read(cls, written: str) -> "Undo":
        """Read that line back."""
        facets = json.loads(written)
        done_at = datetime.fromisoformat(facets.pop("done_at"))
        return cls(Deed(facets.pop("deed")), done_at=done_at, **facets)

    def in_time(self, now: datetime) -> bool:
        """Tell whether it can still be taken back."""
        return now - self.done_at <= UNDO_FOR

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Return the pairs of ids (later, earlier) that it names."""
        return tuple((pair[0], pair[-1]) for pair in map(str.split, self.what.split(",")) if pair)


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, in one line for the person who did it, and the way back."""

    line: str
    undo: Undo

    def written(self) -> str:
        """Return it as the words of a letter."""
        return json.dumps([self.line, self.undo.written()])

    @classmethod
    def read(cls, written: str) -> "Done":
        """Read such words back."""
        line, undo = json.loads(written)
        return cls(line, Undo.read(undo))


def as_pairs(pairs: tuple[tuple[str, str], ...]) -> str:
    """Return pairs of ids as `Undo.what` names them."""
    return ",".join(" ".join(pair) for pair in pairs)
