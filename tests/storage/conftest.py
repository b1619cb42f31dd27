"""An archive with its queues on each kind of database."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from storage.database import open_database
from tests.storage.shelf import Shelf


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
