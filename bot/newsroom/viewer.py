"""The rule who sees what.

A claim is shown where it was recorded; a claim recorded in a public channel is also shown
elsewhere in that workspace, but never in channels shared with outsiders or guests.
"""

from dataclasses import dataclass

from bot.newsroom.channel import Channel, Kind


@dataclass(frozen=True, slots=True)
class Viewer:
    """Whoever will read the answer: everybody in `channel`, as that channel stands now."""

    channel: Channel

    @property
    def workspace(self) -> str:
        """Return the workspace that the viewer reads in."""
        return self.channel.workspace


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim was recorded: the channel as it stands now, and as it stood then."""

    channel: Channel
    public_when_recorded: bool


def may_see(viewer: Viewer, place: Place) -> bool:
    """Tell whether the viewer may be shown what was recorded at the place."""
    here, there = viewer.channel, place.channel
    if here.workspace != there.workspace:
        return False
    if here.id == there.id:
        return True
    open_there = place.public_when_recorded and there.kind is Kind.PUBLIC and not there.outsiders
    return open_there and not here.outsiders
