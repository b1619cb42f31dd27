"""The sample stories, pasted in order, show what the bot is for."""

import re

import pytest

from bot.playground.stories import stories
from tests.house.tree import ROOT
from tests.playground.visitor import Visitor

REPLIES = [
    pytest.param(
        0, ["6,300", "4,500", "1,200", "Not like for like", "Denied here", "Chain"], id="soldiers"
    ),
    pytest.param(1, ["26", "nine", "23", "Seven", "dam"], id="flood"),
]


@pytest.mark.parametrize(("story", "said"), REPLIES)
def test_the_second_article_of_a_story_earns_a_reply_and_the_first_one_none(
    address: str, story: int, said: list[str]
) -> None:
    ana = Visitor(address)
    first, second, third = ana.samples()[story]

    one = ana.do("post", text=first).told["ts"]
    ana.wait("world", lambda message: message["ts"] == one and message["reactions"])
    two = ana.do("post", text=second).told["ts"]
    reply = ana.wait("world", lambda message: message["thread"] == two)

    assert [word for word in said if word not in reply["text"]] == []
    three = ana.do("post", text=third).told["ts"]
    assert "otherwise than before" in ana.wait("world", lambda m: m["thread"] == three)["text"]
    assert [m for m in ana.channel("world")["messages"] if m["thread"] == one] == []


def test_the_picture_in_readme_says_in_words_what_the_samples_hold() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    words, path = re.findall(r"^!\[(.+)\]\((.+)\)$", readme, re.MULTILINE)[0]
    articles = [sample.article.text for story in stories() for sample in story.samples]

    assert (ROOT / path).read_bytes().startswith(b"\x89PNG")
    said = re.findall("“(.+?)”", words)
    assert said
    assert [one for one in said if not any(one in article for article in articles)] == []


def test_what_was_pasted_in_the_private_channel_shows_nowhere_else(address: str) -> None:
    ana = Visitor(address)
    first, second, _ = ana.samples()[0]
    ana.do("post", "newsdesk", text=first)
    asked = ana.wait("newsdesk", lambda message: message["onlyYou"])
    (row,) = (block for block in asked["blocks"] if block["type"] == "actions")
    ana.do("click", "newsdesk", ts=asked["ts"], action=row["elements"][0]["action_id"])
    ana.wait("newsdesk", lambda message: message["reactions"])

    ts = ana.do("post", text=second).told["ts"]

    ana.wait("world", lambda message: message["ts"] == ts and (message["reactions"]))


def test_in_a_channel_without_the_bot_a_link_is_not_read(address: str) -> None:
    ana = Visitor(address)
    link = ana.samples()[0][0]
    ana.do("post", "features", text=link)

    ana.do("post", text=link)
    ana.wait("world", lambda message: message["reactions"])

    (message,) = ana.channel("features")["messages"]
    assert message["reactions"] == []
