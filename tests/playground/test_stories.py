"""The sample stories, pasted in order, show what the bot is for."""

import pytest

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


def test_what_was_pasted_in_the_private_channel_shows_nowhere_else(address: str) -> None:
    ana = Visitor(address)
    first, second, _ = ana.samples()[0]
    ana.do("post", "newsdesk", text=first)
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
