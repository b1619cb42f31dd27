"""How soon signed requests are acknowledged: `python -m tests.speed ack`.

The web form runs in processes of its own, as an operator starts it; the client is on the same
machine. Each request is a /claim command that is written to the inbox before it is acknowledged.
First as many as go over sixteen connections, nobody working on them where another process does
that; then twenty a second, without and with an article being read at any moment.
"""

import threading
import time
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from itertools import count
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
    seconds = parser.parse_args(arguments).seconds
    with archives(0) as (_, addresses):
        for address in addresses:
            kind = address.split(":", maxsplit=1)[0]
            with at_work(address, worker=kind == "sqlite") as office:
                took = _flood(_Client(office), seconds)
            say(f"{kind}: {len(took) / seconds:.0f} acks a second, {spread(took)}")
            with at_work(address) as office:
                client = _Client(office)
                alone = _steady(client, seconds)
                with _reading(office):
                    beside = _steady(client, seconds)
            ratio = nth(99, beside) / nth(99, alone)
            say(f"{kind}, {RATE:.0f} a second: {spread(alone)}")
            say(f"{kind}, while articles are read: {spread(beside)}, {ratio:.2f} x")


class _Client:
    """Somebody who types /claim in a channel, very often."""

    def __init__(self, office: AtWork) -> None:
        self._office = office
        self._channel = office.desk("desk")
        self._numbers = count()
        self._own = threading.local()

    def ask(self) -> float:
        """Send one command over a connection of this thread; return the milliseconds it took."""
        body = self._body()
        now = int(time.time())
        headers = {
            "Content-Type": FORM_TYPE,
            "X-Slack-Request-Timestamp": str(now),
            "X-Slack-Signature": signature(self._office.room.signing_secret, now, body),
        }
        if not hasattr(self._own, "connection"):
            self._own.connection = HTTPConnection("127.0.0.1", self._office.port)
        started = time.perf_counter()
        self._own.connection.request("POST", PATH, body, headers)
        answer = self._own.connection.getresponse()
        answer.read()
        assert answer.status == 200
        return 1000 * (time.perf_counter() - started)

    def _body(self) -> bytes:
        room = self._office.room
        fields = {
            "command": COMMAND,
            "text": "show C-00000",
            "team_id": room.team_id,
            "channel_id": self._channel,
            "user_id": room.people[0].id,
            "trigger_id": f"{next(self._numbers)}.1.bench",
            "response_url": f"{self._office.slack.base_url}none",
            "api_app_id": room.app_id,
        }
        return urlencode(fields).encode()


def _flood(client: _Client, seconds: float) -> list[float]:
    """Send as many as go; return the milliseconds of each."""
    until = time.perf_counter() + seconds

    def one_after_the_other(_: int) -> list[float]:
        took = []
        while time.perf_counter() < until:
            took.append(client.ask())
        return took

    with ThreadPoolExecutor(CONNECTIONS) as pool:
        return [one for took in pool.map(one_after_the_other, range(CONNECTIONS)) for one in took]


def _steady(client: _Client, seconds: float) -> list[float]:
    """Send some a second, whether those before are through or not."""
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
    """Have a long article read, unlike those before, and wait until that is done."""
    article = long_article()
    text = f"{article.text}\n\nThis was edition {number}."
    page = a_page(article.publication.outlet, "2026-03-03", article.publication.title, text)
    office.news[f"{number}"] = office.site.publish(f"/{number}", page)
    ts = office.paste(channel, f"{number}")
    if not ended.is_set():
        office.heard(channel, ts)
