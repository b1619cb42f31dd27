"""Which figure of a sentence is the news, and which one it takes the place of."""

import re

from bot.claims.claimants import same_claimant
from bot.claims.model import Claim, Figure
from bot.claims.values import SIZE, same_number, sizes, unit, values
from bot.claims.words import fold

_FROM = re.compile(
    # "now 11,400, up from the 1,800 of March", "six, not the 14"
    r"\b(?:from|instead of|rather than|compared (?:with|to)|not)(?: the| an?)?\W*$",
    re.IGNORECASE,
)
_RISEN_TO = re.compile(
    # "has risen to 510", "raised the number of homes to 61"
    r"\b(?:ris(?:en|es)|rose|climb\w*|gr[eo]wn?|jump\w*|fallen|fell|drop\w*|rais\w+|increas\w+"
    r"|lower\w*|revis\w+|updat\w+)\b[^.;]{0,60}\bto\W*$",
    re.IGNORECASE,
)
GRAMMAR = frozenset(("of", "the", "a", "an", "in", "for", "and", "to", "with", "by"))


def restated(figure: Figure, claim: Claim) -> bool:
    """Tell what was from what is: "11,400 now 11,400, up from the 1,800 of March"."""
    return bool(_FROM.search(claim.quote[: max(figure.start - claim.start, 0)]))


def succeeds(figure: Figure, earlier: Figure, claim: Claim) -> bool:
    """Tell whether the claim itself sets the figure against the earlier one: "up from"."""
    return any(
        f is not figure and unit(f) == unit(figure) and f.what == figure.what
        and same_number(f, earlier) and restated(f, claim)
        for f in claim.figures if values(f)
    ) and not restated(figure, claim)  # fmt: skip


def revises(figure: Figure, earlier: Figure, claim: Claim, other: Claim) -> bool:
    """Tell whether the claimant moves the number given before: "has risen to 510"."""
    if unit(figure) != unit(earlier) or figure.outcome is not earlier.outcome:
        return False
    low, high = sizes(figure, earlier)
    words = [frozenset(fold(f.what).split()) for f in (figure, earlier)]
    if not 0 < low < high <= SIZE * low or not words[0] & words[1] - GRAMMAR:
        return False
    before = claim.quote[: max(figure.start - claim.start, 0)]
    return bool(_RISEN_TO.search(before)) and same_claimant(claim, other)
