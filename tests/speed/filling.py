"""Fills archives with made-up claims at one go; a test holds that filing writes the same rows.

What makes single writes safe and slow is taken away meanwhile and put back at the end: the
triggers, the checks of references, one index.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any, Protocol

import numpy as np
from psycopg.types.json import Json
from sqlalchemy import Connection, insert
from sqlmodel import SQLModel

from bot.claims.keys import keys
from storage.archive import Archive
from storage.database import open_database, upgrade
from tests.speed.made_up import CLAIMS_AN_ARTICLE, Made, lots
from tests.speed.rows import NOW, TABLES, Index, Row, rows_of
from tests.storage.shelf import CITY, SOURCES, WORLD

ARTICLES_AT_ONCE = 400
PAIRS_AT_ONCE = 1_000_000
NUMBERED = ("articles", "versions", "brought", "claims")
INDEX = "ix_claim_key_claim"
PAIR = [("columns", ">i2"), ("size", ">i4"), ("one", ">i8"), ("again", ">i4"), ("other", ">i8")]
"""A row of two numbers in PostgreSQL's binary COPY, each after its size in bytes."""


def fill(addresses: Sequence[str], claims: Iterable[Made]) -> None:
    """Make the tables at each of the addresses and write the claims into all of them."""
    index, number = Index(), 0
    with ExitStack() as opened:
        shelves = [opened.enter_context(_shelf(address)) for address in addresses]
        for some in lots(claims, ARTICLES_AT_ONCE * CLAIMS_AN_ARTICLE):
            rows = rows_of(some, number, index)
            number += len(some)
            for shelf in shelves:
                shelf.write(rows)
        by_key, by_claim = index.rows()
        once, counts = np.unique(by_key, return_counts=True)
        for shelf in shelves:
            shelf.pour("claim_key", by_key, by_claim)
            shelf.pour("key_count", once, counts)


class _Shelf(Protocol):
    """One archive, opened to be filled."""

    def write(self, rows: Mapping[str, list[Row]]) -> None:
        """Write rows of several tables."""

    def pour(self, table: str, *columns: Any) -> None:
        """Write both columns of a table of numbers, as fast as the database takes them."""

    def put_back(self) -> None:
        """Put back what was taken away, and let the database look at what it has."""


@contextmanager
def _shelf(address: str) -> Iterator[_Shelf]:
    engine = open_database(address)
    upgrade(engine)
    archive = Archive(engine, keys, lambda: NOW)
    for channel in (WORLD, CITY, SOURCES):
        archive.keep_channel(channel)
    with engine.connect() as connection:
        lite = engine.dialect.name == "sqlite"
        shelf: _Shelf = _OnSqlite(connection) if lite else _OnPostgresql(connection)
        yield shelf
        shelf.put_back()
    engine.dispose()


class _OnSqlite:
    """An archive in a file; what is written here need not outlive a power cut."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._raw = _driver_of(connection)
        self._raw.executescript("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF")
        asked = "SELECT sql FROM sqlite_master WHERE name IN (?, ?)"
        taken = self._raw.execute(asked, ("claim_key_in", INDEX)).fetchall()
        self._taken = [sql for (sql,) in taken]
        self._raw.executescript(f"DROP TRIGGER claim_key_in; DROP INDEX {INDEX}")

    def write(self, rows: Mapping[str, list[Row]]) -> None:
        for name in TABLES:
            self._connection.execute(insert(_table(name)), rows[name])
        self._connection.commit()

    def pour(self, table: str, *columns: Any) -> None:
        for start in range(0, len(columns[0]), PAIRS_AT_ONCE):
            some = (column[start : start + PAIRS_AT_ONCE].tolist() for column in columns)
            self._raw.execute("BEGIN")
            self._raw.executemany(_into(table), zip(*some, strict=True))
            self._raw.execute("COMMIT")

    def put_back(self) -> None:
        for statement in (*self._taken, "ANALYZE", "PRAGMA wal_checkpoint(TRUNCATE)"):
            self._raw.execute(statement).fetchall()


class _OnPostgresql:
    """An archive on a server, filled by COPY; its user has to be the server's own."""

    def __init__(self, connection: Connection) -> None:
        connection.execution_options(isolation_level="AUTOCOMMIT")
        self._raw = _driver_of(connection)
        asked = "SELECT indexdef FROM pg_indexes WHERE indexname = %s"
        [self._taken] = self._raw.execute(asked, [INDEX]).fetchone()
        self._raw.execute(f"DROP INDEX {INDEX}")
        self._triggers("DISABLE")

    def write(self, rows: Mapping[str, list[Row]]) -> None:
        for name in TABLES:
            columns = [column.name for column in _table(name).columns]
            named = ", ".join(f'"{column}"' for column in columns)
            with (
                self._raw.cursor() as cursor,
                cursor.copy(f"COPY {name} ({named}) FROM STDIN") as copy,
            ):
                for row in rows[name]:
                    copy.write_row([_told(row[column]) for column in columns])

    def pour(self, table: str, *columns: Any) -> None:
        rows: Any = np.empty(len(columns[0]), dtype=PAIR)
        rows["columns"], rows["size"], rows["again"], rows["one"], rows["other"] = (
            2,
            8,
            8,
            *columns,
        )
        into = f"COPY {table} FROM STDIN (FORMAT binary)"
        with self._raw.cursor() as cursor, cursor.copy(into) as copy:
            copy.write(b"PGCOPY\n\xff\r\n\0" + bytes(8))
            for some in np.array_split(rows, len(rows) // PAIRS_AT_ONCE + 1):
                copy.write(some.tobytes())
            copy.write(b"\xff\xff")

    def put_back(self) -> None:
        self._triggers("ENABLE")
        for name in NUMBERED:
            sequence = f"pg_get_serial_sequence('{name}', 'number')"
            self._raw.execute(f"SELECT setval({sequence}, max(number)) FROM {name}")  # noqa: S608 - names of ours
        self._raw.execute(self._taken)
        self._raw.execute("VACUUM ANALYZE")

    def _triggers(self, able: str) -> None:
        for name in (*TABLES, "claim_key"):
            self._raw.execute(f"ALTER TABLE {name} {able} TRIGGER ALL")


def _into(table: str) -> str:
    return f"INSERT INTO {table} VALUES (?, ?)"  # noqa: S608 - names of ours


def _driver_of(connection: Connection) -> Any:
    return connection.connection.driver_connection


def _told(value: Any) -> Any:
    return Json(value) if isinstance(value, list) else value


def _table(name: str) -> Any:
    return SQLModel.metadata.tables[name]
