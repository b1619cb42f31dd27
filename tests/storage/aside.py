"""A database that is put aside and comes back: one claim, looked at and forgotten in between."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine, text

from bot.newsroom.act import Deed
from bot.newsroom.filing import Filing
from bot.newsroom.forgetting import Wanted
from bot.newsroom.post import Event
from bot.newsroom.viewer import Viewer
from storage.database import open_database, writing
from storage.forgetting import Forgetting
from tests.making import a_claim
from tests.storage.shelf import NOW, WORLD, Shelf, a_post, an_incoming, keys_of, known

ROOT_PAGE = "(SELECT rootpage FROM sqlite_master WHERE name = '{}')"
HEAD = 100  # bytes, of a SQLite file
PATIENCE = 60.0  # seconds, on a busy machine

CLAIM = a_claim("C-1", quote="The quay is shut.", start=0, end=17, **known("quay"))


class Opened:
    """A database that is looked at and let go of again."""

    def __init__(self, url: str) -> None:
        self._engine: Engine = open_database(url)
        self.shelf = Shelf(self._engine)

    def ask(self, question: str) -> object:
        with self._engine.connect() as connection:
            return connection.execute(text(question)).scalar_one()

    def do(self, statement: str) -> None:
        with writing(self._engine).begin() as connection:
            connection.execute(text(statement))

    def close(self) -> None:
        self._engine.dispose()


def forget(url: str) -> None:
    with closing(Opened(url)) as opened:
        shelf, found = opened.shelf, Wanted(claim=CLAIM.id)
        gone = Forgetting(shelf.engine, keys_of).find(Viewer(WORLD), found)
        shelf.inbox.put(an_incoming("forget", a_post("9.9"), event=Event.FORGET), NOW)
        leased = shelf.inbox.lease(NOW, 60)
        assert leased is not None
        assert shelf.archive.file(Filing(leased, WORLD, forgotten=gone))
        assert opened.ask("SELECT count(*) FROM claims") == 0
        deeds = f"SELECT count(*) FROM acts WHERE deed = '{Deed.FORGOTTEN.value}'"  # noqa: S608
        assert opened.ask(deeds) == 1


def damage(file: Path, page: str) -> None:
    """Write over a page of a SQLite database, behind the head of the file."""
    with closing(sqlite3.connect(file)) as connection:
        (number,) = connection.execute(f"SELECT {page}").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with file.open("r+b") as raw:
        raw.seek(max(HEAD, (number - 1) * size))
        raw.write(b"\xff" * (size - HEAD))


def program(file: Path, does: str) -> None:
    file.write_text(f"#!/bin/sh\n{does}\n")
    file.chmod(0o700)


def wait_for(file: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not file.exists():
        assert time.monotonic() < until
        time.sleep(0.02)
