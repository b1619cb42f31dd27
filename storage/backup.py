"""How the whole database is put aside in a file, and how it comes back from one."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from errno import ENOSPC
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from bot.newsroom.trouble import SetUpTrouble
from storage.alone import alone, file_of
from storage.carrying import carry
from storage.database import opened
from storage.dumping import Fill, dump, load, read_back
from storage.health import is_missing
from storage.returning import Back, Before, before, bring_up_to_date, made_ready

MAGIC = b"SQLite format 3\0"  # what every SQLite file begins with
STEP = 4096  # pages that are copied at a time
INTEGRITY, WHOLE = "PRAGMA integrity_check", [("ok",)]


def back_up(url: str, file: Path) -> None:
    """Write all there is into a new file, for its owner alone; the bot may go on meanwhile.

    On SQLite a database in one file, on PostgreSQL what `pg_restore` reads. The file is there
    once it is whole. Raises SetUpTrouble when it is there already or cannot be written.
    """
    if file.exists():
        raise SetUpTrouble(f"{file} is there already: name a new file.")
    source = _kept(url)
    with _placed(file) as fresh:
        if source is None:
            dump(url, fresh)
        else:
            _copy_out(source, fresh)


def restore(url: str, file: Path, *, replace: bool = False) -> Back:
    """Put the database of a backup in the place of ours, and bring it up to date.

    PostgreSQL takes a backup of either kind, SQLite its own alone. Returns what had been forgotten
    here and is on record again with it. What is too old goes at the next start. Nothing is
    changed, and SetUpTrouble raised, when a bot is at work, when there is something on record and
    `replace` is not given, or when the file is no backup, is damaged, or was made by a newer
    version.
    """
    if not file.is_file():
        raise SetUpTrouble(f"There is no file {file}.")
    database = file_of(url)
    if database is None:
        with _filling(file) as fill:
            return load(url, fill, replace=replace)
    with alone(url), _placed(database) as fresh:
        there = _before(url, database, replace=replace)
        _copy_in(file, fresh)
        with opened(f"sqlite:///{fresh}") as engine:
            back = made_ready(engine, there)
        if database.exists():
            _give_to_its_owner(fresh, database)
        _drop_log(database)
    return back


@contextmanager
def _filling(file: Path) -> Iterator[Fill]:
    """Give what fills PostgreSQL with a backup of either kind; one of SQLite by way of a copy."""
    with file.open("rb") as raw:
        if raw.read(len(MAGIC)) != MAGIC:
            yield partial(read_back, file)
            return
    with TemporaryDirectory(prefix="record-") as folder:
        fresh = Path(folder) / "record"
        try:
            _copy_in(file, fresh)
        except OSError as error:
            line = f"No copy can be made in {gettempdir()} ({error.strerror}): set TMPDIR."
            raise SetUpTrouble(line) from None
        with opened(f"sqlite:///{fresh}") as source:
            bring_up_to_date(source)
            yield partial(carry, source)


def _kept(url: str) -> Path | None:
    """Return the file of a SQLite database, None for PostgreSQL."""
    if is_missing(url):
        raise SetUpTrouble(f"There is no database at {file_of(url)} yet: nothing to put aside.")
    file = file_of(url)
    if file is None and url.startswith("sqlite"):
        raise SetUpTrouble("DATABASE_URL names no file: what is in memory cannot be put aside.")
    return file


@contextmanager
def _placed(file: Path) -> Iterator[Path]:
    """Give a file beside, to be written; it takes the place of `file` once it is on the disk."""
    try:
        with TemporaryDirectory(prefix=f".{file.name}.", dir=file.absolute().parent) as folder:
            fresh = Path(folder) / "record"
            fresh.touch(0o600)
            yield fresh
            _to_disk(fresh)
            fresh.replace(file)
            _to_disk(file.absolute().parent)
    except OSError as error:
        raise SetUpTrouble(f"{file} cannot be written ({error.strerror}).") from None


def _to_disk(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _copy(source: Path | str, target: Path) -> None:
    """Copy a database as it is at one moment, whoever writes to it meanwhile; into one file."""
    with (
        closing(sqlite3.connect(source, uri=isinstance(source, str))) as ours,
        closing(sqlite3.connect(target)) as copy,
        _room_needed(),
    ):
        ours.execute("BEGIN")
        ours.execute("SELECT 1 FROM sqlite_master")  # from here on it stands still for us
        ours.backup(copy, pages=STEP, progress=_heed)
        copy.execute("PRAGMA journal_mode = DELETE")


def _heed(_status: int, _left: int, _pages: int) -> None:
    """Do nothing, in Python: only there is heard that somebody wants us to stop."""


@contextmanager
def _room_needed() -> Iterator[None]:
    """Raise OSError when the disk is full: of the database that is read it says nothing."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_FULL:
            raise
        raise OSError(ENOSPC, os.strerror(ENOSPC)) from None


def _give_to_its_owner(fresh: Path, database: Path) -> None:
    """Make the file theirs who have the one in place, where we may: root restores for others."""
    shutil.copymode(database, fresh)
    there = database.stat()
    with suppress(PermissionError):
        os.chown(fresh, there.st_uid, there.st_gid)


def _copy_out(source: Path, target: Path) -> None:
    try:
        _copy(source, target)
    except sqlite3.DatabaseError as error:
        raise SetUpTrouble(f"The database {source} cannot be read ({error}).") from None


def _copy_in(file: Path, target: Path) -> None:
    """Copy a backup, having seen that it is whole."""
    try:
        _copy(f"{file.absolute().as_uri()}?mode=ro", target)
        with closing(sqlite3.connect(target)) as copy:
            wrong = copy.execute(INTEGRITY).fetchall() != WHOLE
            torn = copy.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError:
        raise SetUpTrouble(f"{file} is no backup of a SQLite database, or damaged.") from None
    if wrong or torn:
        raise SetUpTrouble(f"{file} is damaged: take another backup.")


def _before(url: str, database: Path, *, replace: bool) -> Before:
    """Return what of the database in place matters to the next one."""
    if not database.exists() or (replace and _is_damaged(database)):
        return Before()
    with opened(url) as engine:
        return before(engine, replace=replace)


def _is_damaged(database: Path) -> bool:
    try:
        with closing(sqlite3.connect(database)) as looked:
            return looked.execute(INTEGRITY).fetchall() != WHOLE
    except sqlite3.DatabaseError as error:
        return "malformed" in str(error)


def _drop_log(database: Path) -> None:
    """See that no write-ahead log lies there, which SQLite would read into the new database.

    It goes with the last who closes the old one.
    """
    log = Path(f"{database}-wal")
    if log.exists() and database.exists():
        raise SetUpTrouble(f"{database} is held by another program: stop that one first.")
    for left in (log, Path(f"{database}-shm")):
        left.unlink(missing_ok=True)
