"""What part of the whole a figure counts: the total, what is added, a subset, or a rate."""

import re

from bot.claims.model import Scope
from bot.claims.units import SHARES, Measure

_ADDED_BEFORE = re.compile(
    r"\b(?:additional|further|another|extra"
    r"|(?:rise|rises|rose|risen|increase[sd]?|grow|grew|grown|raised?|up) by)(?: [\w$£€]+){0,2} $",
    re.IGNORECASE,
)
_ADDED_CUT = re.compile(
    r"\b(?:further|additional|extra|another) \w+ of (?:\w+ ){0,3}$", re.IGNORECASE
)
_ADDED_AFTER = re.compile(
    r"[ -](?:[\w-]+[ -]){0,2}?(?:additional|more|further|extra)\b", re.IGNORECASE
)
_PART_BEFORE = re.compile(
    r"\b(?:(?<!not )includ(?:ing|es?|ed)|among (?:them|whom|those)|remaining|other"
    r"|of (?:which|whom|them|those|these))\b[^;:]{0,50}$",
    re.IGNORECASE,
)
_NEAR = re.compile(r"\b(?:remaining|other)\b", re.IGNORECASE)
_WHOLE = (
    r"the|them|those|these|its|their|his|her|whom|which|all|\d[\d,]*|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty|thirty|forty|fifty"
)
_PART_AFTER = re.compile(rf" (?:\w+ )?(?:out )?of (?:{_WHOLE})\b", re.IGNORECASE)
_SHARE_AFTER = re.compile(r" of\b", re.IGNORECASE)
# What comes round, or is counted by the head or the piece: "a year", "per 100,000 people".
_BASES = (
    r"years?|months?|weeks?|days?|hours?|minutes?|seconds?|nights?|quarter|person|head|annum|capita"
    r"|household|family|patient|passenger|customer|employee|worker|soldier|adult|child|share"
    r"|kilo\w*|lit(?:re|er)|tonne|ton|barrel|ounce|pound|gallon|mile|met(?:re|er)|acre|hectare"
    r"|square \w+|game|shift|trip|ticket|vehicle|unit|\d[\d,]*(?: \w+)?"
)
_NOT_BETWEEN = (
    r"in|on|for|within|over|after|than|at|by|to|from|half|quarter|and|or|once|since|with|as|until"
)
_PER_AFTER = re.compile(
    rf"(?:[- ](?!(?:{_NOT_BETWEEN})\b)[\w%-]+){{0,4}}?"
    rf"(?<! (?:of|in|on))[- ](?:an?|per|each|every)[- ](?P<base>{_BASES})\b"
    r"(?! (?:ago|earlier|later|before|after|old|from now))",
    re.IGNORECASE,
)
_RATES = {
    "daily": "day", "weekly": "week", "monthly": "month", "annual": "year", "yearly": "year",
    "annually": "year", "hourly": "hour", "nightly": "night", "annualised": "year",
}  # fmt: skip
_RATED = rf"(?P<rated>{'|'.join(_RATES)})"
_RATED_BEFORE = re.compile(
    rf"\b{_RATED}(?: \w+){{1,3}} (?:of|at|to|is|was|totall?ing) (?:\w+ ){{0,2}}$", re.IGNORECASE
)
_RATED_AFTER = re.compile(rf"(?: \w+){{0,2}} {_RATED}\b", re.IGNORECASE)


def scope_of(measure: Measure, text: str, start: int) -> tuple[Scope | None, str]:
    """Return the scope of a figure and, for a rate, its base ("day", "person").

    `start` is where the figure starts in the sentence, modifier included. A count without a sign
    of another scope is a total; sums, percentages and lengths without one have no scope.
    """
    before, after = text[max(0, start - 80) : start], text[measure.end : measure.end + 60]
    if base := _base(before, after, measure):
        return Scope.RATE, base
    if _adds(text[max(0, measure.start - 50) : measure.start], after, measure):
        return Scope.ADDITIONAL, ""
    if _is_part(before, after, measure):
        return Scope.SUBSET, ""
    return (None if measure.unit else Scope.TOTAL), ""


def _base(before: str, after: str, measure: Measure) -> str:
    """Return what a rate is per: "year" for "£9m a year" and for "an annual cost of £9m"."""
    if found := _PER_AFTER.match(after):
        return found["base"].lower()
    if measure.unit in SHARES:
        return ""
    rated = _RATED_BEFORE.search(before) or _RATED_AFTER.match(after)
    return _RATES[rated["rated"].lower()] if rated else ""


def _adds(before: str, after: str, measure: Measure) -> bool:
    if measure.unit in SHARES:
        return bool(_ADDED_CUT.search(before))
    return bool(_ADDED_BEFORE.search(before) or _ADDED_AFTER.match(after))


def _is_part(before: str, after: str, measure: Measure) -> bool:
    if measure.unit == "percent":
        return bool(_SHARE_AFTER.match(after))
    if _PART_AFTER.match(after) or _NEAR.search(before[-12:]):
        return True
    return bool(_PART_BEFORE.search(before) and not _NEAR.search(before))
