"""Whether anything grows while the bot runs on and on: `python -m tests.speed soak --minutes M`.

The bot runs in the processes that an operator starts; Slack is the stand-in, the pages lie on
loopback. Links are pasted at a steady rate, a fifth of them new. After a while of warming, memory,
open files, children and the connections of the database are counted, and again at the end, once
the queues are empty. Exit status 1 when memory grew by more than a tenth or something is left.
"""

import sys
import time
from argparse import ArgumentParser
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from sqlalchemy import Engine, text

from storage.database import open_database
from storage.health import Health
from tests.speed.archives import archives
from tests.speed.articles import ever_new
from tests.speed.memory import bytes_of, family_of
from tests.speed.telling import say
from tests.speed.working import AtWork, at_work
from tests.stories.pages import a_page

REPEATS = 4  # for each new link
DESKS = ("news", "world", "city", "money", "sport")  # each channel is read in its order
PORTION = 3  # minutes that are pasted before it is told how it goes
GROWTH = 1.10
SPARE = 4  # files or connections: two more of a pool, each on SQLite the file and its log
PATIENCE = 600.0  # seconds for the queues to empty
CLIENTS = text(
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE datname = current_database() AND backend_type = 'client backend'"
)


@dataclass(frozen=True, slots=True)
class Held:
    """What all processes of the bot hold: megabytes of 1,000,000 bytes, and numbers of the rest.

    `waiting` is how many events and letters wait, and how long the oldest has, in seconds.
    """

    megabytes: float
    files: int
    connections: int
    processes: int
    waiting: int
    oldest: float

    def __str__(self) -> str:
        """Tell it in a line."""
        return (
            f"{self.megabytes:.0f} MB, {self.files} files and sockets, {self.connections} "
            f"connections to the database, {self.processes} processes; {self.waiting} wait, "
            f"the oldest for {self.oldest:.0f} s"
        )

    def outgrown(self, later: "Held") -> bool:
        """Tell whether there is more later than there may be."""
        return (
            later.megabytes > GROWTH * self.megabytes
            or later.files > self.files + SPARE
            or later.connections > self.connections + SPARE
            or later.processes > self.processes
            or later.waiting > 0
        )


def main(arguments: Sequence[str]) -> None:
    """Soak the bot on each database and print what it holds at the start and after."""
    parser = ArgumentParser(prog="python -m tests.speed soak")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--warming", type=float, default=3, help="minutes, before the first count")
    parser.add_argument("--only", default="", help="sqlite or postgresql; both if left out")
    parser.add_argument("--rate", type=float, default=10, help="links a second, a fifth new")
    given = parser.parse_args(arguments)
    grown = False
    with archives(0) as (_, addresses):
        for address in (one for one in addresses if one.startswith(given.only)):
            with at_work(address) as office:
                paste = _Pasting(office, given.rate)
                warm = _after(office, paste, given.warming)
                later = _after(office, paste, given.minutes)
            kind = address.split(":", maxsplit=1)[0]
            say(f"{kind}, warm: {warm}")
            say(f"{kind}, after {given.minutes:g} minutes at {given.rate:g} a second: {later}")
            grown |= warm.outgrown(later)
    sys.exit(int(grown))


class _Pasting:
    """Somebody who pastes links at a steady rate, each new one some times more."""

    def __init__(self, office: AtWork, rate: float) -> None:
        self._office, self._rate = office, rate
        self._channels = [office.desk(name) for name in DESKS]
        self._numbers = count()

    def go_on(self, seconds: float) -> None:
        """Paste, and let time pass where we are ahead of it."""
        started = time.monotonic()
        for done in range(int(seconds * self._rate)):
            self._one()
            time.sleep(max(0.0, started + (done + 1) / self._rate - time.monotonic()))

    def _one(self) -> None:
        number = next(self._numbers)
        new, repeated = divmod(number, REPEATS + 1)
        if not repeated:
            self._publish(new)
        self._office.paste(self._channels[new % len(DESKS)], f"{new}")

    def _publish(self, number: int) -> None:
        article = ever_new(number)
        place = article.publication
        page = a_page(place.outlet, "2026-03-03", place.title, article.text)
        self._office.news[f"{number}"] = self._office.site.publish(f"/{number}", page)


def _after(office: AtWork, paste: _Pasting, minutes: float) -> Held:
    """Paste for so long, telling how it goes; wait until all is dealt with, and count."""
    engine = open_database(office.database_url)
    try:
        while minutes > 0:
            paste.go_on(min(PORTION, minutes) * 60)
            minutes -= PORTION
            say(f"… {_held(office, engine)}")
        until = time.monotonic() + PATIENCE
        while _waiting(engine) and time.monotonic() < until:
            time.sleep(1)
        return _held(office, engine)
    finally:
        engine.dispose()


def _waiting(engine: Engine) -> int:
    queues = Health(engine).queues(datetime.now(UTC))
    return sum(one.waiting + one.in_hand for one in queues)


def _held(office: AtWork, engine: Engine) -> Held:
    family = [one for form in office.started for one in family_of(form)]
    now = datetime.now(UTC)
    return Held(
        megabytes=sum(map(bytes_of, family)) / 1e6,
        files=sum(map(_files, family)),
        connections=_connections(engine),
        processes=len(family),
        waiting=_waiting(engine),
        oldest=max(one.age(now) for one in Health(engine).queues(now)),
    )


def _files(process: int) -> int:
    with suppress(FileNotFoundError):  # it ended just now
        return sum(1 for _ in Path(f"/proc/{process}/fd").iterdir())
    return 0


def _connections(engine: Engine) -> int:
    """Return how many connections PostgreSQL has but ours; on SQLite they are files."""
    if engine.dialect.name != "postgresql":
        return 0
    with engine.connect() as connection:
        return int(connection.execute(CLIENTS).scalar_one()) - 1
