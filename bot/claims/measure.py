"""When two figures measure the same thing, and how their values lie to each other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import product
from math import inf

from bot.claims.labels import Label, label_of, likeness, said, thin
from bot.claims.model import Claim, Figure, Modifier, Scope
from bot.claims.occasions import NEAR, moved, period_of
from bot.claims.words import MEMORY

ROUGH = 0.10  # "around 8,000" reads as 8,000, a tenth up or down
PERIOD = timedelta(days=80)  # a quarter or more: the forecast for 2031 is not the one for 2030
VERY_ALIKE = 0.7  # asked of figures that are not like for like
TELLING = 12  # small numbers meet by chance
FAR = 100
SIZE = 5.0  # 9,000 voters and 3,000 voters are of one size, 70 voters and 5,200 are not
KNOWN = 0.6  # likeness that a telling number in both gives
ALIKE = 0.45  # likeness from which two figures measure one thing
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

DURATIONS = ("days", "hours", "weeks", "months", "years", "minutes")
COMMON_UNITS = frozenset(("count", "percent", "percentage points", "pence", "m", *DURATIONS))

DOLLARS = frozenset(("USD", "AUD", "CAD", "NZD", "SGD", "HKD"))
MONEY = re.compile(r"[A-Z]{3}")


class Fit(StrEnum):
    """Whether two figures of one thing may be set against each other."""

    LIKE = "like"
    UNLIKE = "unlike"  # a further 900 beside a total of 500


class Lie(StrEnum):
    """How the later figure's interval lies to the earlier one's."""

    EQUAL = "equal"
    NARROWER = "narrower"
    WIDER = "wider"
    OVERLAP = "overlap"
    DISJOINT = "disjoint"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures of one thing; `likeness` is 0 to 1, a little more for one scope."""

    later: Figure
    earlier: Figure
    fit: Fit
    likeness: float
    counted: frozenset[str] = frozenset()  # what both labels say, in any spelling
    thin: bool = False  # no more than a plain noun in common: "children"

    @property
    def changed(self) -> bool:
        """Tell whether like figures give another number: "around 8,000", "around 7,000"."""
        return self.fit is Fit.LIKE and values(self.later) != values(self.earlier)


@lru_cache(MEMORY)
def values(figure: Figure) -> frozenset[float]:
    """Return the numbers printed, open sides left out."""
    return frozenset(round(v, 2) for v in (figure.low, figure.high) if v is not None)


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


def another_period(later: Claim, earlier: Claim) -> bool:
    """Tell whether figures belong to different periods, or one is a forecast for another time."""
    one, other = period_of(later.quote), period_of(earlier.quote)
    if one and other:  # a profit for January, a profit for all of 2030
        return one != other
    return _by_days(later, earlier)


def _by_days(later: Claim, earlier: Claim) -> bool:
    if not later.when or not earlier.when:
        return _of_another_year(later, earlier) or _of_another_year(earlier, later)
    (a, b), (c, d) = (later.when.start, later.when.end), (earlier.when.start, earlier.when.end)
    if a <= d and c <= b:
        return False
    long = min(b - a, d - c) >= PERIOD
    apart = max(a - d, c - b) >= NEAR and bool({unit(f) for f in later.figures} & {"count"})
    rated = {unit(f) for f in (*later.figures, *earlier.figures)} - {"count"}
    guess = bool(rated) and _foretold(later) is not _foretold(earlier)
    return long or apart or guess or later.certainty is not earlier.certainty


def _foretold(claim: Claim) -> bool:
    """Tell whether it looks ahead: a forecast for December is not November's figure."""
    published = claim.publication.published
    return bool(published and claim.when and claim.when.start > published.date())


def _of_another_year(dated: Claim, undated: Claim) -> bool:
    """Tell whether a rate or sum for some period is set against one that is for this year."""
    published = undated.publication.published
    if not dated.when or undated.when or not published:
        return False
    long = dated.when.end - dated.when.start >= PERIOD
    this_year = dated.when.start.year <= published.year <= dated.when.end.year
    return long and not this_year and all(unit(f) != "count" for f in dated.figures)


def pairs(later: Claim, earlier: Claim) -> tuple[Pair, ...]:
    """Return figures of one thing, each used once, likest first, in the later claim's order.

    Where two later figures are equally alike ("40 scorched, up from 35"), the first one is
    the news and the other one restates what was.
    """
    if (apart := another_period(later, earlier)) and not moved(later, earlier):
        return ()
    order = {id(f): i for i, f in enumerate((*later.figures, *earlier.figures))}
    found = sorted(
        (p for p in _all_pairs(later, earlier) if not apart or same_number(p.later, p.earlier)),
        key=lambda p: (-p.likeness, order[id(p.later)], order[id(p.earlier)]),
    )
    kept = tuple(_each_once(found))
    return tuple(sorted(kept, key=lambda p: (p.fit is not Fit.LIKE, order[id(p.later)])))


