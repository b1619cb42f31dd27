"""The digest of one channel and local day: what the database keeps one row of."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.claims.digest import Digest
from bot.newsroom.channel import Channel

LATE = timedelta(minutes=15)
"""After so long a digest says that it is late: the bot was off, or the network away."""


class DigestKind(StrEnum):
    """What is posted by the clock."""

    DAILY = "daily"
    WEEKLY = "weekly"


class DigestState(StrEnum):
    """What became of a day's digest."""

    FIRST = "first"  # the day on which the clock first looked at the channel: nothing is said
    OPEN = "open"  # it is in the outbox
    SAID = "said"
    NOTHING = "nothing"  # there was nothing to say


@dataclass(frozen=True, slots=True)
class DigestDay:
    """One row; it tells of what was recorded after `since` and up to `ran_at`."""

    workspace: str
    channel: str
    kind: DigestKind
    day: date
    state: DigestState
    since: datetime
    ran_at: datetime
    late: bool = False


@dataclass(frozen=True, slots=True)
class Morning:
    """A digest as it is to be said in `channel`.

    `due_at` is when it was due and `coming` when the next one is, both in the channel's zone.
    """

    channel: Channel
    day: DigestDay
    due_at: datetime
    coming: datetime | None
    digest: Digest
