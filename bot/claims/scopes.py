"""What part of the whole a figure counts: the total, what is added, a subset, or a rate."""

import re

from bot.claims.model import Scope
from bot.claims.parts import is_part
from bot.claims.rates import base_of
from bot.claims.units import Measure
from bot.claims.unitwords import SHARES

_RISING = (
    r"(?:rise|rises|rose|risen|increase[sd]?|grow|grew|grown|raised?|climb(?:s|ed)?|jump(?:s|ed)?"
    r"|soar(?:s|ed)?|swell(?:s|ed)?|up|higher) by"
)
_ADDED_BEFORE = re.compile(
    rf"\b(?:additional|further|another|extra|{_RISING})(?: [\w$£€]+){{0,2}} $", re.IGNORECASE
)
_ADDED_RIGHT_BEFORE = re.compile(
    # "£31m plus £3m for goals", "top-ups worth £9m", "reinforcements of 900 men"
    r"\b(?:plus|on top of (?:that|this|which),?|(?:add-ons|reinforcements|top-ups?) (?:of|worth)"
    r"|an? (?:\w+ )?(?:rise|increase|hike|jump|surcharge|supplement) of)"
    r"(?: (?:about|around|some|up to|at least|more than|over|nearly))? $",
    re.IGNORECASE,
)
_ADDED_CUT = re.compile(
    r"\b(?:further|additional|extra|another) \w+ of (?:\w+ ){0,3}$", re.IGNORECASE
)
_ADDED_AFTER = re.compile(
    r"[ -](?:[\w-]+[ -]){0,2}?(?:additional|more|further|extra)\b"
    r"|[ -](?:[\w-]+[ -]){0,2}?(?:rise|increase|hike|surcharge)\b",
    re.IGNORECASE,
)
_POINTS_MORE = re.compile(r" (?:more|higher) than\b", re.IGNORECASE)


def scope_of(measure: Measure, text: str, start: int) -> tuple[Scope | None, str]:
    """Return the scope of a figure and, for a rate, its base ("day", "person").

    `start` is where the figure starts in the sentence, modifier included. A count without a sign
    of another scope is a total; sums, percentages and lengths without one have no scope.
    """
    before, after = text[max(0, start - 80) : start], text[measure.end : measure.end + 60]
    if base := base_of(before, after, measure):
        return Scope.RATE, base
    if _adds(text[max(0, measure.start - 50) : measure.start], after, measure):
        return Scope.ADDITIONAL, ""
    if is_part(measure, text, start):
        return Scope.SUBSET, ""
    return (None if measure.unit else Scope.TOTAL), ""


def _adds(before: str, after: str, measure: Measure) -> bool:
    if measure.unit in SHARES:
        points = measure.unit != "percent" and _POINTS_MORE.match(after)
        return bool(points or _ADDED_CUT.search(before))
    return bool(
        _ADDED_BEFORE.search(before)
        or _ADDED_RIGHT_BEFORE.search(before)
        or _ADDED_AFTER.match(after)
    )
