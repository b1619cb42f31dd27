"""How articles, claims, links and checks are written as rows."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any, TypedDict

from bot.claims.model import Article, Check, Claim, Figure, Link
from bot.newsroom.filing import Entry
from storage.tables import Recorded, VersionRow


class Stamp(TypedDict):
    """Where a row is recorded, and whether it may show elsewhere while the channel is open.

    It may when the channel was open and the text was published: what people pasted or typed
    stays where they did it. What is under embargo does not before that moment.
    """

    workspace: str
    channel: str
    public_when_recorded: bool
    embargo: datetime | None


def stamp_of(row: Recorded) -> Stamp:
    """Return where a row is recorded, for the rows that belong to it."""
    return Stamp(
        workspace=row.workspace,
        channel=row.channel,
        public_when_recorded=row.public_when_recorded,
        embargo=row.embargo,
    )


def version_row(
    entry: Entry, article: Article, number: int, stamp: Stamp, fetched: datetime
) -> VersionRow:
    """Return the row of one reading; `number` is the one of its article."""
    publication = article.publication
    return VersionRow(
        **stamp,
        id=entry.article,
        article=number,
        version=entry.version,
        text=article.text,
        text_hash=entry.text_hash,
        url=publication.url,
        outlet=publication.outlet,
        title=publication.title,
        byline=article.byline,
        published=publication.published,
        published_offset=_offset(publication.published),
        basis=publication.basis,
        origin=publication.origin.value,
        fetched_at=fetched,
    )


def claim_row(claim: Claim, position: int, reading: int, stamp: Stamp) -> dict[str, Any]:
    """Return the row of one claim; its figures and its sourcing are rows of their own.

    A plain one: there are hundreds in a long article, and each would take longer as an object
    than it takes to be written.
    """
    when = claim.when
    return {
        **stamp,
        "id": claim.id,
        "reading": reading,
        "position": position,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "claimant": claim.claimant,
        "cue": claim.cue,
        "polarity": claim.polarity.value,
        "certainty": claim.certainty.value,
        "when_start": when.start if when else None,
        "when_end": when.end if when else None,
        "when_text": when.text if when else "",
        "places": list(claim.places),
        "names": sorted(claim.names),
        "words": sorted(claim.words),
        "about": list(claim.about),
        "conditional": claim.conditional,
    }


def figure_rows(numbered: Mapping[int, Claim], stamp: Stamp) -> list[dict[str, Any]]:
    """Return the rows of all figures of the claims."""
    return [
        {**stamp, "claim": number, "position": position, **_figure(figure)}
        for number, claim in numbered.items()
        for position, figure in enumerate(claim.figures)
    ]


def sourcing_rows(numbered: Mapping[int, Claim], stamp: Stamp) -> list[dict[str, Any]]:
    """Return the rows of the chains of the claims."""
    return [
        {**stamp, "claim": number, "position": position, "via": via}
        for number, claim in numbered.items()
        for position, via in enumerate(claim.via)
    ]


def relation_row(link: Link, ends: tuple[int, int], reading: int, stamp: Stamp) -> dict[str, Any]:
    """Return the row of one link; `ends` are the row numbers of its later and earlier claim.

    A plain one, as of a claim: an article has hundreds of links.
    """
    later, earlier = ends
    return {
        **stamp,
        "reading": reading,
        "later": later,
        "earlier": earlier,
        "relation": link.relation.value,
        "shown": link.shown,
        "score": link.score,
        "why": list(link.why),
        "differences": [asdict(difference) for difference in link.differences],
    }


def check_row(check: Check, rests_on: int, reading: int, stamp: Stamp) -> dict[str, Any]:
    """Return the row of one check; its claims, so many, are rows of their own."""
    said = {"kind": check.kind.value, "line": check.line, "rests_on": rests_on}
    return {**stamp, "reading": reading, **said}


def checked_rows(check: int, claims: Sequence[int], stamp: Stamp) -> list[dict[str, Any]]:
    """Return the rows that tie a check to its claims."""
    return [
        {**stamp, "check": check, "position": position, "claim": claim}
        for position, claim in enumerate(claims)
    ]


def _figure(figure: Figure) -> dict[str, Any]:
    written = asdict(figure)
    return {name: None if value is None else _plain(value) for name, value in written.items()}


def _plain(value: float | str) -> float | str:
    """Return a member of an enumeration as its word."""
    return str(value) if isinstance(value, str) else value


def _offset(published: datetime | None) -> int:
    """Return the seconds east of Greenwich, 0 for an undated article."""
    offset = published.utcoffset() if published else None
    return int((offset or timedelta()).total_seconds())
