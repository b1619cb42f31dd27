"""Which message events are for us, and as what they go into the inbox."""

from typing import Any

import pytest

from bot.newsroom.post import Event, Incoming
from handlers.messages import incoming_from

URL = "https://courier.example/flood"
WIRE = f"look: <{URL}>"


def a_message(text: str = WIRE, **rest: Any) -> dict[str, Any]:
    return {
        "type": "message", "channel": "C1", "user": "U1", "ts": "10.1", "text": text, **rest
    }  # fmt: skip


def an_edit(text: str, before: str, **rest: Any) -> dict[str, Any]:
    message = {**a_message(text, edited={"ts": "12.0"}), **rest}
    return {
        "type": "message", "subtype": "message_changed", "channel": "C1", "ts": "12.1",
        "hidden": True, "message": message, "previous_message": a_message(before),
    }  # fmt: skip


def a_deletion(**rest: Any) -> dict[str, Any]:
    return {
        "type": "message", "subtype": "message_deleted", "channel": "C1", "ts": "13.1",
        "deleted_ts": "10.1", **rest,
    }  # fmt: skip


def told(event: dict[str, Any]) -> Incoming:
    incoming = incoming_from(event, "T1")
    assert incoming is not None
    return incoming


POSTED = [
    pytest.param(a_message(), "10.1", id="plain"),
    pytest.param(a_message(thread_ts="9.1"), "9.1", id="in a thread"),
    pytest.param(a_message(subtype="thread_broadcast", thread_ts="9.1"), "9.1", id="broadcast"),
    pytest.param(a_message(subtype="file_share", files=[{}]), "10.1", id="with a file"),
    pytest.param(a_message(team="T9", user_team="T9"), "10.1", id="by a guest of another team"),
]


@pytest.mark.parametrize(("event", "thread"), POSTED)
def test_a_persons_message_with_a_link_comes_in(event: dict[str, Any], thread: str) -> None:
    incoming = told(event)

    assert incoming.event is Event.MESSAGE
    assert incoming.links == (URL,)
    assert (incoming.post.workspace, incoming.post.ts) == ("T1", "10.1")
    assert incoming.post.thread == thread


NOT_OURS = [
    pytest.param(a_message("no link here"), id="no link"),
    pytest.param(a_message(bot_id="B1"), id="a bot's"),
    pytest.param(a_message(subtype="bot_message"), id="a webhook's"),
    pytest.param(a_message(subtype="channel_join"), id="somebody joined"),
    pytest.param(an_edit(WIRE, WIRE, attachments=[{"id": 1}]), id="a preview under a link"),
    pytest.param(an_edit("two", "one"), id="an edit without links"),
    pytest.param(an_edit(WIRE, "one", bot_id="B1"), id="a bot's edit"),
]


@pytest.mark.parametrize("event", NOT_OURS)
def test_what_is_not_for_us_is_left_alone(event: dict[str, Any]) -> None:
    assert incoming_from(event, "T1") is None


def test_a_redelivered_message_has_the_same_key_and_another_message_another() -> None:
    assert told(a_message()).key == told(a_message()).key
    assert told(a_message()).key != told(a_message(ts="10.2")).key


def test_an_edit_that_changes_the_words_comes_in_for_the_message_that_was_edited() -> None:
    incoming = told(an_edit(f"now <{URL}/2>", WIRE))

    assert incoming.event is Event.EDITED
    assert incoming.links == (f"{URL}/2",)
    assert incoming.post.ts == "10.1"


def test_an_edit_that_takes_the_link_away_comes_in_without_links() -> None:
    assert told(an_edit("never mind", WIRE)).links == ()


def test_an_edit_comes_in_where_slack_does_not_say_what_it_was_before() -> None:
    edit = an_edit("never mind", WIRE)
    del edit["previous_message"]

    assert told(edit).links == ()


def test_two_edits_of_a_message_have_two_keys() -> None:
    first, second = an_edit("one", WIRE), an_edit("two", WIRE, edited={"ts": "14.0"})

    assert told(first).key != told(second).key


GONE = [
    pytest.param(a_deletion(previous_message=a_message(thread_ts="9.1")), "9.1", id="deleted"),
    pytest.param(a_deletion(), "10.1", id="Slack does not say what it was"),
    pytest.param(a_deletion(previous_message=a_message("no link")), "10.1", id="tracked words"),
    pytest.param(a_deletion(previous_message=a_message(bot_id="B1")), "10.1",
                 id="of a bot that was listed then"),
    pytest.param(an_edit("This message was deleted.", WIRE, subtype="tombstone"), "10.1",
                 id="a parent whose replies stay"),
]  # fmt: skip


@pytest.mark.parametrize(("event", "thread"), GONE)
def test_a_deleted_message_comes_in_as_deleted(event: dict[str, Any], thread: str) -> None:
    incoming = told(event)

    assert incoming.event is Event.DELETED
    assert (incoming.post.ts, incoming.post.thread) == ("10.1", thread)
    assert incoming.key == told(a_deletion()).key
