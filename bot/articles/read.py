"""How an article is made of a page, or of text that somebody pasted or typed."""

from collections.abc import Callable
from datetime import UTC, datetime, time
from types import TracebackType
from typing import Self

from bot.articles.cleaning import clean, one_line
from bot.articles.fetch import Page, fetch
from bot.articles.found import Found
from bot.articles.language import require_english
from bot.articles.links import canonical, refuse_non_articles
from bot.articles.parent import found_by
from bot.claims.model import Article, Origin, Publication
from bot.isolation import Isolated
from bot.newsroom.pasted import Pasted
from bot.newsroom.trouble import NoText

_FEW = 40  # words; a flash of two sentences has more
_FEW_BEHIND_A_WALL = 120  # words; the teaser that a paywall leaves open

_NO_TEXT = {
    "paywall": "The page shows too little text: it seems to be for subscribers. "
    "Paste the text of the article with “/claim add”.",
    "cookies": "The page shows a cookie notice in place of the article. "
    "Paste the text of the article with “/claim add”.",
    "scripts": "The page has no text of its own, it is built by scripts. "
    "Paste the text of the article with “/claim add”.",
    "": "There is no article text on that page. "
    "Check the link, or paste the text with “/claim add”.",
}
_EMPTY = "There is no text to record. Paste the words after the command."


class Reader:
    """Reads pages into articles, each in a child process; usable from several threads."""

    def __init__(self, page_seconds: float = 5.0) -> None:
        self._seconds = page_seconds
        self._process = Isolated("bot.articles.child:main")

    def start(self) -> None:
        """Start the reading process ahead of the first page."""
        self._process.start()

    def __enter__(self) -> Self:
        """Start the process."""
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def read(self, page: Page, fetched_at: datetime) -> Article:
        """Return the article of a page; `fetched_at` is aware and bounds the date it may bear.

        Raises NoText, OtherLanguage, PoisonPage or PageTooLarge.
        """
        found = found_by(self._process, page, fetched_at, self._seconds)
        text = clean(found.text)
        _require_text(text, found.wall)
        require_english(text)
        return Article(_publication(page.url, found), text, one_line(found.byline))

    def close(self) -> None:
        """End the reading process; the next page starts another."""
        self._process.end()


def open_article(
    url: str, *, reader: Reader, clock: Callable[[], datetime], own_origin: str | None = None
) -> Article:
    """Fetch a link and read the article behind it; raises LinkTrouble or TextTrouble.

    `own_origin` is for the playground alone, as in `bot.articles.fetch.fetch`.
    """
    refuse_non_articles(url)
    page = fetch(url, own_origin)
    refuse_non_articles(page.url)  # a short link may lead to a video
    return reader.read(page, clock())


def put_in(words: Pasted) -> Article:
    """Return the article of words that a person typed or pasted, plain and not in wire form.

    Its date is the one that the person gave, at midnight UTC; without one it is undated.
    """
    day = words.published
    publication = Publication(
        canonical(words.link) if words.link else "",
        one_line(words.outlet),
        "",
        datetime.combine(day, time(), UTC) if day else None,
        "the person who pasted it" if day else "",
        Origin.TYPED if words.is_bare else Origin.PASTED,
    )
    return _of_words(words.text, publication)


def _of_words(text: str, publication: Publication) -> Article:
    text = clean(text)
    if not any(map(str.isalnum, text)):
        raise NoText(_EMPTY)
    require_english(text)
    return Article(publication, text)


def _require_text(text: str, wall: str) -> None:
    words = len(text.split())
    if words < _FEW or (wall and words < _FEW_BEHIND_A_WALL):
        raise NoText(_NO_TEXT[wall])


def _publication(url: str, found: Found) -> Publication:
    return Publication(
        canonical(url),
        one_line(found.outlet),
        one_line(found.title),
        found.moment,
        one_line(found.basis),
    )
