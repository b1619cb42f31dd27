"""One figure told in two strengths inside one article, headline included."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from bot.claims.claimants import same_claimant
from bot.claims.compare import STRENGTH
from bot.claims.measure import pairs
from bot.claims.model import Check, CheckKind, Claim, Figure, Modifier, Reading
from bot.claims.values import values
from bot.claims.words import fold

TELLING = 12  # small numbers meet by chance
MOST = 30  # claims of one number that are held against each other


def drift(reading: Reading) -> tuple[Check, ...]:
    """Return, once a figure, the claims that put it in more than one strength."""
    groups: list[dict[str, Claim]] = []
    for one, other in _pairs(reading):
        both = {one.id: one, other.id: other}
        group = next((g for g in groups if not g.keys().isdisjoint(both)), None)
        if group is None:
            groups.append(both)
        else:
            group.update(both)
    return tuple(Check(CheckKind.DRIFT, tuple(g.values()), _line(g)) for g in groups)


def _pairs(reading: Reading) -> Iterator[tuple[Claim, Claim]]:
    yield from ((a, b) for a, b in _of_one_number(reading.claims) if _drifts(a, b))
    title = reading.title
    if title:
        yield from ((c, title) for c in reading.claims if _title_drifts(title, c))


def _of_one_number(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Yield the pairs that print one telling number, in their order: a long report has few."""
    printing: dict[float, list[int]] = defaultdict(list)
    for at, claim in enumerate(claims):
        for number in {v for f in claim.figures for v in values(f) if v > TELLING}:
            printing[number].append(at)
    met = {pair for found in printing.values() for pair in combinations(found[:MOST], 2)}
    yield from ((claims[a], claims[b]) for a, b in sorted(met))


def _drifts(one: Claim, other: Claim) -> bool:
    """Tell whether one voice, or an unnamed one, tells a figure firmly here and loosely there."""
    if one.polarity is not other.polarity or one.conditional is not other.conditional:
        return False
    if one.claimant and other.claimant and not same_claimant(one, other):
        return False
    same = [p for p in pairs(other, one) if _one_number(p.later, p.earlier)]
    strengths = one.certainty is not other.certainty
    return bool(same) and (strengths or any(_unlike(p.later, p.earlier) for p in same))


def _one_number(a: Figure, b: Figure) -> bool:
    return not values(a).isdisjoint(values(b)) and max(values(a)) > TELLING


def _unlike(a: Figure, b: Figure) -> bool:
    """Tell "up to 730" from "around 730"; a bare number is only the shorter form."""
    hedges = {a.modifier, b.modifier}
    return len(hedges) > 1 and bool(hedges & {Modifier.UP_TO, Modifier.OVER, Modifier.AT_LEAST})


def _title_drifts(title: Claim, claim: Claim) -> bool:
    """Tell whether the headline is firmer than the claim of the same number below it."""
    if fold(title.quote) == fold(claim.quote):
        return False
    numbers = {v for f in title.figures for v in values(f) if v > TELLING}
    told = {v for f in claim.figures for v in values(f)}
    firmer = STRENGTH[title.certainty] > STRENGTH[claim.certainty]
    return firmer and bool(numbers & told) and bool(title.words & claim.words)


def _line(group: dict[str, Claim]) -> str:
    ways = ", ".join(dict.fromkeys(f"“{f.text}”" for c in group.values() for f in c.figures[:1]))
    sure = ", ".join(dict.fromkeys(c.certainty.value for c in group.values()))
    return f"One figure in several strengths: {ways or 'the same event'} ({sure})."
