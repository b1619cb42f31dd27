"""The Web API answers as Slack's, errors included; slack_sdk's own client asks."""

import json
import urllib.parse
import urllib.request
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.slackroom.seen import Reaction
from tests.slackroom.stage import NOON, Stage

Json = dict[str, Any]


def thread(stage: Stage) -> str:
    """Let dana post and the bot reply; give dana's ts."""
    ts = stage.room.post("dana", "world", "first")
    stage.client.chat_postMessage(channel=stage.world, thread_ts=ts, text="reply")
    return ts


def rich_lines(count: int) -> list[Json]:
    return [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3000}}] * count


REFUSALS = [
    pytest.param(
        "chat.postMessage", {"channel": "C404", "text": "x"}, "channel_not_found", id="no channel"
    ),
    pytest.param("chat.postMessage", {"channel": "{world}"}, "no_text", id="nothing to say"),
    pytest.param(
        "chat.postMessage",
        {"channel": "{lobby}", "text": "x"},
        "not_in_channel",
        id="not a member",
    ),
    pytest.param(
        "chat.postMessage",
        {"channel": "{secret}", "text": "x"},
        "channel_not_found",
        id="private without the bot",
    ),
    pytest.param(
        "chat.postMessage", {"channel": "{old}", "text": "x"}, "is_archived", id="archived"
    ),
    pytest.param(
        "chat.postMessage",
        {"channel": "{world}", "text": "x", "thread_ts": "1.000001"},
        "thread_not_found",
        id="a thread under nothing",
    ),
    pytest.param(
        "chat.postMessage",
        {"channel": "{world}", "text": "x", "thread_ts": "{gone}"},
        "thread_not_found",
        id="a thread under what was deleted",
    ),
    pytest.param(
        "chat.postMessage",
        {"channel": "{world}", "text": "x", "blocks": [{"type": "nonsense"}]},
        "invalid_blocks",
        id="bad blocks",
    ),
    pytest.param(
        "chat.postMessage",
        {"channel": "{world}", "text": "x", "blocks": "[{"},
        "invalid_blocks_format",
        id="blocks that are no JSON",
    ),
    pytest.param(
        "chat.postMessage",
        {"channel": "{world}", "text": "x", "blocks": rich_lines(5)},
        "msg_blocks_too_long",
        id="blocks too long together",
    ),
    pytest.param(
        "chat.postMessage",
        {"channel": "{world}", "text": "x", "metadata": {"event_type": "a", "more": 1}},
        "invalid_metadata_format",
        id="bad metadata",
    ),
    pytest.param(
        "chat.postEphemeral",
        {"channel": "{world}", "text": "x", "user": "{visitor}"},
        "user_not_in_channel",
        id="an ephemeral for somebody who is not there",
    ),
    pytest.param(
        "chat.update",
        {"channel": "{world}", "ts": "{ts}", "text": "x"},
        "cant_update_message",
        id="another's message",
    ),
    pytest.param(
        "chat.update",
        {"channel": "{world}", "ts": "1.1", "text": "x"},
        "message_not_found",
        id="no message",
    ),
    pytest.param(
        "chat.update",
        {"channel": "{world}", "ts": "{own}", "text": "x" * 4001},
        "msg_too_long",
        id="an update of 4,001 characters",
    ),
    pytest.param(
        "chat.delete",
        {"channel": "{world}", "ts": "{ts}"},
        "cant_delete_message",
        id="deleting another's",
    ),
    pytest.param(
        "chat.getPermalink",
        {"channel": "{world}", "message_ts": "1.1"},
        "message_not_found",
        id="no permalink",
    ),
    pytest.param(
        "reactions.add",
        {"channel": "{world}", "timestamp": "{own}", "name": "seen"},
        "already_reacted",
        id="the same emoji twice",
    ),
    pytest.param(
        "reactions.add",
        {"channel": "{world}", "timestamp": "1.1", "name": "x"},
        "message_not_found",
        id="no message to react to",
    ),
    pytest.param(
        "reactions.add",
        {"channel": "{world}", "timestamp": "{ts}", "name": "a b"},
        "invalid_name",
        id="no such emoji",
    ),
    pytest.param(
        "reactions.add", {"channel": "{world}", "name": "x"}, "no_item_specified", id="no item"
    ),
    pytest.param(
        "reactions.remove",
        {"channel": "{world}", "timestamp": "{ts}", "name": "eyes"},
        "no_reaction",
        id="no reaction",
    ),
    pytest.param(
        "conversations.info", {"channel": "{secret}"}, "channel_not_found", id="a hidden channel"
    ),
    pytest.param(
        "conversations.history",
        {"channel": "{lobby}"},
        "not_in_channel",
        id="history from outside",
    ),
    pytest.param(
        "conversations.replies",
        {"channel": "{world}", "ts": "1.1"},
        "thread_not_found",
        id="no thread",
    ),
    pytest.param("conversations.list", {"cursor": "???"}, "invalid_cursor", id="a made-up cursor"),
    pytest.param("conversations.list", {"limit": "many"}, "invalid_arguments", id="no number"),
    pytest.param(
        "conversations.join", {"channel": "{old}"}, "is_archived", id="joining the archive"
    ),
    pytest.param(
        "conversations.join",
        {"channel": "{inner}"},
        "method_not_supported_for_channel_type",
        id="joining a private channel",
    ),
    pytest.param("conversations.open", {"users": "U404"}, "user_not_found", id="a DM with nobody"),
    pytest.param("users.info", {"user": "U404"}, "user_not_found", id="nobody"),
    pytest.param(
        "views.open", {"trigger_id": "1.1", "view": {}}, "invalid_arguments", id="a bad view"
    ),
    pytest.param(
        "views.open",
        {
            "trigger_id": "1.1",
            "view": {"type": "modal", "title": {"type": "plain_text", "text": "T"}, "blocks": []},
        },
        "invalid_trigger_id",
        id="a made-up trigger",
    ),
    pytest.param(
        "views.publish",
        {"user_id": "U404", "view": {"type": "home", "blocks": []}},
        "user_not_found",
        id="a Home tab for nobody",
    ),
    pytest.param(
        "files.completeUploadExternal", {"files": [{"id": "F404"}]}, "file_not_found", id="no file"
    ),
    pytest.param("apps.connections.open", {}, "not_allowed_token_type", id="Socket Mode"),
    pytest.param("chat.shout", {}, "unknown_method", id="an unknown method"),
]


