"""The articles that are measured with: the corpus, one as long as news often is, ever new ones."""

import calendar
import re
from dataclasses import replace
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random

from bot.articles.files import article_in
from bot.claims.model import Article

CORPUS = Path(__file__).parents[1] / "corpus"
LONG = 700  # words

_SYLLABLES = [first + second for first in "bdfgklmnprstv" for second in ("a", "e", "i", "o", "u")]
_WITHIN = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")  # a capital that begins no sentence


@cache
def corpus_articles() -> tuple[Article, ...]:
    """Read every article of the corpus, story by story, in order of publication."""
    return tuple(map(article_in, sorted(CORPUS.glob("*/[0-9]*.txt"))))


def long_article(country: int = 0) -> Article:
    """Make one article of at least 700 words from paragraphs of the story about soldiers.

    In another country its people, places and outlet have other names.
    """
    parts = [article_in(path) for path in sorted(CORPUS.glob("qarandi-brigade/[0-9]*.txt"))]
    paragraphs = [line for part in parts for line in part.text.split("\n\n")]
    lengths = accumulate(len(paragraph.split()) for paragraph in paragraphs)
    needed = 1 + sum(1 for length in lengths if length < LONG)
    return _in_country(country, Article(parts[-1].publication, "\n\n".join(paragraphs[:needed])))


def ever_new(number: int) -> Article:
    """Return an article like no other number's: of the corpus, and after that in another country.

    Its people, places and outlets have other names there, so that it is linked with the other
    articles of its story as news is, and with no other country's.
    """
    articles = corpus_articles()
    country, which = divmod(number, len(articles))
    return _in_country(country, articles[which])


def _in_country(country: int, article: Article) -> Article:
    if not country:
        return article
    publication = replace(
        article.publication,
        outlet=_renamed(article.publication.outlet, country),
        title=_renamed(article.publication.title, country),
    )
    return Article(publication, _renamed(article.text, country))


def _renamed(text: str, country: int) -> str:
    return _any_name().sub(lambda name: _name(name.group(), country), text)


def _name(name: str, country: int) -> str:
    chance = Random(f"{name} {country}")  # noqa: S311 - no secret
    return "".join(chance.choices(_SYLLABLES, k=3)).title()


@cache
def _any_name() -> re.Pattern[str]:
    """Return what finds the names: words with a capital within sentences, and never without."""
    texts = "\n".join(f"{one.text}\n{one.publication.title}" for one in corpus_articles())
    common = {*re.findall(r"\b[a-z]+\b", texts), *map(str.lower, calendar.day_name)}
    common |= {*map(str.lower, calendar.month_name)}
    names = {name for name in _WITHIN.findall(texts) if name.lower() not in common}
    return re.compile(rf"\b(?:{'|'.join(sorted(names))})\b")
