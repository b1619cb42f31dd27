"""Stories told by the machine, so many steps of them, and what came of it."""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from sqlite3 import Connection
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test
from sqlalchemy import Engine, event

from storage.database import open_database, upgrade
from tests.canaries.machine import Newsroom

STEPS = 40  # of one story, at most
AT_ONCE = 10  # stories


@dataclass
class Told:
    """How many steps were told, by kind, and the words that were heard, by surface."""

    steps: Counter[str] = field(default_factory=Counter)
    heard: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0


@contextmanager
def a_database(address: str = "") -> Iterator[Engine]:
    """Open a database that is up to date: SQLite in a folder of its own, where none is named.

    Nobody pulls the plug here, so nothing waits for the disk.
    """
    with TemporaryDirectory(prefix="canary-") as folder:
        engine = open_database(address or f"sqlite:///{Path(folder) / 'record.db'}")
        upgrade(engine)
        if not address:
            engine.dispose()
            event.listen(engine, "connect", _do_not_wait)
        yield engine
        engine.dispose()


def tell(engine: Engine, stories: int, steps: int = STEPS, number: int = 0) -> Told:
    """Tell the stories of a number, always the same ones; each number has others.

    Raises AssertionError with the story, as a note, in which a word went too far.
    """
    told, began = Told(), time.monotonic()
    parts = {"engine": engine, "steps": told.steps, "heard": told.heard}
    machine = seed(number)(type("Told", (Newsroom,), parts))
    chosen = settings(
        database=None,
        deadline=None,
        max_examples=stories,
        stateful_step_count=steps,
        report_multiple_bugs=False,
        phases=[Phase.generate],  # a story is told as it was: to shorten it takes too long
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=chosen)
    told.seconds = time.monotonic() - began
    return told


def _do_not_wait(connection: Connection, _record: object) -> None:
    connection.execute("PRAGMA synchronous = OFF").close()
