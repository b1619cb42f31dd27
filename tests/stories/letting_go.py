"""How people of a newsroom have something forgotten: they ask, are asked, and press."""

import re

from bot.slackroom.seen import Message
from tests.stories.newsroom import Newsroom

QUOTE = "At least 14 people were killed"
MAYOR = "the water had destroyed 120 houses"


def flood_and_toll(newsroom: Newsroom) -> tuple[str, Message]:
    """Have both articles read; return the ts of the second post and the reply to it."""
    newsroom.reaction(newsroom.paste("flood"))
    ts = newsroom.paste("toll")
    return ts, newsroom.reply(ts)


def id_of(newsroom: Newsroom, words: str, channel: str = "") -> str:
    """Return the id of the newest claim with the words."""
    found = re.search(r"C-[0-9A-Z]{5}", newsroom.ask(f"find {words}", channel))
    assert found
    return found[0]


def asked(newsroom: Newsroom, typed: str, channel: str = "") -> Message:
    """Type /claim forget and return the question."""
    newsroom.ask(f"forget {typed}", channel)
    return newsroom.room.ephemerals("dana", channel or newsroom.world)[-1]


def press(
    newsroom: Newsroom, question: Message, action: str = "forget_yes", person: str = "dana"
) -> None:
    assert newsroom.room.click(person, question.channel, question.ts, action).acked
    newsroom.settle()


def forget(newsroom: Newsroom, typed: str, channel: str = "") -> str:
    """Have something forgotten, and return what one is told."""
    press(newsroom, asked(newsroom, typed, channel))
    return newsroom.room.ephemerals("dana", channel or newsroom.world)[-1].text
