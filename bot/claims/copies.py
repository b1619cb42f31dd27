"""Which claims are one text printed again: syndicated copies, of which all have one origin."""

from collections.abc import Iterator, Sequence
from itertools import islice

from rapidfuzz import fuzz

from bot.claims.compare import compare
from bot.claims.model import Claim, Link
from bot.claims.values import values
from bot.claims.words import fold

COPIED = 90.0  # wording this alike, with no number changed, is one text printed twice
ALIKE = 0.8  # share of words, asked before the letters are compared
ANOTHER = "printed again elsewhere"
MOST = 9
"""Copies that a partner is told with: a wire's sentence may stand in a hundred papers, and whoever
knows that it has one origin need not count them."""


def copies(links: Sequence[Link], others: Sequence[Claim]) -> Iterator[Link]:
    """Add, unshown, other articles that print a partner's very words, the first so many.

    "Five articles, one origin": a copy is no second source.
    """
    told = {(k.later.id, k.earlier.id) for k in links}
    for link in links:
        for other in islice(_printing(link, others), MOST) if link.shown else ():
            if (link.later.id, other.id) in told:
                continue
            told.add((link.later.id, other.id))
            relation, differences = compare(link.later, other)
            yield Link(link.later, other, relation, differences, why=(ANOTHER,))


def _printing(link: Link, others: Sequence[Claim]) -> Iterator[Claim]:
    return (other for other in others if is_copy(other, link.earlier))


def how_many(articles: int) -> str:
    """Say how many articles print a sentence, its own among them: "3 articles"."""
    return f"{articles}{' or more' if articles > MOST else ''} articles"


def is_copy(one: Claim, other: Claim) -> bool:
    """Tell whether another publication prints the same sentence with the same numbers."""
    if one.publication.url == other.publication.url or one.polarity is not other.polarity:
        return False
    shared = len(one.words & other.words)
    if shared < ALIKE * max(len(one.words), len(other.words), 1):
        return False
    if [values(f) for f in one.figures] != [values(f) for f in other.figures]:
        return False
    return fuzz.token_sort_ratio(fold(one.quote), fold(other.quote)) >= COPIED
