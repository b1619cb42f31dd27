"""What was done with a claim, and by whom: the trail that anybody who may see it can read."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Deed(StrEnum):
    """What can be done with a claim."""

    RECORDED = "recorded"
    MARKED = "marked"
    EDITED = "edited"
    PARTED = "parted"  # called not related to another
    JOINED = "joined"  # called the same as another
    NAMED = "named"  # two names are one claimant's; the act names no claim
    TITLED = "titled"  # its story has a name
    MERGED = "merged"  # its story and another's are one
    SPLIT = "split"  # it does not belong to the story that it hung together with
    MUTED = "muted"  # a channel wants to hear nothing of its story
    UNDONE = "undone"
    SETTLED = "settled"  # what came of a forecast
    SHARED = "shared"
    EXPORTED = "exported"
    FORGOTTEN = "forgotten"
    SET = "set"  # a setting of the channel or the newsroom; the act names no claim


@dataclass(frozen=True, slots=True)
class Act:
    """One deed; `detail` says it in a few words of ours, never in the article's or a person's.

    "marked false", "claimant edited", "parted from C-M4TXQ": the words themselves lie with the
    mark or the edit and go with it, the trail holds ids.
    """

    claim: str
    deed: Deed
    person: str
    done_at: datetime
    detail: str = ""
