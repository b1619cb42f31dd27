"""A desk on real shelves, for tests and for what replays stories day by day."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.claims.keys import keys, words_in
from bot.claims.think import think
from bot.desk.desk import Desk
from bot.desk.ports import Clock
from storage.archive import Archive
from storage.database import Database, open_database
from storage.days import Days
from storage.digesting import Digests
from storage.embargoes import Embargoes
from storage.forgetting import Forgetting
from storage.inbox import Inbox
from storage.judgements import Judgements
from storage.library import Library
from storage.outbox import Outbox
from storage.places import Places
from storage.stories import Stories
from storage.watches import Watches
from tests.desk.world import World


def ticking() -> Clock:
    """Return a clock that is a second later each time."""
    moments = (datetime(2026, 3, 4, tzinfo=UTC) + timedelta(seconds=n) for n in range(10**6))
    return lambda: next(moments)


@contextmanager
def a_desk(database_url: str, world: World, clock: Clock | None = None) -> Iterator[Desk]:
    """Open a desk on a database that is up to date; what it asks of the world, `world` answers."""
    engine, clock = open_database(database_url), clock or ticking()
    yield Desk(
        archive=Archive(engine, keys, clock),
        library=Library(engine, words_in),
        days=Days(engine),
        digests=Digests(engine),
        places=Places(engine),
        judgements=Judgements(engine),
        stories=Stories(engine),
        watches=Watches(engine),
        **_keyed(engine),
        inbox=Inbox(engine),
        outbox=Outbox(engine),
        fetch=world.fetch,
        type_in=world.type_in,
        read=world.read,
        think=think,
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


def _keyed(engine: Database) -> dict[str, Any]:
    """Return the shelves that index claims anew."""
    return {"forgetting": Forgetting(engine, keys), "embargoes": Embargoes(engine, keys)}
