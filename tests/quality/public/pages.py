"""How well the article is taken out of real pages whose text others have copied by hand.

The form is that of the article extraction benchmark of Scrapinghub: a file of JSON lines with
`id`, `url` and `article_body`, and beside it each page as `<id>.html.gz`. The measure is theirs:
runs of four words, a page counting as much as any other, and F1 of the mean precision and recall.
"""

import gzip
import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import typer
from pydantic import BaseModel

from bot.articles.found import Found
from bot.articles.page import found_in
from tests.quality.public.lines import rows_in
from tests.quality.report import Figures, Measure, figures_of
from tests.quality.sheet import Sheet

RUN = 4  # words
WHOLE = 1_000_000
TODAY = datetime(2026, 1, 1, tzinfo=UTC)
"""After every page: no date found may lie ahead of the day of fetching."""
POOR = 0.8
A_DAY = timedelta(days=1)
"""An address has the day at home, the bot has it in Greenwich."""
DAY = re.compile(r"[/-](20\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])\b")

PAGES = (
    Measure("pages", "pages"),
    Measure("precision", "precision in millionths", "millionths read"),
    Measure("recall", "recall in millionths", "millionths"),
    Measure("title found", "titles", "pages"),
    Measure("outlet found", "outlets", "pages"),
    Measure("date found", "dates", "pages"),
    Measure("addresses with a date", "addressed"),
    Measure("date as in the address", "addressed right", "addressed"),
    Measure("pages without text", "pages without text", fewer_is_better=True),
)


class CopiedPage(BaseModel):
    """One page and its article's text as a person copied it."""

    id: str
    url: str
    article_body: str


def measure_pages(folder: Path) -> Sheet:
    """Read every page of the folder and set its text beside the copy."""
    sheet = Sheet()
    lists = sorted(folder.glob("*.jsonl"))
    if not lists:
        raise typer.BadParameter(f"{folder} holds no list of pages (*.jsonl)")
    for page in (row for path in lists for row in rows_in(path, CopiedPage)):
        body = gzip.decompress((folder / f"{page.id}.html.gz").read_bytes())
        found = Found.checked(found_in(body, "text/html", page.url, TODAY))
        _mark_text(page, found, sheet)
        _mark_credits(page, found, sheet)
    return sheet


def page_figures(sheet: Sheet) -> Figures:
    """Add F1 to the figures: it is of the means, so no count of one thing over another."""
    figures = figures_of(sheet, PAGES)
    precision, recall = figures["precision"] or 0.0, figures["recall"] or 0.0
    both = precision + recall
    return {"shingle F1": 2 * precision * recall / both if both else None, **figures}


def _mark_text(page: CopiedPage, found: Found, sheet: Sheet) -> None:
    """Mark precision where anything was read, and recall."""
    precision, recall = agreement(found.text, page.article_body)
    read = bool(found.text.strip())
    sheet.count(
        pages=1,
        pages_without_text=not read,
        precision_in_millionths=round(WHOLE * precision),
        recall_in_millionths=round(WHOLE * recall),
        millionths=WHOLE,
        millionths_read=WHOLE * read,
    )
    if precision < POOR or recall < POOR:
        sheet.note(f"text of {page.url}: precision {precision:.2f}, recall {recall:.2f}")


def agreement(read: str, copied: str) -> tuple[float, float]:
    """Return precision and recall over runs of four words, each as often as it stands."""
    ours, theirs = _runs(read), _runs(copied)
    met = (ours & theirs).total()
    return met / (ours.total() or 1), met / (theirs.total() or 1)


def _runs(text: str) -> Counter[tuple[str, ...]]:
    """Count the runs of four words of a text; a shorter one is a run itself."""
    words = re.findall(r"\w+", text)
    starts = range(max(1, len(words) - RUN + 1)) if words else ()
    return Counter(tuple(words[at : at + RUN]) for at in starts)


def _mark_credits(page: CopiedPage, found: Found, sheet: Sheet) -> None:
    """Count what was found, and judge the date by the address where that gives a day."""
    sheet.count(
        titles=bool(found.title), outlets=bool(found.outlet), dates=found.moment is not None
    )
    for what in ("title", "outlet", "published"):
        if not getattr(found, what):
            sheet.note(f"no {what}: {page.url}")
    if told := _day_of(page.url):
        apart = abs(found.moment.date() - told) if found.moment else timedelta.max
        note = f"date: {found.published or 'none'} ({found.basis}), not as in {page.url}"
        sheet.mark("addressed", right=apart <= A_DAY, note=note)


def _day_of(url: str) -> date | None:
    """Return the day that an address names: ".../2019/11/18/...", "-2019-11-18.html"."""
    named = DAY.search(url)
    return date(*map(int, named.groups())) if named else None
