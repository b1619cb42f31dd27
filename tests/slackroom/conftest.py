"""The stage, set up and running."""

from collections.abc import Iterator

import pytest

from tests.slackroom.stage import Stage


@pytest.fixture
def stage() -> Iterator[Stage]:
    """Give a newsroom with its Web API running and the bot in #world."""
    with Stage() as stage:
        yield stage
