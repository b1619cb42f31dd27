"""What people want to be told of, and of what they no longer want to hear."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.claims.model import Claim, Link


class WatchKind(StrEnum):
    """What a watch looks at."""

    STORY = "story"
    CLAIMANT = "claimant"
    COUNTED = "counted"  # a thing counted: "people injured"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Watch:
    """One watch; `what` is what was typed, or the id of a claim of the story.

    A watch set in a private channel is told there and nowhere else; one set elsewhere is told to
    the person alone, in a direct message.
    """

    id: str
    workspace: str
    channel: str
    person: str
    kind: WatchKind
    what: str
    made_at: datetime
    snoozed_until: datetime | None = None
    direct: str = ""  # the direct messages in which it is told; else its channel is told

    @property
    def home(self) -> str:
        """Return the channel that is told, and that sees what the watch is set off by."""
        return self.direct or self.channel


@dataclass(frozen=True, slots=True)
class Watched:
    """A watch, and what it is on in words: "the story “Kelm: missing”", "what “Orsk” says"."""

    watch: Watch
    told: str


@dataclass(frozen=True, slots=True)
class News:
    """What set a watch off: new claims, each with its links that are shown and tell a difference.

    Only what the home of the watch may see now; `more` is how many further claims there are.
    """

    watched: Watched
    claims: tuple[tuple[Claim, tuple[Link, ...]], ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Mute:
    """A story of which a channel wants to hear nothing; `claim` is any claim of it."""

    workspace: str
    channel: str
    claim: str
    person: str
    said_at: datetime
    until: datetime | None = None
