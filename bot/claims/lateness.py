"""Which denials are of the state of things so far, and which say that something comes late."""

import re
from datetime import date

from bot.claims.model import Claim, Polarity

_SO_FAR = re.compile(
    # "No oil has reached the shore", "has not paid since March", "are still not there"
    r"\b(?:has|have|had)\s+(?:\w+\s+)?(?:not|never|yet)\b|\b(?:has|have|had)n['’]t\b"
    r"|\b(?:no|not (?:one|a|any)|none|nobody)\b[^.;,]{0,40}\b(?:has|have)\b"
    r"|\bnot yet\b|\bstill (?:not|no)\b|\bso far\b"
    r"|\b(?:is|are|was|were) (?:still )?(?:no|not) (?:yet|longer)\b",
    re.IGNORECASE,
)
_AT_ALL = re.compile(
    r"\b(?:will|would|won['’]t|plans?|intend\w*|going to|could|can|ever|denie[sd]|deny)\b",
    re.IGNORECASE,
)
_LATE = re.compile(
    # "will not open before June", "have still not arrived", "never took place"
    r"\b(?:not|n['’]t|never|cannot)\b[^.;]{0,60}\b(?:before|until|till|earlier than|in time)\b"
    r"|\b(?:has|have|had)(?:\s+still)?(?:\s+not|n['’]t)\b"
    r"|\bstill (?:has |have |is |are )?not\b|\bnot yet\b"
    r"|\b(?:never|not|n['’]t) (?:\w+ ){0,2}?(?:t[ao]ken? place|took place|happen\w*|arriv\w+"
    r"|go ahead|gone ahead|materiali[sz]\w+)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|would|should|expects?|expected|plans?|planned|due|is to|are to|to be held"
    r"|aims?)\b",
    re.IGNORECASE,
)
_OWNS_UP = re.compile(
    r"\b(?:admit\w*|conced\w+|acknowledg\w+|confess\w*|after all|in fact)\b", re.IGNORECASE
)
_NO_SOONER = re.compile(r"\b(?:before|until|till|earlier than)\b", re.IGNORECASE)


def so_far(denial: Claim) -> bool:
    """Tell a denial that time may overtake: "No oil has reached the shore" on Monday."""
    if denial.polarity is not Polarity.DENIED or _AT_ALL.search(denial.quote):
        return False
    return bool(_SO_FAR.search(denial.quote))


def overtaken(denial: Claim, event: Claim) -> bool:
    """Tell whether the event came after the denial was printed: paid on Friday, not before."""
    published = denial.publication.published
    after = published and event.when and event.when.start > published.date()
    return bool(after) and so_far(denial)


def goes_on(denial: Claim, event: Claim) -> bool:
    """Tell whether time went on between the two, and nobody owns up to what he denied."""
    return so_far(denial) and not owns_up(event)


def owns_up(claim: Claim) -> bool:
    """Tell whether somebody admits what he had denied."""
    return bool(_OWNS_UP.search(claim.quote))


def announces(claim: Claim) -> bool:
    """Tell whether the claim is of something to come: "will send monitors by Tuesday"."""
    published = claim.publication.published
    ahead = published and claim.when and claim.when.end >= published.date()
    return claim.polarity is Polarity.AFFIRMED and bool(ahead or _TO_COME.search(claim.quote))


def comes_late(denial: Claim, announced: Claim) -> bool:
    """Tell whether a denial says of something announced that it is not done, or not so soon."""
    return bool(_LATE.search(denial.quote)) and announces(announced)


def is_over(announced: Claim, denial: Claim) -> bool:
    """Tell whether the day announced is past, or will be: "by Tuesday" is not over on Tuesday."""
    published = denial.publication.published
    last = announced.when.end if announced.when else date.min
    return bool(_NO_SOONER.search(denial.quote)) or bool(published and last < published.date())