def _each_once(found: list[Pair]) -> Iterator[Pair]:
    """Yield pairs whose figures are free; an added part takes no place of a whole's."""
    taken: set[int] = set()
    told: list[frozenset[float]] = []  # earlier numbers that have found their partner
    for pair in found:
        mine = {id(pair.later)} | (set() if pair.fit is Fit.UNLIKE else {id(pair.earlier)})
        if taken.isdisjoint(mine) and values(pair.later) not in told:
            taken |= mine
            told += [] if pair.fit is Fit.UNLIKE else [values(pair.earlier)]
            yield pair


def _all_pairs(later: Claim, earlier: Claim) -> Iterator[Pair]:
    for f, g in product(later.figures, earlier.figures):
        fit = _fit(f, g)
        if fit is None:
            continue
        a, b = label_of(f, later), label_of(g, earlier)
        score = _likeness(f, g, a, b)
        if score >= (ALIKE if fit is Fit.LIKE else VERY_ALIKE):
            yield Pair(f, g, fit, score, said(a) | said(b), _thin(f, g, a, b))


def _one_unit(f: Figure, g: Figure) -> bool:
    """Tell whether the units are one; a bare "$" is the dollar of the story, whosever that is."""
    dollars = all(x.text.lstrip().startswith("$") and unit(x) in DOLLARS for x in (f, g))
    return unit(f) == unit(g) or dollars


def _thin(f: Figure, g: Figure, a: Label, b: Label) -> bool:
    """Tell whether another signal must join: six and 5,200 voters, three and eight barns.

    800 nurses and 720 carers are of one size: in one story that is a signal itself.
    """
    if (
        unit(f) not in COMMON_UNITS and not unit(f).isupper()
    ):  # two figures in gigabytes, two magnitudes
        return False
    low, high = sorted(max(abs(v) for v in values(x)) for x in (f, g))
    one_size = low > TELLING and high <= SIZE * low
    return thin(a, b, count=unit(f) in ("count", *DURATIONS)) and not (
        one_size and a.meanings & b.meanings
    )


def _fit(f: Figure, g: Figure) -> Fit | None:
    if not _one_unit(f, g) or not values(f) or not values(g):
        return None
    if unit(f) == "count" and (f.scope is Scope.RATE) != (g.scope is Scope.RATE):
        return None  # 20 a day is no part of 540 in all
    if f.per and g.per and f.per != g.per:
        return None
    if _like_scope(f.scope, g.scope):
        return Fit.LIKE
    # A part is set beside the whole only when it is the very number: "640 was a guess".
    parts = Scope.SUBSET in (f.scope, g.scope)
    return None if parts and not same_number(f, g) else Fit.UNLIKE


def _like_scope(f: Scope | None, g: Scope | None) -> bool:
    whole = (None, Scope.TOTAL, Scope.RATE)
    return f is g or (f in whole and g in whole)


def same_number(f: Figure, g: Figure) -> bool:
    """Tell whether both print one number, and one that does not meet by chance."""
    number = min(values(f))
    return values(f) == values(g) and number > TELLING and (number >= FAR or number % 10 != 0)


def _likeness(f: Figure, g: Figure, a: Label, b: Label) -> float:
    """Return how far two figures count one thing, 0 to 1 and a little for the same scope."""
    score = 0.0 if _far_apart(f, g, a, b) or _traded(f, a, b) else likeness(a, b)
    if score is None:
        return 0.0
    # "There were 640 in May": a number that does not meet by chance names its thing itself.
    score = max(score, KNOWN) if same_number(f, g) else score
    return score + 0.05 * (f.scope is g.scope) if score >= ALIKE else 0.0


def _far_apart(f: Figure, g: Figure, a: Label, b: Label) -> bool:
    """Tell whether one number is a hundred times the other and the labels are not the same."""
    low, high = sorted(max(abs(v) for v in values(x)) for x in (f, g))
    return a.meanings != b.meanings and high > FAR * max(low, 1.0)


def _traded(f: Figure, a: Label, b: Label) -> bool:
    """Tell whether both are moves of a price on the exchange: each day has its own."""
    return unit(f) == "percent" and "share" in a.meanings & b.meanings
