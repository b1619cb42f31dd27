"""Which names people of the newsroom said are one claimant's."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.claims.words import fold

MOST_STEPS = 5  # "Zed" is "Z. Orsk" is "Zelda Orsk": nobody chains more


@dataclass(frozen=True, slots=True)
class Alias:
    """That `alias` is another name of `name`, as a person said."""

    alias: str
    name: str
    person: str
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Aliases:
    """All aliases that a viewer may see."""

    all: tuple[Alias, ...] = ()

    def known_as(self, claimant: str | None) -> str:
        """Return the name that the claimant is known by, "" where nobody said of another."""
        names = {fold(one.alias): one.name for one in self.all}
        name = claimant or ""
        for _ in range(MOST_STEPS):
            further = names.get(fold(name))
            if not further or fold(further) == fold(name):
                break
            name = further
        return "" if name == (claimant or "") else name

    def others(self, claimants: Iterable[str | None]) -> frozenset[str]:
        """Return every other name that the claimants are known by."""
        own = {fold(self.known_as(who) or who) for who in claimants if who}
        alike = [one for one in self.all if fold(self.known_as(one.alias)) in own]
        return frozenset(name for one in alike for name in (one.alias, one.name))
