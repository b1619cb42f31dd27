"""The Web API refuses as Slack does; slack_sdk's own client asks."""

from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from tests.slackroom.blocks_at_hand import Json
from tests.slackroom.stage import Stage
from tests.slackroom.talk_at_hand import rich_lines

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
        "views.open",
        {"trigger_id": "1.1", "view": {"type": "home", "blocks": []}},
        "invalid_arguments",
        id="a Home tab opened as a modal",
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
