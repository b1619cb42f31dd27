"""The claims of both sides of a comparison, with what is worked out of each once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.claims.model import Claim, Polarity, Reading
from bot.claims.occasions import occasion_of
from bot.claims.stance import stance
from bot.claims.subject import Subject, Weights, context, subject_of
from bot.claims.vocabulary import COUNTRIES
from bot.claims.words import fold

STORY = 0.5  # weight of names that two articles must share to tell one story
ADJOINING = 3  # characters between a sentence and the one that carries it on
_OPENING = re.compile(  # a sentence that only points back
    r"[\"' ]*(?:it|they|he|she|none|neither|both|its|their|(?:that|this|these|those)"
    r" (?:is|are|was|were|has|had|will|would|can|could))\b"
)


@dataclass(frozen=True, slots=True)
class Known:
    """A claim with what is worked out of it once."""

    claim: Claim
    subject: Subject
    occasion: frozenset[str]  # "second" of "a second regatta"; carried to the sentence after it
    stance: Polarity
    lent: frozenset[str]  # what "None was lost" takes over from the sentence before it


@dataclass(frozen=True, slots=True)
class Side:
    """Claims of one side of the comparison, with the weights of all."""

    claims: tuple[Known, ...]
    weights: Weights


def known(here: Sequence[Claim], there: Sequence[Claim]) -> tuple[Side, Side]:
    """Work out both sides, with weights over all claims at hand."""
    mine, others = _known(here), _known(there)
    weights = Weights([k.subject for k in (*mine, *others)])
    return Side(mine, weights), Side(others, weights)


def _known(claims: Sequence[Claim]) -> tuple[Known, ...]:
    return tuple(k for _, article in groupby(sorted(claims, key=_place), key=_article)
                 for k in _read_on(list(article)))  # fmt: skip


def _article(claim: Claim) -> tuple[str, str, str]:
    p = claim.publication
    return (p.url, p.title, str(p.published))


def _place(claim: Claim) -> tuple[tuple[str, str, str], int]:
    return (_article(claim), claim.start)


def _read_on(claims: list[Claim]) -> Iterator[Known]:
    """Carry "a second regatta" on to "The guild spoke of 730", the sentence after it."""
    before: Known | None = None
    for claim in claims:
        occasion = occasion_of(claim.quote)
        bare = not occasion and not claim.names and not claim.when
        if before and bare and claim.start - before.claim.end < ADJOINING:
            occasion = before.occasion
        before = Known(claim, subject_of(claim), occasion, stance(claim), _lent(claim, before))
        yield before


def _lent(claim: Claim, before: Known | None) -> frozenset[str]:
    """Take over what the sentence before spoke of, where this one only points: "It drifted"."""
    if before is None or claim.about or claim.start - before.claim.end >= ADJOINING:
        return frozenset()
    points = _OPENING.match(fold(claim.quote)) or not claim.words
    goes_on = claim.quote[:1] in "\"“'‘" and claim.claimant == before.claim.claimant
    return before.subject.all if points or goes_on else frozenset()


def same_story(reading: Reading, here: Side, there: Side) -> list[Known]:
    """Return the claims of articles that tell the same story, by the names that they share."""
    ours = context(reading.claims, reading.article.publication)
    near: list[Known] = []
    for _, article in groupby(there.claims, key=lambda k: _article(k.claim)):
        group = list(article)
        theirs = context([k.claim for k in group], group[0].claim.publication)
        if here.weights.sum(ours.shared(theirs) - COUNTRIES) >= STORY:
            near += group
    return near