@pytest.mark.parametrize(("method", "arguments", "code"), REFUSALS)
def test_a_call_is_refused(stage: Stage, method: str, arguments: Json, code: str) -> None:
    room = stage.room
    lobby = room.add_channel("lobby", members=["dana"])
    secret = room.add_channel("secret", private=True, members=["dana"])
    inner = room.add_channel("inner", private=True, members=["dana"])
    old = room.add_channel("old", members=["dana"])
    for channel in (inner, old):
        room.invite_bot(channel)
    room.archive(old)
    ts, gone = room.post("dana", "world", "hello"), room.post("dana", "world", "oops")
    room.delete("world", gone)
    own = stage.client.chat_postMessage(channel=stage.world, text="mine")["ts"]
    stage.client.reactions_add(channel=stage.world, timestamp=own, name="seen")
    names = {
        "world": stage.world, "lobby": lobby, "secret": secret, "inner": inner, "old": old,
        "ts": ts, "own": own, "gone": gone, "visitor": room.add_person("visitor"),
    }  # fmt: skip
    told = {name: _named(value, names) for name, value in arguments.items()}

    assert stage.error(method, **told) == code


def _named(value: Any, names: dict[str, str]) -> Any:
    """Put an id in the place of "{world}"."""
    return names.get(value.strip("{}"), value) if isinstance(value, str) else value


def test_bad_blocks_are_named_where_slack_names_them(stage: Stage) -> None:
    answer = stage.refusal(
        "chat.postMessage", channel=stage.world, text="x", blocks=[{"type": "?"}]
    )

    assert answer["errors"] == ["unsupported type: ? [json-pointer:/blocks/0/type]"]
    assert answer["response_metadata"]["messages"] == [f"[ERROR] {answer['errors'][0]}"]


