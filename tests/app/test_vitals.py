"""What a monitor is told: also of what a process held that died, and of a server that follows."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, text

from bot.app.vitals import Vitals
from storage.health import Health
from tests.storage.conftest import engine, shelf
from tests.storage.shelf import NOW, Shelf, a_letter, an_incoming

__all__ = ["engine", "shelf"]  # fixtures
LEASE = 120.0  # seconds


def vitals(engine: Engine, days: int = 0) -> Vitals:
    return Vitals(Health(engine), lambda: NOW + timedelta(days=days))


def test_what_is_in_hand_is_no_trouble(engine: Engine, shelf: Shelf) -> None:
    held(shelf)

    assert vitals(engine).trouble() == ""
    assert 'on_the_record_in_hand{queue="events"} 1' in vitals(engine).metrics()


def held(shelf: Shelf) -> None:
    shelf.inbox.put(an_incoming(), NOW)
    shelf.inbox.lease(NOW, LEASE)
    shelf.outbox.put(a_letter(), NOW)
    shelf.outbox.take(NOW, LEASE)


def test_what_a_process_held_that_died_waits_and_is_late(engine: Engine, shelf: Shelf) -> None:
    held(shelf)

    told = vitals(engine, days=2)

    assert told.trouble() == "late: events, letters"
    for queue in ("events", "letters"):
        assert f'on_the_record_waiting{{queue="{queue}"}} 1' in told.metrics()
        assert f'on_the_record_oldest_seconds{{queue="{queue}"}} 172800' in told.metrics()


@pytest.mark.parametrize("model", ["postgresql"], indirect=True)
def test_a_server_that_came_to_follow_another_is_told(engine: Engine) -> None:
    told = vitals(engine)
    assert told.trouble() == ""
    with engine.begin() as connection:
        follows = f"ALTER DATABASE {engine.url.database} SET default_transaction_read_only = on"
        connection.execute(text(follows))
    engine.dispose()

    assert told.trouble() == "read-only database"


@pytest.mark.parametrize(("connected", "said"), [(True, ""), (False, "not connected to Slack")])
def test_who_listens_by_socket_mode_tells_whether_it_is_connected(
    engine: Engine, *, connected: bool, said: str
) -> None:
    told = vitals(engine)
    told.listens(lambda: connected)

    assert told.trouble() == said
    assert f"on_the_record_connected {connected:d}\n" in told.metrics()
