"""What the desk needs to keep watches: who wants to be told of what, and where."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from bot.claims.model import Claim
from bot.newsroom.status import Status
from bot.newsroom.viewer import Viewer
from bot.newsroom.watch import Watch

Direct = Callable[[str, str], str]
"""Gives the direct messages with a person (workspace, person); raises NotAllowed."""

SharedWith = Callable[[str, str], Sequence[str]]
"""Gives the ids of the channels that the bot and a person (workspace, person) are both in."""


class Watches(Protocol):
    """Where watches are kept; a person is shown only his own."""

    def set(self, viewer: Viewer, watch: Watch, key: str) -> bool:
        """Keep a watch, once for each key; False if the viewer may not see its claim."""

    def of(self, workspace: str, person: str) -> Sequence[Watch]:
        """Return all watches of a person, the newest first."""

    def stop(self, workspace: str, person: str, watch: str) -> bool:
        """Let go of a person's watch; False if there is none of that id."""

    def reopened(self, viewer: Viewer, person: str) -> Sequence[tuple[Claim, Status]]:
        """Return the claims of a newer version of which the person marked an earlier one."""

    def snooze(self, workspace: str, person: str, watch: str, until: datetime) -> bool:
        """Tell nothing of a person's watch until then; False if there is none of that id."""
