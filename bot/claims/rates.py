"""What a rate is per: a span of time, a person, a piece: "£9m a year", "each dose costs $6"."""

import re

from bot.claims.currencies import is_money
from bot.claims.units import Measure
from bot.claims.unitwords import SHARES

# What comes round, or is counted by the head or the piece: "a year", "per 100,000 people".
_BASES = (
    r"years?|months?|weeks?|days?|hours?|minutes?|seconds?|nights?|quarter|person|head|annum|capita"
    r"|household|family|patient|passenger|customer|employee|worker|soldier|adult|child|share|dose"
    r"|pupil|student|resident|inhabitant|voter|visitor|guest|victim|head|animal|cow|tree|bottle"
    r"|kilo\w*|(?:milli|centi|hecto)?lit(?:re|er)|tonne|ton|barrel|ounce|pound|gallon|mile"
    r"|(?:centi)?met(?:re|er)|acre|hectare|square \w+|cubic \w+|game|shift|trip|ticket|vehicle"
    r"|unit|car|seat|room|home|house|plot|page|word|item|copy|tablet|jab|class|school|flight|crossing"
    r"|\d[\d,]*(?: \w+)?"
)
_NOT_BETWEEN = (
    r"in|on|for|within|over|after|than|at|by|to|from|half|quarter|and|or|once|since|with|as|until"
)
_PER_AFTER = re.compile(
    rf"(?:[- ](?!(?:{_NOT_BETWEEN})\b)[\w%-]+){{0,4}}?"
    rf"(?<! (?:of|in|on))[- ](?:an?(?![- ]\d)|per|each|every)[- ](?P<base>{_BASES})\b"
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
# "Each dose will cost $6", "each week of closure cost £2m", "pay each household $75",
# "the family of each of the dead will get"
_EACH_BEFORE = re.compile(
    r"\b(?:each|every)(?: of (?:the|its|his|her|their|these|those))?(?: (?!of\b)[\w-]+){0,2}? "
    r"(?P<base>[\w-]+)"
    r"(?:(?: of (?!the\b)[\w-]+)?"
    r"(?: (?:will|would|can|could|may|must|to|has|have|had|so far|now|already|then)){0,3}"
    r" (?:gets?|got|receive[sd]?|costs?|pays?|paid|given|earns?|earned|sells?|sold|worth|was|were"
    r"|is|be|been|awarded|owed|granted)(?: (?:for|at|between|from|about|up to))*)? $",
    re.IGNORECASE,
)
_EACH_AFTER = re.compile(r" each\b(?! (?:year|month|week|day))", re.IGNORECASE)
# "the starting rate is €14.75", "a wage of £11": money by the hour, the share or the piece
_RATE_NOUN = re.compile(
    r"\b(?:(?:starting|hourly|pay|exchange|going|day|nightly) rate|wage) (?:\w+ ){0,3}$",
    re.IGNORECASE,
)
# "a fatality rate of 6.9 per cent": so many of a hundred that fell ill
_VITAL = re.compile(
    r"\b(?:fatality|mortality|death|birth|fertility|infection|attack|drop-?out|suicide|crime"
    r"|vacancy|survival) rate (?:\w+ ){0,3}$",
    re.IGNORECASE,
)


def base_of(before: str, after: str, measure: Measure) -> str:
    """Return what a rate is per: "year" for "£9m a year" and for "an annual cost of £9m"."""
    if found := _PER_AFTER.match(after):
        return found["base"].lower()
    if measure.unit in SHARES:
        return "hundred" if _VITAL.search(before) else ""
    if rated := _RATED_BEFORE.search(before) or _RATED_AFTER.match(after):
        return _RATES[rated["rated"].lower()]
    paid = is_money(measure.unit) or measure.unit in {"cents", "pence"}
    return _piece(before, after) if paid else ""


def _piece(before: str, after: str) -> str:
    """Return for what each sum is paid: "household" of "pay each household $75"."""
    if found := _EACH_BEFORE.search(before):
        return found["base"].lower()
    if _EACH_AFTER.match(after):
        return "each"
    return "unit" if _RATE_NOUN.search(before) else ""
