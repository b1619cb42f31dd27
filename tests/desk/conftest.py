"""A desk for each test: real shelves, and in place of the world a few articles and channels."""

from collections.abc import Iterator

import pytest

from bot.desk.desk import Desk
from bot.newsroom.channel import Channel, Kind
from tests.desk.shelved import a_desk
from tests.desk.world import World


@pytest.fixture
def world() -> World:
    return World(Channel("T1", "C1", name="world", kind=Kind.PUBLIC))


@pytest.fixture
def desk(database_url: str, world: World) -> Iterator[Desk]:
    with a_desk(database_url, world) as desk:
        yield desk
