"""The claims that are compared, article by article, with what is worked out of each once."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.claims.asides import aside, named_in, strange_places
from bot.claims.lone import Lone, lone_units
from bot.claims.model import Claim, Polarity, Reading
from bot.claims.occasions import bygone, occasion_of
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
    aside: bool = False  # of another matter than the story: "In a separate incident"
    strange: frozenset[str] = frozenset()  # places that its article names here alone
    around: frozenset[str] = frozenset()  # parts of all names of its article
    only: bool = False  # all that its claimant says in its article
    lone: Lone = frozenset()  # units of which its claimant gives one figure in its article


def by_article(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Return the claims article by article, each in the order of its sentences."""
    articles: dict[tuple[str, str, datetime | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        p = claim.publication
        articles[p.url, p.title, p.published].append(claim)
    in_order = sorted(articles, key=lambda told: (*told[:2], str(told[2])))
    return [sorted(articles[told], key=lambda c: c.start) for told in in_order]


def known(articles: Iterable[Sequence[Claim]]) -> tuple[Known, ...]:
    """Work out the claims of some articles, each read on from its first to its last."""
    return tuple(k for article in articles for k in _read_on(article))


def _read_on(claims: Sequence[Claim]) -> Iterator[Known]:
    """Carry "a second regatta" on to "The guild spoke of 730", the sentence after it."""
    before: Known | None = None
    around, sayers = named_in(claims), Counter(c.claimant for c in claims)
    lone = lone_units(claims)
    for claim, strange in zip(claims, strange_places(claims), strict=True):
        occasion = occasion_of(claim.quote)
        bare = not occasion and not claim.names and not claim.when
        if before and bare and claim.start - before.claim.end < ADJOINING:
            occasion = before.occasion
        lent = _lent(claim, before)
        apart = aside(claim.quote) or bool(before and lent and _of_old(before, claim))
        before = Known(
            claim, subject_of(claim), occasion, stance(claim), lent, apart, strange, around,
            only=bool(claim.claimant) and sayers[claim.claimant] == 1,
            lone=lone.get(claim.claimant or "", frozenset()),
        )  # fmt: skip
        yield before


def _of_old(before: Known, claim: Claim) -> bool:
    """Tell what goes on about another matter, or about one of years before."""
    return before.aside or bygone(before.claim, claim)


def _lent(claim: Claim, before: Known | None) -> frozenset[str]:
    """Take over what the sentence before spoke of, where this one only points: "It drifted"."""
    if before is None or claim.about or claim.start - before.claim.end >= ADJOINING:
        return frozenset()
    points = _OPENING.match(fold(claim.quote)) or not claim.words
    goes_on = claim.quote[:1] in "\"“'‘" and claim.claimant == before.claim.claimant
    return before.subject.all if points or goes_on else frozenset()


def same_story(
    reading: Reading, articles: Iterable[Sequence[Claim]], weights: Weights
) -> Iterator[Sequence[Claim]]:
    """Yield the articles that tell the same story, by the names that they share with it."""
    ours = context(reading.claims, reading.article.publication)
    for claims in articles:
        theirs = context(claims, claims[0].publication)
        if weights.sum(ours.shared(theirs) - COUNTRIES) >= STORY:
            yield claims
