"""How PostgreSQL's own programs write a database into a file and read it back."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from bot.newsroom.trouble import SetUpTrouble
from storage.database import opened, writing
from storage.returning import before, made_ready

ASIDE = "before_restore"
"""The schema in which what is replaced lies until the backup is in its place."""

MISSING = (
    "{0} is not on PATH: install PostgreSQL's client programs, of the server's version or newer, "
    "or run it where they are: {1}"
)
CUT_SHORT = (
    f"A restore was cut short before: what was there lies in the schema {ASIDE}. Drop that "
    "schema, or drop public and rename it back."
)
NOT_OURS = "The user of DATABASE_URL may not replace the schema public: let it own the database."
AT_WORK = "{} others are connected to the database: stop the bot's processes first."
AS_IT_IS = ("--no-owner", "--no-privileges")
OTHERS = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    " AND coalesce(backend_type, 'client backend') = 'client backend' AND pid <> pg_backend_pid()"
)  # another user's kind is not told to everybody


def dump(url: str, file: Path) -> None:
    """Write the database into a file as it is at one moment; raises SetUpTrouble."""
    with opened(url) as engine:
        _run(engine, "pg_dump", "--format=custom", *AS_IT_IS, f"--file={file}")


def load(url: str, file: Path, *, replace: bool) -> tuple[str, ...]:
    """Put what a dump holds in the place of what is there; returns and raises as `restore`."""
    with opened(url) as engine:
        with engine.connect() as connection:
            if others := connection.execute(OTHERS).scalar_one():
                raise SetUpTrouble(AT_WORK.format(others))
        there = before(engine, replace=replace)
        whole = ("--single-transaction", "--exit-on-error")
        with _aside(engine):
            database = f"--dbname={engine.url.database}"
            _run(engine, "pg_restore", *whole, *AS_IT_IS, database, f"{file}")
            return made_ready(engine, there)


@contextmanager
def _aside(engine: Engine) -> Iterator[None]:
    """Have an empty schema meanwhile; what was there comes back unless all goes well."""
    if inspect(engine).has_schema(ASIDE):
        raise SetUpTrouble(CUT_SHORT)
    try:
        _do(engine, f"ALTER SCHEMA public RENAME TO {ASIDE}", "CREATE SCHEMA public")
    except DBAPIError:
        raise SetUpTrouble(NOT_OURS) from None
    try:
        yield
    except BaseException:
        _do(engine, "DROP SCHEMA public CASCADE", f"ALTER SCHEMA {ASIDE} RENAME TO public")
        raise
    _do(engine, f"DROP SCHEMA {ASIDE} CASCADE")


def _do(engine: Engine, *statements: str) -> None:
    with writing(engine).begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def _run(engine: Engine, name: str, *arguments: str) -> None:
    """Run a program of PostgreSQL's; who it connects as stands in no list of processes."""
    program = shutil.which(name)
    if program is None:
        raise SetUpTrouble(MISSING.format(name, " ".join((name, *arguments[:-1], "FILE"))))
    done = subprocess.run(  # noqa: S603 - found on PATH, told what stands above
        [program, "--no-password", *arguments],
        env=os.environ | _who(engine),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SetUpTrouble(_told(name, done.stderr))


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
