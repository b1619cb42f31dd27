"""Whether two claims come from one claimant, or from claimants who speak for one body."""

import re

from bot.claims.model import Claim
from bot.claims.vocabulary import BODIES, COUNTRIES, PEOPLES
from bot.claims.words import fold, plain_name, same_name

_MINISTER = re.compile(r"(?<!deputy )\b(\w+) minister|\bminister (?:of|for) (?:the )?(\w+)")


def same_claimant(one: Claim, other: Claim) -> bool:
    """Tell whether one claimant makes both claims; a minister speaks for the ministry.

    Claims of the articles themselves have no claimant in common.
    """
    if not one.claimant or not other.claimant:
        return False
    if same_name(one.claimant, other.claimant, (one.claimant, other.claimant)):
        return True
    return _speaks_for(one, other) or _speaks_for(other, one)


def _speaks_for(person: Claim, body: Claim) -> bool:
    """Match "Farm minister Lena Orsk" with "the farm ministry"."""
    ministry = fold(body.claimant or "")
    if "ministry" not in ministry:
        return False
    offices = {w for m in _MINISTER.finditer(fold(person.quote)) for w in m.groups() if w}
    named = plain_name(person.claimant or "").split()[-1:]
    return bool(offices & set(ministry.split())) and named[0] in fold(person.quote)


def kindred(one: Claim, other: Claim) -> bool:
    """Tell whether the claimants are one or belong together: police, a leaked police memo."""
    if same_claimant(one, other):
        return True
    a, b = (
        {PEOPLES.get(w, w) for w in plain_name(c.claimant or "").split()} for c in (one, other)
    )
    bodies = a & b & BODIES
    return bool(bodies) and len({*a, *b} - bodies - COUNTRIES) <= 2  # noqa: PLR2004 - "leaked police memo"
