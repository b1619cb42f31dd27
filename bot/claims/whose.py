"""Whose people a figure counts: of which side, and whether all of them or one group of them."""

import re
from functools import lru_cache

from bot.claims.model import Claim, Figure
from bot.claims.words import MEMORY, fold, kin_of

ARMED = frozenset(
    """troop guard conscript reservist recruit militiaman militia rebel insurgent gunman attacker
    militant police policeman officer marine trooper paratrooper commando gendarme legionnaire
    sentry""".split()
)
CIVIL = frozenset(
    """civilian villager resident bystander farmer shepherd shopper tourist pedestrian worshipper
    child infant pupil pilgrim trader herder fisherman townspeople passer-by neighbour""".split()
)
GROUPS = CIVIL | frozenset(
    """baby toddler teenager pensioner woman girl boy foreigner conscript newborn schoolchild
    grandmother nurse firefighter rescuer""".split()
)
"""Some of the people, never all of them: "two children died" beside "121 people died"."""
_HOSTILE = frozenset(("enemy", "hostile"))
_PLAIN = kin_of("people person killed dead injured wounded missing bodies man men")
UNSIDED = CIVIL - frozenset(("child", "infant", "pupil", "pilgrim", "tourist"))
"""Who is of no army, so that the dead of one side are others."""
_ITS_OWN = re.compile(
    # "11 of its soldiers", "six of their own guards"
    r"^\W*(?:of|among) (?:its|their|our|his|her)\b(?! \d)",
    re.IGNORECASE,
)
_OWN_UP = re.compile(
    # "puts its own losses at six", "has so far acknowledged nine dead"
    r"\b(?:acknowledg\w+|admit\w*|conced\w+|(?:its|their|our) (?:own )?(?:losses|dead|casualties"
    r"|wounded|fallen))\b[^.;:,]{0,40}$",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"\b[A-Z][^\W\d_]{3,}")
_STEM = 5  # letters by which a people meets its land: "Varnovian", "Varnovia"


def of_its_own(figure: Figure, claim: Claim) -> bool:
    """Tell "12 of its sailors": nobody counts a whole of which these were a part."""
    return bool(_ITS_OWN.match(claim.quote[max(figure.end - claim.start, 0) :]))


def of_other_people(figure: Figure, claim: Claim, other: Figure, beside: Claim) -> bool:
    """Tell whether the two count people of different sides, or a group beside everybody."""
    one, two = kin_of(figure.what), kin_of(other.what)
    if (one & ARMED and two & CIVIL - ARMED) or (two & ARMED and one & CIVIL - ARMED):
        return True
    if bool(one & _HOSTILE) is not bool(two & _HOSTILE) or _soldiers_alone(figure, other):
        return True
    here, there = _side(figure, claim), _side(other, beside)
    if here and there:
        return here.isdisjoint(there)
    return bool((here and two & UNSIDED) or (there and one & UNSIDED))


def _soldiers_alone(figure: Figure, other: Figure) -> bool:
    """Tell soldiers who died beside "bodies" and "people" who did: not the same dead."""
    if not (figure.outcome and other.outcome):
        return False
    armed = [bool(kin_of(f.what) & ARMED) for f in (figure, other)]
    plain = [not kin_of(f.what) - _PLAIN for f in (figure, other)]
    return (armed[0] and plain[1]) or (armed[1] and plain[0])


def _side(figure: Figure, claim: Claim) -> frozenset[str]:
    """Return whose they are, as first letters of names: by the label, else the claimant's own."""
    at = max(figure.start - claim.start, 0)
    return _side_of(figure.what, claim.quote, at, max(figure.end - claim.start, 0), claim.claimant)


@lru_cache(MEMORY)
def _side_of(what: str, quote: str, start: int, end: int, claimant: str | None) -> frozenset[str]:
    named = frozenset(_stem(w) for w in _CAPITAL.findall(what) if not quote.startswith(w))
    if named:
        return named
    own = _ITS_OWN.match(quote[end:]) or _OWN_UP.search(quote[:start])
    return frozenset(map(_stem, _owner(claimant or "", quote))) if own else named


def _owner(claimant: str, quote: str) -> list[str]:
    """Return the names of whose people they are; a person speaks for a side that is named near."""
    names = _CAPITAL.findall(claimant)
    return names if len(names) == 1 else [*names, *_CAPITAL.findall(quote[1:])]


def _stem(name: str) -> str:
    return fold(name)[:_STEM]


def of_a_group(figure: Figure, other: Figure) -> bool:
    """Tell whether one counts a group ("children killed") and the other one people at large."""
    one, two = kin_of(figure.what) & GROUPS, kin_of(other.what) & GROUPS
    return bool(one) is not bool(two)
