"""What an operator is told of a database that cannot be used, and what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Engine
from sqlalchemy.exc import DBAPIError

from bot.newsroom.trouble import SetUpTrouble

TROUBLES = (
    ("not a database", "is not a database: name another file, or move this one away"),
    ("readonly", "is read-only: give this user the right to write to it and to its folder"),
    ("unable to open", "cannot be opened: its folder is missing or closed to this user"),
    ("locked", "is held by another program: stop that one first"),
    ("disk is full", "cannot be written: the disk is full"),
    ("malformed", "is damaged: `python -m bot restore FILE --replace` puts a backup in its place"),
)

ASIDE = "before_restore"
"""The schema on PostgreSQL in which what is replaced lies until a backup is in its place."""

CUT_SHORT = (
    "A restore is going on, or was cut short, and what was there before lies aside (in the schema "
    f"{ASIDE}). If none is going on, run `python -m bot restore` again: it puts back what was "
    "there before it goes on, and with --replace puts the backup in its place."
)

DRIVER = "psycopg[binary]"  # as pyproject's extra has it
BARRED = "42501"  # PostgreSQL's code for what a user has no right to
MAY_NOT = (
    "The user {0} may not make or change tables in this database: let it own the database and its "
    "tables, or have their owner GRANT CREATE ON SCHEMA public TO {0}."
)
STANDS_BY = (
    "The database server takes nothing down: it follows another, or is set to be read-only. Name "
    "the one that leads in DATABASE_URL, or wait until this one does."
)


@contextmanager
def plainly(engine: Engine) -> Iterator[None]:
    """Raise SetUpTrouble for what the database refuses meanwhile."""
    try:
        yield
    except DBAPIError as trouble:
        raise SetUpTrouble(_refused(engine.url, trouble)) from trouble


def told(address: URL, reason: str) -> str:
    """Return the line about a database that cannot be opened, by what its driver says."""
    if address.drivername != "sqlite":
        return (
            f"The database server at {address.host or 'this machine'} does not let the bot in:"
            " see that it runs, and that name, password and database are right."
        )
    said = next((line for word, line in TROUBLES if word in reason), "cannot be used")
    return f"The database {address.database} {said}."


def _refused(address: URL, trouble: DBAPIError) -> str:
    if address.drivername == "sqlite":
        return told(address, str(trouble))
    if getattr(trouble.orig, "sqlstate", "") == BARRED:
        return MAY_NOT.format(address.username)
    return f"The database server refuses ({type(trouble.orig).__name__}): look at its log."
