"""What differs between two related claims, facet by facet, in lines that an editor would print."""

import re
from collections.abc import Iterator, Sequence

from bot.claims.claimants import for_one_body, may_be_one, same_claimant
from bot.claims.days import said_day
from bot.claims.measure import Fit, Pair, pairs
from bot.claims.model import (
    Certainty,
    Claim,
    Difference,
    DifferenceKind,
    Figure,
    Polarity,
    RelationKind,
    Scope,
    When,
)
from bot.claims.relations import relation
from bot.claims.stance import stances
from bot.claims.subject import speaks_of
from bot.claims.values import Lie, lie, rough, unit, values
from bot.claims.vocabulary import COUNTRIES, FACILITIES, PEOPLES
from bot.claims.words import fold, same_name

STRENGTH = {Certainty.POSSIBLE: 0, Certainty.PROBABLE: 1, Certainty.CERTAIN: 2}
SAID_SO = {
    Polarity.AFFIRMED: "affirmed",
    Polarity.DENIED: "denied",
    Polarity.UNCONFIRMED: "not confirmed",
}
_FORECAST = re.compile(
    r"\b(?:forecast|estimat|project|predict|expect|outlook|guidance|sees|probabl)", re.IGNORECASE
)
MANIFOLD = 5.0  # from nine to 121 nobody says "up 1,244 per cent"
SCOPES = {
    Scope.ADDITIONAL: "is additional to what is there",
    Scope.SUBSET: "is a part of the whole",
    Scope.RATE: "is a rate",
    Scope.TOTAL: "is a total",
}


def compare(
    later: Claim, earlier: Claim, known: Sequence[Pair] = ()
) -> tuple[RelationKind, tuple[Difference, ...]]:
    """Return what the later claim does to the earlier one, and what differs, weightiest first.

    A conditional ("if the mayor is right") asserts nothing, so its figures are not set
    against others. `known` are figures of one thing that their articles tell, not the claims
    alone.
    """
    hypothetical = later.conditional or earlier.conditional
    figures = () if hypothetical else pairs(later, earlier) or tuple(known)
    differences = (
        *_stances(later, earlier),
        *_figures(figures),
        *_claimants(later, earlier),
        *_chains(later, earlier),
        *_certainty(later, earlier),
        *_times(later, earlier),
        *_places(later, earlier),
    )
    return relation(later, earlier, figures, differences), differences


def _stances(later: Claim, earlier: Claim) -> Iterator[Difference]:
    """Yield a change of stance; "rejected these charges" answers its own article's claim."""
    now, then = stances(later, earlier)
    if then is now or (now is Polarity.DENIED and later.about):
        return
    line = f"{SAID_SO[then].capitalize()} before, {SAID_SO[now]} now."
    if Polarity.DENIED in (then, now):
        yield Difference(DifferenceKind.DENIAL, SAID_SO[then], SAID_SO[now], line)
    if Polarity.UNCONFIRMED in (then, now):
        yield Difference(DifferenceKind.UNCONFIRMED, SAID_SO[then], SAID_SO[now], line)


def _figures(found: Sequence[Pair]) -> Iterator[Difference]:
    """Yield changed numbers, then unlike ones, which get no percentage and no arrow."""
    for pair in found:
        before, after = pair.earlier.text, pair.later.text
        if pair.changed:
            line = f"Figure: {before}, now {after}{_by_how_much(pair)}."
            yield Difference(DifferenceKind.FIGURE, before, after, line)
    for pair in found:
        if pair.fit is Fit.UNLIKE:
            before, after = pair.earlier.text, pair.later.text
            if values(pair.later) != values(pair.earlier):
                yield Difference(
                    DifferenceKind.FIGURE, before, after, f"Figures: {before}; {after}."
                )
            line = f"Not like for like: {before}; {_unlike(pair)}."
            yield Difference(DifferenceKind.SCOPE, before, after, line)


def _unlike(pair: Pair) -> str:
    """Tell which of the two counts something else: "60 to 70 came in addition …"."""
    late, early = pair.later.scope, pair.earlier.scope
    if late in (Scope.ADDITIONAL, Scope.SUBSET):
        return f"{pair.later.text} {SCOPES[late]}"
    kind = SCOPES[early] if early else "counts something else"
    return f"{pair.later.text}; the earlier one {kind}"


