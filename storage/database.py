"""How a database is opened and brought up to date: SQLite in a file, or a PostgreSQL server."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any
from weakref import WeakSet

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import (
    URL,
    Connection,
    Engine,
    create_engine,
    event,
    func,
    inspect,
    make_url,
    select,
)
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry, Pool

from bot.newsroom.trouble import SetUpTrouble
from storage.planning import expect
from storage.refusals import ASIDE, CUT_SHORT, DRIVER, MAY_NOT, STANDS_BY, TROUBLES, plainly, told
from storage.turns import Turn, take_turn

BUSY_MS = 10_000
"""How long a writer waits for another: two commits of 400 claims each on a slow disk fit in."""

PRAGMAS = (
    f"busy_timeout = {BUSY_MS}",
    "journal_mode = WAL",
    "synchronous = FULL",  # a reply that was posted must not be forgotten when the power fails
    "foreign_keys = ON",
    "secure_delete = ON",  # a withdrawn claim leaves no bytes behind
    "wal_autocheckpoint = 4000",  # pages; whoever writes then has all others wait: see write_back
)

LIMITS = {"connect_timeout": 10, "tcp_user_timeout": 15_000, "keepalives_idle": 15}
"""How long a PostgreSQL server is waited for whose host may have vanished: s, ms, s.

Left to itself TCP does so for a quarter of an hour, and all acks with it.
"""

_GLANCE = 0.01  # seconds between two tries to empty the log
_PATIENCE = 2.0  # seconds for which whoever deleted something tries; then write_back goes on
_TO_EMPTY = WeakSet[Pool]()  # the connections to files whose log could not be emptied so far

TURN = "turn"  # in what is remembered of a connection: whether it is its turn to write

MIGRATIONS = Path(__file__).parent / "migrations"

Database = Engine
"""What shelves are opened on, for those who may know no SQL."""


@contextmanager
def opened(url: str, *, halfway: bool = False) -> Iterator[Engine]:
    """Give an engine as `open_database` does, and let go of it at the end.

    Raises SetUpTrouble also when the file turns out later to be damaged, full or held.
    """
    engine = open_database(url, halfway=halfway)
    try:
        yield engine
    except DBAPIError as trouble:
        reason = f"{trouble.orig}"
        if engine.dialect.name == "sqlite" and any(word in reason for word, _ in TROUBLES):
            raise SetUpTrouble(told(engine.url, reason)) from None
        raise
    finally:
        engine.dispose()


def open_database(url: str, *, halfway: bool = False) -> Engine:
    """Return an engine for the address, once it has been seen to be a database to write to.

    `url` is "sqlite:///path", "postgresql://user:password@host/name" or "postgres://…". Raises
    SetUpTrouble when the address is none, or the database is not one, not there or read-only; and
    when a restore stands halfway, unless `halfway` says that it may.
    """
    address = _address(url)
    engine = _engine(address)
    try:
        with writing(engine).connect() as connection:
            _try_to_write(connection)
            cut_short = is_cut_short(connection)
    except (DBAPIError, sqlite3.Error) as trouble:
        engine.dispose()
        raise SetUpTrouble(told(address, str(trouble))) from None
    except SetUpTrouble:
        engine.dispose()
        raise
    if cut_short and not halfway:
        engine.dispose()
        raise SetUpTrouble(CUT_SHORT)
    return engine


def is_cut_short(connection: Connection) -> bool:
    """Tell whether a restore stands halfway: on SQLite none does, a whole file takes the place."""
    return connection.dialect.name == "postgresql" and inspect(connection).has_schema(ASIDE)


def read_only(connection: Connection) -> bool:
    """Tell whether a PostgreSQL server lets nothing be written, as one that only follows."""
    if connection.dialect.name != "postgresql":
        return False
    return bool(connection.scalar(select(func.current_setting("transaction_read_only"))) == "on")


def writing(engine: Engine) -> Engine:
    """Return the engine for transactions that write.

    SQLite takes the write lock at once for them: one that read first could not upgrade its lock
    when another wrote in between, and would fail without waiting.
    """
    return engine.execution_options(writes=True)


def upgrade(engine: Engine) -> None:
    """Bring the tables up to date; raises SetUpTrouble when a newer version of the bot made them.

    Or when the database does not let us. All in one transaction and in turn, so that two
    processes may start at once.
    """
    with plainly(engine), writing(engine).begin() as connection:
        take_turn(connection, Turn.UPGRADE)
        try:
            command.upgrade(migrations(connection), "head")
        except CommandError as trouble:
            raise SetUpTrouble(
                "The database was made by a newer version of the bot: install that version."
            ) from trouble
        expect(connection)


def ask_to_upgrade(engine: Engine) -> None:
    """Raise SetUpTrouble where `upgrade` would, for want of the right to make tables."""
    if engine.dialect.name != "postgresql":
        return
    with engine.connect() as connection:
        may = connection.scalar(select(func.has_schema_privilege(func.current_schema(), "CREATE")))
    if not may:  # None where the user sees no schema at all
        raise SetUpTrouble(MAY_NOT.format(engine.url.username))


def migrations(connection: Connection) -> Config:
    """Return what Alembic needs to know to work on this connection."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def write_back(engine: Engine) -> None:
    """Copy SQLite's write-ahead log to the file, beside those who read and write.

    Left to itself SQLite does it at the end of some commit, and the next writers wait meanwhile,
    a hundredth of a second on a quick disk. A file that is full or closed to us, they are told of.
    A log that `clear_log` left behind is emptied as soon as nobody reads it.
    """
    with suppress(sqlite3.Error, DBAPIError):
        if engine.pool in _TO_EMPTY:
            _empty(engine)
        else:
            with closing(engine.raw_connection()) as connection:
                connection.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)")


