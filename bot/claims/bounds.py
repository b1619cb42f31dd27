"""Where a range begins in print, and which two limits are the ends of one range."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.claims.model import Figure, Modifier
from bot.claims.ranges import Stretch

_FLOORS = frozenset({Modifier.OVER, Modifier.AT_LEAST})
_CEILINGS = frozenset({Modifier.UNDER, Modifier.UP_TO})
_BOTH = re.compile(r",? (?:and|but|yet) ")
_BETWEEN = re.compile(r"\b(?:between|from) (?:about |around |roughly |just )?$", re.IGNORECASE)
# "exactly 35", "equal to 9 games": the word says how precisely, and opens no side
_EXACT = re.compile(r"\b(?<!or )(?:exactly|precisely|equals|equal(?:l?ing)? to) $", re.IGNORECASE)
_REACH = 24  # characters before a number in which such words stand


def start_of(stretch: Stretch, text: str) -> int:
    """Return where a figure starts in print: with the "between" of a range, or "exactly"."""
    start = stretch.measure.start
    before = text[max(0, start - _REACH) : start]
    if stretch.low != stretch.high:
        found = _BETWEEN.search(before)
    else:
        found = None if stretch.measure.unit else _EXACT.search(before)
    return start - len(before) + found.start() if found else start


def within_bounds(figures: Iterable[Figure], text: str) -> Iterator[Figure]:
    """Give the figures of a text in order, "more than 20 but fewer than 30" as one range."""
    last: Figure | None = None
    for figure in figures:
        if last and (one := _between(last, figure, text)):
            last = one
            continue
        if last:
            yield last
        last = figure
    if last:
        yield last


def _between(first: Figure, second: Figure, text: str) -> Figure | None:
    gap = text[first.end : second.start]
    floor, ceiling = (first, second) if first.modifier in _FLOORS else (second, first)
    if floor.modifier not in _FLOORS or ceiling.modifier not in _CEILINGS:
        return None
    alike = first.unit == second.unit and _BOTH.fullmatch(gap)
    if not alike or floor.low is None or ceiling.high is None or floor.low >= ceiling.high:
        return None
    return replace(second, low=floor.low, high=ceiling.high, start=first.start, modifier=None)
