"""Where the words of a claim stand: in other claims, in other versions; and how they go."""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from sqlalchemy import select
from sqlmodel import col

from storage.sight import Sight
from storage.tables import ClaimRow, VersionRow

Texts = dict[int, tuple[VersionRow, list[ClaimRow]]]

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
        quotes = {claim.quote for claim in new}
        new = [one for one in _touching(texts, quotes) if one.known not in found]
        found |= {claim.known: claim for claim in new}
    return [*found.values()]


def blank(session: Sight, claims: Sequence[ClaimRow]) -> None:
    """Take the words of the claims out of the texts of their articles, at their places."""
    quotes = sorted({claim.quote for claim in claims if claim.quote}, key=len, reverse=True)
    for version, _ in _texts(session, claims).values():
        for quote in quotes:
            fill = FILL * len(quote)
            version.text = version.text.replace(quote, fill)
            version.title = version.title.replace(quote, fill)
    session.flush()


def _texts(session: Sight, claims: Sequence[ClaimRow]) -> Texts:
    """Return every version of the claims' articles with its claims, by row number."""
    own = select(col(VersionRow.article)).where(
        col(VersionRow.number).in_({claim.reading for claim in claims})
    )
    asked = select(VersionRow).where(col(VersionRow.article).in_(own))
    texts: Texts = {version.known: (version, []) for version in session.scalars(asked)}
    for claim in session.scalars(select(ClaimRow).where(col(ClaimRow.reading).in_(texts))):
        texts[claim.reading][1].append(claim)
    return texts


def _touching(texts: Texts, quotes: Collection[str]) -> Iterator[ClaimRow]:
    for version, claims in texts.values():
        spans = [*chain.from_iterable(_places(version.text, quote) for quote in quotes if quote)]
        for claim in claims:
            if any(claim.start < end and start < claim.end for start, end in spans):
                yield claim


def _places(text: str, quote: str) -> Iterator[tuple[int, int]]:
    start = text.find(quote)
    while start >= 0:
        yield start, start + len(quote)
        start = text.find(quote, start + len(quote))
