"""States that exclude each other without a "not": it works, it is off; stays open, closes."""

import re

from bot.claims.model import Claim, Polarity
from bot.claims.once import once_a_claim

_IS = r"(?:is|are|was|were|been|be)"
_WORKS = (
    rf"{_IS} (?:\w+ly )?(?:working|functioning|operational|in service"
    r"|in (?:full |good |perfect )?working order|switched on|turned on)"
    r"|worked (?:\w+ly\b|as it should|as (?:planned|designed|intended))"
    r"|(?:works|working|functioned) (?:normally|properly|perfectly|fine|well)"
)
_FAILS = (
    r"out of (?:service|order|action)|switched off|turned off|(?:has|had|have) been failing"
    rf"|had failed|{_IS} (?:broken|faulty|defective|disabled|inoperative|off|down)\b"
)
_OPEN = r"(?:stay|remain|keep|kept)(?:s|ed|ing)? (?:\w+ ){0,2}?open"
_SOME = r"\d+|two|three|several|many|dozens|some"  # "closed 11 mills" says nothing of one mill
_CLOSES = rf"(?:clos(?:e|es|ed|ing|ure)|shut(?:s|ting)?)\b(?! (?:to|down a|a deal|{_SOME})\b)"
_IN_TIME = r"on (?:schedule|time|course)|as (?:planned|scheduled)|to plan|within budget"
_LATE = (
    r"delay(?:s|ed)?|behind schedule|postponed|put (?:back|off)|running late|overdue|over budget"
)
_SAFE = rf"{_IS} (?:perfectly |quite |entirely |completely )?safe\b"
_UNSAFE = r"unsafe|dangerous|a danger\b|hazardous"
_AS_ONE = r"unanimous(?:ly)?"
_SPLIT = r"voted (?:by )?\w+ (?:votes )?to \w+|split vote"
_CURB = r"(?:sanctions|ban|curfew|embargo|restrictions?|blockade|tariffs?)"
_FREE = (
    rf"{_CURB} (?:\w+ ){{0,3}}?(?:lifted|eased|ended|dropped)"
    rf"|(?:lift|ease|drop)(?:s|ed|ing)? (?:\w+ ){{0,3}}?{_CURB}"
)
_CURBED = (
    rf"{_CURB} (?:\w+ ){{0,3}}?(?:imposed|extended|stays?|remains?|kept|tightened)"
    rf"|(?:impos|extend|keep|tighten)\w* (?:\w+ ){{0,3}}?{_CURB}"
)
_RULES = tuple(
    tuple(re.compile(rf"\b(?:{side})", re.IGNORECASE) for side in sides)
    for sides in (
        (_WORKS, _FAILS), (_OPEN, _CLOSES), (_IN_TIME, _LATE), (_SAFE, _UNSAFE),
        (_AS_ONE, _SPLIT), (_FREE, _CURBED),
    )
)  # fmt: skip
"""What things should be, and what they are not at the same time."""


def exclude_each_other(one: Claim, other: Claim) -> bool:
    """Tell whether two plain claims put one thing in two states: "works", "has been off"."""
    if not one.polarity is other.polarity is Polarity.AFFIRMED:
        return False
    here, there = _states(one), _states(other)
    return any((row, not side) in there for row, side in here) and here.isdisjoint(there)


def is_the_good_one(claim: Claim) -> bool:
    """Tell whether the claim's state is the one that things should be in."""
    return any(side for _, side in _states(claim))


@once_a_claim
def _states(claim: Claim) -> frozenset[tuple[int, bool]]:
    """Return the rows of which the sentence tells a state, and whether it is the first one."""
    return frozenset(
        (row, not place)
        for row, sides in enumerate(_RULES)
        for place, side in enumerate(sides)
        if side.search(claim.quote)
    )
