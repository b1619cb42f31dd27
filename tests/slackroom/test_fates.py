"""What becomes of people and channels later, and what the app hears of it."""

from collections.abc import Callable, Iterator

import pytest

from bot.slackroom.room import Room
from tests.slackroom.stage import Stage, listening


@pytest.fixture
def told(stage: Stage) -> Iterator[Callable[[], list[str]]]:
    """Connect an app; give what tells the kinds of events that it was sent."""

    def kinds() -> list[str]:
        stage.room.quiet()
        return list(dict.fromkeys(one.event_type for one in stage.room.attempts))

    with listening(stage.app()) as url:
        stage.slack.connect(url)
        yield kinds
        stage.slack.disconnect()


FATES = [
    pytest.param(lambda room: room.unarchive("world"), "channel_unarchive", id="unarchived"),
    pytest.param(lambda room: room.unshare("world"), "channel_unshared", id="no longer shared"),
    pytest.param(lambda room: room.delete_channel("world"), "channel_deleted", id="deleted"),
    pytest.param(lambda room: room.change_id("world"), "channel_id_changed", id="another id"),
    pytest.param(lambda room: room.make_guest("kim"), "user_change", id="made a guest"),
    pytest.param(lambda room: room.add_person("lee"), "team_join", id="joined the newsroom"),
]


@pytest.mark.parametrize(("happens", "kind"), FATES)
def test_the_app_is_told(
    stage: Stage,
    told: Callable[[], list[str]],
    happens: Callable[[Room], object],
    kind: str,
) -> None:
    happens(stage.room)

    assert told() == [kind]


def test_a_private_channels_events_have_names_of_their_own(
    stage: Stage, told: Callable[[], list[str]]
) -> None:
    stage.room.make_private("world")
    stage.room.unarchive("world")
    stage.room.delete_channel("world")

    assert told()[-2:] == ["group_unarchive", "group_deleted"]


def test_an_admin_from_outside_closes_a_channel_that_holds_the_app_alone(
    stage: Stage, told: Callable[[], list[str]]
) -> None:
    for person in {*stage.room.channel("world").members} - {stage.room.bot_user_id}:
        stage.room.leave("world", person)
    stage.room.make_private("world")

    assert {"message", "channel_convert_to_private"} <= {*told()}


def test_a_channel_of_another_id_keeps_its_messages(stage: Stage) -> None:
    ts = stage.room.post("dana", "world", "hello")

    new = stage.room.change_id("world")

    assert new != stage.world
    assert stage.room.message(new, ts).text == "hello"
    assert stage.client.conversations_info(channel=new)["channel"]["name"] == "world"


def test_a_guest_is_listed_as_one(stage: Stage) -> None:
    stage.room.make_guest("kim")

    ranks = {one["name"]: one["is_restricted"] for one in stage.client.users_list()["members"]}
    assert ranks["kim"]
    assert not ranks["dana"]
