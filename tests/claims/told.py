"""Claims made from a sentence and what it is about, for tests of relating and comparing."""

from datetime import UTC, date, datetime
from typing import Any
from zlib import crc32

from bot.claims.model import (
    Article,
    Claim,
    Figure,
    Modifier,
    Outcome,
    Reading,
    Scope,
    When,
)
from bot.claims.words import kin_of
from tests.making import a_publication

FIRST = a_publication(
    url="https://courier.example/1",
    outlet="Courier",
    title="Flood in Alder",
    published=datetime(2026, 3, 4, 9, tzinfo=UTC),
)
SECOND = a_publication(
    url="https://herald.example/2",
    outlet="Herald",
    title="Alder after the flood",
    published=datetime(2026, 3, 5, 18, tzinfo=UTC),
)
NAMES = frozenset({"alder", "sorrel river"})


def told(
    quote: str, *figures: tuple[Any, ...], by: str | None = "ministry", **facets: Any
) -> Claim:
    """Return a claim; a figure is (its text, low, high, what is counted, further facets)."""
    names = facets.pop("names", NAMES)
    words = kin_of(quote) - kin_of(" ".join((*names, by or "")))
    given = {
        "id": facets.pop("id", f"C-{crc32(quote.encode()) % 10_000}"),
        "publication": FIRST,
        "start": 0,
        "end": len(quote),
        "cue": "said" if by else "",
        "names": names,
        "words": facets.pop("words", words),
    }
    return Claim(
        quote=quote, claimant=by, figures=tuple(_figure(quote, *f) for f in figures),
        **{**given, **facets},
    )  # fmt: skip


def _figure(
    quote: str, text: str, low: float | None, high: float | None, what: str, *more: Any
) -> Figure:
    kinds: dict[type, str] = {
        Modifier: "modifier",
        Scope: "scope",
        Outcome: "outcome",
        str: "unit",
    }
    facets = {kinds[type(m)]: m for m in more}
    at = quote.index(text)
    return Figure(low, high, facets.pop("unit", "count"), what, text, at, at + len(text), **facets)


def then(quote: str, *figures: tuple[Any, ...], **facets: Any) -> Claim:
    """Return a claim of the earlier article."""
    return told(quote, *figures, **{"publication": FIRST, **facets})


def now(quote: str, *figures: tuple[Any, ...], **facets: Any) -> Claim:
    """Return a claim of the later article."""
    return told(quote, *figures, **{"publication": SECOND, **facets})


def days(start: str, end: str = "", text: str = "") -> When:
    return When(date.fromisoformat(start), date.fromisoformat(end or start), text)


def reading(*claims: Claim, title: Claim | None = None) -> Reading:
    """Return the reading of the later article."""
    return Reading(Article(SECOND, " ".join(c.quote for c in claims)), claims, title)