def test_two_tables_are_refused_as_slack_refuses_them(stage: Stage) -> None:
    table = {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}]]}

    answer = stage.refusal(
        "chat.postMessage", channel=stage.world, text="x", blocks=[table, table]
    )

    assert (answer["error"], answer["errors"]) == (
        "invalid_attachments",
        ["only_one_table_allowed"],
    )


@pytest.mark.parametrize(
    ("token", "code"), [("xoxb-other", "invalid_auth"), ("", "not_authed")], ids=["wrong", "none"]
)
def test_only_the_rooms_token_works(stage: Stage, token: str, code: str) -> None:
    stranger = WebClient(token=token or None, base_url=stage.slack.base_url)

    with pytest.raises(SlackApiError) as refusal:
        stranger.auth_test()

    assert refusal.value.response["error"] == code


def test_the_token_stays_out_of_the_transcript(stage: Stage) -> None:
    stage.client.api_call("auth.test", params={"token": stage.room.bot_token})

    assert stage.room.bot_token not in str(stage.room.calls)


def test_auth_test_tells_who_the_bot_is(stage: Stage) -> None:
    answer = stage.client.auth_test()

    room = stage.room
    assert (answer["team_id"], answer["user_id"], answer["bot_id"]) == (
        room.team_id,
        room.bot_user_id,
        room.bot_id,
    )


def test_a_post_stands_in_the_channel_as_it_was_sent(stage: Stage) -> None:
    metadata = {"event_type": "brief", "event_payload": {"key": "b-1"}}
    ts = stage.client.chat_postMessage(
        channel=stage.world, text="hi", metadata=metadata, unfurl_links=False, unfurl_media=False
    )["ts"]

    (message,) = stage.room.messages("world")
    assert (message.ts, message.text, message.user) == (ts, "hi", stage.room.bot_user_id)
    assert (message.metadata, message.unfurl_links, message.unfurl_media) == (
        metadata,
        "false",
        "false",
    )
    assert message.is_bot


def test_a_form_says_the_same_as_json(stage: Stage) -> None:
    block = {"type": "section", "text": {"type": "mrkdwn", "text": "x"}}
    form = {
        "channel": stage.world,
        "text": "hi",
        "blocks": json.dumps([block]),
        "token": stage.room.bot_token,
    }
    body = urllib.parse.urlencode(form).encode()

    with urllib.request.urlopen(f"{stage.slack.base_url}chat.postMessage", body) as answer:  # noqa: S310 - loopback
        assert json.load(answer)["ok"]
    (message,) = stage.room.messages("world")
    assert [each["text"] for each in message.blocks] == [block["text"]]
    assert stage.room.calls[-1].arguments["blocks"] == [block]


def test_very_long_text_is_cut_with_a_warning(stage: Stage) -> None:
    answer = stage.refusal("chat.postMessage", channel=stage.world, text="x" * 40_001)

    assert (answer["ok"], answer["warning"]) == (True, "message_truncated")
    assert len(stage.room.messages("world")[0].text) == 40_000


def test_a_user_id_opens_direct_messages(stage: Stage) -> None:
    answer = stage.client.chat_postMessage(channel=stage.dana, text="psst")

    assert answer["channel"] == stage.room.open_dm("dana")
    assert stage.client.conversations_open(users=stage.dana)["channel"]["id"] == answer["channel"]


def test_an_ephemeral_shows_to_one_person_alone(stage: Stage) -> None:
    stage.client.chat_postEphemeral(channel=stage.world, user=stage.dana, text="only you")

    assert [one.text for one in stage.room.ephemerals("dana", "world")] == ["only you"]
    assert stage.room.ephemerals("kim", "world") == ()
    assert stage.room.messages("world") == ()


def test_a_thread_has_its_parent_first_and_stays_out_of_the_channel(stage: Stage) -> None:
    ts = thread(stage)

    assert [one.text for one in stage.room.messages("world")] == ["first"]
    assert [one.text for one in stage.room.messages("world", ts)] == ["first", "reply"]


