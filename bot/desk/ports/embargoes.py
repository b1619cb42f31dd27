"""What the desk needs to keep embargoes, each seen and changed in its own channel alone."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.newsroom.embargo import Embargo
from bot.newsroom.viewer import Viewer


class Embargoes(Protocol):
    """Where it is kept until when what was recorded stays in its channel."""

    def put(self, viewer: Viewer, reading: str, until: datetime, person: str) -> bool:
        """Hold a reading's article to the viewer's channel until then; False if not of it."""

    def standing(self, viewer: Viewer) -> Sequence[Embargo]:
        """Return the embargoes that hold in the viewer's channel, the next to end first."""

    def of(self, viewer: Viewer, readings: Collection[str]) -> datetime | None:
        """Return until when the last of some readings is under embargo, None if none is."""

    def held(self, viewer: Viewer, claims: Collection[str]) -> frozenset[str]:
        """Return the ids of those of the claims that are under embargo."""

    def ended(self, now: datetime) -> int:
        """Tidy up after embargoes that ended, and write to those who watch elsewhere."""
