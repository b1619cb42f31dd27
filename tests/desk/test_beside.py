"""Two processes at one desk: what one was told of a channel, the other heeds at once."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from slack_sdk import WebClient

from bot.desk.desk import Desk
from bot.desk.heed import heed, shut
from bot.sender.channels import Channels
from bot.sender.clients import OneClient
from bot.slackroom.room import Room
from bot.slackroom.server import SlackServer

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.fixture
def desks(desk: Desk) -> Iterator[tuple[Room, Desk, Desk]]:
    """Give a room with #world, and two desks that remember each for itself."""
    room = Room()
    room.invite_bot(room.add_channel("world", members=[room.add_person("dana")]))
    with SlackServer(room) as slack:
        client = OneClient(WebClient(room.bot_token, slack.base_url, retry_handlers=[]))
        first, second = (Channels(client, lambda: NOON) for _ in range(2))
        yield (
            room,
            replace(desk, look_up=first, memory=first),
            replace(desk, look_up=second, memory=second),
        )


def shared(room: Room, told: Desk) -> None:
    room.share("world")
    heed(told, "T1", room.channel("world").id)


def private(room: Room, told: Desk) -> None:
    room.make_private("world")
    heed(told, "T1", room.channel("world").id)


def with_a_guest(room: Room, told: Desk) -> None:
    room.make_guest("dana")
    dana = next(one.id for one in room.people if one.name == "dana")
    for channel in told.memory.ranked("T1", {"id": dana, "is_restricted": True}):
        shut(told, "T1", channel)


@pytest.mark.parametrize("closes", [shared, private, with_a_guest])
def test_what_closes_a_channel_is_heeded_by_a_process_that_was_not_told(
    desks: tuple[Room, Desk, Desk], closes: Callable[[Room, Desk], None]
) -> None:
    room, told, other = desks
    world = room.channel("world").id
    assert other.channel("T1", world).is_open

    closes(room, told)

    assert not other.channel("T1", world).is_open
    assert not told.archive.channel("T1", world).is_open


def test_what_is_as_open_as_on_record_is_asked_once(desks: tuple[Room, Desk, Desk]) -> None:
    room, _, other = desks
    for _ in range(3):
        other.channel("T1", room.channel("world").id)

    assert [call.method for call in room.calls].count("conversations.info") == 1
