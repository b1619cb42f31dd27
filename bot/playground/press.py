"""The sample articles as the pages of news sites, furniture and all, for the bot to fetch."""

from html import escape
from pathlib import Path
from string import Template

from bot.claims.model import Article, Publication
from bot.playground.stories import WALL, Story

_PAGES = Path(__file__).parent / "press"


def printed(stories: tuple[Story, ...], origin: str) -> dict[str, bytes]:
    """Return every page of the sample sites by its path; what is not there is 404."""
    samples = [sample for story in stories for sample in story.samples]
    pages = {one.path: _article(one.article, origin + one.path) for one in samples}
    return {**pages, WALL: (_PAGES / "wall.html").read_bytes()}


def _article(article: Article, url: str) -> bytes:
    template = Template((_PAGES / "article.html").read_text(encoding="utf-8"))
    paragraphs = "\n".join(f"<p>{escape(one)}</p>" for one in article.text.strip().split("\n\n"))
    return template.substitute(_head(article.publication), url=url, text=paragraphs).encode()


def _head(publication: Publication) -> dict[str, str]:
    day = publication.published
    return {
        "title": escape(publication.title),
        "outlet": escape(publication.outlet),
        "published": day.isoformat() if day else "",
        "day": f"{day.day} {day:%B %Y}" if day else "",
    }
