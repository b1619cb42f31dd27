"""What the bot says stands as it was sent, changes and goes."""

import json
import urllib.parse
import urllib.request

import pytest

from bot.slackroom.seen import Reaction
from tests.slackroom.blocks_at_hand import Json
from tests.slackroom.stage import Stage
from tests.slackroom.talk_at_hand import rich_lines, thread


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
