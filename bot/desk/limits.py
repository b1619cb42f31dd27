"""Where the bot works, and how many links a channel may bring in a day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.desk.desk import Desk
from bot.newsroom.channel import Channel, Kind
from bot.newsroom.localday import local_day
from bot.newsroom.post import Event, Incoming, Letter
from bot.newsroom.press import word_for

FULL = (
    "This channel may bring in {quota} links a day, and that many were read today. {left} not "
    "opened; paste it again tomorrow, or put the words in with /claim add."
)


@dataclass(frozen=True, slots=True)
class Granted:
    """The links that may be opened, and what to tell of the others."""

    links: Sequence[str]
    letters: tuple[Letter, ...] = ()


def works_in(desk: Desk, channel: Channel) -> bool:
    """Tell whether the bot works in the channel: everywhere, unless the newsroom named where.

    Direct messages are a person's own.
    """
    allowed = desk.places.workspace(channel.workspace).allowed
    return not allowed or channel.kind is Kind.DIRECT or channel.id in allowed


def granted(desk: Desk, channel: Channel, incoming: Incoming, links: Sequence[str]) -> Granted:
    """Return as many of the links as the channel has left of its day.

    Who pasted more is told so once a day, alone.
    """
    quota = desk.places.workspace(channel.workspace).quota
    if not quota or not links:
        return Granted(links)
    day = local_day(channel.schedule, desk.clock())
    before = desk.places.spend(channel, incoming.key, day, len(links))
    some = links[: max(0, quota - before)]
    left = len(links) - len(some)
    if not left or not incoming.post.person:
        return Granted(some)
    counted = "This link was" if left == 1 else f"{left} links were"
    return Granted(some, (_full(incoming, day, FULL.format(quota=quota, left=counted)),))


def _full(incoming: Incoming, day: date, words: str) -> Letter:
    """Return the line for who pasted too much, once a day; a command is always answered."""
    post, letter = incoming.post, word_for(incoming, words, "quota")
    if incoming.event is Event.COMMAND:
        return letter
    key = f"quota:{post.workspace}:{post.channel}:{post.person}:{day.isoformat()}"
    return replace(letter, key=key)
