"""What kinds of channel there are and what each one wants of the bot."""

from dataclasses import dataclass
from enum import StrEnum


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
    """A conversation as last seen; `outsiders` means Slack Connect (or pending) or guests."""

    workspace: str
    id: str
    name: str = ""
    kind: Kind = Kind.PRIVATE
    outsiders: bool = False
    member: bool = True  # the bot is in it
    replies: Replies = Replies.DIFFERENCES
    sensitive: bool = False

    @property
    def is_open(self) -> bool:
        """Tell whether what is recorded here may show elsewhere in the workspace."""
        return self.kind is Kind.PUBLIC and not self.outsiders
