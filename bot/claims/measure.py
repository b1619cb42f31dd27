"""When two figures measure the same thing, and may be set against each other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from bot.claims.claimants import same_claimant
from bot.claims.currencies import is_money
from bot.claims.governed import denied_figure
from bot.claims.labels import Label, label_of, likeness, near_words, outcome, said, thin
from bot.claims.model import Claim, Figure, Scope
from bot.claims.occasions import moved
from bot.claims.once import once_a_claim, once_a_pair
from bot.claims.periods import another_period
from bot.claims.revised import restated, revises, succeeds
from bot.claims.standing import of_unlike_kind
from bot.claims.subject import NO_EVENT
from bot.claims.values import FAR, SIZE, TELLING, same_number, sizes, unit, values
from bot.claims.vocabulary import PERSONS
from bot.claims.wholes import as_told
from bot.claims.whose import of_a_group, of_other_people
from bot.claims.words import kin_of

VERY_ALIKE = 0.7  # asked of figures that are not like for like
ALMOST = 3.0  # times, within which two great crowds may be one
KNOWN = 0.6  # likeness that a telling number in both gives
ALIKE = 0.45  # likeness from which two figures measure one thing
GROUP = 20.0  # times, by which all the dead are no later count of the children among them
SPANS = frozenset(("hour", "day", "night", "week", "month", "quarter", "year"))
DURATIONS = ("days", "hours", "weeks", "months", "years", "minutes")
COMMON_UNITS = frozenset(("count", "percent", "percentage points", "pence", "m", *DURATIONS))

DOLLARS = frozenset(("USD", "AUD", "CAD", "NZD", "SGD", "HKD"))
_BARE_DOLLAR = re.compile(r"(?<![A-Za-z])\$")


class Fit(StrEnum):
    """Whether two figures of one thing may be set against each other."""

    LIKE = "like"
    UNLIKE = "unlike"  # a further 900 beside a total of 500


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


@once_a_pair
def pairs(later: Claim, earlier: Claim) -> tuple[Pair, ...]:
    """Return figures of one thing, each used once, likest first, in the later claim's order.

    Where two later figures are equally alike ("40 scorched, up from 35"), the first one is
    the news and the other one restates what was.
    """
    if not later.figures or not earlier.figures:
        return ()
    if (apart := another_period(later, earlier)) and not moved(later, earlier):
        return ()
    order = {id(f): i for i, f in enumerate((*later.figures, *earlier.figures))}
    found = sorted(
        (p for p in _all_pairs(later, earlier) if not apart or same_number(p.later, p.earlier)),
        key=lambda p: (
            restated(p.later, later), -p.likeness, order[id(p.later)], order[id(p.earlier)],
        ),
    )  # fmt: skip
    kept = _without_parts(tuple(_each_once(found)))
    return tuple(sorted(kept, key=lambda p: (p.fit is not Fit.LIKE, order[id(p.later)])))


def _without_parts(kept: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """Drop "27 more" where the new total itself meets the earlier one."""
    whole = {id(p.earlier) for p in kept if p.fit is Fit.LIKE}
    return tuple(p for p in kept if p.fit is Fit.LIKE or id(p.earlier) not in whole)


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
    """Yield what passes every test, those of labels first: those of sentences take longer."""
    for (f, a), (g, b) in product(_labelled(later), _labelled(earlier)):
        known = succeeds(f, g, later) or revises(f, g, later, earlier)
        score = max(_likeness(f, g, a, b), KNOWN if known else 0.0)
        if score < ALIKE or not (known or _one_unit(f, g)):
            continue
        known_fit = known or _one_share(f, later, g, earlier)
        fit = Fit.LIKE if known_fit else _fit(*as_told(f, later, g, earlier))
        if fit is None or score < (ALIKE if fit is Fit.LIKE else VERY_ALIKE):
            continue
        if not known and (_unsaid(f, later, g, earlier, (a, b)) or _any_of(g, earlier, b)):
            continue
        if (f in _denied(later) or g in _denied(earlier)) and not _one_number(f, g):
            continue
        if not of_unlike_kind(f, later, g, earlier) and not _of_others(f, later, g, earlier):
            yield Pair(f, g, fit, score, said(a) | said(b), _thin(f, g, a, b))


@once_a_claim
def _labelled(claim: Claim) -> tuple[tuple[Figure, Label], ...]:
    return tuple((figure, label_of(figure, claim)) for figure in claim.figures)


@once_a_claim
def _denied(claim: Claim) -> tuple[Figure, ...]:
    return tuple(figure for figure in claim.figures if denied_figure(figure, claim))


def _unsaid(
    f: Figure, later: Claim, g: Figure, earlier: Claim, labels: tuple[Label, Label]
) -> bool:
    """Tell litres of nothing in particular, of which each sentence says another thing.

    "Crews recovered 70 litres" is no later count of "40 litres left the ship".
    """
    bare = any(x.guessed for x in labels) and not (
        same_number(f, g) or same_claimant(later, earlier)
    )
    plain = unit(f) in COMMON_UNITS - {"count"} or f.per
    if not bare or plain:
        return False
    beside = [
        kin_of(near_words(c.quote, max(x.start - c.start, 0), max(x.end - c.start, 0)))
        for x, c in ((f, later), (g, earlier))
    ]
    return not (beside[0] & beside[1]) - kin_of(f"{f.text} {g.text}") - NO_EVENT


def _any_of(figure: Figure, claim: Claim, label: Label) -> bool:
    """Tell a share of nothing in particular among others: "58 per cent of it, and 42 per cent"."""
    beside = (f for f in claim.figures if f is not figure and unit(f) == "percent")
    return label.guessed and unit(figure) == "percent" and any(beside)


def _one_number(f: Figure, g: Figure) -> bool:
    return bool(values(f)) and values(f) == values(g)


def _of_others(f: Figure, later: Claim, g: Figure, earlier: Claim) -> bool:
    """Tell whether other people are counted, or some of them; the very number is its own word."""
    if unit(f) != "count" or same_number(f, g):
        return False
    low, high = sizes(f, g)
    group = high > GROUP * low and outcome(f) and of_a_group(f, g)
    return bool(group) or of_other_people(f, later, g, earlier)


def _one_unit(f: Figure, g: Figure) -> bool:
    """Tell whether the units are one; a bare "$" is the dollar of the story, whosever that is."""
    if unit(f) == unit(g):
        return True
    bare = any(_BARE_DOLLAR.search(x.text) for x in (f, g))
    return bare and unit(f) in DOLLARS and unit(g) in DOLLARS


def _thin(f: Figure, g: Figure, a: Label, b: Label) -> bool:
    """Tell whether another signal must join: six and 5,200 voters, three and eight barns.

    800 nurses and 720 carers are of one size: in one story that is a signal itself.
    """
    if unit(f) not in COMMON_UNITS and not _is_sum(f):  # two figures in gigabytes, two magnitudes
        return False
    low, high = sizes(f, g)
    one_size = low > TELLING and high <= SIZE * low
    if f.per == g.per and f.per not in {"", "unit", "person", *SPANS}:
        return False  # the price of a share is the price of a share
    alike = a.meanings & b.meanings or (_crowd(a, b) and low > FAR and high <= ALMOST * low)
    return thin(a, b, count=unit(f) in ("count", *DURATIONS)) and not (one_size and alike)


def _crowd(a: Label, b: Label) -> bool:
    """Tell "62,000 people" from "a crowd of 28,000": people here, a kind of people there."""
    return (a.people or b.people) and bool((a.meanings | b.meanings) & PERSONS)


def _fit(f: Figure, g: Figure) -> Fit | None:
    if unit(f) == "count" and (f.scope is Scope.RATE) != (g.scope is Scope.RATE):
        return None  # 20 a day is no part of 540 in all
    if f.per != g.per and {f.per, g.per} <= SPANS:
        return None  # 20 a day, 540 a week; "per unit" and "an hour" may well be one wage
    if _is_sum(f) and _by_the_day(f, g):
        return Fit.UNLIKE
    if _like_scope(f.scope, g.scope) or (
        _is_sum(f) and {f.scope, g.scope} <= {None, Scope.SUBSET}
    ):
        return Fit.LIKE  # "a first 30 million crowns" is set against the price
    # A part is set beside the whole only when it is the very number: "640 was a guess".
    parts = Scope.SUBSET in (f.scope, g.scope)
    return None if parts and not same_number(f, g) else Fit.UNLIKE


def _one_share(f: Figure, later: Claim, g: Figure, earlier: Claim) -> bool:
    """Tell a claimant's share of a whole, named or not: "40% of the total", "down to 37%"."""
    written = all("%" in x.text or "cent" in x.text for x in (f, g))
    scopes = {f.scope, g.scope} == {None, Scope.SUBSET}
    return written and scopes and unit(f) == "percent" and same_claimant(later, earlier)


