"""What the desk needs of the archive to search in it."""

from collections.abc import Sequence
from typing import Protocol

from bot.claims.model import Claim
from bot.newsroom.query import Query
from bot.newsroom.viewer import Viewer


class Library(Protocol):
    """Where claims are searched for; every search takes the viewer."""

    def search(self, viewer: Viewer, asked: Query, limit: int, offset: int = 0) -> Sequence[Claim]:
        """Return claims that meet all of the query, the newest first."""

    def story(self, viewer: Viewer, claim_id: str) -> Sequence[Claim]:
        """Return the claims that hang together with one, it among them; none if it is unseen."""
