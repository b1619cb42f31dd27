"""The archive's own look-up, asked as the desk asks it, over archives filled at one go."""

from bot.claims.keys import keys
from bot.claims.model import Claim
from bot.newsroom.viewer import Viewer
from storage import search
from storage.archive import Archive
from storage.database import open_database
from storage.sight import Sight
from tests.speed.made_up import CLAIMS_AN_ARTICLE, Made
from tests.speed.peers import TOP, Ask
from tests.speed.rows import NOW
from tests.storage.shelf import CITY


class Ours:
    """The archive on one database."""

    def __init__(self, address: str) -> None:
        self._engine = open_database(address)
        self.name = f"on the record, {self._engine.dialect.name}"
        self._archive = Archive(self._engine, keys, lambda: NOW)

    def rank(self, made: Made) -> list[int]:
        """Return the numbers of the best twenty."""
        with Sight(self._engine, Viewer(CITY)) as session:
            return search.ranking(session, frozenset(keys(made.claim)), TOP)

    def ask(self, made: Made) -> list[int]:
        """Return the same, but build the twenty claims with all their facets."""
        found = self._archive.candidates(Viewer(CITY), frozenset(keys(made.claim)), TOP)
        return [_number(claim) for claim in found]

    def asks(self) -> dict[str, Ask]:
        """Return both ways to be asked."""
        return {self.name: self.rank, f"{self.name}, claims built": self.ask}

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()


def _number(claim: Claim) -> int:
    _, article, place = claim.id.split("-")
    return int(article) * CLAIMS_AN_ARTICLE + int(place) + 1
