"""An operator brings past stories in, and nobody in Slack hears of it."""

import pytest

from bot.articles.past import Past
from bot.claims.model import Article, Publication
from bot.importing import Into, bring_in
from bot.newsroom.trouble import NotFound
from tests.stories.newsroom import Newsroom
from tests.stories.pages import FLOOD

TEXT = "\n\n".join(" ".join(one.split()) for one in FLOOD.split("\n\n"))
ARTICLE = Article(Publication("https://archive.example/1", "Archive", "Flood"), TEXT)


def begun(newsroom: Newsroom, *pasts: Past) -> tuple[tuple[int, int], list[str]]:
    told: list[str] = []
    into = Into(newsroom.room.team_id, newsroom.world)
    count = bring_in(newsroom.bot.desk, into, pasts, told.append)
    newsroom.settle()
    return count, told


def test_past_articles_are_found_and_compared_and_nothing_is_said(newsroom: Newsroom) -> None:
    assert begun(newsroom, ARTICLE) == ((1, 0), [])

    assert newsroom.room.messages(newsroom.world) == ()
    assert "14" in newsroom.ask("find flood outlet:archive")
    assert "14" in newsroom.reply(newsroom.paste("toll")).text


def test_what_was_brought_in_before_is_not_brought_in_again(newsroom: Newsroom) -> None:
    link = newsroom.news["chess"]
    begun(newsroom, ARTICLE)

    assert begun(newsroom, ARTICLE, link) == ((1, 1), [])
    assert begun(newsroom, ARTICLE, link) == ((0, 2), [])
    assert newsroom.ask("find outlet:archive 14").startswith("1 claim,")


def test_a_link_that_cannot_be_had_is_told_and_the_rest_goes_on(newsroom: Newsroom) -> None:
    count, told = begun(newsroom, newsroom.news["gone"], ARTICLE)

    assert count == (2, 0)
    assert len(told) <= 1  # the bot at work beside it may have been the one to find out
    assert "14" in newsroom.ask("find flood outlet:archive")


def test_a_channel_that_the_bot_is_not_in_takes_nothing(newsroom: Newsroom) -> None:
    with pytest.raises(NotFound, match="invited to"):
        bring_in(newsroom.bot.desk, Into(newsroom.room.team_id, "C9"), [ARTICLE], print)
