"""What the desk needs to keep what people call stories, and how they part them."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from bot.newsroom.story import StoryName
from bot.newsroom.viewer import Viewer


class Stories(Protocol):
    """Where names of stories are kept; a story itself is never stored."""

    def name(self, viewer: Viewer, wanted: StoryName) -> bool:
        """Name the story of a claim; False if the viewer may not see it."""

    def named(self, viewer: Viewer, claims: Collection[str]) -> StoryName | None:
        """Return the newest name that was given to any of the claims, None where none was."""

    def split(
        self,
        viewer: Viewer,
        away: Collection[str],
        stay: Collection[str],
        by: tuple[str, datetime],
    ) -> int:
        """Part every pair of linked claims across, by a person at a moment; return how many."""
