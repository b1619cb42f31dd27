"""Scripted faults happen as often as said, and then the method works again."""

from http.client import RemoteDisconnected
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError

from tests.slackroom.stage import Stage


def post(stage: Stage) -> int:
    """Post and give the HTTP status, 0 for a lost connection."""
    try:
        return int(stage.client.chat_postMessage(channel=stage.world, text="x").status_code)
    except SlackApiError as error:
        return int(error.response.status_code)
    except RemoteDisconnected:
        return 0


FAULTS = [
    pytest.param({"error": "token_revoked"}, [200, 200], 1, id="an error code comes with 200"),
    pytest.param({"status": 429, "retry_after": "30"}, [429, 200], 1, id="429"),
    pytest.param({"status": 503, "times": 2}, [503, 503, 200], 1, id="503 twice"),
    pytest.param({"drop": True}, [0, 200], 1, id="dropped before it was carried out"),
    pytest.param({"accept_then_drop": True}, [0, 200], 2, id="carried out, then dropped"),
    pytest.param({"slow": 0.01}, [200, 200], 2, id="slow is not lost"),
]


@pytest.mark.parametrize(("terms", "statuses", "standing"), FAULTS)
def test_a_fault_happens_as_scripted(
    stage: Stage, terms: Any, statuses: list[int], standing: int
) -> None:
    stage.room.fail("chat.postMessage", **terms)

    assert [post(stage) for _ in statuses] == statuses
    assert len(stage.room.messages("world")) == standing
    posts = [call for call in stage.room.calls if call.method == "chat.postMessage"]
    assert [call.status for call in posts] == statuses


@pytest.mark.parametrize("retry_after", ["30", "1.5"])
def test_retry_after_is_sent_as_said(stage: Stage, retry_after: str) -> None:
    stage.room.fail("chat.postMessage", retry_after=retry_after)

    with pytest.raises(SlackApiError) as limited:
        stage.client.chat_postMessage(channel=stage.world, text="x")

    assert limited.value.response.headers["Retry-After"] == retry_after
    assert limited.value.response["error"] == "ratelimited"


def test_a_429_may_come_without_retry_after(stage: Stage) -> None:
    stage.room.fail("chat.postMessage", status=429)

    with pytest.raises(SlackApiError) as limited:
        stage.client.chat_postMessage(channel=stage.world, text="x")

    assert "Retry-After" not in limited.value.response.headers


def test_an_accepted_post_is_found_by_its_metadata(stage: Stage) -> None:
    ts = stage.room.post("dana", "world", "first")
    metadata = {"event_type": "brief", "event_payload": {"key": "b-1"}}
    stage.room.fail("chat.postMessage", accept_then_drop=True)
    with pytest.raises(RemoteDisconnected):
        stage.client.chat_postMessage(
            channel=stage.world, thread_ts=ts, text="x", metadata=metadata
        )

    found = stage.client.conversations_replies(
        channel=stage.world, ts=ts, include_all_metadata=True
    )

    assert [one.get("metadata") for one in found["messages"]] == [None, metadata]


def test_other_methods_are_not_touched(stage: Stage) -> None:
    stage.room.fail("chat.postMessage", error="fatal_error")

    assert stage.error("auth.test") == ""
    assert stage.error("chat.postMessage", channel=stage.world, text="x") == "fatal_error"
