"""What the desk does when Slack tells that a channel, or somebody in one, is another now."""

from dataclasses import replace

from bot.desk.asking_first import asks_first
from bot.desk.desk import Desk
from bot.desk.limits import works_in
from bot.newsroom.channel import Channel
from bot.newsroom.post import Letter, LetterKind, Post

HELLO = "I am in. Paste an article's link, and I answer in its thread where something differs. "
ASKS = "I ask whoever pasted it before I open a link here. "
MORE = "/claim settings changes what I say and when, /claim help lists what I can do."
NOT_WANTED = "I am in, but the newsroom chose other channels for me: I stay silent here."


def heed(desk: Desk, workspace: str, channel: str) -> Channel:
    """Remember a channel as it is now, at once; one that Slack does not tell of is closed.

    Where we are back in it, our posts there are put right that we could not reach meanwhile.
    Raises what the look-up raises, so that the event comes again.
    """
    desk.memory.forget(workspace, channel)
    try:
        here = desk.heard_of(workspace, channel)
    except Exception:
        shut(desk, workspace, channel)
        raise
    if here.member and desk.outbox.resume(workspace, channel, desk.clock()):
        desk.wake()
    return here


def shut(desk: Desk, workspace: str, channel: str) -> None:
    """Take a channel for one with outsiders, until it is looked up again."""
    known = desk.archive.channel(workspace, channel)
    desk.places.saw(replace(known, outsiders=True, seen_at=desk.clock()))


def move(desk: Desk, workspace: str, old: str, new: str) -> None:
    """Let a channel have another id from now on."""
    desk.memory.forget(workspace, old)
    desk.places.moved(workspace, old, new)
    heed(desk, workspace, new)


def welcome(desk: Desk, inviter: Post, key: str) -> None:
    """Tell whoever invited the bot, alone and in a few words, what it does there."""
    here = heed(desk, inviter.workspace, inviter.channel)
    words = f"{HELLO}{ASKS if asks_first(here) else ''}{MORE}"
    if not works_in(desk, here):
        words = NOT_WANTED
    desk.outbox.put(Letter(key, LetterKind.TELL, inviter, words=words), desk.clock())
    desk.wake()
