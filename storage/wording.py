"""Where the words of a claim stand: in other claims, in other versions; and how they go."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from sqlalchemy import select
from sqlmodel import col

from storage.portions import slices
from storage.sight import Sight
from storage.tables import ClaimRow, VersionRow

Texts = Mapping[int, tuple[VersionRow, list[ClaimRow]]]

FILL = "·"
"""Stands for each character that went: all other claims of the text stand where they stood."""


def with_same_words(session: Sight, claims: Sequence[ClaimRow]) -> list[ClaimRow]:
    """Return the claims, and those of the same article in whose words theirs stand.

    Two claims of one sentence share its words, and so does the same sentence in another version:
    forgetting one while keeping the other would keep what was to be forgotten.
    """
    texts = _texts(session, claims)
    found = {claim.known: claim for claim in claims}
    new = list(claims)
    while new:
        quotes = _quotes(texts, new)
        new = [one for one in _touching(texts, quotes) if one.known not in found]
        found |= {claim.known: claim for claim in new}
    return [*found.values()]


def blank(session: Sight, claims: Sequence[ClaimRow]) -> None:
    """Take the words of the claims out of the texts of their articles, at their places."""
    texts = _texts(session, claims)
    quotes = _quotes(texts, claims)
    for version, _ in texts.values():
        text, title = version.text, version.title
        for quote in sorted(quotes[version.article], key=len, reverse=True):
            fill = FILL * len(quote)
            text, title = text.replace(quote, fill), title.replace(quote, fill)
        version.text, version.title = text, title
    session.flush()


def _texts(session: Sight, claims: Sequence[ClaimRow]) -> Texts:
    """Return every version of the claims' articles with its claims, by row number."""
    texts: dict[int, tuple[VersionRow, list[ClaimRow]]] = {}
    for some in slices({claim.reading for claim in claims}):
        own = select(col(VersionRow.article)).where(col(VersionRow.number).in_(some))
        asked = select(VersionRow).where(col(VersionRow.article).in_(own))
        texts |= {version.known: (version, []) for version in session.scalars(asked)}
    for some in slices(texts):
        for claim in session.scalars(select(ClaimRow).where(col(ClaimRow.reading).in_(some))):
            texts[claim.reading][1].append(claim)
    return texts


def _quotes(texts: Texts, claims: Iterable[ClaimRow]) -> Mapping[int, Collection[str]]:
    """Return what the claims say in each article, by its row number."""
    quotes: dict[int, set[str]] = {version.article: set() for version, _ in texts.values()}
    for claim in claims:
        if claim.quote:
            quotes[texts[claim.reading][0].article].add(claim.quote)
    return quotes


def _touching(texts: Texts, quotes: Mapping[int, Collection[str]]) -> Iterator[ClaimRow]:
    for version, claims in texts.values():
        here = (_places(version.text, quote) for quote in quotes[version.article])
        spans = [*chain.from_iterable(here)]
        for claim in claims:
            if any(claim.start < end and start < claim.end for start, end in spans):
                yield claim


def _places(text: str, quote: str) -> Iterator[tuple[int, int]]:
    start = text.find(quote)
    while start >= 0:
        yield start, start + len(quote)
        start = text.find(quote, start + len(quote))
