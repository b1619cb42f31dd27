"""A newsroom of the stories, in which a test tells its own."""

from collections import Counter
from collections.abc import Iterator

import pytest

from tests.canaries.machine import Newsroom
from tests.canaries.telling import a_database


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    with a_database() as engine:
        parts = {"engine": engine, "steps": Counter[str](), "heard": Counter[str]()}
        newsroom = type("Told", (Newsroom,), parts)()
        newsroom.furnish()
        yield newsroom
        newsroom.teardown()
