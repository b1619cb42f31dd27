"""The one sum that a claimant gives, and gives anew under another noun: a loss, later a cost."""

from collections import Counter
from collections.abc import Iterable, Sequence

from bot.claims.claimants import is_person, same_claimant
from bot.claims.currencies import is_money
from bot.claims.measure import ALMOST, Fit, Pair
from bot.claims.model import Claim, Figure, Polarity
from bot.claims.standing import of_unlike_kind
from bot.claims.values import sizes, unit, values

MEASURED = frozenset(("tonnes", "litres", "m", "km", "hectares", "minutes", "hours"))
"""Not percent, of which there are many wholes: 94 % of a shift stayed away, 88.6 % of votes."""

LIKENESS = 0.6
"""Of sums that have but their claimant and their unit in common."""

Lone = frozenset[str]
"""Units of which a claimant gives but one figure in an article."""


def lone_units(claims: Iterable[Claim]) -> dict[str, Lone]:
    """Return, for each claimant of an article, the units of his that stand in it once."""
    given: dict[str, Counter[str]] = {}
    for claim in claims:
        if claim.claimant:
            given.setdefault(claim.claimant, Counter()).update(map(unit, claim.figures))
    return {sayer: frozenset(u for u in n if n[u] == 1) for sayer, n in given.items()}


def lone_pair(later: Claim, earlier: Claim, units: Lone) -> tuple[Pair, ...]:
    """Return the only sums of one claimant as a pair, whatever the nouns beside them.

    "The League put the loss at 45 million euros", "it will cost us 27 million euros, the League
    said". A person is asked about many sums, a body about its own.
    """
    for unit_ in sorted(units):
        mine, theirs = _of(unit_, later.figures), _of(unit_, earlier.figures)
        if len(mine) == len(theirs) == 1 and _one(mine[0], later, theirs[0], earlier):
            return (Pair(mine[0], theirs[0], Fit.LIKE, LIKENESS, thin=True),)
    return ()


def _of(unit_: str, figures: Sequence[Figure]) -> list[Figure]:
    return [f for f in figures if unit(f) == unit_ and values(f)]


def _one(f: Figure, later: Claim, g: Figure, earlier: Claim) -> bool:
    money = is_money(unit(f))
    if not (money or unit(f) in MEASURED) or f.per != g.per:
        return False
    if not later.polarity is earlier.polarity is Polarity.AFFIRMED:
        return False
    low, high = sizes(f, g)
    if not 0 < low <= high <= ALMOST * low or of_unlike_kind(f, later, g, earlier):
        return False
    return same_claimant(later, earlier) and not (money and is_person(later))
