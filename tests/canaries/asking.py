"""A test of the stories' newsroom has Dana type, press and see."""

from bot.newsroom.verbs import COMMAND
from tests.canaries.machine import Newsroom


def say(newsroom: Newsroom, name: str, typed: str) -> str:
    """Have Dana type a command, and return what she is told."""
    channel = newsroom.named[name]
    newsroom.room.command("dana", channel, COMMAND, typed)
    newsroom.bot.settle()
    return str(newsroom.room.ephemerals("dana", channel)[-1].blocks)


def press(newsroom: Newsroom, name: str, action_id: str) -> None:
    """Have Dana press a button of what she was told last."""
    channel = newsroom.named[name]
    newest = newsroom.room.ephemerals("dana", channel)[-1]
    newsroom.room.click("dana", channel, newest.ts, action_id)
    newsroom.bot.settle()
