"""A process that files one event after the other until it is killed or has done all of them."""

import os
import sys
from datetime import timedelta
from itertools import count
from signal import SIGKILL

from sqlalchemy import Engine, event

from bot.claims.model import Check, CheckKind
from bot.newsroom.filing import Filing
from bot.newsroom.post import Leased
from storage.database import open_database
from tests.making import a_link
from tests.storage.shelf import NOW, WORLD, Shelf, a_letter, a_whole_claim, an_entry, an_incoming

CLAIMS = 4
EVERY = 3  # each third event withdraws the reading of the one before it


def main(address: str, run: str, events: str, steps: str) -> None:
    """Put the events that are not there yet, and file all; say the key of each that is filed.

    Each run is an hour after the one before, so that the leases of a killed one have run out.
    The process is killed by the system just before that many steps are done, 0 for never.
    """
    engine, now = open_database(address), NOW + int(run) * timedelta(hours=1)
    _kill_before(engine, int(steps))
    shelf = Shelf(engine)
    for number in range(int(events)):
        shelf.inbox.put(an_incoming(f"{number}"), now)
        while leased := shelf.inbox.lease(now, 60):
            assert shelf.archive.file(filing(leased))
            print(leased.incoming.key, flush=True)  # noqa: T201 - the parent reads it


def filing(leased: Leased) -> Filing:
    """Return what the event changes: an article with all that hangs on it, and one letter."""
    number = int(leased.incoming.key)
    claims = [a_whole_claim(f"C-{number}-{n}") for n in range(CLAIMS)]
    entry = an_entry(
        f"A{number}",
        *claims,
        links=(a_link(claims[0], claims[1]),),
        checks=(Check(CheckKind.SUM, tuple(claims), "A sum."),),
    )
    return Filing(
        leased,
        WORLD,
        entries=(entry,),
        withdrawn=(f"A{number - 1}",) if number % EVERY == 0 else (),
        letters=(a_letter(leased.incoming.key),),
    )


def _kill_before(engine: Engine, steps: int) -> None:
    left = count(steps - 1, -1)

    def step(*_: object) -> None:
        if next(left) == 0:
            os.kill(os.getpid(), SIGKILL)

    event.listen(engine, "before_cursor_execute", step)
    event.listen(engine, "commit", step)


if __name__ == "__main__":
    main(*sys.argv[1:])
