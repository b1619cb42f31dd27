"""How a worker makes sure to be alone on a SQLite file; PostgreSQL takes any number."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from bot.newsroom.trouble import SetUpTrouble

PATIENCE = 3.0
"""Seconds that one waits for another that is about to end: its supervisor may have been killed."""

_GLANCE = 0.1  # seconds between two tries


@contextmanager
def alone(url: str, patience: float = PATIENCE) -> Iterator[None]:
    """Be the one worker of the SQLite file meanwhile; raises SetUpTrouble when there is another.

    The lock lies on a file beside it, ".lock" behind its name, and goes with the process that
    holds it and with those that it forked, however they end. Of any other database: do nothing.
    """
    file = file_of(url)
    if file is None:
        yield
        return
    with _opened(file) as lock:
        if not _locked(lock, patience):
            raise SetUpTrouble(_taken(file, lock))
        _sign(lock)
        yield


def file_of(url: str) -> Path | None:
    """Return the file of a SQLite database, not a link to it; None for any other database."""
    try:
        address = make_url(url)
    except ArgumentError:
        return None
    on_disk = address.drivername == "sqlite" and address.database not in {None, "", ":memory:"}
    return Path(str(address.database)).resolve() if on_disk else None


def _opened(file: Path) -> TextIO:
    try:
        return Path(f"{file}.lock").open("a+", encoding="utf-8")
    except OSError as error:
        line = f"The folder of {file} cannot be written to ({error.strerror}): mend its rights."
        raise SetUpTrouble(line) from None


def _locked(lock: TextIO, patience: float) -> bool:
    until = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                return False
            time.sleep(_GLANCE)
        else:
            return True


def _sign(lock: TextIO) -> None:
    """Leave our number there, for whoever is refused."""
    lock.truncate(0)
    lock.write(f"{os.getpid()}\n")
    lock.flush()


def _taken(file: Path, lock: TextIO) -> str:
    lock.seek(0)
    return (
        f"Another bot works on {file} already (process {lock.read().strip()}): stop it first. "
        "For more than one, move to PostgreSQL: README, “How to grow”."
    )
