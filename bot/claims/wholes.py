"""Which number of a sentence is a part of another: "21 died: 14 at once, five later"."""

import re
from dataclasses import replace
from functools import lru_cache

from bot.claims.model import Claim, Figure, Scope
from bot.claims.values import unit, values
from bot.claims.whose import of_its_own
from bot.claims.words import MEMORY, kin_of

_OF_THEM = re.compile(
    # "14 of them", "two of whom", "nine passengers killed outright"; not "96, of whom 12 …"
    r"^(?:\s*of (?:them|whom|which|those|these)\b|\W*(?:\w+\W+){0,2}(?:outright|instantly"
    r"|on the spot|at the scene|later (?:in|of))\b)",
    re.IGNORECASE,
)
_OF_THAT = re.compile(r"\W*Of (?:that|this|these|those|them)\b")
_BREAKS_DOWN = re.compile(
    # What stands between a total and its parts.
    r":|\b(?:includ\w+|among (?:them|whom)|of whom|of which|of them|made up of|consisting of"
    r"|after|as well as|with)\b",
    re.IGNORECASE,
)


def of_that(claim: Claim) -> bool:
    """Tell what opens as a share of what was told before: "Of that, 45 tonnes were cleared"."""
    return bool(_OF_THAT.match(claim.quote))


def as_told(figure: Figure, claim: Claim, other: Figure, beside: Claim) -> tuple[Figure, Figure]:
    """Return both figures with the scopes that their sentences give them.

    "12 of its sailors" is a whole beside a whole; "17 after three died in hospital" has a part,
    and those three are no such part as "the 14 killed outright".
    """
    mine, theirs = _told(figure, claim), _told(other, beside)
    if mine.scope is theirs.scope is Scope.SUBSET and (mine is not figure or theirs is not other):
        return mine, replace(theirs, scope=Scope.TOTAL)
    one, two = _whole(mine, claim, theirs), _whole(theirs, beside, mine)
    return one, two


def _told(figure: Figure, claim: Claim) -> Figure:
    if figure.scope in (None, Scope.TOTAL) and unit(figure) == "count" and _part(figure, claim):
        return replace(figure, scope=Scope.SUBSET)
    return figure


def _whole(figure: Figure, claim: Claim, other: Figure) -> Figure:
    own = (
        figure.scope is Scope.SUBSET
        and other.scope is not Scope.SUBSET
        and (of_its_own(figure, claim) or of_that(claim))  # cleared now beside cleared then
    )
    return replace(figure, scope=Scope.TOTAL) if own else figure


def _part(figure: Figure, claim: Claim) -> bool:
    at = max(figure.end - claim.start, 0)
    if _OF_THEM.match(claim.quote[at:]):
        return True
    return any(_breaks_down(g, figure, claim) for g in claim.figures if g.start < figure.start)


def _breaks_down(whole: Figure, part: Figure, claim: Claim) -> bool:
    """Tell whether the larger number before is the whole: "rose to 17 after three died"."""
    if unit(whole) != unit(part) or not _one_kind(whole, part):
        return False
    between = claim.quote[max(whole.end - claim.start, 0) : max(part.start - claim.start, 0)]
    larger = max(values(whole), default=0.0) > max(values(part), default=0.0)
    return larger and bool(_BREAKS_DOWN.search(between))


@lru_cache(MEMORY)
def _alike(one: str, other: str) -> bool:
    return not kin_of(one).isdisjoint(kin_of(other))


def _one_kind(whole: Figure, part: Figure) -> bool:
    if whole.outcome or part.outcome:
        return whole.outcome is part.outcome
    return _alike(whole.what, part.what)
