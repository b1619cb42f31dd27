"""The small internet and the reading process that the tests of articles share."""

from collections.abc import Iterator

import pytest

from bot.articles.read import Reader
from tests.articles.courier import courier as courier  # noqa: PLC0414 - a fixture
from tests.articles.world import World, running_world


@pytest.fixture
def world() -> Iterator[World]:
    with running_world() as world:
        yield world


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    with Reader(page_seconds=1.0) as reader:
        yield reader
