"""What part of the whole a figure counts: the total, what is added, a subset, or a rate."""

import re

from bot.claims.model import Scope
from bot.claims.units import SHARES, Measure

_ADDED_BEFORE = re.compile(
    r"\b(?:additional|further|another|extra|(?:rise|rises|rose|risen|increase[sd]?|grow|grew|grown|raised?) by)"
    r"(?: \w+){0,2} $",
    re.IGNORECASE,
)
_ADDED_AFTER = re.compile(
    r"[ -](?:\w+[ -])?(?:additional|more|further|extra|others?)\b(?! than \w+ (?:ago))",
    re.IGNORECASE,
)
_PART_BEFORE = re.compile(
    r"\b(?:includ(?:ing|es?|ed)|among (?:them|whom|those)(?: (?:are|were|is|was))?|of (?:which|whom|them|those|these)"
    r"|the first|of the first|a first)\b[^;:]{0,50}$",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    r" (?:\w+ )?(?:out )?of (?:the|them|those|these|its|their|his|her|our|whom|which|all|\d|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty|forty|fifty)\b",
    re.IGNORECASE,
)
_SHARE_AFTER = re.compile(r" (?:of|in)\b", re.IGNORECASE)
_EVER = r"(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|nights?|person|head|annum|capita|household|patient|passenger|employee|worker|family|kilo\w*|lit(?:re|er)|tonne|barrel|share|mile|met(?:re|er)|square \w+|\d[\d,]*(?: \w+)?|quarter|game|shift|trip|ticket|soldier|adult|child|customer|vehicle|unit|pound|ounce|gallon|acre|hectare)"
_PER_AFTER = re.compile(
    rf"^(?:[- ](?!(?:in|on|for|within|over|after|than|at|by|to|from|half|quarter|and|or|once|since)\b)[\w%-]+){{0,4}}?"
    rf"[- ](?:an?|per|each|every)[- ](?P<base>{_EVER})\b(?! (?:ago|earlier|later|before|after|old|from))",
    re.IGNORECASE,
)
_RATED = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "annual": "year",
    "yearly": "year",
    "annually": "year",
    "hourly": "hour",
    "nightly": "night",
    "annualised": "year",
}
_RATED_BEFORE = re.compile(
    rf"\b(?P<rated>{'|'.join(_RATED)})(?: \w+){{1,3}} (?:of|at|to|is|was|totall?ing) (?:\w+ ){{0,2}}$",
    re.IGNORECASE,
)
_RATED_AFTER = re.compile(rf"^(?: \w+){{0,3}} (?P<rated>{'|'.join(_RATED)})\b", re.IGNORECASE)


def scope_of(measure: Measure, text: str, modifier_start: int) -> tuple[Scope | None, str]:
    """Return the scope of a figure and, for a rate, its base ("day", "person").

    A count without a sign of another scope is a total; sums, percentages and lengths without one
    have no scope.
    """
    before, after = text[:modifier_start], text[measure.end :]
    if base := _base(before, after, measure):
        return Scope.RATE, base
    if _added(text[: measure.start], after, measure):
        return Scope.ADDITIONAL, ""
    if _is_part(before, after, measure):
        return Scope.SUBSET, ""
    return (None if measure.unit else Scope.TOTAL), ""


def _base(before: str, after: str, measure: Measure) -> str:
    if found := _PER_AFTER.match(after[:60]):
        return found["base"].lower().removesuffix("s")
    if measure.unit in SHARES:
        return ""
    found = _RATED_BEFORE.search(before[-60:]) or _RATED_AFTER.match(after[:40])
    return _RATED[found["rated"].lower()] if found else ""


def _added(before: str, after: str, measure: Measure) -> bool:
    if measure.unit in SHARES:
        return False
    return bool(_ADDED_BEFORE.search(before[-40:]) or _ADDED_AFTER.match(after))


def _is_part(before: str, after: str, measure: Measure) -> bool:
    if measure.unit == "percent":
        return bool(_SHARE_AFTER.match(after))
    return bool(_PART_AFTER.match(after) or _PART_BEFORE.search(before))
