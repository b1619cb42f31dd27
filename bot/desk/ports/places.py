"""What the desk needs of the archive to know channels and newsrooms, and what people set there."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol

from bot.newsroom.act import Act
from bot.newsroom.channel import Channel
from bot.newsroom.settings import Chosen, Name
from bot.newsroom.viewer import Viewer
from bot.newsroom.workspace import Workspace

OtherBots = Callable[[str, str], dict[str, str]]
"""Gives the other bots that were seen lately in a channel (workspace, id): name to id.

Empty where Slack does not say."""

NameOf = Callable[[str, str], str]
"""Gives the name that a person (workspace, id) goes by, "somebody" where Slack does not say."""


class Memory(Protocol):
    """What is remembered of Slack for a while, and goes by when an event says so."""

    def forget(self, workspace: str, channel: str) -> None:
        """Ask anew how the channel is, from the next time on."""

    def doubt(self, workspace: str, channel: str) -> None:
        """Ask anew how the channel is and who is a guest: another process may know better."""

    def still_open(self, workspace: str, channels: Collection[str]) -> Collection[str]:
        """Return those of the channels that are public and unshared by Slack's own word now."""

    def matters(self, workspace: str, person: str) -> bool:
        """Tell whether a channel is another one with this person in it: a guest, or unknown."""

    def ranked(self, workspace: str, user: Mapping[str, Any]) -> Sequence[str]:
        """Take in what Slack says of a person; of one who is a guest now, return the channels."""


class Places(Protocol):
    """Where channels and newsrooms are remembered with their settings."""

    def workspace(self, workspace: str) -> Workspace:
        """Return the settings of a newsroom; of an unknown one nothing is set."""

    def saw(self, seen: Channel) -> Channel:
        """Remember how Slack has a channel, and return it as it stands, with what people set.

        An answer that was asked for before the one that is remembered opens nothing.
        """

    def doors(self, workspace: str) -> frozenset[tuple[str, str, bool]]:
        """Return how every channel of a workspace stands: its id, its kind, if with outsiders."""

    def open_but_old(self, workspace: str, before: datetime) -> Sequence[str]:
        """Return the channels that stand open by a word of Slack's from before a moment."""

    def confirm(self, workspace: str, channels: Collection[str], now: datetime) -> None:
        """Remember that Slack was asked now, and that these are open."""

    def choose(
        self, viewer: Viewer, change: Callable[[Chosen], Chosen], person: str, now: datetime
    ) -> Sequence[Name]:
        """Change settings of the viewer's channel and newsroom in one go, each with its act.

        Returns the names of those that are other now. What `change` raises changes nothing.
        """

    def trail(self, viewer: Viewer, most: int) -> Sequence[Act]:
        """Return the newest acts of setting that the viewer may see."""

    def moved(self, workspace: str, old: str, new: str) -> None:
        """Let a channel, with all that was recorded in it, have another id from now on."""

    def spend(self, channel: Channel, key: str, day: date, links: int) -> int:
        """Count links of a local day, once for each key, and return how many came before them."""
