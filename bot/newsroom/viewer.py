"""The rule who sees what.

A claim is shown where it was recorded; a claim recorded in a public channel is also shown
elsewhere in that workspace, but never in channels shared with outsiders or guests; what is under
embargo shows nowhere else before its moment has come.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.newsroom.channel import Channel, Kind

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
"""When the embargo of what never had one ended, and when somebody looks who does not say when."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """Whoever will read the answer: everybody in `channel`, as that channel stands at `now`.

    To one who does not say when he looks, what had an embargo elsewhere is under it still.
    """

    channel: Channel
    now: datetime = LONG_AGO

    @property
    def workspace(self) -> str:
        """Return the workspace that the viewer reads in."""
        return self.channel.workspace


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim was recorded: the channel as it stands now, and as it stood then.

    `embargo` is the moment from which on it may show elsewhere.
    """

    channel: Channel
    public_when_recorded: bool
    embargo: datetime = LONG_AGO


def may_see(viewer: Viewer, place: Place) -> bool:
    """Tell whether the viewer may be shown what was recorded at the place."""
    here, there = viewer.channel, place.channel
    if here.workspace != there.workspace:
        return False
    if here.id == there.id:
        return True
    open_there = place.public_when_recorded and there.kind is Kind.PUBLIC and not there.outsiders
    return open_there and not here.outsiders and place.embargo <= viewer.now
