"""What the stories share: one parser for all of them, and a newsroom for each.

In CI most stories are told on one of the two databases, every other one on PostgreSQL, and those
of who sees what on both; with LONG=1 in the environment all are told on both.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import pytest

from bot.parsing import Finder
from tests.stories.newsroom import Newsroom, a_newsroom

LONG = bool(os.environ.get("LONG"))
ON_BOTH = {"test_embargo", "test_houses", "test_places", "test_privacy"}
MODELS = ("sqlite", "postgresql")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the stories whose turn it is on the other database."""
    left_out = [item for item in items if not LONG and _waits(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


def _waits(item: pytest.Item) -> bool:
    model = next((one for one in MODELS if f"[{one}" in item.name), "")
    if not model or item.path.stem in ON_BOTH or Path(__file__).parent != item.path.parent:
        return False
    name = f"{item.path.stem} {item.name}".replace(model, "")  # the same on every machine
    return MODELS[crc32(name.encode()) % 2] != model


@pytest.fixture(scope="session")
def finder() -> Iterator[Finder]:
    with Finder() as finder:
        yield finder


@pytest.fixture
def newsroom(database_url: str, finder: Finder) -> Iterator[Newsroom]:
    with a_newsroom(database_url, finder) as newsroom:
        yield newsroom
