"""Channels, people and histories, as the Web API tells of them."""

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError

from tests.slackroom.blocks_at_hand import Json
from tests.slackroom.stage import NOON, Stage


def test_history_is_paged_newest_first(stage: Stage) -> None:
    for words in "abcde":
        stage.room.post("dana", "world", words)

    pages = stage.client.conversations_history(channel=stage.world, limit=2)

    assert [[one["text"] for one in page["messages"]] for page in pages] == [
        ["e", "d"],
        ["c", "b"],
        ["a"],
    ]


def test_history_keeps_to_its_bounds(stage: Stage) -> None:
    first, second, third = (stage.room.post("dana", "world", words) for words in "abc")

    def told(**bounds: Any) -> list[str]:
        found = stage.client.conversations_history(channel=stage.world, **bounds)["messages"]
        return [one["text"] for one in found]

    assert told(oldest=first, latest=third) == ["b"]
    assert told(oldest=second, inclusive=True) == ["c", "b"]


@pytest.mark.parametrize(("asked", "kept"), [(True, True), (False, False)])
def test_metadata_comes_only_when_asked_for(stage: Stage, *, asked: bool, kept: bool) -> None:
    ts = stage.room.post("dana", "world", "first")
    metadata = {"event_type": "brief", "event_payload": {"key": "b-1"}}
    stage.client.chat_postMessage(channel=stage.world, thread_ts=ts, text="x", metadata=metadata)

    found = stage.client.conversations_replies(
        channel=stage.world, ts=ts, include_all_metadata=asked
    )["messages"]

    assert [one["text"] for one in found] == ["first", "x"]
    assert (found[1].get("metadata") == metadata) is kept
    assert (found[0]["reply_count"], found[0]["latest_reply"]) == (1, found[1]["ts"])


def test_channels_are_listed_as_far_as_the_bot_may_see(stage: Stage) -> None:
    room = stage.room
    for name, private in (("lobby", False), ("secret", True), ("inner", True)):
        room.add_channel(name, private=private, members=["dana"])
    room.invite_bot("inner")

    def named(pages: Any) -> list[str]:
        return [each["name"] for page in pages for each in page["channels"]]

    kinds = "public_channel,private_channel"
    assert named(stage.client.conversations_list(types=kinds, limit=1)) == [
        "world",
        "lobby",
        "inner",
    ]
    assert named(stage.client.users_conversations(types=kinds)) == ["world", "inner"]
    assert set(stage.client.conversations_members(channel="inner")["members"]) == {
        stage.dana,
        room.bot_user_id,
    }


def test_joining_makes_the_bot_a_member(stage: Stage) -> None:
    lobby = stage.room.add_channel("lobby")

    stage.client.conversations_join(channel=lobby)

    assert stage.client.conversations_info(channel=lobby)["channel"]["is_member"]
    assert stage.error("chat.postMessage", channel=lobby, text="hello") == ""


PEOPLE = [
    pytest.param({"tz": "Europe/London"}, {"tz": "Europe/London", "tz_offset": 0}, id="a zone"),
    pytest.param({"tz": "Asia/Bishkek"}, {"tz_offset": 21_600}, id="another zone"),
    pytest.param({"guest": True}, {"is_ultra_restricted": True}, id="a guest"),
    pytest.param(
        {"outside": True}, {"is_stranger": True, "team_id": "T0OUTSIDE"}, id="a stranger"
    ),
]


@pytest.mark.parametrize(("person", "told"), PEOPLE)
def test_people_are_told_apart(stage: Stage, person: Json, told: Json) -> None:
    user = stage.client.users_info(user=stage.room.add_person("lee", **person))["user"]

    assert {name: user[name] for name in told} == told


def test_strangers_have_no_zone_and_are_not_listed(stage: Stage) -> None:
    lee = stage.room.add_person("lee", outside=True)

    assert "tz" not in stage.client.users_info(user=lee)["user"]
    assert lee not in [one["id"] for one in stage.client.users_list()["members"]]


def test_a_shared_channel_says_so(stage: Stage) -> None:
    shared = stage.room.add_channel("partners")
    stage.room.share(shared)

    found = stage.client.conversations_info(channel=shared)["channel"]

    assert (found["is_ext_shared"], found["connected_team_ids"]) == (True, ["T0OUTSIDE"])


def test_a_file_is_uploaded_in_two_steps(stage: Stage) -> None:
    stage.client.files_upload_v2(
        channel=stage.world,
        filename="claims.csv",
        title="Claims",
        content="id,quote\n",
        initial_comment="Here",
        alt_txt="A table",
    )

    (file,) = stage.room.files
    assert (file.name, file.title, file.content) == ("claims.csv", "Claims", b"id,quote\n")
    assert file.alt_text == "A table"
    (message,) = stage.room.messages("world")
    assert (message.text, message.files[0]["id"], file.channels) == (
        "Here",
        file.id,
        (stage.world,),
    )


def test_a_deleted_file_leaves_its_message_with_a_tombstone(stage: Stage) -> None:
    client = stage.client
    client.files_upload_v2(channel=stage.world, filename="claims.csv", content="id,quote\n")
    (file,) = stage.room.files

    client.files_delete(file=file.id)

    (message,) = stage.room.messages("world")
    assert message.files == ({"id": file.id, "mode": "tombstone"},)
    assert stage.room.files == ()
    with pytest.raises(SlackApiError, match="file_not_found"):
        client.files_delete(file=file.id)


def test_posts_to_one_channel_have_their_pace(stage: Stage) -> None:
    stage.room.limit_posts(seconds=1.0)
    lobby = stage.room.add_channel("lobby")
    stage.room.invite_bot(lobby)
    stage.client.chat_postMessage(channel=stage.world, text="one")

    with pytest.raises(SlackApiError) as limited:
        stage.client.chat_postMessage(channel=stage.world, text="too soon")

    assert limited.value.response.status_code == 429
    assert limited.value.response.headers["Retry-After"] == "1"
    assert stage.error("chat.postMessage", channel=lobby, text="another channel") == ""
    stage.clock.now += 1.0
    assert stage.error("chat.postMessage", channel=stage.world, text="two") == ""
    assert [one.text for one in stage.room.messages("world")] == ["one", "two"]


def test_times_go_by_the_rooms_clock_and_never_repeat(stage: Stage) -> None:
    stamps = [stage.room.post("dana", "world", "x") for _ in range(3)]

    assert [int(float(ts)) for ts in stamps] == [int(NOON)] * 3
    assert sorted(set(stamps)) == stamps


def test_an_uninstalled_app_is_inactive(stage: Stage) -> None:
    stage.room.uninstall()

    assert stage.error("auth.test") == "account_inactive"
