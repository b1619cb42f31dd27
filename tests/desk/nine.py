"""Nine in the morning in private channels that have each read something of their own."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from slack_sdk import WebClient

from bot.desk.clock import tick
from bot.desk.desk import Desk
from bot.newsroom.channel import Channel, Kind
from bot.newsroom.post import Event, Incoming, Post
from bot.newsroom.schedule import Schedule
from bot.sender.clients import OneClient
from bot.sender.send import Sender
from bot.sender.slack import Slack
from bot.slackroom.room import Room
from bot.slackroom.seen import Message
from bot.slackroom.server import SlackServer
from bot.worker import Worker
from tests.desk.shelved import a_desk
from tests.desk.world import ARTICLES, HEAD, World

MIDNIGHT = datetime(2026, 3, 4, tzinfo=UTC)
NINE = datetime(2026, 3, 4, 9, tzinfo=UTC)


class Clock:
    """A clock that goes only where it is put."""

    def __init__(self, moment: datetime = MIDNIGHT) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def seconds(self) -> float:
        return self.moment.timestamp()


@contextmanager
def a_timed_desk(database_url: str, clock: Clock) -> Iterator[Desk]:
    """Open a desk with a clock that the test moves, in channels that are private."""
    world = World(Channel("T1", "C1", kind=Kind.PRIVATE))
    with a_desk(database_url, world, clock) as desk:
        yield desk


def a_sender(desk: Desk, room: Room, slack: SlackServer) -> Sender:
    client = WebClient(room.bot_token, slack.base_url, retry_handlers=[])
    return Sender(desk, Slack(OneClient(client)))


def brought_in(desk: Desk, channel: str, number: int) -> None:
    """Have a channel of its own read an article whose toll nobody else has."""
    link = f"{HEAD}/{number}"
    ARTICLES[link] = (ARTICLES[f"{HEAD}/14"][0].replace("14", str(number)), 3)
    post = Post("T1", channel, f"{number}.0", f"{number}.0", "U1")
    desk.receive(Incoming(f"agreed:{channel}:{number}", Event.AGREED, post, "", (link,)))


def morning_of(desk: Desk, clock: Clock, channels: list[str]) -> None:
    """Let the bot look at the channels, and each of them read something."""
    for number, channel in enumerate(channels):
        here = Channel("T1", channel, name=f"desk-{number}", schedule=Schedule())
        desk.archive.keep_channel(here)
    tick(desk)
    for number, channel in enumerate(channels):
        brought_in(desk, channel, 1_000 + number)
    worker = Worker(desk)
    while worker.step():
        pass
    while posting := desk.outbox.take(clock(), 60):  # reactions to the links
        desk.outbox.posted(posting, "", clock())


def desks(room: Room, many: int) -> list[str]:
    """Add private channels that have the bot, and return their ids."""
    channels = [room.add_channel(f"desk-{n}", private=True) for n in range(many)]
    for channel in channels:
        room.invite_bot(channel)
    return channels


def said(room: Room, channel: str) -> list[Message]:
    return [one for one in room.messages(channel) if one.is_bot]
