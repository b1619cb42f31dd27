"""A filing process that is killed at any moment leaves whole filings or none."""

import os
import subprocess
import sys
from pathlib import Path
from random import Random
from signal import SIGKILL
from subprocess import PIPE

from sqlalchemy import Connection, Engine, func, select
from sqlmodel import SQLModel

from storage.database import open_database
from tests.storage.filer import CLAIMS, EVERY

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("ON_THE_RECORD_KILLS", "3"))
EVENTS = 6 * KILLS
A_FEW_FILINGS = (20, 200)  # statements and commits; a filing has some forty


def test_a_process_killed_at_any_moment_leaves_nothing_half_written(database_url: str) -> None:
    chance, engine = Random(database_url[:6]), open_database(database_url)  # noqa: S311 - a test

    for run in range(KILLS):
        filed = _filed(database_url, run, steps=chance.randint(*A_FEW_FILINGS), ends=-SIGKILL)
        assert filed <= _whole_filings(engine)
    _filed(database_url, KILLS, steps=0, ends=0)

    assert _whole_filings(engine) == {str(number) for number in range(EVENTS)}
    engine.dispose()


def _filed(address: str, run: int, *, steps: int, ends: int) -> set[str]:
    """Let the process go so many steps and be killed; return the events that it said it filed."""
    given = [address, str(run), str(EVENTS), str(steps)]
    command = [sys.executable, "-m", "tests.storage.filer", *given]
    ended = subprocess.run(command, stdout=PIPE, text=True, cwd=ROOT, check=False)  # noqa: S603
    assert ended.returncode == ends
    return set(ended.stdout.split())


def _whole_filings(engine: Engine) -> set[str]:
    """Return the keys of the events that are done, having seen that all of each is there.

    In one snapshot: a server may still be finishing the commit of a process that was killed.
    """
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        done = set(_column(connection, "inbox", "key", state="done"))
        gone = {f"A{int(key) - 1}" for key in done if int(key) % EVERY == 0}
        stand = {f"A{key}" for key in done} - gone
        assert set(_column(connection, "versions", "id")) == stand
        assert set(_column(connection, "outbox", "key")) == done
        assert _counts(connection) == {name: len(stand) * n for name, n in EACH.items()}
        assert "".join(_column(connection, "inbox", "text", state="done")) == ""
    return done


EACH = {
    "articles": 1,
    "brought": 1,
    "claims": CLAIMS,
    "figures": CLAIMS * 2,
    "sourcing": CLAIMS * 2,
    "claim_key": CLAIMS * 5,  # one of them the key that every claim has
    "relations": 1,
    "checks": 1,
    "checked": CLAIMS,
}


def _counts(connection: Connection) -> dict[str, int]:
    tables = SQLModel.metadata.tables
    asked = {name: select(func.count()).select_from(tables[name]) for name in EACH}
    return {name: connection.execute(count).scalar_one() for name, count in asked.items()}


def _column(connection: Connection, table: str, column: str, **where: str) -> list[str]:
    columns = SQLModel.metadata.tables[table].c
    asked = select(columns[column]).where(*(columns[name] == is_ for name, is_ in where.items()))
    return list(connection.execute(asked).scalars())
