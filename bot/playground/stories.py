"""The sample stories: articles of our own writing, and two links that lead to none."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.articles.files import article_in
from bot.claims.model import Article

FOLDER = Path(__file__).parent / "stories"
TITLES = {
    "drovian-contingent": "Soldiers for a foreign war",
    "ostra-flood": "A flood and a dam",
}
WALL = "/articles/capital-ledger/2025/06/grain-for-soldiers"
GONE = "/articles/valley-courier/2025/03/taken-down"


@dataclass(frozen=True, slots=True)
class Sample:
    """An article on our own pages; `path` begins with "/articles/"."""

    path: str
    article: Article


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one matter, in the order to paste them."""

    title: str
    samples: tuple[Sample, ...]


def stories() -> tuple[Story, ...]:
    """Read the stories; raises BadFile if one of them is broken."""
    return tuple(Story(title, _samples(FOLDER / name)) for name, title in TITLES.items())


def offered(found: tuple[Story, ...], origin: str) -> dict[str, Any]:
    """Return what the page offers to paste, its links on `origin`."""
    return {
        "stories": [
            {"title": story.title, "samples": [_offer(one, origin) for one in story.samples]}
            for story in found
        ],
        "odd": [
            {"label": "a page for subscribers only", "url": origin + WALL},
            {"label": "a page that is gone (404)", "url": origin + GONE},
        ],
    }


def _samples(folder: Path) -> tuple[Sample, ...]:
    articles = [article_in(file) for file in sorted(folder.glob("[0-9]*.txt"))]
    return tuple(Sample(one.publication.url, one) for one in articles)


def _offer(sample: Sample, origin: str) -> dict[str, str]:
    publication = sample.article.publication
    day = publication.published
    return {
        "url": origin + sample.path,
        "title": publication.title,
        "outlet": publication.outlet,
        "date": f"{day.day} {day:%b %Y}" if day else "",
    }
