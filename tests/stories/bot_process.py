"""The bot as a process of its own, which kills itself at a place that it is told.

Its environment: SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, DATABASE_URL, PORT=0, SLACK_API, ORIGIN and
CRASH_AT, the place: "before inbox.put", "after slack.post", "in archive.file" (right after what
that call commits), or nothing. AHEAD is by how many hours its clock is put forward; where it is
given, the bot ticks once at the start and then prints "ticked".
Prints its port when it listens, and nothing else unasked: it logs to its standard error. Each line
that it reads then is an order, and answered by a line: "mine PLACE" sets another place, "tick
HOURS" puts the clock forward and lets it tick.
"""

import os
import signal
import sys
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import local
from typing import TypeVar, cast

import structlog
from sqlalchemy import Engine, event
from sqlalchemy.pool import Pool

from bot.app import Bot
from bot.app.around import Surroundings, utc_now
from bot.desk.clock import tick
from bot.parsing import Finder
from bot.settings import Settings

LEASE = 1.0  # seconds: what a killed process held is free again soon
ASKING = {"lease", "take"}  # asked all the time; a place only where they give something

Port = TypeVar("Port")


class Here(local):
    """Which call a thread is in, and whether it has committed."""

    call = ""
    committed = False


@dataclass
class Mine:
    """Where the process ends itself, as a power cut would: the place that is set."""

    place: str = ""
    _here: Here = field(default_factory=Here)

    def step_on(self, place: str) -> None:
        if place == self.place:
            os.kill(os.getpid(), signal.SIGKILL)

    def lay(self) -> None:
        """Have it go off between what a call commits and whatever that call does next."""
        event.listen(Engine, "commit", self._committing)
        event.listen(Pool, "checkin", self._through)

    def entered(self, call: str) -> None:
        self._here.call = call
        self._here.committed = False

    def _committing(self, _connection: object) -> None:
        self._here.committed = True

    def _through(self, _connection: object, _record: object) -> None:
        if self._here.committed:
            self.step_on(f"in {self._here.call}")


class Mined:
    """A port on whose calls the mine lies: before each, within, and after."""

    def __init__(self, port: object, mine: Mine) -> None:
        self._port = port
        self._mine = mine

    def __getattr__(self, name: str) -> object:
        call = getattr(self._port, name)
        place = f"{type(self._port).__name__.lower()}.{name}"

        def mined(*args: object, **rest: object) -> object:
            self._mine.step_on(f"before {place}")
            self._mine.entered(place)
            answer = call(*args, **rest)
            self._mine.entered("")
            if answer is not None or name not in ASKING:
                self._mine.step_on(f"after {place}")
            return answer

        return mined


class LateFinder(Finder):
    """A finder that loads its parser at the first article: most lives here read none."""

    def start(self) -> None:
        """Wait for the first article."""


@dataclass
class Ahead:
    """A clock that is so many hours ahead."""

    hours: int

    def __call__(self) -> datetime:
        return utc_now() + timedelta(hours=self.hours)


def main() -> None:
    """Serve until somebody ends the process or its orders end, or it ends itself."""
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    mine = Mine(os.environ["CRASH_AT"])
    mine.lay()
    ahead = Ahead(int(os.environ.get("AHEAD", "0")))
    bot = Bot(Settings(), around(mine, ahead))
    print(bot.serve(), flush=True)  # noqa: T201 - to the test that started us
    bot.start()  # what an earlier death left may end us at once: the port is told before that
    if "AHEAD" in os.environ:
        tick(bot.desk)
        print("ticked", flush=True)  # noqa: T201
    for order in sys.stdin:
        word, _, rest = order.strip().partition(" ")
        if word == "mine":
            mine.place = rest
        else:
            ahead.hours = int(rest)
            tick(bot.desk)
        print(f"{word} done", flush=True)  # noqa: T201


def around(mine: Mine, clock: Ahead) -> Surroundings:
    """Return the surroundings that the environment names, all ports over the mine."""

    def through(port: Port) -> Port:
        return cast("Port", Mined(port, mine))

    return Surroundings(
        slack=os.environ["SLACK_API"],
        own_origin=os.environ["ORIGIN"],
        host="127.0.0.1",
        finder=LateFinder(),
        clock=clock,
        through=through,
        working=LEASE,
        sending=LEASE,
    )


if __name__ == "__main__":
    main()
