"""Many digests at nine: each channel gets its own once, however often Slack says to wait."""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
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
from bot.slackroom.server import SlackServer
from bot.worker import Worker
from tests.desk.world import ARTICLES, HEAD, World

MIDNIGHT = datetime(2026, 3, 4, tzinfo=UTC)
NINE = datetime(2026, 3, 4, 9, tzinfo=UTC)
LONG = "LONG" in os.environ
MANY = 200 if LONG else 8
STORM = 300 if LONG else 12  # calls that are told to wait
LIMIT = timedelta(minutes=10)


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.moment = MIDNIGHT

    def __call__(self) -> datetime:
        return self.moment

    def seconds(self) -> float:
        return self.moment.timestamp()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def room(clock: Clock) -> Room:
    return Room(clock.seconds)


@pytest.fixture
def slack(room: Room) -> Iterator[SlackServer]:
    with SlackServer(room, retry_after=()) as server:
        yield server


def looking(desk: Desk, clock: Clock) -> Desk:
    """Return the desk with a clock that the test moves, in channels that are private."""
    world = World(Channel("T1", "C1", kind=Kind.PRIVATE))
    return replace(desk, clock=clock, look_up=world.look_up, canonical=world.canonical)


def brought_in(desk: Desk, channel: str, number: int) -> None:
    """Have a channel of its own read an article whose toll nobody else has."""
    link = f"{HEAD}/{number}"
    ARTICLES[link] = (ARTICLES[f"{HEAD}/14"][0].replace("14", str(number)), 3)
    post = Post("T1", channel, "1.0", "1.0", "U1")
    desk.receive(Incoming(f"agreed:{channel}", Event.AGREED, post, "", (link,)))


def morning_of(desk: Desk, clock: Clock, channels: list[str]) -> None:
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


def test_a_burst_at_nine_is_through_in_ten_minutes_each_digest_once(
    desk: Desk, clock: Clock, room: Room, slack: SlackServer
) -> None:
    channels = [room.add_channel(f"desk-{n}", private=True) for n in range(MANY)]
    for channel in channels:
        room.invite_bot(channel)
    here = looking(desk, clock)
    morning_of(here, clock, channels)
    clock.moment = NINE
    room.fail("chat.postMessage", times=STORM, status=429, retry_after="20")
    sender = Sender(
        here, Slack(OneClient(WebClient(room.bot_token, slack.base_url, retry_handlers=[])))
    )

    tick(here)
    while clock.moment < NINE + LIMIT:
        while sender.step():
            pass
        clock.moment += timedelta(seconds=5)

    said = {one: [m.text for m in room.messages(one) if m.is_bot] for one in channels}
    assert Counter(map(len, said.values())) == {1: MANY}
    for number, channel in enumerate(channels):
        own = {str(1_000 + n) for n in range(MANY) if str(1_000 + n) in said[channel][0]}
        assert own == {str(1_000 + number)}
