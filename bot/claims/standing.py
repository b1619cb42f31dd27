"""What kind of number a sentence gives: a capacity, a market price, a core rate, a guess."""

import re

from bot.claims.model import Claim, Figure
from bot.claims.values import unit
from bot.claims.words import fold, kin_of

_CAPACITY = re.compile(
    # "The camp was built for 70,000 people", "the hall seats 900"
    r"\b(?:(?:built|designed|room|space|equipped) (?:for|to hold)"
    r"|capacity (?:of|is)|seats|can (?:hold|take|carry|house)|licen[cs]ed (?:for|to carry))\W+"
    r"(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
_MORE_THAN = re.compile(r"\s+(?:[a-z]+\s+){0,2}?(?:more|fewer|less)\s+than\b", re.IGNORECASE)
_ON_THE_EXCHANGE = re.compile(
    # "Varno's stock climbed a tenth, to $31"
    r"\b(?:shares?|stock)\b(?:\W+\w+){0,4}?\W+(?:rose|rise|fell|fall|clos\w+|jump\w*|slid|climb\w*"
    r"|gain\w*|lost|drop\w*|soar\w*|plung\w*|trad\w+|slump\w*|surg\w*|slip\w*|tumbl\w*)\b",
    re.IGNORECASE,
)
_OTHER_MEASURES = frozenset(
    # "Core inflation" is no inflation, "youth unemployment" no unemployment, "net" never gross.
    """core underlying headline wholesale producer factory food energy fuel services youth female
    male rural urban net gross operating adjusted pretax average mean median real nominal hourly
    overnight long-term short-term basic weekly""".split()
)
_FORETOLD = re.compile(
    r"\b(?:will|would|forecasts?|projects?|projected|predict\w*|expect\w*|sees?|should|outlook"
    r"|by (?:christmas|the end of|next|20\d\d|spring|summer|autumn|winter))\b",
    re.IGNORECASE,
)
_MEASURED = frozenset(
    kin_of(
        "inflation price unemployment growth output rent yield productivity gdp default vacancy"
    )
)
RATES = ("percent", "percentage points")


def of_unlike_kind(figure: Figure, claim: Claim, other: Figure, beside: Claim) -> bool:
    """Tell whether one number is a capacity or a market price, and the other one is not.

    A difference ("15 fewer than planned") is set against nothing.
    """
    if _difference(figure, claim) or _difference(other, beside):
        return True
    if _another_measure(figure, claim, other, beside):
        return True
    return any(kind(figure, claim) is not kind(other, beside) for kind in (_capacity, _traded))


def _another_measure(figure: Figure, claim: Claim, other: Figure, beside: Claim) -> bool:
    """Tell rates of unlike measures: core beside headline, a forecast beside what was measured."""
    if unit(figure) not in RATES or unit(other) not in RATES:
        return False
    if _qualified(figure, claim) != _qualified(other, beside):
        return True
    measured = _MEASURED & kin_of(figure.what) & kin_of(other.what)
    return bool(measured) and _guess(claim) is not _guess(beside) and claim.when != beside.when


def _qualified(figure: Figure, claim: Claim) -> frozenset[str]:
    words = frozenset(fold(figure.what).split())
    averaged = {"average"} if re.search(r"\baverag", claim.quote, re.IGNORECASE) else set()
    return (words & _OTHER_MEASURES) | averaged


def _guess(claim: Claim) -> bool:
    published = claim.publication.published
    ahead = published and claim.when and claim.when.end > published.date()
    return bool(ahead and _FORETOLD.search(claim.quote))


def _difference(figure: Figure, claim: Claim) -> bool:
    """Tell how much more or less from how many: "15 fewer than first announced"."""
    return bool(_MORE_THAN.match(claim.quote[max(figure.end - claim.start, 0) :]))


def _capacity(figure: Figure, claim: Claim) -> bool:
    return bool(_CAPACITY.search(claim.quote[: max(figure.start - claim.start, 0)]))


def _traded(figure: Figure, claim: Claim) -> bool:
    return bool(_ON_THE_EXCHANGE.search(claim.quote[: max(figure.start - claim.start, 0)]))
