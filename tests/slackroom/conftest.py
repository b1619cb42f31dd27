"""The stage, set up and running, and an app that takes everything."""

import re
from collections.abc import Iterator

import pytest
from slack_bolt import Ack

from tests.slackroom.blocks_at_hand import Json
from tests.slackroom.forms_at_hand import connected
from tests.slackroom.stage import Stage


@pytest.fixture
def stage() -> Iterator[Stage]:
    """Give a newsroom with its Web API running and the bot in #world."""
    with Stage() as stage:
        yield stage


@pytest.fixture
def bodies(stage: Stage) -> Iterator[list[Json]]:
    """Connect an app that acks everything and keeps the bodies."""
    kept: list[Json] = []
    app = stage.app()

    def keep(ack: Ack, body: Json) -> None:
        kept.append(body)
        ack()

    app.command("/claim")(keep)
    app.action(re.compile(".*"))(keep)
    app.shortcut("check")(keep)
    app.view("form")(keep)
    app.view_closed("form")(keep)
    with connected(stage, app):
        yield kept
