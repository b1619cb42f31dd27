"""A desk for each test: real shelves, and in place of the world a few articles and channels."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.claims.keys import keys, words_in
from bot.desk.desk import Desk
from bot.desk.ports import Clock
from bot.newsroom.channel import Channel, Kind
from storage.archive import Archive
from storage.database import open_database
from storage.days import Days
from storage.digesting import Digests
from storage.forgetting import Forgetting
from storage.inbox import Inbox
from storage.judgements import Judgements
from storage.library import Library
from storage.outbox import Outbox
from storage.settings import Places
from storage.stories import Stories
from storage.watches import Watches
from tests.desk.world import World


@pytest.fixture
def world() -> World:
    return World(Channel("T1", "C1", name="world", kind=Kind.PUBLIC))


def ticking() -> Clock:
    """Return a clock that is a second later each time."""
    moments = (datetime(2026, 3, 4, tzinfo=UTC) + timedelta(seconds=n) for n in range(10**6))
    return lambda: next(moments)


@pytest.fixture
def desk(database_url: str, world: World) -> Iterator[Desk]:
    engine, clock = open_database(database_url), ticking()
    yield Desk(
        archive=Archive(engine, keys, clock),
        library=Library(engine, words_in),
        days=Days(engine),
        digests=Digests(engine),
        places=Places(engine, keys),
        judgements=Judgements(engine),
        stories=Stories(engine),
        watches=Watches(engine),
        forgetting=Forgetting(engine, keys),
        inbox=Inbox(engine),
        outbox=Outbox(engine),
        fetch=world.fetch,
        type_in=world.type_in,
        read=world.read,
        canonical=world.canonical,
        look_up=world.look_up,
        name_of=world.name_of,
        direct=world.direct,
        shared_with=world.shared_with,
        memory=world,
        other_bots=world.other_bots,
        new_article=world.new_article,
        clock=clock,
        wake=world.wake,
    )
    engine.dispose()
