"""How PostgreSQL's own programs write a database into a file and read it back."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text
from sqlalchemy.exc import ProgrammingError
from sqlmodel import SQLModel

from bot.newsroom.trouble import SetUpTrouble
from storage.database import is_cut_short, opened, writing
from storage.health import Version, version_of
from storage.refusals import ASIDE
from storage.returning import STEPS, Back, before, made_ready

MISSING = (
    "{0} is not on PATH: install PostgreSQL's client programs, of the server's version or newer, "
    "or run it where they are: {1}"
)
NOT_OURS = "The user of DATABASE_URL may not replace the schema public: let it own the database."
AT_WORK = "{} others are connected to the database: stop the bot's processes first."
BACK = ("DROP SCHEMA IF EXISTS public CASCADE", f"ALTER SCHEMA {ASIDE} RENAME TO public")
NOT_ALONE = (
    "The schema public holds what is not the bot's ({}), and would go with it: give the bot a "
    "database of its own."
)
OURS = ("--schema=public", "--no-owner", "--no-privileges")
OTHERS = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    " AND coalesce(backend_type, 'client backend') = 'client backend' AND pid <> pg_backend_pid()"
)  # another user's kind is not told to everybody

IN_PUBLIC = text(
    "SELECT extname FROM pg_extension JOIN pg_namespace n ON n.oid = extnamespace"
    " WHERE nspname = 'public'"
    " UNION SELECT relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace"
    " WHERE nspname = 'public' AND relkind IN ('r', 'p', 'v', 'm', 'f')"
)


Fill = Callable[[Engine], None]
"""Fills an empty schema with what a backup holds."""


def dump(url: str, file: Path) -> None:
    """Write the database into a file as it is at one moment; raises SetUpTrouble."""
    with opened(url) as engine:
        _run(engine, "pg_dump", "--format=custom", *OURS, f"--file={file}")


def load(url: str, fill: Fill, *, replace: bool) -> Back:
    """Put a backup in the place of what is there; returns and raises as `restore`."""
    with opened(url, halfway=True) as engine:
        with engine.connect() as connection:
            if others := connection.execute(OTHERS).scalar_one():
                raise SetUpTrouble(AT_WORK.format(others))
            cut_short = is_cut_short(connection)  # an earlier one, by a power cut, say
        if cut_short:
            _do(engine, *BACK)
        _see_that_all_is_ours(engine)
        there = before(engine, replace=replace)
        with _aside(engine):
            fill(engine)
            return made_ready(engine, there)


def read_back(file: Path, engine: Engine) -> None:
    """Fill an empty schema with what a dump holds; raises SetUpTrouble."""
    whole = ("--single-transaction", "--exit-on-error")
    database = f"--dbname={engine.url.database}"
    _run(engine, "pg_restore", *whole, *OURS, database, f"{file}")


def _see_that_all_is_ours(engine: Engine) -> None:
    """Raise SetUpTrouble where something else lies among our tables, an extension, say.

    Which tables a newer version has is not known: all count as ours.
    """
    known = {STEPS, *(table.name for table in SQLModel.metadata.sorted_tables)}
    with engine.connect() as connection:
        there = sorted(set(connection.execute(IN_PUBLIC).scalars()) - known)
    if there and version_of(engine) is not Version.NEWER:
        raise SetUpTrouble(NOT_ALONE.format(", ".join(there)))


@contextmanager
def _aside(engine: Engine) -> Iterator[None]:
    """Have an empty schema meanwhile; what was there comes back unless all goes well."""
    _do(engine, f"ALTER SCHEMA public RENAME TO {ASIDE}", "CREATE SCHEMA public")
    try:
        yield
    except BaseException:
        _do(engine, *BACK)
        raise
    _do(engine, f"DROP SCHEMA {ASIDE} CASCADE")


def _do(engine: Engine, *statements: str) -> None:
    try:
        with writing(engine).begin() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)
    except ProgrammingError:  # permission denied, or must be owner of
        raise SetUpTrouble(NOT_OURS) from None


def _run(engine: Engine, name: str, *arguments: str) -> None:
    """Run a program of PostgreSQL's; who it connects as stands in no list of processes."""
    program = shutil.which(name)
    if program is None:
        raise SetUpTrouble(MISSING.format(name, " ".join((name, *arguments[:-1], "FILE"))))
    with subprocess.Popen(  # noqa: S603 - found on PATH, told what stands above
        [program, "--no-password", *arguments],
        env=os.environ | _who(engine),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        try:
            _, said = running.communicate()
        finally:
            running.terminate()  # where we were told to stop: it has the server stop too
    if running.returncode:
        raise SetUpTrouble(_told(name, said))


def _who(engine: Engine) -> dict[str, str]:
    """Return the environment that says what the address says, as libpq's programs read it."""
    driver: Any = engine.dialect.dbapi
    names = {one.keyword.decode(): one.envvar for one in driver.pq.Conninfo.get_defaults()}
    given = engine.dialect.create_connect_args(engine.url)[1]
    return {names[key].decode(): f"{value}" for key, value in given.items() if names.get(key)}


def _told(name: str, said: str) -> str:
    """Return the first error alone: the lines after it may quote rows."""
    errors = [line for line in said.splitlines() if "error:" in line]
    reason = errors[0].partition("error:")[2].strip() if errors else "it does not say why"
    return f"{name} failed ({reason}): nothing was changed."
