"""What Slack says of a channel, and what follows from it for who may see."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.newsroom.channel import Channel, Kind
from bot.sender.channels import Channels, channel_from
from bot.sender.clients import OneClient
from bot.sender.outcomes import Lost
from bot.slackroom.room import Room
from bot.slackroom.server import SlackServer

PUBLIC = {"id": "C1", "name": "world", "is_channel": True, "is_private": False, "is_member": True}
INFOS = [
    pytest.param(PUBLIC, Kind.PUBLIC, 0, id="public"),
    pytest.param({**PUBLIC, "is_private": True}, Kind.PRIVATE, 0, id="private"),
    pytest.param({"id": "G1", "is_group": True, "is_private": True}, Kind.PRIVATE, 0, id="group"),
    pytest.param({"id": "D1", "is_im": True}, Kind.DIRECT, 0, id="direct message"),
    pytest.param({"id": "G2", "is_mpim": True, "is_private": True}, Kind.DIRECT, 0, id="several"),
    pytest.param({"id": "C1", "is_channel": True}, Kind.PRIVATE, 0, id="not said"),
    pytest.param({"id": "C1"}, Kind.PRIVATE, 0, id="nothing said"),
    pytest.param({**PUBLIC, "is_ext_shared": True}, Kind.PUBLIC, 1, id="Slack Connect"),
    pytest.param({**PUBLIC, "is_pending_ext_shared": True}, Kind.PUBLIC, 1, id="soon shared"),
    pytest.param({**PUBLIC, "pending_shared": ["T9"]}, Kind.PUBLIC, 1, id="invited outsiders"),
    pytest.param({**PUBLIC, "is_org_shared": True}, Kind.PUBLIC, 1, id="in one organisation"),
]


@pytest.mark.parametrize(("info", "kind", "outsiders"), INFOS)
def test_what_is_not_said_counts_as_closed(
    info: dict[str, Any], kind: Kind, outsiders: int
) -> None:
    channel = channel_from("T1", info)

    assert channel.kind is kind
    assert channel.outsiders is bool(outsiders)


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 4, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment


def asked(room: Room) -> int:
    return [call.method for call in room.calls].count("conversations.info")


def test_a_channel_is_asked_about_once_a_minute() -> None:
    room, clock = Room(), Clock()
    world = room.add_channel("world")
    with SlackServer(room) as slack:
        look_up = Channels(OneClient(WebClient(room.bot_token, slack.base_url)), clock)
        assert look_up("T1", world).kind is Kind.PUBLIC
        room.make_private(world)
        clock.moment += timedelta(seconds=59)
        look_up("T1", world)
        assert asked(room) == 1

        clock.moment += timedelta(seconds=1)

        assert look_up("T1", world).kind is Kind.PRIVATE


def test_a_channel_that_the_bot_cannot_see_counts_as_one_with_outsiders() -> None:
    room = Room()
    secret = room.add_channel("secret", private=True)
    with SlackServer(room) as slack:
        look_up = Channels(OneClient(WebClient(room.bot_token, slack.base_url)), Clock())

        found = look_up("T1", secret)

    assert found == Channel("T1", secret, kind=Kind.PRIVATE, outsiders=True, member=False)


def test_when_slack_does_not_say_nothing_is_assumed() -> None:
    room = Room()
    world = room.add_channel("world")
    with SlackServer(room) as slack:
        look_up = Channels(
            OneClient(WebClient(room.bot_token, slack.base_url, retry_handlers=[])), Clock()
        )
        room.fail("conversations.info", status=503)

        with pytest.raises(Lost):
            look_up("T1", world)
