"""What the playground's tests share: one parser for all of them, and a playground for each."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from bot.app import Bot
from bot.app.around import Surroundings
from bot.parsing import Finder
from bot.playground.opening import playground
from bot.settings import Settings
from bot.slackroom.room import Room
from tests.playground.browsing import DESK, chromium, visited


@pytest.fixture(scope="session")
def finder() -> Iterator[Finder]:
    with Finder() as finder:
        yield finder


@pytest.fixture
def address(finder: Finder, tmp_path: Path) -> Iterator[str]:
    """Open a playground on an empty database and give its address."""
    with playground(partial(_bot, tmp_path), 0, finder) as address:
        yield address


@pytest.fixture(scope="session")
def standing(finder: Finder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Open a playground for all the tests that change nothing in it."""
    with playground(partial(_bot, tmp_path_factory.mktemp("standing")), 0, finder) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """Open the page; a fault that it logs, or a request to elsewhere, fails the test."""
    with visited(browser, address, getattr(request, "param", DESK)) as page:
        yield page


def _bot(folder: Path, room: Room, around: Surroundings) -> Bot:
    settings = Settings(
        slack_bot_token=room.bot_token,
        slack_signing_secret=room.signing_secret,
        database_url=f"sqlite:///{folder / 'playground.db'}",
        port=0,
    )
    return Bot(settings, around)
