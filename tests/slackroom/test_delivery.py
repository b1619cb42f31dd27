"""Events are signed, come in order, and come again when the app did not take them."""

import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from slack_bolt import App, BoltRequest, BoltResponse

from bot.slackroom.seen import Attempt
from bot.slackroom.signed import signature
from tests.slackroom.stage import NOON, Stage, listening

Retry = tuple[str, str]  # X-Slack-Retry-Num and -Reason, "" where not sent


def failing(stage: Stage, times: int, seen: list[Retry]) -> App:
    """Make an app whose listener raises so many times; it notes the retry headers."""
    app = stage.app(process_before_response=True)

    @app.event("message")
    def hear(request: BoltRequest) -> None:
        headers = request.headers
        seen.append(
            (_first(headers, "x-slack-retry-num"), _first(headers, "x-slack-retry-reason"))
        )
        if len(seen) <= times:
            raise RuntimeError("not today")

    return app


def _first(headers: Any, name: str) -> str:
    return str((headers.get(name) or [""])[0])


def attempts(stage: Stage) -> list[tuple[int, int, str]]:
    return [(one.number, one.status, one.reason) for one in stage.room.attempts]


OK, ERROR = ("", ""), "http_error"
REDELIVERED = [
    pytest.param(0, [OK], id="taken at once"),
    pytest.param(1, [OK, ("1", ERROR)], id="taken the second time"),
    pytest.param(3, [OK, ("1", ERROR), ("2", ERROR), ("3", ERROR)], id="taken the last time"),
    pytest.param(9, [OK, ("1", ERROR), ("2", ERROR), ("3", ERROR)], id="never taken"),
]


@pytest.mark.parametrize(("failures", "retries"), REDELIVERED)
def test_an_event_comes_again_until_it_is_taken(
    stage: Stage, failures: int, retries: list[Retry]
) -> None:
    seen: list[Retry] = []
    with listening(failing(stage, failures, seen)) as url:
        stage.slack.connect(url)
        stage.room.post("dana", "world", "hello")
        stage.room.quiet()

    assert seen == retries
    assert len({one.event_id for one in stage.room.attempts}) == 1


def test_an_app_that_says_so_gets_no_retry(stage: Stage) -> None:
    app = stage.app()

    @app.middleware
    def refuse() -> BoltResponse:
        return BoltResponse(status=500, headers={"x-slack-no-retry": ["1"]})

    with listening(app) as url:
        stage.slack.connect(url)
        stage.room.post("dana", "world", "hello")
        stage.room.quiet()

    assert attempts(stage) == [(0, 500, "http_error")]


def test_a_slow_app_is_taken_for_gone() -> None:
    enough = threading.Event()
    with Stage(retry_after=(0,), ack_within=0.05) as stage:
        app = stage.app(process_before_response=True)
        app.event("message")(lambda: enough.wait(5))
        with listening(app) as url:
            stage.slack.connect(url)
            stage.room.post("dana", "world", "hello")
            stage.room.quiet()
            enough.set()

    assert attempts(stage) == [(0, 0, "http_timeout"), (1, 0, "http_timeout")]


def test_an_app_that_is_not_there_is_tried_on_schedule(stage: Stage) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    stage.slack.connect(f"http://127.0.0.1:{port}/slack/events")
    stage.room.post("dana", "world", "hello")
    stage.room.quiet()

    assert attempts(stage) == [(number, 0, "connection_failed") for number in range(4)]


def test_what_waits_for_its_retry_holds_nothing_up() -> None:
    seen: list[Retry] = []
    with Stage(retry_after=(60,)) as stage, listening(failing(stage, 1, seen)) as url:
        stage.slack.connect(url)
        stage.room.post("dana", "world", "lost")
        stage.room.post("dana", "world", "taken")
        stage.room.wait_for(lambda: stage.room.attempts[1:])

        with pytest.raises(TimeoutError):
            stage.room.quiet(timeout=0.01)

    assert attempts(stage) == [(0, 500, "http_error"), (0, 200, "")]


