"""The worker moves on, whatever an event does to it."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from bot.claims.model import Article, Reading
from bot.desk.desk import Desk
from bot.newsroom.channel import Channel, Kind
from bot.newsroom.forgetting import Wanted
from bot.newsroom.post import TRIES, Event, Incoming, LetterKind
from bot.precedence import Precedence
from bot.worker import SORRY, STAYS, Loop, Worker
from tests.desk.world import HEAD, sent
from tests.making import a_post


def leaping() -> Iterator[datetime]:
    """Yield moments a quarter of an hour apart: every delay is over at the next one."""
    start = datetime(2026, 3, 4, tzinfo=UTC)
    return (start + timedelta(minutes=15 * n) for n in count())


class Full:
    """A shelf on a disk that is full."""

    def __getattr__(self, name: str) -> Any:
        def fail(*_: object) -> None:
            raise OSError(name)

        return fail


def broken(article: Article) -> Reading:
    raise ZeroDivisionError(article.text)


def test_an_event_that_fails_each_time_ends_with_an_apology_to_its_author(desk: Desk) -> None:
    moments = leaping()
    desk = replace(desk, read=broken, clock=lambda: next(moments))
    desk.receive(Incoming("bad", Event.MESSAGE, a_post("1.0"), "x", (f"{HEAD}/14",)))
    worker = Worker(desk)

    steps = [worker.step() for _ in range(8)]

    assert steps == [True] * 6 + [False] * 2
    (letter,) = sent(desk)
    assert (letter.kind, letter.words) == (LetterKind.TELL, SORRY)


def test_an_event_of_which_the_worker_dies_each_time_ends_with_an_apology_too(
    desk: Desk,
) -> None:
    moments = leaping()
    desk = replace(desk, clock=lambda: next(moments))
    desk.receive(Incoming("bad", Event.MESSAGE, a_post("1.0"), "x", (f"{HEAD}/14",)))
    for _ in range(TRIES):
        desk.inbox.lease(desk.clock(), 1.0)

    assert [Worker(desk).step() for _ in range(2)] == [True, False]

    (letter,) = sent(desk)
    assert (letter.kind, letter.words) == (LetterKind.TELL, SORRY)


def test_a_forgetting_that_fails_each_time_is_told_to_whoever_wanted_it(desk: Desk) -> None:
    moments = leaping()
    desk = replace(desk, forgetting=Full(), clock=lambda: next(moments))
    desk.receive(Incoming("bad", Event.FORGET, a_post("1.0"), Wanted(by="Ada Brenn").written()))
    worker = Worker(desk)

    while worker.step():
        pass

    (letter,) = sent(desk)
    assert (letter.kind, letter.words) == (LetterKind.TELL, STAYS)


def test_an_event_that_fails_holds_up_no_other(desk: Desk) -> None:
    desk.receive(Incoming("bad", Event.MESSAGE, a_post("1.0"), "x", (f"{HEAD}/14",)))
    assert Worker(replace(desk, read=broken)).step()
    desk.receive(Incoming("good", Event.MESSAGE, a_post("2.0"), "x", (f"{HEAD}/chess",)))

    assert Worker(desk).step()

    assert [letter.post.ts for letter in sent(desk)] == ["2.0"]


def test_what_is_to_be_indexed_anew_is_once_no_event_is_due(desk: Desk) -> None:
    worker = Worker(desk)
    for ts in ("1.0", "2.0"):
        desk.receive(Incoming(ts, Event.MESSAGE, a_post(ts), "x", (f"{HEAD}/chess",)))
    worker.step()
    desk.places.saw(Channel("T1", "C1", "world", Kind.PRIVATE))

    worker.step()

    assert [letter.post.ts for letter in sent(desk)] == ["1.0", "2.0"]
    assert [worker.step(), worker.step()] == [True, False]


def test_a_loop_outlives_a_step_that_fails_and_stops_when_told() -> None:
    again = threading.Event()
    steps: list[int] = []

    def step() -> bool:
        steps.append(len(steps))
        if len(steps) == 1:
            loop.rouse()
            raise OSError("the database is away")
        again.set()
        return False

    loop = Loop("worker", step, Precedence())
    loop.start()
    assert again.wait(10)
    loop.end()
    loop.join(10)

    assert not loop.is_alive()
