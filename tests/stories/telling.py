"""What a reader does with a story: asks for it, opens its modals, reads what was done."""

import re

from bot.slackroom.seen import Message, View
from tests.stories.newsroom import COMMAND, PATIENCE, Newsroom

ID = re.compile(r"C-[2-9A-Z]{5}")


def the_flood(newsroom: Newsroom) -> list[str]:
    """Have the flood and its toll read, and return the ids of their story, newest first."""
    newsroom.reaction(newsroom.paste("flood"))
    reply = newsroom.reply(newsroom.paste("toll"))
    return ids(ask(newsroom, f"story {first_id(reply.text)}").text)


def ask(newsroom: Newsroom, text: str, person: str = "dana", channel: str = "") -> Message:
    """Type /claim and return the answer as it is seen."""
    there, room = channel or newsroom.world, newsroom.room
    before = len(room.ephemerals(person, there))
    assert room.command(person, there, COMMAND, text).acked
    return room.wait_for(lambda: room.ephemerals(person, there)[before:], PATIENCE)[0]


def ids(text: str) -> list[str]:
    """Return the ids of a text, each once, in their order."""
    return list(dict.fromkeys(ID.findall(text)))


def first_id(text: str) -> str:
    """Return the first id of a text."""
    return ids(text)[0]


def opened(newsroom: Newsroom, message: Message, action: str, person: str = "dana") -> View:
    """Press a button of an answer and return the modal that it opens."""
    assert newsroom.room.click(person, message.channel, message.ts, action).acked
    return newsroom.room.view(person)
