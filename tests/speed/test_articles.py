"""What is measured with is never the same article twice, and always one of a story."""

import re

from bot.claims.model import Article
from tests.speed.articles import corpus_articles, ever_new

FIGURE = re.compile(r"\d+")


def test_an_article_of_another_country_has_its_figures_and_other_names() -> None:
    articles = corpus_articles()
    here, there, elsewhere = (ever_new(7 + country * len(articles)) for country in range(3))

    assert here == articles[7]
    assert len({here.text, there.text, elsewhere.text}) == 3
    assert FIGURE.findall(here.text) == FIGURE.findall(there.text)


def test_articles_of_a_story_share_as_many_words_in_another_country() -> None:
    many = len(corpus_articles())

    assert _shared(ever_new(0), ever_new(1)) == _shared(ever_new(many), ever_new(many + 1))


def _shared(one: Article, other: Article) -> int:
    return len(set(one.text.split()) & set(other.text.split()))