def test_a_broadcast_reply_shows_in_both(stage: Stage) -> None:
    ts = stage.room.post("dana", "world", "first")
    stage.client.chat_postMessage(
        channel=stage.world, thread_ts=ts, text="all", reply_broadcast=True
    )

    assert [one.text for one in stage.room.messages("world")] == ["first", "all"]
    assert [one.text for one in stage.room.messages("world", ts)] == ["first", "all"]


UPDATES = [
    pytest.param({"text": "new"}, ("new", 1), id="text alone leaves the blocks"),
    pytest.param({"text": "new", "blocks": []}, ("new", 0), id="an empty list takes them away"),
    pytest.param({"blocks": rich_lines(2)}, ("old", 2), id="blocks alone leave the text"),
]


@pytest.mark.parametrize(("changes", "left"), UPDATES)
def test_an_update_changes_only_what_was_sent(
    stage: Stage, changes: Json, left: tuple[str, int]
) -> None:
    ts = stage.client.chat_postMessage(channel=stage.world, text="old", blocks=rich_lines(1))["ts"]
    stage.client.api_call("chat.update", json={"channel": stage.world, "ts": ts, **changes})

    message = stage.room.message("world", ts)
    assert (message.text, len(message.blocks)) == left
    assert message.edited > ts


def test_a_deleted_reply_is_gone(stage: Stage) -> None:
    ts = thread(stage)
    reply = stage.room.messages("world", ts)[1]
    stage.client.chat_delete(channel=stage.world, ts=reply.ts)

    assert [one.text for one in stage.room.messages("world", ts)] == ["first"]


def test_a_reply_under_a_tombstone_can_be_followed_by_another(stage: Stage) -> None:
    ts = thread(stage)
    stage.room.delete("world", ts)

    assert (
        stage.error("chat.postMessage", channel=stage.world, thread_ts=ts, text="still here") == ""
    )
    assert [one.deleted for one in stage.room.messages("world", ts)] == [True, False, False]


def test_reactions_come_and_go(stage: Stage) -> None:
    ts = stage.room.post("dana", "world", "first")
    stage.room.react("kim", "world", ts, "eyes")
    stage.client.reactions_add(channel=stage.world, timestamp=ts, name="eyes")
    both = stage.room.message("world", ts).reactions
    stage.client.reactions_remove(channel=stage.world, timestamp=ts, name="eyes")

    assert both == (Reaction("eyes", (stage.kim, stage.room.bot_user_id)),)
    assert stage.room.message("world", ts).reactions == (Reaction("eyes", (stage.kim,)),)
    got = stage.client.reactions_get(channel=stage.world, timestamp=ts)["message"]["reactions"]
    assert got == [{"name": "eyes", "users": [stage.kim], "count": 1}]


def test_a_permalink_names_the_thread(stage: Stage) -> None:
    ts = thread(stage)
    reply = stage.room.messages("world", ts)[1].ts

    link = stage.client.chat_getPermalink(channel=stage.world, message_ts=reply)["permalink"]

    assert link.endswith(
        f"/{stage.world}/p{reply.replace('.', '')}?thread_ts={ts}&cid={stage.world}"
    )


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
    shared = stage.room.add_channel("partners", shared=True)

    found = stage.client.conversations_info(channel=shared)["channel"]

    assert (found["is_ext_shared"], found["connected_team_ids"]) == (True, ["T0OUTSIDE"])


def test_a_file_is_uploaded_in_two_steps(stage: Stage) -> None:
    stage.client.files_upload_v2(
        channel=stage.world,
        filename="claims.csv",
        title="Claims",
        content="id,quote\n",
        initial_comment="Here",
    )

    (file,) = stage.room.files
    assert (file.name, file.title, file.content) == ("claims.csv", "Claims", b"id,quote\n")
    (message,) = stage.room.messages("world")
    assert (message.text, message.files[0]["id"], file.channels) == (
        "Here",
        file.id,
        (stage.world,),
    )


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