def _by_how_much(pair: Pair) -> str:
    """Return the change where both numbers are exact: in points between percentages."""
    if not pair.counted:
        return "; under another name"  # a loss, and later a cost
    if rough(pair.later) or rough(pair.earlier):
        overlap = lie(pair.later, pair.earlier) is not Lie.DISJOINT
        return "; the two may agree" if overlap else ""
    now, then = _value(pair.later), _value(pair.earlier)
    word = "up" if now > then else "down"
    if unit(pair.later) in ("percent", "percentage points"):
        points = f"{abs(now - then):.2f}".rstrip("0").rstrip(".")
        return f" ({word} {points} point{'' if points == '1' else 's'})"
    if then <= 0 or unit(pair.later) in ("magnitude", "C", "F"):
        return ""
    share = abs(now - then) / then
    return f" ({word} {share:.0%})".replace("%", " %") if share <= MANIFOLD else ""


def _value(figure: Figure) -> float:
    return next(iter(values(figure)))


def _claimants(later: Claim, earlier: Claim) -> Iterator[Difference]:
    before, after = earlier.claimant or "", later.claimant or ""
    if before and after:
        one = same_claimant(later, earlier) or may_be_one(later, earlier)
        silent = Polarity.UNCONFIRMED in (later.polarity, earlier.polarity)
        one = one and not (silent and for_one_body(later, earlier))  # the ministry kept silent
    else:  # "Orsk Mills raised its loss" is the firm's own word, though nobody is cited
        one = speaks_of(later, earlier) or speaks_of(earlier, later)
    if (before or after) and not one:
        line = f"Claimant: {before or 'nobody named'}, now {after or 'nobody named'}."
        yield Difference(DifferenceKind.CLAIMANT, before, after, line)


def _chains(later: Claim, earlier: Claim) -> Iterator[Difference]:
    before, after = ", ".join(earlier.via), ", ".join(later.via)
    gone = [v for v in earlier.via if not any(same_name(v, w) for w in later.via)]
    new = [v for v in later.via if not any(same_name(v, w) for w in earlier.via)]
    if gone or new:
        line = f"Chain: {before or 'nobody between'}, now {after or 'nobody between'}."
        yield Difference(DifferenceKind.VIA, before, after, line)


def _certainty(later: Claim, earlier: Claim) -> Iterator[Difference]:
    """Yield a change of certainty; all forecasts of one claimant are guesses, however put."""
    then, now = earlier.certainty, later.certainty
    foretold = _FORECAST.search(later.quote) and _FORECAST.search(earlier.quote)
    if then is not now and not foretold:
        word = "raised" if STRENGTH[now] > STRENGTH[then] else "lowered"
        line = f"Certainty {word}: {then}, now {now}."
        yield Difference(DifferenceKind.CERTAINTY, then, now, line)


def _times(later: Claim, earlier: Claim) -> Iterator[Difference]:
    now, then = later.when, earlier.when
    if now and then and (now.end < then.start or then.end < now.start):
        before, after = said_when(then), said_when(now)
        yield Difference(DifferenceKind.TIME, before, after, f"Time: {before}, now {after}.")


def said_when(when: When) -> str:
    """Return the days of an event: "16 Mar 2025", "11 Jul 2025 to 20 Jul 2025"."""
    first, last = said_day(when.start), said_day(when.end)
    return first if first == last else f"{first} to {last}"


def _places(later: Claim, earlier: Claim) -> Iterator[Difference]:
    """Yield a change of place, unless one may lie in the other, as a road in a town."""
    now, then = ({PEOPLES.get(fold(p), fold(p)) for p in c.places} for c in (later, earlier))
    if not now or not then or now & then or bool(now & COUNTRIES) is not bool(then & COUNTRIES):
        return
    if any(FACILITIES & set(place.split()) for place in now | then):
        return
    before, after = ", ".join(earlier.places), ", ".join(later.places)
    yield Difference(DifferenceKind.PLACE, before, after, f"Place: {before}, now {after}.")
