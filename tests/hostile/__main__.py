"""The command line of the hostile pages: `python -m tests.hostile`; exit status 1 above a limit.

Each page is read in a running bot, to which Slack goes on talking meanwhile. Arguments name the
kinds, else all are read.
"""

import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from tempfile import TemporaryDirectory

from bot.articles.fetch import Page
from bot.articles.read import Reader
from bot.newsroom.trouble import PageTooLarge, TextTrouble
from bot.parsing import Finder
from tests.hostile.pages import KINDS, article
from tests.stories.newsroom import COMMAND, Newsroom, a_newsroom

MOST_SECONDS = 6.0  # for a page
LATEST_ACK = 0.1  # seconds, for a command that comes while a page is read
TRIES = 3  # the machine may have been busy
PAUSE = 0.02  # seconds between two commands


@dataclass(frozen=True, slots=True)
class Row:
    """A page: its kind and bytes, what became of it, in how many seconds, and the slowest ack."""

    kind: str
    size: int
    outcome: str
    seconds: float
    ack: float

    @property
    def is_well(self) -> bool:
        """Tell whether it stayed within the limits and the next page was read as ever."""
        in_time = self.seconds <= MOST_SECONDS and self.ack <= LATEST_ACK
        return in_time and not self.outcome.startswith("BROKE")


def main() -> int:
    """Read the pages, print a line for each, and return the exit status."""
    with (
        TemporaryDirectory(prefix="record-") as folder,
        a_newsroom(f"sqlite:///{folder}/record.db", Finder()) as newsroom,
        Reader() as reader,
    ):
        _ack(newsroom)  # the first of all loads what the others find loaded
        asked = sys.argv[1:] or KINDS
        rows = [_row(kind, reader, newsroom) for kind in asked]
    worst = max(row.seconds for row in rows)
    slowest = max(row.ack for row in rows)
    print(f"{len(rows)} kinds: at most {worst:.2f} s a page, {slowest * 1_000:.0f} ms an ack")  # noqa: T201
    return int(not all(row.is_well for row in rows))


def _row(kind: str, reader: Reader, newsroom: Newsroom) -> Row:
    """Read a page, again where an ack was late: what the page does, it does each time."""
    body = KINDS[kind]().encode("utf-8")
    tries = (_tried(kind, body, reader, newsroom) for _ in range(TRIES))
    row = next(tries)
    while not row.is_well and (again := next(tries, None)):
        row = again
    mark = "  " if row.is_well else "! "
    print(  # noqa: T201
        f"{mark}{kind:36}{len(body):>10,} bytes {row.seconds:6.2f} s "
        f"{row.ack * 1_000:6.0f} ms  {row.outcome}"
    )
    return row


def _tried(kind: str, body: bytes, reader: Reader, newsroom: Newsroom) -> Row:
    acks = [0.0]
    started = time.monotonic()
    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(_outcome, reader, body)
        while not reading.done():
            acks.append(_ack(newsroom))
            time.sleep(PAUSE)
    row = Row(kind, len(body), reading.result(), time.monotonic() - started, max(acks))
    if _outcome(reader, article().encode()) != "read":
        return replace(row, outcome="BROKE THE NEXT PAGE")
    return row


def _outcome(reader: Reader, body: bytes) -> str:
    page = Page("https://courier.example/pier", 200, "text/html", body)
    return _named(lambda: reader.read(page, datetime.now(UTC)))


def _named(read: Callable[[], object]) -> str:
    """Return "read", or the kind of trouble; anything else is a defect."""
    try:
        read()
    except (TextTrouble, PageTooLarge) as trouble:
        return type(trouble).__name__
    except Exception as error:  # noqa: BLE001 - the table shall name it
        return f"BROKE {type(error).__name__}"
    return "read"


def _ack(newsroom: Newsroom) -> float:
    """Return the seconds that a command took to be acknowledged."""
    started = time.monotonic()
    if not newsroom.room.command("dana", newsroom.world, COMMAND, "help").acked:
        return LATEST_ACK * 100
    return time.monotonic() - started


if __name__ == "__main__":
    sys.exit(main())
