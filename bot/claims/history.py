"""How one figure went: who gave which number when, totals and increments apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.claims.measure import pairs
from bot.claims.model import Claim, Figure, Scope

LONG_AGO = datetime.min.replace(tzinfo=UTC)
PARTS = frozenset((Scope.ADDITIONAL, Scope.SUBSET, Scope.RATE))


@dataclass(frozen=True, slots=True)
class Point:
    """One number given: "around 8,000" by the ministry, in the Courier of 3 May."""

    claim: Claim
    figure: Figure

    @property
    def is_total(self) -> bool:
        """Tell whether it counts the whole; "a further 20" is no step of the toll."""
        return self.figure.scope not in PARTS


@dataclass(frozen=True, slots=True)
class History:
    """The numbers that were given for what one figure counts, oldest publication first.

    `undated` are those of articles without a date: they have no place on a line of time.
    """

    what: str
    unit: str
    points: tuple[Point, ...]
    undated: tuple[Point, ...] = ()


def history(seed: Claim, story: Iterable[Claim]) -> History | None:
    """Return how the seed's first figure that others give too went through its story.

    None when the seed has no figure. A figure belongs when it is of one measure with the seed's,
    as two related claims are compared; denials and forecasts are told as what they are.
    """
    if not seed.figures:
        return None
    others = [claim for claim in story if claim.id != seed.id]
    best = max(seed.figures, key=lambda figure: len(_points(seed, figure, others)))
    points = (Point(seed, best), *_points(seed, best, others))
    dated = [one for one in points if one.claim.publication.published]
    undated = tuple(one for one in points if not one.claim.publication.published)
    return History(best.what, best.unit, tuple(sorted(dated, key=_moment)), undated)


def _points(seed: Claim, figure: Figure, others: Sequence[Claim]) -> list[Point]:
    """Return what the others give for the figure, one number a claim."""
    found = []
    for claim in others:
        met = [p.earlier for p in pairs(seed, claim) if p.later is figure]
        if met:
            found.append(Point(claim, met[0]))
    return found


def _moment(point: Point) -> tuple[datetime, int]:
    return point.claim.publication.published or LONG_AGO, point.claim.start
