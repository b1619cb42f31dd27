"""How a process that listens rouses those that work, on PostgreSQL; elsewhere they share one.

A ring that is lost harms nothing: whoever works looks by himself each second.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import structlog
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

BELL = "on_the_record"
BREATH_S = 0.02  # between two rings: a hundred events in that time need but one
GLANCE_S = 1.0  # seconds between two looks whether to stop
AWAY_S = 5.0  # seconds before a server that went away is asked again

log = structlog.get_logger()


class Bell:
    """Rings once for all that came at nearly the same time; ringing costs the caller nothing."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._pulled = threading.Event()
        self._ending = threading.Event()
        self._ringer = threading.Thread(target=self._ring, name="bell", daemon=True)

    def start(self) -> None:
        """Begin to ring when it is pulled."""
        self._ringer.start()

    def pull(self) -> None:
        """Have it rung soon."""
        self._pulled.set()

    def stop(self) -> None:
        """Ring no more."""
        self._ending.set()
        self._pulled.set()
        self._ringer.join(GLANCE_S)

    def _ring(self) -> None:
        quiet = self._engine.execution_options(isolation_level="AUTOCOMMIT")
        while not self._ending.is_set():
            self._pulled.wait()
            self._pulled.clear()
            with suppress(DBAPIError), quiet.connect() as connection:
                connection.exec_driver_sql(f"NOTIFY {BELL}")
            self._ending.wait(BREATH_S)


@contextmanager
def hearing(engine: Engine, heard: Callable[[], None]) -> Iterator[None]:
    """Call `heard` meanwhile at each ring, in a thread of its own."""
    ending = threading.Event()
    thread = threading.Thread(target=_hear, args=(engine, heard, ending), name="ear", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ending.set()
        thread.join(2 * GLANCE_S)


def _hear(engine: Engine, heard: Callable[[], None], ending: threading.Event) -> None:
    while not ending.is_set():
        try:
            _hear_until(engine, heard, ending)
        except Exception as error:  # noqa: BLE001 - the server may be away for a while
            log.warning("does not hear", reason=type(error).__name__)
            ending.wait(AWAY_S)


def _hear_until(engine: Engine, heard: Callable[[], None], ending: threading.Event) -> None:
    """Listen on a connection of our own, which the pool does not get back."""
    with engine.connect() as pooled:
        driver: Any = pooled.connection.driver_connection
        pooled.detach()
        driver.autocommit = True
        driver.execute(f"LISTEN {BELL}")
        while not ending.is_set():
            for _ in driver.notifies(timeout=GLANCE_S, stop_after=1):
                heard()
