"""What earns an article a reply, most consequential first."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from bot.claims.claimants import same_claimant
from bot.claims.corrections import corrects_itself
from bot.claims.labels import outcome
from bot.claims.lateness import comes_late, goes_on, is_over
from bot.claims.measure import Fit, Pair, pairs
from bot.claims.model import (
    Brief,
    Check,
    CheckKind,
    Claim,
    DifferenceKind,
    Link,
    Outcome,
    RelationKind,
)
from bot.claims.values import Lie, lie


class Rank(IntEnum):
    """How consequential a reason is, the weightiest first."""

    DATE = 0
    SUM = 1
    CORRECTED = 2
    WITHDRAWN = 3
    REVERSED = 4
    DENIED = 5
    CONTRADICTED = 6
    FIGURES = 7
    TOLL = 8
    COUNTED = 9  # "no deaths so far", now two sailors killed
    OUTCOME = 10
    LATE = 11  # "will send monitors by Tuesday", on Wednesday "have still not come"
    CHANGED = 12  # "no oil has reached the shore", three days later "has come ashore"


COUNTS = frozenset((Rank.FIGURES, Rank.TOLL, Rank.COUNTED))


@dataclass(frozen=True, slots=True)
class Point:
    """One reason for a reply: `claim` of this article, and the link or check that gives it."""

    rank: Rank
    claim: Claim
    link: Link | None = None
    check: Check | None = None
    pair: Pair | None = None  # the figures that differ, where that is the reason

    @property
    def other(self) -> Claim | None:
        """Return the claim of the other article, if there is one."""
        if self.link:
            return self.link.earlier if self.link.later == self.claim else self.link.later
        rest = self.check.claims[1:] if self.check else ()
        away = [c for c in rest if c.publication != self.claim.publication]
        return away[0] if away else None


def points(brief: Brief) -> tuple[Point, ...]:
    """Return the reasons for a reply; none is the normal case."""
    found = [*_of_checks(brief), *_of_corrections(brief), *_of_links(brief)]
    counted = {p.claim.id for p in found if p.rank in (Rank.FIGURES, Rank.TOLL)}
    found = [p for p in found if p.rank is not Rank.COUNTED or p.claim.id not in counted]
    return tuple(sorted(found, key=_weight))


def _weight(point: Point) -> tuple[int, int, int]:
    """Order the reasons; among figures the dead come first, then other harm, then money."""
    if point.rank not in COUNTS or not point.link:
        return (point.rank, 0, point.claim.start)
    later = point.link.later
    moved = [point.pair.later] if point.pair else list(later.figures)
    became = {outcome(f) for f in moved}
    harm = 0 if Outcome.KILLED in became else 1 if became - {None} else 2
    return (Rank.FIGURES, harm, point.claim.start)


def _of_checks(brief: Brief) -> Iterator[Point]:
    ranks = {CheckKind.DATE: Rank.DATE, CheckKind.SUM: Rank.SUM}
    for check in brief.checks:
        if check.kind in ranks and check.claims:
            yield Point(ranks[check.kind], check.claims[0], check=check)


def _of_corrections(brief: Brief) -> Iterator[Point]:
    """Yield what the article itself takes back: "An earlier version of this article said".

    Only beside something on record: who pastes a first article can read its correction in it.
    """
    if brief.links:
        yield from (Point(Rank.CORRECTED, c) for c in brief.claims if corrects_itself(c))


def _of_links(brief: Brief) -> Iterator[Point]:
    own = {c.id for c in brief.claims}
    for link in brief.links:
        rank = _rank(link) if link.shown else None
        if rank is None or corrects_itself(link.later):
            continue
        claim = link.later if link.later.id in own else link.earlier
        if rank in (Rank.FIGURES, Rank.TOLL):
            yield from (Point(rank, claim, link, pair=p) for p in changed(link) if _matters(p))
        else:
            yield Point(rank, claim, link)


def _matters(pair: Pair) -> bool:
    """Tell whether the change is one of a toll, or one that no hedge covers."""
    return bool(outcome(pair.later)) or lie(pair.later, pair.earlier) is Lie.DISJOINT


def _rank(link: Link) -> Rank | None:
    """Return why the link is worth a reply, None if it is not."""
    if link.relation is RelationKind.WITHDRAWS:
        return Rank.WITHDRAWN
    if link.later.conditional or link.earlier.conditional:
        return None
    kinds = {d.kind for d in link.differences}
    if DifferenceKind.DENIAL in kinds or DifferenceKind.UNCONFIRMED in kinds:
        return _of_stance(link, kinds)
    return _of_figures(link) or (Rank.OUTCOME if _settled(link, kinds) else None)


def _of_stance(link: Link, kinds: set[DifferenceKind]) -> Rank | None:
    """Rank a denial; from "could not confirm" to "confirmed" nobody has turned round."""
    if DifferenceKind.DENIAL not in kinds:
        return None
    none = link.relation is RelationKind.CONFLICTS and not link.earlier.figures
    if none and any(outcome(f) for f in link.later.figures):
        return Rank.COUNTED
    if comes_late(link.later, link.earlier):
        return Rank.LATE if is_over(link.earlier, link.later) else None
    if same_claimant(link.later, link.earlier):
        return _of_one_voice(link, kinds)
    return Rank.DENIED if link.relation is RelationKind.DENIES else Rank.CONTRADICTED


def _of_one_voice(link: Link, kinds: set[DifferenceKind]) -> Rank:
    """Tell who turns round from whom time has overtaken: "no oil has come ashore" on Monday."""
    denies = link.relation is RelationKind.DENIES
    if not denies and goes_on(link.earlier, link.later):
        return Rank.CHANGED
    if DifferenceKind.UNCONFIRMED not in kinds:
        return Rank.REVERSED
    return Rank.DENIED if denies else Rank.CONTRADICTED


def changed(link: Link) -> tuple[Pair, ...]:
    """Return the like figures of a link that give other numbers."""
    found = pairs(link.later, link.earlier)
    return tuple(p for p in found if p.fit is Fit.LIKE and p.changed)


def _of_figures(link: Link) -> Rank | None:
    moved = [p for p in changed(link) if _matters(p)]
    if not moved:
        return None
    toll = outcome(moved[0].later) and link.relation is RelationKind.UPDATES
    return Rank.TOLL if toll else Rank.FIGURES


def _settled(link: Link, kinds: set[DifferenceKind]) -> bool:
    """Tell whether an announced event came otherwise: landed in another town, two days late."""
    then, published = link.earlier.when, link.earlier.publication.published
    announced = bool(then and published and then.end > published.date())
    return announced and DifferenceKind.TIME in kinds
