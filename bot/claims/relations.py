"""What a later claim does to an earlier one: repeats it, updates it, denies it and so on."""

from collections.abc import Sequence
from itertools import chain

from rapidfuzz import fuzz

from bot.claims.claimants import kindred, same_claimant
from bot.claims.corrections import one_page, withdraws
from bot.claims.labels import outcome
from bot.claims.measure import Fit, Pair
from bot.claims.model import (
    Certainty,
    Claim,
    Difference,
    DifferenceKind,
    Outcome,
    Polarity,
    RelationKind,
    Scope,
)
from bot.claims.stance import stances
from bot.claims.values import Lie, lie, values
from bot.claims.words import fold, same_name

COPIED = 90.0  # wording this alike, with no facet changed, is one text printed twice
GROWING = frozenset(Outcome) - {Outcome.MISSING}
"""Tolls that rise while they are counted; a rise is an update whoever gives it."""


def relation(
    later: Claim, earlier: Claim, figures: Sequence[Pair], differences: Sequence[Difference]
) -> RelationKind:
    """Return what the later claim does to the earlier one."""
    kinds = {d.kind for d in differences}
    if withdraws(later, earlier):
        return RelationKind.WITHDRAWS
    if later.conditional or earlier.conditional:
        return RelationKind.UPDATES  # an "if" neither denies nor contradicts
    if kinds & {DifferenceKind.DENIAL, DifferenceKind.UNCONFIRMED}:
        return _by_stance(later, *stances(later, earlier))
    if figures:
        return _by_figures(later, earlier, figures)
    return RelationKind.UPDATES if DifferenceKind.TIME in kinds else _retold(later, earlier)


def _by_stance(later: Claim, now: Polarity, then: Polarity) -> RelationKind:
    if now is Polarity.UNCONFIRMED:
        return RelationKind.DOES_NOT_CONFIRM
    if now is Polarity.DENIED:
        return RelationKind.DENIES
    if then is Polarity.DENIED:
        return RelationKind.CONFLICTS
    sure = later.certainty is Certainty.CERTAIN
    return RelationKind.CONFIRMS if sure else RelationKind.UPDATES


def _by_figures(later: Claim, earlier: Claim, figures: Sequence[Pair]) -> RelationKind:
    changed = [p for p in figures if p.changed]
    if changed:
        return _by_change(later, earlier, changed[0])
    unlike = [p for p in figures if p.fit is Fit.UNLIKE]
    if unlike:
        added = Scope.ADDITIONAL in (unlike[0].later.scope, unlike[0].earlier.scope)
        return RelationKind.ADDS_TO if added else RelationKind.BREAKS_DOWN
    return _retold(later, earlier)


def _by_change(later: Claim, earlier: Claim, pair: Pair) -> RelationKind:
    known = kindred(later, earlier) or one_page(later, earlier)
    if known or _risen_toll(pair) or _moved_on(later, earlier):
        return RelationKind.UPDATES
    match lie(pair.later, pair.earlier):
        case Lie.DISJOINT:
            return RelationKind.CONFLICTS
        case Lie.NARROWER:
            return RelationKind.NARROWS
        case Lie.WIDER:
            return RelationKind.WIDENS
        case Lie.EQUAL | Lie.OVERLAP:
            return RelationKind.UPDATES


def _risen_toll(pair: Pair) -> bool:
    rises = max(values(pair.later)) >= max(values(pair.earlier))
    return rises and outcome(pair.later) in GROWING


def _moved_on(later: Claim, earlier: Claim) -> bool:
    """Tell whether the two need not agree: guesses, other times, nobody who vouches."""
    guessed = Certainty.CERTAIN not in (later.certainty, earlier.certainty)
    apart = bool(later.when and earlier.when) and not _meet(later, earlier)
    return guessed or apart or earlier.certainty is Certainty.POSSIBLE


def _meet(a: Claim, b: Claim) -> bool:
    return bool(a.when and b.when and a.when.start <= b.when.end and b.when.start <= a.when.end)


def _retold(later: Claim, earlier: Claim) -> RelationKind:
    """Tell a repeat and a shared origin from a second, independent source."""
    copied = fuzz.token_sort_ratio(fold(later.quote), fold(earlier.quote)) >= COPIED
    if copied or same_claimant(later, earlier) or not later.claimant:
        return RelationKind.REPEATS
    if _same_origin(later, earlier) or _same_origin(earlier, later):
        return RelationKind.SAME_ORIGIN
    return RelationKind.CORROBORATES


def _same_origin(one: Claim, other: Claim) -> bool:
    """Tell whether one leans on the other's claimant, outlet or go-between."""
    sources = (other.claimant or "", other.publication.outlet, *other.via)
    leans_on = (*one.via, *one.names)
    return any(same_name(a, b) for a, b in chain.from_iterable([(s, v) for v in leans_on]
               for s in sources if s))  # fmt: skip
