"""The inbox: nothing is lost, nothing is done twice, and what fails does not hold up the rest."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.newsroom.post import TRIES, Event, Leased
from storage.leasing import let_go
from storage.tables import InboxRow
from tests.storage.shelf import CITY, NOW, WORLD, Shelf, a_post, an_incoming

LATER = NOW + timedelta(seconds=61)


def _keys(shelf: Shelf) -> list[str]:
    """Lease all that is due, and end each before the next."""
    keys = []
    while leased := shelf.inbox.lease(NOW, 60):
        keys.append(leased.incoming.key)
        assert shelf.inbox.done(leased)
    return keys


def test_an_event_is_kept_once_however_often_it_is_delivered(shelf: Shelf) -> None:
    assert [shelf.inbox.put(an_incoming("E1"), NOW) for _ in range(3)] == [True, False, False]
    assert _keys(shelf) == ["E1"]


def test_an_event_comes_back_as_it_came_in(shelf: Shelf) -> None:
    incoming = an_incoming(
        post=a_post("2.0", CITY, "1.0", "U7"),
        event=Event.COMMAND,
        text="add «Überschwemmung» 😀",
        links=("https://courier.example/a", "https://courier.example/b"),
        respond_to="https://hooks.example/1",
    )

    shelf.inbox.put(incoming, NOW)
    leased = shelf.inbox.lease(NOW, 60)

    assert leased is not None
    assert (leased.incoming, leased.attempts) == (incoming, 1)


def test_events_come_oldest_first_and_each_to_one_worker(shelf: Shelf) -> None:
    for n in range(4):
        shelf.inbox.put(an_incoming(f"E{n}", a_post(f"{n}.0")), NOW)

    assert _keys(shelf) == ["E0", "E1", "E2", "E3"]


def test_a_lease_that_ran_out_lets_another_worker_in_and_shuts_the_first_out(
    shelf: Shelf,
) -> None:
    shelf.inbox.put(an_incoming(), NOW)
    first = shelf.inbox.lease(NOW, 60)
    second = shelf.inbox.lease(LATER, 60)

    assert first is not None
    assert second is not None
    assert (first.attempts, second.attempts) == (1, 2)
    assert shelf.inbox.done(first) is False
    assert shelf.inbox.fail(first, LATER, "too late") is False
    assert shelf.inbox.done(second) is True
    assert shelf.inbox.done(second) is False


def test_a_failed_event_waits_longer_each_time_and_then_is_dead(shelf: Shelf) -> None:
    shelf.inbox.put(an_incoming(), NOW)
    now = NOW

    for wait in (5, 15, 45, 135, 405):
        leased = shelf.inbox.lease(now, 60)
        assert leased is not None
        assert shelf.inbox.fail(leased, now, "no such site") is False
        assert shelf.inbox.lease(now + timedelta(seconds=wait - 1), 60) is None
        now += timedelta(seconds=wait)
    last = shelf.inbox.lease(now, 60)
    assert last is not None
    assert shelf.inbox.fail(last, now, "no such site") is True

    assert shelf.inbox.lease(NOW + timedelta(days=1), 60) is None
    assert shelf.dead() == ["E1: no such site"]
    assert kept_words(shelf) == ("", [])


def test_an_event_whose_worker_dies_each_time_is_dead_too(shelf: Shelf) -> None:
    shelf.inbox.put(an_incoming(), NOW)
    tries = [shelf.inbox.lease(NOW + n * timedelta(hours=1), 60) for n in range(TRIES + 1)]
    leased = [one for one in tries if one]

    assert [one.is_hopeless for one in leased] == [False] * TRIES + [True]
    assert shelf.inbox.fail(leased[-1], NOW, "the worker ended")
    assert shelf.dead() == ["E1: the worker ended"]
    assert kept_words(shelf) == ("", [])


def kept_words(shelf: Shelf) -> tuple[str, list[str]]:
    """Return what is left of the one event that is on record."""
    with Session(shelf.engine) as session:
        row = session.scalars(select(InboxRow)).one()
        return row.text, row.links


def test_an_event_that_failed_does_not_hold_up_the_others(shelf: Shelf) -> None:
    shelf.inbox.put(an_incoming("E1", a_post("1.0")), NOW)
    shelf.inbox.put(an_incoming("E2", a_post("2.0")), NOW)
    first = shelf.inbox.lease(NOW, 60)
    assert first is not None

    shelf.inbox.fail(first, NOW, "no such site")

    assert _keys(shelf) == ["E2"]


def test_events_of_one_post_come_one_after_the_other(shelf: Shelf) -> None:
    shelf.inbox.put(an_incoming("said"), NOW)
    shelf.inbox.put(an_incoming("deleted", event=Event.DELETED), NOW)
    shelf.inbox.put(an_incoming("elsewhere", a_post("1.0", CITY)), NOW)
    said = shelf.inbox.lease(NOW, 60)
    assert said is not None

    meanwhile = _keys(shelf)
    shelf.inbox.done(said)

    assert meanwhile == ["elsewhere"]
    assert _keys(shelf) == ["deleted"]


def test_commands_of_one_channel_do_not_wait_for_each_other(shelf: Shelf) -> None:
    for key in ("C1", "C2"):
        shelf.inbox.put(an_incoming(key, a_post(""), event=Event.COMMAND), NOW)

    assert _keys(shelf) == ["C1", "C2"]


MESSAGE, EDITED, DELETED = Event.MESSAGE, Event.EDITED, Event.DELETED
COMMAND = Event.COMMAND


@pytest.mark.parametrize(
    ("came", "leased", "overtaken"),
    [
        pytest.param([MESSAGE], 0, False, id="a message alone"),
        pytest.param([MESSAGE, EDITED], 0, True, id="a message and its edit"),
        pytest.param([EDITED, MESSAGE], 1, True, id="an edit that came before its message"),
        pytest.param([DELETED, MESSAGE], 1, True, id="a deletion that came before its message"),
        pytest.param([MESSAGE, EDITED, EDITED], 1, True, id="an edit before another"),
        pytest.param([MESSAGE, EDITED, EDITED], 2, False, id="the last edit"),
        pytest.param([DELETED, EDITED], 1, True, id="an edit after the deletion"),
        pytest.param([DELETED, EDITED], 0, False, id="a deletion, whatever else"),
        pytest.param([COMMAND, DELETED], 0, False, id="a command"),
    ],
)
def test_what_is_no_longer_true_of_a_post_is_known(
    shelf: Shelf, came: list[Event], leased: int, *, overtaken: bool
) -> None:
    for n, event in enumerate(came):
        shelf.inbox.put(an_incoming(f"E{n}", event=event), NOW)
    shelf.inbox.put(an_incoming("other", a_post("2.0"), event=DELETED), NOW)
    shelf.inbox.put(an_incoming("elsewhere", a_post("1.0", CITY), event=DELETED), NOW)
    held = Leased(an_incoming(f"E{leased}", event=came[leased]), "a token", 1)

    assert shelf.inbox.overtaken(held) is overtaken


def test_two_workers_never_hold_the_same_event(shelf: Shelf) -> None:
    events = [an_incoming(f"E{n:02}", a_post(f"{n}.0", WORLD)) for n in range(30)]
    for incoming in events:
        shelf.inbox.put(incoming, NOW)

    with ThreadPoolExecutor(3) as workers:
        lots = list(workers.map(lambda _: _work(shelf), range(3)))

    assert sorted(key for lot in lots for key in lot) == [e.key for e in events]


def test_an_event_delivered_to_two_processes_at_once_is_kept_once(shelf: Shelf) -> None:
    incoming = [an_incoming(f"E{n // 3}") for n in range(30)]

    with ThreadPoolExecutor(3) as listeners:
        kept = list(listeners.map(lambda one: shelf.inbox.put(one, NOW), incoming))

    assert sum(kept) == 10


def _work(shelf: Shelf) -> list[str]:
    done = []
    while leased := shelf.inbox.lease(NOW, 60):
        assert shelf.inbox.done(leased)
        done.append(leased.incoming.key)
    return done


def test_a_channel_is_read_in_its_order_and_others_meanwhile(shelf: Shelf) -> None:
    for key, post in (("E1", a_post("1.0")), ("E2", a_post("2.0")), ("E3", a_post("3.0", CITY))):
        shelf.inbox.put(an_incoming(key, post), NOW)
    with ThreadPoolExecutor(3) as threads:
        leased = [task.result() for task in [threads.submit(_lease, shelf) for _ in range(3)]]

    taken = {one.incoming.key: one for one in leased if one}

    assert set(taken) == {"E1", "E3"}
    assert shelf.inbox.done(taken["E1"])
    assert _keys(shelf) == ["E2"]


def test_what_is_to_be_tried_again_lets_the_rest_of_its_channel_by(shelf: Shelf) -> None:
    for key in ("E1", "E2"):
        shelf.inbox.put(an_incoming(key, a_post(f"{key[1]}.0")), NOW)
    first = shelf.inbox.lease(NOW, 60)
    assert first is not None
    shelf.inbox.fail(first, NOW, "ValueError")

    assert _keys(shelf) == ["E2"]


def test_in_a_crowd_a_command_goes_first_and_no_channel_waits_for_all_of_another(
    shelf: Shelf,
) -> None:
    for n in range(40):
        shelf.inbox.put(an_incoming(f"W{n:02}", a_post(f"{n}.0")), NOW)
    shelf.inbox.put(an_incoming("C0", a_post("1.0", CITY)), NOW)
    shelf.inbox.put(an_incoming("ask", a_post("", CITY), event=Event.COMMAND), NOW)

    keys = _keys(shelf)

    assert keys[0] == "ask"
    assert 0 < keys.index("C0") < 41  # last by age; by chance too, once in a million times
    assert [key for key in keys if key.startswith("W")] == [f"W{n:02}" for n in range(40)]


def test_who_waits_is_told_apart_by_person_and_channel(shelf: Shelf) -> None:
    for n in range(12):
        shelf.inbox.put(an_incoming(f"W{n}", a_post(f"{n}.0", person="U1")), NOW)
    shelf.inbox.put(an_incoming("C0", a_post("1.0", CITY, person="U2")), LATER)

    waits = shelf.inbox.waits(LATER, timedelta(seconds=15))

    assert [(wait.post.person, wait.before) for wait in waits] == [("U1", 11)]


def test_whoever_is_alone_takes_up_at_once_what_the_dead_held(shelf: Shelf) -> None:
    shelf.inbox.put(an_incoming(), NOW)
    assert shelf.inbox.lease(NOW, 3600)
    assert shelf.inbox.lease(NOW, 60) is None

    let_go(shelf.engine, NOW)

    assert shelf.inbox.lease(NOW, 60) is not None


def _lease(shelf: Shelf) -> Leased | None:
    return shelf.inbox.lease(NOW, 60)