def test_an_event_can_be_delivered_twice_on_purpose(stage: Stage) -> None:
    seen: list[Retry] = []
    with listening(failing(stage, 0, seen)) as url:
        stage.slack.connect(url)
        stage.room.post("dana", "world", "hello")
        stage.room.quiet()
        first = stage.room.attempts[0]
        stage.room.redeliver(first.event_id)
        stage.room.quiet()

    assert seen == [OK, ("1", "http_timeout")]
    assert stage.room.attempts[1] == Attempt(first.event_id, "message", 1, 200, "")


def test_what_was_never_delivered_cannot_be_delivered_again(stage: Stage) -> None:
    with listening(stage.app()) as url:
        stage.slack.connect(url)
        with pytest.raises(LookupError, match="Ev404"):
            stage.room.redeliver("Ev404")


def test_first_attempts_keep_the_order_of_things(stage: Stage) -> None:
    heard: list[str] = []
    app = stage.app(process_before_response=True)
    app.event("message")(lambda event: heard.append(event["text"]))
    words = [f"line {number}" for number in range(20)]
    with listening(app) as url:
        stage.slack.connect(url)
        for line in words:
            stage.room.post("dana", "world", line)
        stage.room.quiet()

    assert heard == words


def test_bolt_refuses_another_rooms_signature(stage: Stage) -> None:
    with Stage() as stranger, listening(stranger.app()) as url:
        stage.slack.connect(url)
        stage.room.post("dana", "world", "hello")
        stage.room.quiet()

    assert {one.status for one in stage.room.attempts} == {401}


def test_the_signature_is_slacks_own_example() -> None:
    # The worked example of Slack's page "Verifying requests from Slack".
    body = (
        b"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
        b"&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
        b"&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands"
        b"%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        b"&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
    )

    assert signature("8f742231b10e8888abcd99yyyzzz85a5", 1531420618, body) == (
        "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
    )


def test_events_are_dated_by_the_rooms_clock(stage: Stage) -> None:
    dates: list[int] = []
    app = stage.app(process_before_response=True)
    app.event("message")(lambda body: dates.append(body["event_time"]))
    with listening(app) as url:
        stage.slack.connect(url)
        stage.room.post("dana", "world", "hello")
        stage.clock.now += 60
        stage.room.post("dana", "world", "hello again")
        stage.room.quiet()

    assert dates == [int(NOON), int(NOON) + 60]


@pytest.fixture
def reconnected(stage: Stage) -> Iterator[Callable[[], list[str]]]:
    """Connect one app after another, as when an app restarts; give what the second heard."""
    heard: list[str] = []
    second = stage.app(process_before_response=True)
    second.event("message")(lambda event: heard.append(event["text"]))
    with listening(failing(stage, 0, [])) as old, listening(second) as new:
        stage.slack.connect(old)
        stage.room.post("dana", "world", "before")
        stage.room.quiet()
        stage.slack.connect(new)
        yield lambda: heard


def test_a_restarted_app_gets_what_comes_after(
    stage: Stage, reconnected: Callable[[], list[str]]
) -> None:
    stage.room.post("dana", "world", "after")
    stage.room.quiet()

    assert reconnected() == ["after"]


def test_nothing_is_delivered_before_an_app_is_connected(stage: Stage) -> None:
    stage.room.post("dana", "world", "hello")
    stage.room.quiet()

    assert stage.room.attempts == ()
    assert not stage.room.command("dana", "world", "/claim").acked


def test_an_edit_of_ours_arrives_without_its_metadata(stage: Stage) -> None:
    heard: list[Any] = []
    app = stage.app(process_before_response=True, hears_itself=True)
    app.event("message")(lambda event: heard.append(event["message"]))
    key = {"event_type": "brief", "event_payload": {"key": "b-1"}}
    ts = stage.client.chat_postMessage(channel=stage.world, text="x", metadata=key)["ts"]
    with listening(app) as url:
        stage.slack.connect(url)
        stage.client.chat_update(channel=stage.world, ts=ts, text="y")
        stage.room.quiet()

    assert [(one["text"], one.get("metadata")) for one in heard] == [("y", None)]
    assert stage.room.message("world", ts).metadata == key
