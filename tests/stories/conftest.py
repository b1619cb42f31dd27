"""What the stories share: one parser for all of them, and a newsroom for each."""

from collections.abc import Iterator

import pytest

from bot.parsing import Finder
from tests.stories.newsroom import Newsroom, a_newsroom


@pytest.fixture(scope="session")
def finder() -> Iterator[Finder]:
    with Finder() as finder:
        yield finder


@pytest.fixture
def newsroom(database_url: str, finder: Finder) -> Iterator[Newsroom]:
    with a_newsroom(database_url, finder) as newsroom:
        yield newsroom
