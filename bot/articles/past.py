"""Past stories as a newsroom has them: text files, JSON lines, a table of links, a feed."""

import csv
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from lxml import etree

from bot.articles.files import exhibits
from bot.articles.links import canonical
from bot.claims.model import Article, Publication

Past = Article | str
"""An article with its text, or a link to one."""

FACETS = ("url", "outlet", "title", "published", "byline", "text")
RSS_AND_ATOM = (
    "//*[local-name()='item']/*[local-name()='link']/text()"
    " | //*[local-name()='entry']/*[local-name()='link'][not(@rel) or @rel='alternate']/@href"
)


def past(path: Path, tell: Callable[[str], None]) -> Iterator[Past]:
    """Yield what a file or folder holds; `tell` hears one line for each thing that is unreadable.

    A folder stands for its text files whose names begin with a digit, as in a replay.
    """
    read = READERS.get(path.suffix.lower())
    if path.is_dir() or read is None:
        yield from (exhibit.article for exhibit in exhibits([path], tell))
        return
    try:
        yield from read(path, tell)
    except OSError as error:
        tell(f"{path}: {error.strerror or 'cannot be read'}")
    except (UnicodeDecodeError, csv.Error):
        tell(f"{path}: not a text file in UTF-8")


def _json_lines(path: Path, tell: Callable[[str], None]) -> Iterator[Past]:
    with path.open(encoding="utf-8-sig") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    yield _article(json.loads(line))
                except (ValueError, TypeError, AttributeError, KeyError):
                    tell(f"{path}, line {number}: not an object with url, text, published, …")


def _article(said: dict[str, Any]) -> Past:
    """Return the article of one line; one without a text is a link."""
    facets = {name: str(said.get(name) or "") for name in FACETS}
    if not facets["text"].strip():
        return facets["url"] or str(said["link"])
    moment = datetime.fromisoformat(facets["published"]) if facets["published"] else None
    if moment is not None and moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    publication = Publication(
        canonical(facets["url"]) if facets["url"] else "",
        facets["outlet"],
        facets["title"],
        moment,
        "the imported file" if moment else "",
    )
    return Article(publication, facets["text"], facets["byline"])


def _table(path: Path, tell: Callable[[str], None]) -> Iterator[Past]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for number, row in enumerate(csv.reader(lines), 1):
            cells = [cell.strip() for cell in row]
            links = [cell for cell in cells if cell.startswith(("http://", "https://"))]
            if links:
                yield links[0]
            elif number > 1 and any(row):
                tell(f"{path}, line {number}: no link in this row")


def _feed(path: Path, tell: Callable[[str], None]) -> Iterator[Past]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        tree = etree.parse(path, parser)
    except etree.XMLSyntaxError as error:
        tell(f"{path}: not an RSS or Atom file ({error.msg})")
        return
    links = [str(link).strip() for link in tree.xpath(RSS_AND_ATOM)]
    if not links:
        tell(f"{path}: an RSS or Atom file with no links")
    yield from (link for link in links if link)


READERS: dict[str, Callable[[Path, Callable[[str], None]], Iterator[Past]]] = {
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
    ".csv": _table,
    ".xml": _feed,
    ".rss": _feed,
    ".atom": _feed,
}
