"""How soon signed requests are acknowledged: `python -m tests.speed ack`.

The web form runs in processes of its own, as an operator starts it; so does the client, on the
same machine, since a stand-in of Slack that is busy beside it would have it wait. Each request is
a /claim command that is written to the inbox before it is acknowledged. First as many as go over
sixteen connections, nobody working on them where another process does that; then twenty a second,
without and with an article being read at any moment.
"""

import threading
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import count
from multiprocessing import get_context
from urllib.parse import urlencode

from bot.slackroom.signed import FORM_TYPE, signature
from tests.speed.archives import archives
from tests.speed.articles import long_article
from tests.speed.telling import nth, say, spread
from tests.speed.working import AtWork, at_work
from tests.stories.newsroom import COMMAND
from tests.stories.pages import a_page

CONNECTIONS = 16
RATE = 20.0  # requests a second
PATH = "/slack/events"


def main(arguments: Sequence[str]) -> None:
    """Send requests to the bot on each database and print how soon they were acknowledged."""
    parser = ArgumentParser(prog="python -m tests.speed ack")
    parser.add_argument("--seconds", type=float, default=15, help="of each of the three")
    parser.add_argument("--only", default="", help="sqlite or postgresql; both if left out")
    given = parser.parse_args(arguments)
    seconds = given.seconds
    with archives(0) as (_, addresses):
        for address in (one for one in addresses if one.startswith(given.only)):
            kind = address.split(":", maxsplit=1)[0]
            with at_work(address, worker=kind == "sqlite") as office:
                took = _elsewhere(_flood, _commands(office), seconds)
            say(f"{kind}: {len(took) / seconds:.0f} acks a second, {spread(took)}")
            with at_work(address) as office:
                commands = _commands(office)
                alone = _elsewhere(_steady, commands, seconds)
                with _reading(office):
                    beside = _elsewhere(_steady, commands, seconds)
            ratio = nth(99, beside) / nth(99, alone)
            say(f"{kind}, {RATE:.0f} a second: {spread(alone)}")
            say(f"{kind}, while articles are read: {spread(beside)}, {ratio:.2f} x")


@dataclass(frozen=True, slots=True)
class _Commands:
    """What somebody types in a channel, very often, and where it is sent to."""

    port: int
    secret: str
    fields: tuple[tuple[str, str], ...]


def _commands(office: AtWork) -> _Commands:
    room = office.room
    fields = {
        "command": COMMAND,
        "text": "show C-00000",
        "team_id": room.team_id,
        "channel_id": office.desk("desk"),
        "user_id": room.people[0].id,
        "response_url": f"{office.slack.base_url}none",
        "api_app_id": room.app_id,
    }
    return _Commands(office.port, room.signing_secret, tuple(fields.items()))


def _elsewhere(
    send: Callable[[_Commands, float], list[float]], commands: _Commands, seconds: float
) -> list[float]:
    """Send from a process of its own; return the milliseconds of each."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(send, commands, seconds).result()


class _Client:
    """Somebody who types /claim."""

    def __init__(self, commands: _Commands) -> None:
        self._commands = commands
        self._numbers = count()
        self._own = threading.local()

    def ask(self) -> float:
        """Send one command over a connection of this thread; return the milliseconds it took."""
        trigger = f"{time.time_ns()}.{next(self._numbers)}.bench"
        body = urlencode({**dict(self._commands.fields), "trigger_id": trigger}).encode()
        now = int(time.time())
        headers = {
            "Content-Type": FORM_TYPE,
            "X-Slack-Request-Timestamp": str(now),
            "X-Slack-Signature": signature(self._commands.secret, now, body),
        }
        if not hasattr(self._own, "connection"):
            self._own.connection = HTTPConnection("127.0.0.1", self._commands.port)
        started = time.perf_counter()
        self._own.connection.request("POST", PATH, body, headers)
        answer = self._own.connection.getresponse()
        answer.read()
        assert answer.status == 200
        return 1000 * (time.perf_counter() - started)


def _flood(commands: _Commands, seconds: float) -> list[float]:
    """Send as many as go; return the milliseconds of each."""
    client = _Client(commands)
    until = time.perf_counter() + seconds

    def one_after_the_other(_: int) -> list[float]:
        took = []
        while time.perf_counter() < until:
            took.append(client.ask())
        return took

    with ThreadPoolExecutor(CONNECTIONS) as pool:
        return [one for took in pool.map(one_after_the_other, range(CONNECTIONS)) for one in took]


def _steady(commands: _Commands, seconds: float) -> list[float]:
    """Send some a second, whether those before are through or not."""
    client = _Client(commands)
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        asked = []
        for _ in range(int(seconds * RATE)):
            asked.append(pool.submit(client.ask))
            time.sleep(1 / RATE)
        return [one.result() for one in asked]


@contextmanager
def _reading(office: AtWork) -> Iterator[None]:
    """Have the bot read one long article after the other meanwhile."""
    ended, numbers = threading.Event(), count()
    channel = office.desk("news")

    def paste() -> None:
        while not ended.is_set():
            _read(office, channel, next(numbers), ended)

    thread = threading.Thread(target=paste)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _read(office: AtWork, channel: str, number: int, ended: threading.Event) -> None:
    """Have a long article read, of another country than those before; wait until that is done."""
    article = long_article(number)
    place = article.publication
    page = a_page(place.outlet, "2026-03-03", place.title, article.text)
    office.news[f"{number}"] = office.site.publish(f"/{number}", page)
    ts = office.paste(channel, f"{number}")
    if not ended.is_set():
        office.heard(channel, ts)
