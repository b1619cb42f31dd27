"""The numbers of a figure: what is printed, what it allows, how two of them lie."""

from enum import StrEnum
from functools import lru_cache
from math import inf

from bot.claims.model import Figure, Modifier
from bot.claims.words import MEMORY

ROUGH = 0.10  # "around 8,000" reads as 8,000, a tenth up or down
TELLING = 12  # small numbers meet by chance
FAR = 100
SIZE = 5.0  # 9,000 voters and 3,000 voters are of one size, 70 voters and 5,200 are not
UNIT_NAMES = {
    "": "count",
    "%": "percent",
    "metre": "m",
    "metres": "m",
    "kilometre": "km",
    "kilometres": "km",
    "kilometers": "km",
    "acre": "acres",
    "hectare": "hectares",
    "tonne": "tonnes",
    "hour": "hours",
    "day": "days",
}


class Lie(StrEnum):
    """How the later figure's interval lies to the earlier one's."""

    EQUAL = "equal"
    NARROWER = "narrower"
    WIDER = "wider"
    OVERLAP = "overlap"
    DISJOINT = "disjoint"


def values(figure: Figure) -> frozenset[float]:
    """Return the numbers printed, open sides left out."""
    return _printed(figure.low, figure.high)


def sizes(f: Figure, g: Figure) -> tuple[float, float]:
    """Return how large two figures are at most, the smaller first; 0 where no number stands."""
    one, other = (max(map(abs, values(x)), default=0.0) for x in (f, g))
    return min(one, other), max(one, other)


@lru_cache(MEMORY)
def _printed(low: float | None, high: float | None) -> frozenset[float]:
    return frozenset(round(v, 2) for v in (low, high) if v is not None)


def interval(figure: Figure) -> tuple[float, float]:
    """Return what the figure allows: "at least 35" is 35 and above, "about 300" 270 to 330."""
    printed = values(figure) or {0.0}
    low, high = min(printed), max(printed)
    match figure.modifier:
        case Modifier.ABOUT:
            return low - abs(low) * ROUGH, high + abs(high) * ROUGH
        case Modifier.OVER | Modifier.AT_LEAST:
            return low, inf
        case Modifier.UP_TO | Modifier.UNDER:
            return min(0.0, low), high
        case Modifier.NEARLY:
            return low - abs(low) * ROUGH, high
        case None:
            return low, high


def lie(later: Figure, earlier: Figure) -> Lie:
    """Tell how the later figure lies to the earlier one."""
    (a, b), (c, d) = interval(later), interval(earlier)
    if (a, b) == (c, d):
        return Lie.EQUAL
    if b < c or d < a:
        return Lie.DISJOINT
    if c <= a and b <= d:
        return Lie.NARROWER
    return Lie.WIDER if a <= c and d <= b else Lie.OVERLAP


def rough(figure: Figure) -> bool:
    """Tell whether no percentage may be drawn from it: hedged, open or a range."""
    return figure.modifier is not None or len(values(figure)) != 1


def unit(figure: Figure) -> str:
    """Return the unit under one name."""
    low = figure.unit.strip()
    return UNIT_NAMES.get(low.casefold(), low)


def same_number(f: Figure, g: Figure) -> bool:
    """Tell whether both print one number, and one that does not meet by chance."""
    number = min(values(f))
    return values(f) == values(g) and number > TELLING and (number >= FAR or number % 10 != 0)
