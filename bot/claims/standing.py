"""What kind of number a sentence gives: what a place can hold, what a share is traded at."""

import re

from bot.claims.model import Claim, Figure

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


def of_unlike_kind(figure: Figure, claim: Claim, other: Figure, beside: Claim) -> bool:
    """Tell whether one number is a capacity or a market price, and the other one is not.

    A difference ("15 fewer than planned") is set against nothing.
    """
    if _difference(figure, claim) or _difference(other, beside):
        return True
    return any(kind(figure, claim) is not kind(other, beside) for kind in (_capacity, _traded))


def _difference(figure: Figure, claim: Claim) -> bool:
    """Tell how much more or less from how many: "15 fewer than first announced"."""
    return bool(_MORE_THAN.match(claim.quote[max(figure.end - claim.start, 0) :]))


def _capacity(figure: Figure, claim: Claim) -> bool:
    return bool(_CAPACITY.search(claim.quote[: max(figure.start - claim.start, 0)]))


def _traded(figure: Figure, claim: Claim) -> bool:
    return bool(_ON_THE_EXCHANGE.search(claim.quote[: max(figure.start - claim.start, 0)]))
