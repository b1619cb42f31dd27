"""A desk for each test: real shelves, and in place of the world a few articles and channels."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.desk.desk import Desk
from bot.newsroom.channel import Channel, Kind
from bot.slackroom.room import Room
from bot.slackroom.server import SlackServer
from storage.database import clear_log, open_database, upgrade
from tests.desk.nine import Clock, a_timed_desk
from tests.desk.shelved import a_desk
from tests.desk.stepping import Steps, stepping
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


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a database file that is up to date, for tests to which its kind is all one."""
    file = tmp_path_factory.mktemp("empty") / "record.db"
    engine = open_database(f"sqlite:///{file}")
    upgrade(engine)
    clear_log(engine)
    engine.dispose()
    return file


@pytest.fixture
def file_url(empty_file: Path, tmp_path: Path) -> str:
    """Give the address of such a file of the test's own."""
    shutil.copy(empty_file, tmp_path / "record.db")
    return f"sqlite:///{tmp_path / 'record.db'}"


@pytest.fixture
def steps(file_url: str) -> Iterator[Steps]:
    with stepping(file_url) as steps:
        yield steps
