"""A channel that closes while somebody asks Slack about it stays closed, in every process."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.web import SlackResponse

from bot.desk.desk import OLD, Desk
from bot.desk.heed import heed
from bot.newsroom.channel import Kind
from bot.sender.channels import Channels
from bot.sender.clients import OneClient
from bot.slackroom.room import Room
from bot.slackroom.server import SlackServer


def now() -> datetime:
    return datetime.now(UTC)


class Slow(WebClient):
    """A client whose next answer about a channel is on its way while something happens."""

    meanwhile: Callable[[], object] | None = None

    def conversations_info(self, **arguments: Any) -> SlackResponse:
        answer = super().conversations_info(**arguments)
        happens, self.meanwhile = self.meanwhile, None
        if happens:
            happens()
        return answer


@dataclass
class Stage:
    """A public channel of the stand-in, and desks on one database, each of its own process."""

    room: Room
    slack: SlackServer
    desk: Desk
    world: str

    def process(self) -> tuple[Desk, Slow]:
        client = Slow(self.room.bot_token, self.slack.base_url, retry_handlers=[])
        channels = Channels(OneClient(client), now)
        return replace(self.desk, look_up=channels, memory=channels, clock=now), client

    def stands(self) -> Kind:
        """Return how open the channel is to all who read elsewhere."""
        return self.desk.archive.channel(self.room.team_id, self.world).kind


@pytest.fixture
def stage(desk: Desk) -> Iterator[Stage]:
    room = Room()
    room.add_person("dana")
    world = room.add_channel("world", members=["dana"])
    with SlackServer(room) as slack:
        yield Stage(room, slack, desk, world)


def test_an_answer_from_before_a_channel_closed_does_not_open_it_again(stage: Stage) -> None:
    desk, client = stage.process()
    desk.channel(stage.room.team_id, stage.world)
    desk.memory.forget(stage.room.team_id, stage.world)

    def closes() -> None:
        stage.room.make_private(stage.world)
        heed(desk, stage.room.team_id, stage.world)

    client.meanwhile = closes
    seen = desk.viewer(stage.room.team_id, stage.world)

    assert stage.stands() is Kind.PRIVATE
    assert seen.channel.kind is Kind.PRIVATE
    assert desk.channel(stage.room.team_id, stage.world).kind is Kind.PRIVATE


def test_what_another_process_remembers_does_not_open_a_channel_again(stage: Stage) -> None:
    one, _ = stage.process()
    other, _ = stage.process()
    for desk in (one, other):
        desk.channel(stage.room.team_id, stage.world)

    stage.room.make_private(stage.world)
    heed(one, stage.room.team_id, stage.world)

    assert other.viewer(stage.room.team_id, stage.world).channel.kind is Kind.PRIVATE
    assert stage.stands() is Kind.PRIVATE


def test_what_closed_while_nobody_told_is_closed_before_anything_is_shown(stage: Stage) -> None:
    desk, _ = stage.process()
    lab = stage.room.add_channel("lab", members=["dana"])
    desk.channel(stage.room.team_id, stage.world)

    stage.room.make_private(stage.world)  # the bot is down, or was taken out of the channel
    desk = replace(desk, clock=lambda: now() + OLD)
    desk.viewer(stage.room.team_id, lab)

    assert stage.stands() is Kind.PRIVATE


def test_many_open_channels_are_looked_at_again_with_one_call(stage: Stage) -> None:
    desk, _ = stage.process()
    for number in range(3):
        channel = stage.room.add_channel(f"c{number}", members=["dana"])
        stage.room.invite_bot(channel)
        desk.channel(stage.room.team_id, channel)
    calls = len(stage.room.calls)

    desk = replace(desk, clock=lambda: now() + OLD)
    for _ in range(2):
        desk.viewer(stage.room.team_id, stage.room.channel("c0").id)

    asked = [call.method for call in stage.room.calls[calls:]]
    assert asked == ["conversations.list"]