def clear_log(engine: Engine) -> None:
    """Empty SQLite's write-ahead log, which still holds the pages of what was just deleted.

    It cannot be emptied while it is written back, or while somebody reads what was there before,
    as an export does. Where that takes long, `write_back` empties it later.
    """
    if engine.dialect.name != "sqlite":
        return
    until = time.monotonic() + _PATIENCE
    while not _empty(engine):
        if time.monotonic() > until:
            _TO_EMPTY.add(engine.pool)
            return
        time.sleep(_GLANCE)


def _empty(engine: Engine) -> bool:
    """Try to empty the log without waiting for anybody: SQLite would hold up all writers then."""
    with closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute("PRAGMA busy_timeout = 0")
        try:
            refused, _, _ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    if not refused:
        _TO_EMPTY.discard(engine.pool)
    return not refused


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except ArgumentError:
        raise SetUpTrouble(
            "The address of the database is not one: write sqlite:///file or postgresql://…"
        ) from None
    if address.drivername in {"postgres", "postgresql"}:
        return address.set(drivername="postgresql+psycopg")
    if address.drivername == "sqlite" and address.database in {None, "", ":memory:"}:
        raise SetUpTrouble("The address of the database names no file: write sqlite:///file.")
    if address.drivername in {"sqlite", "postgresql+psycopg"}:
        return address
    raise SetUpTrouble(
        f"No database of the kind {address.drivername}: write sqlite:///file or postgresql://…"
    )


def _engine(address: URL) -> Engine:
    here = address.drivername == "sqlite"
    limits = {} if here else {k: v for k, v in LIMITS.items() if k not in address.query}
    try:
        engine = create_engine(address, connect_args=limits, pool_pre_ping=not here)
    except ModuleNotFoundError:
        raise SetUpTrouble(f"PostgreSQL needs one more package: pip install '{DRIVER}'") from None
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up)
        _take_turns(engine)
    return engine


def _set_up(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # BEGIN is ours, see _take_turns
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").close()


def _take_turns(engine: Engine) -> None:
    """Have the writers of this process wait for each other here.

    SQLite alone would have each of them sleep and look again, ever longer, while others slip in.
    """
    turn = threading.Lock()

    def begin(connection: Connection) -> None:
        options: dict[str, Any] = dict(connection.get_execution_options())
        if options.get("writes") and TURN not in connection.info:
            connection.info[TURN] = turn.acquire(timeout=BUSY_MS / 1000)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")

    def came_back(_connection: object, record: ConnectionPoolEntry) -> None:
        if record.info.pop(TURN, False):
            turn.release()

    event.listen(engine, "begin", begin)
    event.listen(engine, "checkin", came_back)


def _try_to_write(connection: Connection) -> None:
    """Change nothing, but ask to: SQLite begins to write to a read-only file without a word."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA user_version = 1")
    elif read_only(connection):
        raise SetUpTrouble(STANDS_BY)
    connection.rollback()
