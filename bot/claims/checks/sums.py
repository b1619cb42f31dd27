"""Sums that do not fit: what is added, what was there and the total; parts above their whole."""

import re
from collections.abc import Iterator, Sequence

from bot.claims.checks.lists import misfit_lists
from bot.claims.measure import pairs
from bot.claims.model import Check, CheckKind, Claim, Figure, Link, Reading, Scope
from bot.claims.values import interval, rough, unit, values
from bot.claims.words import kin_of

_MORE_THAN_ANOTHER = re.compile(
    r"\s+(?:\w+\s+)?more\s+than\s+(?![^.;]*\b(?:first|earlier|before|previous\w*|announced|report\w*"
    r"|said|counted|thought|yesterday)\b)",
    re.IGNORECASE,
)


def misfit_sums(reading: Reading, links: Sequence[Link]) -> tuple[Check, ...]:
    """Return claims whose own figures do not add up, or not with the earlier total linked."""
    found = (c for claim in reading.claims for c in _of(claim, links))
    return (*found, *misfit_lists(reading.claims))


def _of(claim: Claim, links: Sequence[Link]) -> Iterator[Check]:
    added = _only(claim, Scope.ADDITIONAL)
    total = _total(claim, added)
    if added and total and added is not total:
        bases = list(_bases(claim, added, total, links))
        fits = any(_adds_up(base, added, total) for _, base in bases)
        if bases and not fits:
            owner, base = bases[0]
            yield Check(CheckKind.SUM, (claim, *owner), _line(base, added, total))
    yield from _part_above_whole(claim)


def _only(claim: Claim, scope: Scope) -> Figure | None:
    found = [f for f in claim.figures if f.scope is scope]
    return found[0] if len(found) == 1 else None


def _total(claim: Claim, added: Figure | None) -> Figure | None:
    if not added:
        return None
    found = [f for f in claim.figures if f.scope is Scope.TOTAL and _one_thing(f, added)]
    return found[0] if len(found) == 1 else None


def _one_thing(a: Figure, b: Figure) -> bool:
    one, two = kin_of(a.what), kin_of(b.what)
    return unit(a) == unit(b) and (one == two or bool(one & two))


def _bases(
    claim: Claim, added: Figure, total: Figure, links: Sequence[Link]
) -> Iterator[tuple[tuple[Claim, ...], Figure]]:
    """Yield what the added comes on top of: in the sentence itself, else in the linked claims."""
    if _MORE_THAN_ANOTHER.match(claim.quote[max(added.end - claim.start, 0) :]):
        return  # "91 more than its licence allowed" comes on top of no earlier count
    own = [f for f in claim.figures if f not in (added, total) and _one_thing(f, total)]
    if own:
        yield from (((), f) for f in own)
        return
    for link in links:
        if link.later.id == claim.id:
            for pair in pairs(claim, link.earlier):
                if pair.later == total and pair.earlier.scope in (None, Scope.TOTAL):
                    yield (link.earlier,), pair.earlier


def _adds_up(base: Figure, added: Figure, total: Figure) -> bool:
    low = interval(base)[0] + interval(added)[0]
    high = interval(base)[1] + interval(added)[1]
    return low <= interval(total)[1] and interval(total)[0] <= high


def _part_above_whole(claim: Claim) -> Iterator[Check]:
    """Find "12 of the 10 wells": a part that is larger than the one whole beside it."""
    whole, part = _only(claim, Scope.TOTAL), _only(claim, Scope.SUBSET)
    if not whole or not part or rough(whole) or rough(part):
        return
    if (
        unit(whole) == unit(part)
        and _one_thing(whole, part)
        and max(values(part)) > max(values(whole))
    ):
        line = f"The part, “{part.text}”, is above the whole, “{whole.text}”."
        yield Check(CheckKind.SUM, (claim,), line)


def _line(base: Figure, added: Figure, total: Figure) -> str:
    return f"The sum does not fit: “{base.text}” and “{added.text}” against “{total.text}”."