def _by_the_day(f: Figure, g: Figure) -> bool:
    """Tell a sum by the day from one in all: $450,000 for each day of delay, a cost of $2m.

    A rent of $950 and one of $900 a month are of one size, and may be one rent.
    """
    one_rate = {f.per, g.per} & SPANS and "" in (f.per, g.per)
    low, high = sorted(max(values(x), default=0.0) for x in (f, g))
    return bool(one_rate) and high > ALMOST * low


def _is_sum(figure: Figure) -> bool:
    """Tell a sum of money."""
    return unit(figure).isupper() or is_money(unit(figure))


def _like_scope(f: Scope | None, g: Scope | None) -> bool:
    whole = (None, Scope.TOTAL, Scope.RATE)
    return f is g or (f in whole and g in whole)


def _likeness(f: Figure, g: Figure, a: Label, b: Label) -> float:
    """Return how far two figures count one thing, 0 to 1 and a little for the same scope."""
    if not values(f) or not values(g):
        return 0.0
    score = 0.0 if _far_apart(f, g, a, b) or _traded(f, a, b) else likeness(a, b)
    if score is None:
        return 0.0
    # "There were 640 in May": a number that does not meet by chance names its thing itself.
    score = max(score, KNOWN) if same_number(f, g) else score
    return score + 0.05 * (f.scope is g.scope) if score >= ALIKE else 0.0


def _far_apart(f: Figure, g: Figure, a: Label, b: Label) -> bool:
    """Tell whether one number is a hundred times the other and no label holds them together.

    Two children who fell ill and the 9,000 of a trial are both but children.
    """
    low, high = sizes(f, g)
    bare = a.people and b.people and not (a.outcome or a.meanings or b.meanings)
    if bare and high > SIZE * low:
        return True  # "20 people" cut off and "240 people" on the ferry
    if high <= FAR * max(low, 1.0):
        return False
    return a.meanings != b.meanings or (a.outcome is None and a.meanings <= PERSONS)


def _traded(f: Figure, a: Label, b: Label) -> bool:
    """Tell whether both are moves of a price on the exchange: each day has its own."""
    return unit(f) == "percent" and "share" in a.meanings & b.meanings
