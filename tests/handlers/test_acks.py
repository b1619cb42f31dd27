"""An ack waits for one row in the database: for no network, no page, no parsing."""

import json
from dataclasses import replace
from typing import Any, NoReturn
from urllib.parse import urlencode

import pytest
from slack_bolt import App, BoltRequest
from slack_bolt.authorization import AuthorizeResult

from bot.desk.desk import Desk
from handlers import register
from tests.desk.conftest import desk, world
from tests.handlers.test_messages import WIRE, a_deletion, a_message, an_edit

__all__ = ["desk", "world"]  # fixtures
SLOW = (
    "fetch", "type_in", "read", "think", "look_up", "name_of", "direct", "shared_with",
    "other_bots",
)  # fmt: skip
US = AuthorizeResult(enterprise_id=None, team_id="T1", bot_user_id="U0", bot_token="x")


def never(*_given: object, **_named: object) -> NoReturn:
    raise AssertionError("an ack waited for it")


def an_event(event: dict[str, Any]) -> tuple[str, str]:
    body = {"type": "event_callback", "team_id": "T1", "event_id": "Ev1", "event": event}
    return json.dumps(body), "application/json"


def a_command(text: str) -> tuple[str, str]:
    typed = {
        "command": "/claim", "text": text, "team_id": "T1", "channel_id": "C1", "user_id": "U1",
        "trigger_id": f"1.{len(text)}", "response_url": "https://hooks.example/1",
    }  # fmt: skip
    return urlencode(typed), "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(an_event(a_message()), id="a message with a link"),
        pytest.param(an_event(an_edit("look", WIRE)), id="an edit"),
        pytest.param(an_event(a_deletion(previous_message=a_message())), id="a deletion"),
        pytest.param(a_command("<https://courier.example/flood>"), id="a link to read"),
        pytest.param(a_command("find flood"), id="a question"),
        pytest.param(a_command("add The mayor said so."), id="words to record"),
        pytest.param(a_command("export"), id="an export"),
    ],
)
def test_what_comes_in_is_kept_and_acknowledged_without_asking_anybody(
    desk: Desk, sent: tuple[str, str]
) -> None:
    outside: dict[str, Any] = dict.fromkeys(SLOW, never)
    app = App(
        authorize=lambda **_: US, request_verification_enabled=False, process_before_response=True
    )
    register(app, replace(desk, **outside))
    body, kind = sent

    answer = app.dispatch(BoltRequest(body=body, headers={"content-type": [kind]}))

    assert answer.status == 200
    assert desk.inbox.lease(desk.clock(), 60) is not None
