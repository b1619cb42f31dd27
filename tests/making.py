"""Articles, claims, links and briefs for tests, every facet of them defaulted."""

from datetime import UTC, datetime
from typing import Any

from bot.claims.model import (
    Article,
    Brief,
    Claim,
    Difference,
    DifferenceKind,
    Figure,
    Line,
    Link,
    Piece,
    Publication,
    Reading,
    RelationKind,
    Style,
)
from bot.newsroom.post import Post

SENTENCE = "The ministry said 14 people had died in the flood."


def a_publication(**facets: Any) -> Publication:
    given = {
        "url": "https://courier.example/flood",
        "outlet": "Courier",
        "title": "Flood kills 14",
        "published": datetime(2026, 3, 4, 9, tzinfo=UTC),
        "basis": "page metadata",
    }
    return Publication(**{**given, **facets})


def a_claim(claim_id: str = "C-7KQ2", quote: str = SENTENCE, **facets: Any) -> Claim:
    given = {"publication": a_publication(), "start": 0, "end": len(quote), "cue": "said"}
    return Claim(id=claim_id, quote=quote, **{"claimant": "ministry", **given, **facets})


def a_figure(text: str = "14 people", low: float = 14, high: float = 14, **facets: Any) -> Figure:
    given = {"unit": "count", "what": "people", "start": 18, "end": 18 + len(text)}
    return Figure(low=low, high=high, text=text, **{**given, **facets})


def a_link(later: Claim, earlier: Claim, **facets: Any) -> Link:
    line = f"“{later.quote}”; earlier “{earlier.quote}”"
    difference = Difference(DifferenceKind.FIGURE, earlier.quote, later.quote, line)
    given = {"relation": RelationKind.CONFLICTS, "differences": (difference,), "shown": True}
    return Link(later, earlier, **{"why": ("flood", "people"), "score": 1.0, **given, **facets})


def a_line(*pieces: tuple[str, Style], bullet: bool = False) -> Line:
    return Line(tuple(Piece(text, style) for text, style in pieces), bullet=bullet)


def a_brief(
    *links: Link, finding: str = "Courier, 4 Mar: the toll differs", **facets: Any
) -> Brief:
    claims = tuple(link.later for link in links) or (a_claim(),)
    return Brief(
        facets.pop("publication", a_publication()), claims, links=links, finding=finding, **facets
    )


def an_article(text: str = SENTENCE, **facets: Any) -> Article:
    return Article(a_publication(**facets), text)


def a_reading(text: str = SENTENCE, *claims: Claim, **facets: Any) -> Reading:
    return Reading(an_article(text, **facets), claims)


def a_post(ts: str = "1700000000.000100", thread: str = "", person: str = "U1") -> Post:
    return Post("T1", "C1", ts, thread or ts, person)
