"""Whether a sentence takes something back: a correction of the article, a claim withdrawn."""

import re

from bot.claims.claimants import kindred
from bot.claims.model import Claim
from bot.claims.subject import speaks_of
from bot.claims.words import fold

_OF_THE_ARTICLE = re.compile(
    # "An earlier version of this article said that 29 people had died"
    r"\b(?:earlier|previous|original) version of (?:this|the|our) (?:article|story|report)\b"
    r"|\bthis (?:article|story|report) (?:was|has been) (?:corrected|amended)\b"
    r"|^\W*(?:correction|clarification)\s*:",
    re.IGNORECASE,
)
_SAID = r"(?:figure|estimate|claim|statement|number|count|forecast|report|remark|toll|charge)s?"
_BACK = r"(?:withdr[ae]w\w*|retract\w*|(?:took|takes) back|disown\w*|corrects|corrected)"
_GONE = r"(?:withdrawn|retracted|disowned|no longer stands?)"
_TAKES_BACK = re.compile(
    # "The institute withdrew its estimate", "the toll has been withdrawn"
    rf"\b{_BACK}\b[^.;]{{0,40}}\b{_SAID}\b|\b{_SAID}\b[^.;]{{0,40}}\b{_GONE}\b",
    re.IGNORECASE,
)
_CUES = frozenset(("withdraw", "withdrew", "withdrawn", "retract", "retracted", "corrected"))


def corrects_itself(claim: Claim) -> bool:
    """Tell whether the article says that an earlier version of it was wrong."""
    return bool(_OF_THE_ARTICLE.search(claim.quote))


def withdraws(later: Claim, earlier: Claim) -> bool:
    """Tell whether the claimant of the earlier claim takes it back, or is said to."""
    takes_back = _TAKES_BACK.search(later.quote) or _CUES & set(fold(later.cue).split())
    if not takes_back or corrects_itself(later):
        return False
    return kindred(later, earlier) or speaks_of(later, earlier)


def one_page(later: Claim, earlier: Claim) -> bool:
    """Tell whether both stand in versions of one article: the address is the same."""
    return bool(later.publication.url) and later.publication.url == earlier.publication.url
