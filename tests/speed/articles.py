"""The articles that are measured with: those of the corpus, and one as long as news often is."""

from datetime import datetime
from itertools import accumulate
from pathlib import Path

from bot.claims.model import Article, Publication

CORPUS = Path(__file__).parents[1] / "corpus"
LONG = 700  # words


def corpus_articles() -> list[Article]:
    """Read every article of the corpus, story by story, in order of publication."""
    return [_article(path) for path in sorted(CORPUS.glob("*/[0-9]*.txt"))]


def long_article() -> Article:
    """Make one article of at least 700 words from paragraphs of the story about soldiers."""
    parts = [_article(path) for path in sorted(CORPUS.glob("qarandi-brigade/[0-9]*.txt"))]
    paragraphs = [line for part in parts for line in part.text.split("\n\n")]
    lengths = accumulate(len(paragraph.split()) for paragraph in paragraphs)
    needed = 1 + sum(1 for length in lengths if length < LONG)
    return Article(parts[-1].publication, "\n\n".join(paragraphs[:needed]))


def _article(path: Path) -> Article:
    head, _, text = path.read_text(encoding="utf-8").partition("\n\n")
    said = dict(line.split(": ", 1) for line in head.splitlines())
    published = datetime.fromisoformat(said["published"]) if "published" in said else None
    return Article(Publication(said["url"], said["outlet"], said["title"], published), text)
