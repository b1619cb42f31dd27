"""Parts that an article lists in full and that do not make up their whole."""

import re
from collections.abc import Iterator, Sequence

from bot.claims.model import Check, CheckKind, Claim, Figure
from bot.claims.values import rough, values

_ITEM = re.compile(r"[,;]\s+(?:and\s+)?|\s+and\s+")
_SAYING = re.compile(
    r"\b(?:said|says|saying|told|tells|according|adds?|added|reports?|reported|states?|stated"
    r"|announced|showed|shows?)\b",
    re.IGNORECASE,
)
_ONE = re.compile(r"^(?:the|a|an|its|their|his|her|one)\s+[^\W\d]", re.IGNORECASE)
_MANY = re.compile(r"^(?:the|its|their)\s+(?:other|rest|remain\w*|\w+s\b)", re.IGNORECASE)
_OF_THAT = re.compile(r"\bof (?:that|this|it|the total|the increase|the rise)\b", re.IGNORECASE)
_THE_REST = re.compile(
    r"\b(?:everything else|all else|the rest|the remainder|the others|other items)\b",
    re.IGNORECASE,
)
LISTED = 2  # numbers that make a list
MARGIN = 0.011  # of one: shares are rounded to a tenth, each by less than half of it


def misfit_lists(claims: Sequence[Claim]) -> Iterator[Check]:
    """Yield the claims whose list does not add up: "11 died: six sailors and four passengers"."""
    for before, claim in zip((None, *claims), claims, strict=False):
        parts, whole = _after_colon(claim) or _of_that(claim, before) or ((), None)
        if whole and abs(sum(parts) - _value(whole)) > MARGIN * max(len(parts), _shares(whole)):
            told = " + ".join(f"{p:g}" for p in parts)
            line = f"The sum does not fit: {told} = {sum(parts):g} against “{whole.text}”."
            owners = (claim, before) if before and whole not in claim.figures else (claim,)
            yield Check(CheckKind.SUM, owners, line)


def _shares(whole: Figure) -> int:
    """Return how much rounding may hide: counts are exact, shares are not."""
    return 0 if whole.unit == "count" else 6


def _value(figure: Figure) -> float:
    return next(iter(values(figure)))


def _after_colon(claim: Claim) -> tuple[list[float], Figure] | None:
    """Read "Twelve were hurt: seven guests, the cook and three waiters, the hotel said"."""
    head, colon, rest = claim.quote.partition(": ")
    whole = [f for f in claim.figures if f.end - claim.start <= len(head)]
    if not colon or len(whole) != 1 or whole[0].unit != "count" or rough(whole[0]):
        return None
    start = claim.start + len(head) + len(colon)
    parts = list(_parts(rest, [f for f in claim.figures if f.start >= start], start))
    told = [p for p in parts if p is not None]
    numbers = sum(f.start >= start for f in claim.figures)
    return (told, whole[0]) if len(told) == len(parts) and numbers >= LISTED else None


def _parts(rest: str, figures: Sequence[Figure], start: int) -> Iterator[float | None]:
    """Yield the number of each item, one for "the cook"; None for what cannot be counted."""
    at = 0
    for item in _ITEM.split(re.split(r"[.;!?]\s*(?:$|[A-Z])", rest, maxsplit=1)[0]):
        begin = rest.find(item, at)
        at = begin + len(item)
        inside = [f for f in figures if begin <= f.start - start < at]
        if not inside and _SAYING.search(item):
            return
        exact = len(inside) == 1 and inside[0].unit == "count" and not rough(inside[0])
        if exact:
            yield _value(inside[0])
        else:
            alone = not inside and _ONE.match(item) and not _MANY.match(item)
            yield 1.0 if alone else None


def _of_that(claim: Claim, before: Claim | None) -> tuple[list[float], Figure] | None:
    """Read "Fuel made up 2.1 points of that, rents 0.9 and the rest 0.3" after "3.8 per cent"."""
    if not before or not _OF_THAT.search(claim.quote) or not _THE_REST.search(claim.quote):
        return None
    figures = [f for f in claim.figures if not rough(f)]
    if len(before.figures) != 1 or rough(before.figures[0]) or len(figures) <= LISTED:
        return None
    share = before.figures[0].unit in ("percent", "percentage points")
    return ([_value(f) for f in figures], before.figures[0]) if share else None
