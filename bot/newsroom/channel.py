"""What kinds of channel there are and what each one wants of the bot."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.newsroom.schedule import NINE_ON_WORKDAYS, Schedule


class Kind(StrEnum):
    """How open a conversation is; what is not known counts as private."""

    PUBLIC = "public"
    PRIVATE = "private"
    DIRECT = "direct"


class Replies(StrEnum):
    """When the bot answers a pasted link."""

    DIFFERENCES = "differences"
    EVERYTHING = "everything"
    REACT = "react"
    ASK = "ask"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Channel:
    """A conversation as last seen, and what people set for it.

    `outsiders` means Slack Connect (or pending) or guests. `replies` is None where nobody chose:
    then `voice` goes by the kind. `bots` are the ids of other apps whose links are read too;
    `retention` is after how many days its readings go, 0 for never. An archived channel has no
    members: nobody can post in it. `seen_at` is when Slack was asked how it is: of two answers
    the one that was asked for earlier never opens what the other closed.
    """

    workspace: str
    id: str
    name: str = ""
    kind: Kind = Kind.PRIVATE
    outsiders: bool = False
    member: bool = True  # the bot is in it
    replies: Replies | None = None
    sensitive: bool = False
    bots: tuple[str, ...] = ()
    schedule: Schedule = NINE_ON_WORKDAYS
    retention: int = 0
    seen_at: datetime | None = field(default=None, compare=False)

    @property
    def is_open(self) -> bool:
        """Tell whether what is recorded here may show elsewhere in the workspace."""
        return self.kind is Kind.PUBLIC and not self.outsiders

    def is_more_open_than(self, other: "Channel") -> bool:
        """Tell whether somebody may read here who could not, were it as the other."""
        fewer = other.outsiders and not self.outsiders
        return fewer or (self.kind is Kind.PUBLIC and other.kind is not Kind.PUBLIC)

    @property
    def voice(self) -> Replies:
        """Return when the bot answers here, where nobody chose by the kind of channel.

        Fetching a page tells its owner that somebody looks: a private channel is asked first.
        """
        quiet = Replies.ASK if self.kind is Kind.PRIVATE else Replies.DIFFERENCES
        return self.replies or quiet
