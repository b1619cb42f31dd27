"""The bot as a process of its own, which kills itself at the place that CRASH_AT names.

Its environment: SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, DATABASE_URL, PORT=0, SLACK_API, ORIGIN and
CRASH_AT ("before inbox.put", "after slack.post", or nothing). AHEAD is by how many hours its clock
is put forward; where it is given, the bot ticks once at the start and then prints "ticked".
Prints its port when it listens.
"""

import os
import signal
from datetime import timedelta
from typing import TypeVar, cast

from bot.app import Bot
from bot.app.around import Surroundings, utc_now
from bot.desk.clock import tick
from bot.settings import Settings

LEASE = 1.0  # seconds: what a killed process held is free again soon

Port = TypeVar("Port")


class Mined:
    """A port that ends the process, as a power cut would, before or after one of its calls."""

    def __init__(self, port: object, crash_at: str) -> None:
        self._port = port
        self._crash_at = crash_at

    def __getattr__(self, name: str) -> object:
        call = getattr(self._port, name)
        place = f"{type(self._port).__name__.lower()}.{name}"

        def mined(*args: object, **rest: object) -> object:
            self._crash(f"before {place}")
            answer = call(*args, **rest)
            self._crash(f"after {place}")
            return answer

        return mined

    def _crash(self, place: str) -> None:
        if place == self._crash_at:
            os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    """Serve until somebody ends the process, or it ends itself."""
    crash_at = os.environ["CRASH_AT"]
    ahead = timedelta(hours=int(os.environ.get("AHEAD", "0")))

    def through(port: Port) -> Port:
        return cast("Port", Mined(port, crash_at))

    around = Surroundings(
        slack=os.environ["SLACK_API"],
        own_origin=os.environ["ORIGIN"],
        host="127.0.0.1",
        clock=lambda: utc_now() + ahead,
        through=through,
        working=LEASE,
        sending=LEASE,
    )
    bot = Bot(Settings(), around)
    print(bot.serve(), flush=True)  # noqa: T201 - to the test that started us
    bot.start()  # what an earlier death left may end us at once: the port is told before that
    if "AHEAD" in os.environ:
        tick(bot.desk)
        print("ticked", flush=True)  # noqa: T201
    signal.pause()


if __name__ == "__main__":
    main()
