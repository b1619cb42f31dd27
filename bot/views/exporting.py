"""Claims as files for other programs: a table that spreadsheets open, and schema.org's JSON-LD."""

import csv
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.claims.compare import said_when
from bot.claims.model import Claim, Figure, Origin
from bot.newsroom.status import Mark, Status
from bot.views.blocks import Button, Message, actions, mrkdwn, paragraph, words
from bot.views.phrases import count, strength
from bot.views.trouble import told_message

COLUMNS = (
    "id", "quote", "claimant", "via", "polarity", "certainty", "figures", "when", "places",
    "outlet", "title", "link", "published", "marked", "note",
)  # fmt: skip
FORMULA = tuple("=+-@＝＋－＠")
"""What makes a spreadsheet take a cell for a formula, also after spaces (OWASP, CSV Injection)."""

NONE = "No claim of a published article here meets that. What was typed or pasted is not exported."

Marks = Mapping[str, Status]

RATED = {Mark.CONFIRMED: "confirmed", Mark.FALSE: "false", Mark.DISPUTED: "disputed"}
"""Marks that rate a claim: the others say that somebody else denied or withdrew it."""


def exportable(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims of published articles: what people typed or pasted stays where it is."""
    return tuple(c for c in claims if c.publication.origin is Origin.PUBLISHED)


def as_csv(claims: Iterable[Claim], marks: Marks) -> str:
    """Return the claims as CSV (RFC 4180), no cell of which a spreadsheet runs as a formula."""
    table = _Lines()
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    for claim in exportable(claims):
        writer.writerow([_safe(cell) for cell in _cells(claim, marks.get(claim.id))])
    return "".join(table.written)


class _Lines:
    """What csv writes to: a file that is none."""

    def __init__(self) -> None:
        self.written: list[str] = []

    def write(self, line: str) -> None:
        self.written.append(line)


def as_json_ld(claims: Iterable[Claim], marks: Marks) -> str:
    """Return the claims as schema.org Claims; ClaimReviews only of what a person has rated."""
    graph: list[dict[str, Any]] = []
    for claim in exportable(claims):
        graph.append(_claim(claim))
        mark = marks.get(claim.id)
        if mark is not None and mark.mark in RATED and not mark.outdated:
            graph.append(_review(claim, mark))
    told = {"@context": "https://schema.org", "@graph": graph}
    return json.dumps(told, ensure_ascii=False, indent=1)


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.lstrip().startswith(FORMULA) else cell


def _cells(claim: Claim, mark: Status | None) -> Iterable[str]:
    publication = claim.publication
    return (
        claim.id,
        claim.quote,
        claim.claimant or "",
        "; ".join(claim.via),
        claim.polarity.value,
        claim.certainty.value,
        "; ".join(_figure(figure) for figure in claim.figures),
        said_when(claim.when) if claim.when else "",
        "; ".join(claim.places),
        publication.outlet,
        publication.title,
        publication.url,
        publication.published.isoformat() if publication.published else "",
        _marked(mark),
        mark.note or mark.link if mark else "",
    )


def _figure(figure: Figure) -> str:
    facets = [figure.what, figure.outcome or "", figure.scope or ""]
    return " ".join([figure.text, *(f"[{facet}]" for facet in facets if facet)])


def _marked(mark: Status | None) -> str:
    if mark is None:
        return ""
    said = f"{mark.mark} on {mark.marked_at:%Y-%m-%d}"
    return f"{said}, of an earlier version" if mark.outdated else said


def _claim(claim: Claim) -> dict[str, Any]:
    publication = claim.publication
    article = {
        "@type": "NewsArticle",
        "headline": publication.title,
        "publisher": {"@type": "Organization", "name": publication.outlet},
        **({"url": publication.url} if publication.url else {}),
        **_dated(claim),
    }
    told: dict[str, Any] = {
        "@type": "Claim",
        "@id": f"urn:on-the-record:{claim.id}",
        "text": claim.quote,
        "appearance": article,
        "description": strength(claim),
    }
    if claim.claimant:  # a person, a body or a document: the root type is true of all
        told["author"] = {"@type": "Thing", "name": claim.claimant}
    return told


def _dated(claim: Claim) -> dict[str, str]:
    published = claim.publication.published
    return {"datePublished": published.isoformat()} if published else {}


def _review(claim: Claim, mark: Status) -> dict[str, Any]:
    return {
        "@type": "ClaimReview",
        "claimReviewed": claim.quote,
        "itemReviewed": {"@id": f"urn:on-the-record:{claim.id}"},
        "datePublished": mark.marked_at.isoformat(),
        "reviewRating": {"@type": "Rating", "alternateName": RATED[mark.mark]},
        **({"reviewBody": mark.note} if mark.note else {}),
        **({"url": mark.link} if mark.link else {}),
    }


class Export(StrEnum):
    """The buttons that post an export."""

    CSV = "export_csv"
    JSON_LD = "export_json_ld"


class Form(StrEnum):
    """The forms of an export."""

    CSV = "csv"
    JSON_LD = "json-ld"


@dataclass(frozen=True, slots=True)
class Look:
    """How a form is written, what its button says, and how its file's name ends."""

    write: Callable[[Iterable[Claim], Marks], str]
    action: Export
    label: str
    ending: str


FORMS = {
    Form.CSV: Look(as_csv, Export.CSV, "Post as CSV", "csv"),
    Form.JSON_LD: Look(as_json_ld, Export.JSON_LD, "Post as JSON-LD", "jsonld"),
}


def offer(claims: Iterable[Claim], typed: str) -> Message:
    """Return what would be in the file, and the buttons that post it."""
    found = len(exportable(claims))
    if not found:
        return told_message(NONE)
    line = f"{count(found, 'claim')} of published articles would be in the file. It is posted "
    line += "here, for everybody in this channel."
    buttons = [Button(look.action, look.label, typed) for look in FORMS.values()]
    return Message(mrkdwn(line), (paragraph([words(line)]), actions(*buttons)))


def posted(found: int) -> str:
    """Return what stands beside the posted file."""
    return f"{count(found, 'claim')} of published articles, as this channel may see them now."
