"""Who is a guest: asked of Slack every ten minutes, kept up by events, unknown means outsider."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from slack_sdk import WebClient

from bot.sender.channels import Channels
from bot.sender.clients import OneClient
from bot.sender.outcomes import Lost
from bot.slackroom.room import Room
from bot.slackroom.server import SlackServer
from tests.sender.test_channels import Clock


@pytest.fixture
def room() -> Room:
    room = Room()
    room.add_person("dana")
    room.add_channel("world", members=["dana"])
    return room


@pytest.fixture
def look_up(room: Room) -> Iterator[Channels]:
    with SlackServer(room) as slack:
        yield Channels(
            OneClient(WebClient(room.bot_token, slack.base_url, retry_handlers=[])), Clock()
        )


def asked(room: Room, method: str) -> int:
    return [call.method for call in room.calls].count(method)


def rank(room: Room, name: str, *, guest: bool) -> dict[str, object]:
    person = next(one for one in room.people if one.name == name)
    return {"id": person.id, "is_restricted": guest, "is_ultra_restricted": guest}


def world(room: Room, look_up: Channels) -> bool:
    """Look #world up anew and tell whether it has outsiders."""
    channel = room.state.channel("world").id
    look_up.forget("T1", channel)
    return look_up("T1", channel).outsiders


def test_a_channel_with_a_guest_in_it_has_outsiders(room: Room, look_up: Channels) -> None:
    assert not world(room, look_up)

    gus = room.add_person("gus", guest=True)
    assert look_up.ranked("T1", rank(room, "gus", guest=True)) == ()
    room.invite("world", gus)

    assert world(room, look_up)
    assert look_up.matters("T1", gus)


def test_direct_messages_of_a_guest_have_outsiders(room: Room, look_up: Channels) -> None:
    room.add_person("gus", guest=True)

    assert look_up("T1", room.open_dm("gus")).outsiders
    assert not look_up("T1", room.open_dm("dana")).outsiders


def test_where_there_are_no_guests_nobody_is_counted(room: Room, look_up: Channels) -> None:
    world(room, look_up)
    world(room, look_up)

    assert asked(room, "users.list") == 1
    assert asked(room, "conversations.members") == 0


def test_somebody_whom_slack_does_not_list_counts_as_a_guest(
    room: Room, look_up: Channels
) -> None:
    room.add_person("gus", guest=True)
    room.invite("world", room.add_person("ola", outside=True))

    assert world(room, look_up)


def test_whoever_becomes_a_guest_closes_the_channels_with_him(
    room: Room, look_up: Channels
) -> None:
    world(room, look_up)
    room.make_guest("dana")

    closed = look_up.ranked("T1", rank(room, "dana", guest=True))

    assert closed == (room.state.channel("world").id,)
    assert look_up.ranked("T1", rank(room, "dana", guest=True)) == ()
    room.make_guest("dana", guest=False)
    assert look_up.ranked("T1", rank(room, "dana", guest=False)) == ()
    assert not world(room, look_up)


def test_without_leave_to_ask_there_are_outsiders(room: Room, look_up: Channels) -> None:
    room.fail("users.list", error="missing_scope")

    assert world(room, look_up)


def test_when_slack_does_not_say_nothing_is_assumed_at_first_and_the_last_word_holds_later(
    room: Room,
) -> None:
    clock = Clock()
    with SlackServer(room) as slack:
        look_up = Channels(
            OneClient(WebClient(room.bot_token, slack.base_url, retry_handlers=[])), clock
        )
        room.fail("users.list", status=503)
        with pytest.raises(Lost):
            world(room, look_up)
        assert not world(room, look_up)

        clock.moment += timedelta(hours=2)
        room.fail("users.list", status=503)

        assert not world(room, look_up)
        assert asked(room, "users.list") == 3
