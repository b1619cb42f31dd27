"""Whether two claims come from one claimant, or from claimants who speak for one body."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from bot.claims.model import Claim
from bot.claims.vocabulary import BODIES, COUNTRIES, PEOPLES, TITLES
from bot.claims.words import MEMORY, fold, plain_name, same_name, skeleton

_MINISTER = re.compile(r"(?<!deputy )\b(\w+) minister|\bminister (?:of|for) (?:the )?(\w+)")
_SHORT = frozenset(
    """company firm bank lender group operator carrier maker manufacturer airline union club
    agency charity outfit owner retailer supplier developer insurer""".split()
)
"""What an article calls a body once it has named it: "the company", "the Brussels lender"."""
_PAPERS = ("website", "site", "filing", "notice", "statement", "circular", "account", "page")
_VOWELS = re.compile(r"[aeiou]")
TRANSLITERATED = 82.0  # likeness of "Behrud Lashkari" and "Behrood Lashkary", vowels apart


def same_claimant(one: Claim, other: Claim) -> bool:
    """Tell whether one claimant makes both claims; a minister speaks for the ministry.

    Claims of the articles themselves have no claimant in common.
    """
    if not one.claimant or not other.claimant:
        return False
    if _one_name(one.known_as or one.claimant, other.known_as or other.claimant):
        return True
    return for_one_body(one, other)


def for_one_body(one: Claim, other: Claim) -> bool:
    """Tell whether one claimant is the minister of the other, a ministry."""
    return _speaks_for(one, other) or _speaks_for(other, one)


_SO_CALLED = re.compile(
    r"(?<=\w) (?:coalition|party|group|campaign|movement|company|charity|club|firm|alliance)$"
)
"""What may follow a name and leave it the same: "the Keep Varno coalition"."""


@lru_cache(MEMORY)
def _one_name(one: str, other: str) -> bool:
    a, b = _publisher(one), _publisher(other)
    if a[:1].isupper() and b[:1].isupper():
        a, b = _SO_CALLED.sub("", a), _SO_CALLED.sub("", b)
    if same_name(a, b, (a, b)) or a in initials(b) or b in initials(a):
        return True
    return _transliterated(plain_name(a), plain_name(b))


def _publisher(name: str) -> str:
    """Return whose paper it is: "the registry's website" is the registry's word."""
    owner, _, paper = name.replace("’", "'").partition("'s ")
    return owner if paper in _PAPERS else name


def initials(name: str) -> tuple[str, ...]:
    """Return the acronym of a name, if it is of three words or more."""
    capitals = [w[0] for w in name.replace("-", " ").split() if w[0].isupper()]
    return ("".join(capitals),) if len(capitals) > 2 else ()  # noqa: PLR2004 - "VRL", but not "VR"


def _transliterated(one: str, other: str) -> bool:
    """Tell full names that differ in vowels alone; Mario is not Maria."""
    a, b = one.split(), other.split()
    if len(a) != len(b) or len(a) < 2 or fuzz.ratio(one, other) < TRANSLITERATED:  # noqa: PLR2004 - no surname alone
        return False
    gendered = any(x != y and x[:-1] == y[:-1] for x, y in zip(a, b, strict=True))
    return not gendered and _consonants(one) == _consonants(other)


def _consonants(name: str) -> str:
    return skeleton(_VOWELS.sub("", skeleton(name)))


def may_be_one(one: Claim, other: Claim) -> bool:
    """Tell whether nothing shows two claimants: "the company" may be the one named before.

    A person is never "the company".
    """
    return any(_short_for(a, b) for a, b in ((one, other), (other, one)))


def _short_for(short: Claim, full: Claim) -> bool:
    """Tell "the company", "the Brussels lender" beside a body's proper name."""
    words, known = (plain_name(c.claimant or "").split() for c in (short, full))
    noun = (short.claimant or "").split()[-1:]
    named = (full.claimant or "").split()[-1:]
    if not words or not noun[0].islower() or not named or named[0].islower() or is_person(full):
        return False
    bare = len(words) == 1 or set(words[:-1]) <= COUNTRIES | set(PEOPLES)
    others = (_SHORT | BODIES) - {words[-1]}
    return bare and words[-1] in _SHORT and not set(known) & others


def is_person(claim: Claim) -> bool:
    """Tell a person by what stands beside the name: "she", a title, "42", "who leads"."""
    name = fold(claim.claimant or "").split()
    before = re.findall(
        rf"(\w+)\.? (?={re.escape(name[0])}|{re.escape(name[-1])})", fold(claim.quote)
    )
    beside = re.search(
        rf"\b(?:he|she|his|her|mr|ms|mrs|dr)\b|{re.escape(name[-1])}, (?:the (\w+)|who|its|\d)",
        fold(claim.quote),
    )
    if beside and beside[1] in _SHORT:
        return False  # "Varno Ferries, the operator, said"
    return bool(beside or TITLES.intersection((*before, *name[:-1])))


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
    a, b = _told_by(one.claimant or ""), _told_by(other.claimant or "")
    bodies = a & b & BODIES
    return bool(bodies) and len((a | b) - bodies - COUNTRIES) <= 2  # noqa: PLR2004 - "leaked police memo"


@lru_cache(MEMORY)
def _told_by(name: str) -> frozenset[str]:
    """Return the words of a claimant's name, peoples as their countries."""
    return frozenset(PEOPLES.get(word, word) for word in plain_name(name).split())
