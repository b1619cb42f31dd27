"""Whether anything is lost or done twice while workers are killed: `python -m tests.speed kills`.

Events come in, a tenth of them twice, while workers (three on PostgreSQL, one on SQLite) take them
with real steps on real shelves, and every two seconds the oldest of them is killed by the system,
as soon as it has done a step. Exit status 1 when an event is lost or done twice.
"""

import sys
import threading
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing import get_context
from random import Random

from sqlalchemy import Engine, func, select
from sqlmodel import SQLModel

from bot.newsroom.post import Incoming
from storage.database import open_database, upgrade
from storage.inbox import Inbox
from storage.states import DONE
from tests.speed.killed import work
from tests.speed.storage import addresses
from tests.speed.telling import say
from tests.storage.shelf import WORLD, a_post, an_incoming

CHANNELS = 20
AGAIN = 10  # one in so many is delivered twice
PATIENCE = 60.0  # seconds, and one more for each event
GLANCE = 0.05  # seconds between two looks at how far they are

FROM = get_context("forkserver")
FROM.set_forkserver_preload(["tests.speed.killed"])  # to start is to fork: the kills are many


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a run's events, by number."""

    kills: int
    seconds: float
    lost: tuple[str, ...]
    doubled: tuple[str, ...]


def run(url: str, events: int, every: float) -> Outcome:
    """Let events come in and kill a worker every so many seconds until all are done.

    What is not done after long is lost.
    """
    engine, started, kills = open_database(url), time.monotonic(), 0
    feeding = threading.Thread(target=_feed, args=(engine, events))
    with _workers(url) as working:
        feeding.start()
        due, until = started + every, started + PATIENCE + events
        while _done(engine) < events and time.monotonic() < until:
            time.sleep(GLANCE)
            if time.monotonic() > due and working[0].begun.is_set():
                working.pop(0).kill()
                working.append(_Worker(url))
                kills, due = kills + 1, time.monotonic() + every
        feeding.join()
    seconds = time.monotonic() - started
    outcome = Outcome(kills, seconds, *_counted(engine, events))
    engine.dispose()
    return outcome


def main(arguments: Sequence[str]) -> None:
    """Run on both databases so many times, and print what became of the events."""
    parser = ArgumentParser(prog="python -m tests.speed kills")
    parser.add_argument("--events", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--every", type=float, default=2.0, help="seconds between two kills")
    parser.add_argument("--only", default="", help="sqlite or postgresql; both if left out")
    given = parser.parse_args(arguments)
    wrong = 0
    for number in range(given.runs):
        with addresses() as both:
            for url in (one for one in both if one.startswith(given.only)):
                wrong += _told(
                    number, url, given.events, run_on_new(url, given.events, given.every)
                )
    sys.exit(int(wrong > 0))


def run_on_new(url: str, events: int, every: float) -> Outcome:
    """Make the tables, and run."""
    engine = open_database(url)
    upgrade(engine)
    engine.dispose()
    return run(url, events, every)


def _told(number: int, url: str, events: int, outcome: Outcome) -> int:
    kind, lost, doubled = url.split(":", maxsplit=1)[0], len(outcome.lost), len(outcome.doubled)
    say(
        f"run {number + 1}, {kind}: {events} events in {outcome.seconds:.0f} s, {outcome.kills} "
        f"kills: {lost} lost, {doubled} doubled"
    )
    return lost + doubled


def _feed(engine: Engine, events: int) -> None:
    """Deliver each event, and now and then one of those before it once more."""
    inbox, chance = Inbox(engine), Random(7)  # noqa: S311 - no secret
    for number in range(events):
        assert inbox.put(_event(number), datetime.now(UTC))
        if number % AGAIN == 0:
            assert not inbox.put(_event(chance.randint(0, number)), datetime.now(UTC))


def _event(number: int) -> Incoming:
    channel = f"{WORLD.id}{number % CHANNELS}"
    post = a_post(f"{number}.0")
    here = type(post)(post.workspace, channel, post.ts, post.thread, post.person)
    return an_incoming(f"{number}", here, links=(f"https://courier.example/{number}",))


class _Worker:
    """A process that steps; `begun` tells whether it has done one: to start may take a while."""

    def __init__(self, url: str) -> None:
        self.begun = FROM.Event()
        self._process = FROM.Process(target=work, args=(url, self.begun), daemon=True)
        self._process.start()

    def kill(self) -> None:
        """Kill it, and wait until it is gone."""
        self._process.kill()
        self._process.join()
        self._process.close()


@contextmanager
def _workers(url: str) -> Iterator[list[_Worker]]:
    working = [_Worker(url) for _ in range(1 if url.startswith("sqlite") else 3)]
    try:
        yield working
    finally:
        for one in working:
            one.kill()


def _done(engine: Engine) -> int:
    inbox = SQLModel.metadata.tables["inbox"]
    with engine.connect() as connection:
        asked = select(func.count()).where(inbox.c.state == DONE)
        return int(connection.execute(asked).scalar_one())


def _counted(engine: Engine, events: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the events without exactly one reading, claim and letter: fewer, and more.

    What each wrote is counted by the post that it came with.
    """
    tables = SQLModel.metadata.tables
    brought, claims, letters = tables["brought"], tables["claims"], tables["outbox"]
    said = select(brought.c.ts).join(claims, claims.c.reading == brought.c.reading)
    wanted = {f"{number}.0" for number in range(events)}
    lost, doubled = set[str](), set[str]()
    with engine.connect() as connection:
        for asked in (select(brought.c.ts), said, select(letters.c.ts)):
            found = Counter(connection.scalars(asked))
            lost |= wanted - found.keys()
            doubled |= {ts for ts, times in found.items() if times > 1 or ts not in wanted}
    return tuple(sorted(lost)), tuple(sorted(doubled))
