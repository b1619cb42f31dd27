"""A desk for each test: real shelves, and in place of the world a few articles and channels."""

from collections.abc import Iterator

import pytest

from bot.desk.desk import Desk
from bot.newsroom.channel import Channel, Kind
from bot.slackroom.room import Room
from bot.slackroom.server import SlackServer
from tests.desk.nine import Clock, a_timed_desk
from tests.desk.shelved import a_desk
from tests.desk.world import World


@pytest.fixture
def world() -> World:
    return World(Channel("T1", "C1", name="world", kind=Kind.PUBLIC))


@pytest.fixture
def desk(database_url: str, world: World) -> Iterator[Desk]:
    with a_desk(database_url, world) as desk:
        yield desk


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def timed(database_url: str, clock: Clock) -> Iterator[Desk]:
    with a_timed_desk(database_url, clock) as desk:
        yield desk


@pytest.fixture
def room(clock: Clock) -> Room:
    return Room(clock.seconds)


@pytest.fixture
def slack(room: Room) -> Iterator[SlackServer]:
    with SlackServer(room, retry_after=()) as server:
        yield server
