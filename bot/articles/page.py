"""How the article is taken out of a page: its text, its credits, and what stands in its way.

Runs in a child process only (bot.articles.child): a hostile page may keep it busy or kill it.
"""

import re
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

import trafilatura
from lxml.html import HtmlElement

from bot.articles.cleaning import clean, one_line
from bot.articles.credits import Credits, credits_of
from bot.articles.found import Found
from bot.articles.markup import decode, without_scripts

_TABLE_ROW = re.compile(r"^\|.*\|\s*$")
_WALLS = {
    "paywall": re.compile(
        r"subscribe (?:now )?to (?:continue|keep|read)|subscribers? only|already a subscriber|"
        r"(?:to|and) continue reading|for subscribers|your free articles?|"
        r"(?:class|id)=[\"'][^\"']*paywall|isAccessibleForFree[\"']?\s*:\s*[\"']?false",
        re.IGNORECASE,
    ),
    "cookies": re.compile(
        r"accept (?:all )?cookies|cookie (?:consent|wall|settings|preferences)|we use cookies|"
        r"we and our (?:\d+ )?partners|your privacy choices|consent to the use of",
        re.IGNORECASE,
    ),
    "scripts": re.compile(
        r"(?:enable|requires?|turn on|need|without) javascript|javascript (?:is|must be|to be) "
        r"(?:disabled|enabled|required|turned)|<div id=[\"'](?:root|app|__next)[\"']>\s*</div>",
        re.IGNORECASE,
    ),
}


def found_in(body: bytes, content_type: str, url: str, now: datetime) -> dict[str, Any]:
    """Take the article out of a page; the fields of `Found`, ready for JSON."""
    raw = decode(body, content_type)
    if content_type.lower().startswith("text/plain"):
        return asdict(_plain(raw))
    page, linked = without_scripts(raw)
    tree = trafilatura.load_html(page) if page.strip() else None
    if tree is None:
        return asdict(Found("", "", "", "", "", "", _wall(raw, "")))
    told = credits_of(url, tree, linked, now)
    headlines = _headlines(tree, told.title)  # before the text is taken: that changes the tree
    text = _without_headlines(_text(tree), headlines)
    return asdict(_found(text, told, _wall(raw, text)))


def _plain(raw: str) -> Found:
    return Found(clean(raw), "", "", "", "", "", "")


def _found(text: str, told: Credits, wall: str) -> Found:
    published = told.published.isoformat() if told.published else ""
    return Found(text, told.title, told.outlet, told.byline, published, told.basis, wall)


def _text(tree: HtmlElement) -> str:
    """Return the article's paragraphs; rows of tables only where they carry the article.

    Old sites lay their articles out in tables; in the others a table has standings or prices.
    """
    written = trafilatura.extract(
        tree, favor_precision=True, include_comments=False, include_tables=True
    )
    lines = (written or "").splitlines()
    prose = [line for line in lines if not _TABLE_ROW.match(line)]
    if 2 * sum(map(len, prose)) < sum(map(len, lines)):
        prose = [line.strip("| ") for line in lines if line.strip("-| ")]
    return clean("\n\n".join(_once(prose)))


def _once(lines: Sequence[str]) -> list[str]:
    """Leave out paragraphs that stood before: teasers and summaries that a page repeats."""
    return list(dict.fromkeys(line.strip() for line in lines if line.strip()))


def _without_headlines(text: str, headlines: frozenset[str]) -> str:
    """Take headlines off the head of the text, where they would be read as claims."""
    head, _, rest = text.partition("\n\n")
    while head and one_line(head).casefold() in headlines:
        text = rest
        head, _, rest = text.partition("\n\n")
    return text


def _headlines(tree: HtmlElement, title: str) -> frozenset[str]:
    """Return the title and the headlines of the page, folded for comparing."""
    printed = [element.text_content() for element in tree.xpath("//h1")[:3]]
    return frozenset(one_line(line).casefold() for line in (title, *printed) if line)


def _wall(raw: str, text: str) -> str:
    """Name what the page shows signs of, strongest first; a few words of text are a sign too."""
    for name, signs in _WALLS.items():
        if signs.search(text) or signs.search(raw[:400_000]):
            return name
    return ""
