"""Which two numbers are the ends of one range: "between 5 and 7", "370 to 390"."""

import re
from dataclasses import dataclass, replace

from bot.claims.currencies import is_money
from bot.claims.units import Measure, measures_in

_PARTS = {("$", "cents"): 0.01, ("EUR", "cents"): 0.01, ("feet", "inches"): 1 / 12}
"""Units told in two -> how many of the first is one of the second."""
_IN_SMALL = re.compile(r"\d\d(?=\W|$)\W?")
_TO = re.compile(r"-? ?(?:-|–|—|~|to(?: about| around| nearly)?|or|through) ?")
_AND = re.compile(r" and (?:about |around |nearly )?")
_BETWEEN = re.compile(r"\bbetween (?:about |around |roughly )?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom (?:about |around |just |nearly )?$", re.IGNORECASE)
_RANGING = re.compile(
    r"\b(?:rang(?:e[sd]?|ing)|var(?:y|ies|ied|ying)|anywhere|anything|is|are|was|were) from ",
    re.IGNORECASE,
)
# "rose by 7p to 154p", "shares fell 3p to 214p": how much, and where it stands now
_CHANGING = re.compile(
    r"\b(?:by|up|down|rose|risen|fell|fallen|gained|added|lost|slipped|climbed|jumped|dropped|shed"
    r"|sank|surged|slid|dipped|plunged|eased|grew|rises?|falls?|increased|decreased|cut"
    r") (?:about |around |just |nearly )?$",
    re.IGNORECASE,
)
_CHANGING_BY = re.compile(r"\bby (?:about |around |just |nearly )?$", re.IGNORECASE)
_FAR_APART = 2.5
"""Ends of a range are seldom further apart, as multiples: "cut by 20% to 30%"."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A number or range of a text; `measure` spans both ends of a range."""

    measure: Measure
    low: float
    high: float


def stretches_in(text: str) -> list[Stretch]:
    """Return the numbers of a text with their units, the two ends of a range as one."""
    found: list[Stretch] = []
    for measure in measures_in(text):
        if found and (
            joined := _sum(text, found[-1], measure) or _joined(text, found[-1], measure)
        ):
            found[-1] = joined
        else:
            found.append(Stretch(measure, measure.value, measure.value))
    return found


def _sum(text: str, first: Stretch, last: Measure) -> Stretch | None:
    """Return "3 dollars 50 cents", "15 euros 50" and "5 ft 2 in" as one figure."""
    between, unit = text[first.measure.end : last.start], first.measure.unit
    if between not in {" ", " and "} or first.low != first.high:
        return None
    part = _PARTS.get((unit, last.unit), 0.0)
    spoken = _IN_SMALL.fullmatch(text[last.start : last.start + 3]) if not last.unit else None
    if spoken and is_money(unit) and not text[: first.measure.end].endswith(tuple("$€£¥")):
        part = 0.01
    value = first.measure.value + last.value * part
    if not part or last.value * part >= 1:
        return None
    return Stretch(replace(first.measure, value=value, end=last.end), value, value)


def _joined(text: str, first: Stretch, last: Measure) -> Stretch | None:
    if first.low != first.high or last.share or first.measure.unit not in {"", last.unit}:
        return None
    before, between = text[: first.measure.start][-24:], text[first.measure.end : last.start]
    low = _scaled_alike(first.measure, last)
    if not _pairs(before, between) or low >= last.value > 0:
        return None
    alternatives = between == " or " and last.value > 2 * low
    changing = (_CHANGING if first.measure.unit else _CHANGING_BY).search(before)
    moved = last.value > _FAR_APART * low and changing
    if alternatives or moved:
        return None
    return Stretch(replace(last, start=first.measure.start), *sorted((low, last.value)))


def _pairs(before: str, between: str) -> bool:
    """Tell whether words join two numbers as the ends of a range."""
    if not (_AND if _BETWEEN.search(before) else _TO).fullmatch(between):
        return False
    return not _FROM.search(before) or bool(_RANGING.search(before))  # "from 20 to 25" changes


def _scaled_alike(first: Measure, last: Measure) -> float:
    """Return the first end in the scale of the last: in "20 to 25 million" 20 is 20 million."""
    scale = last.amount.multiple
    shared = first.amount.multiple == 1 and first.value < last.value / scale
    return first.value * scale if shared else first.value
