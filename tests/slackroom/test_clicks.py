"""People press and choose; the app hears what exactly."""

from typing import Any

import pytest
from slack_sdk.webhook import WebhookClient

from tests.slackroom.blocks_at_hand import Json, section
from tests.slackroom.forms_at_hand import BUTTONS, option, posted, shown
from tests.slackroom.stage import Stage

PRESSED = [
    pytest.param("details", {}, {"value": "C-7KQ2", "type": "button"}, id="a button"),
    pytest.param("more", {"value": "mute"}, {"selected_option": option("mute")}, id="an overflow"),
    pytest.param("mark", {"value": "true"}, {"selected_option": option("true")}, id="a menu"),
    pytest.param("day", {"value": "2025-03-06"}, {"selected_date": "2025-03-06"}, id="a date"),
    pytest.param("who", {"value": "U1"}, {"selected_user": "U1"}, id="a person"),
]


@pytest.mark.parametrize(("action_id", "choice", "action"), PRESSED)
def test_a_click_says_what_was_pressed(
    stage: Stage, bodies: list[Json], action_id: str, choice: Any, action: Json
) -> None:
    ts = posted(stage, section("x"), BUTTONS)

    assert stage.room.click("dana", "world", ts, action_id, **choice).acked
    body = bodies[0]
    (sent,) = body["actions"]
    assert {name: sent[name] for name in action} == action
    assert (sent["action_id"], sent["block_id"]) == (action_id, "row")
    assert (body["container"]["message_ts"], body["message"]["ts"]) == (ts, ts)
    assert body["user"]["id"] == stage.dana


def test_an_ephemeral_click_has_no_message(stage: Stage, bodies: list[Json]) -> None:
    ts = shown(stage, ephemeral=True)
    stage.room.click("dana", "world", ts, "details")

    assert bodies[0]["container"]["is_ephemeral"]
    assert "message" not in bodies[0]


IMPOSSIBLE: list[Any] = [
    pytest.param("kim", "details", {}, id="another's ephemeral"),
    pytest.param("dana", "nothing", {}, id="no such button"),
    pytest.param("dana", "more", {"value": "burn"}, id="no such option"),
    pytest.param("dana", "details", {"block_id": "other"}, id="no such block"),
]


@pytest.mark.parametrize(("person", "action_id", "choice"), IMPOSSIBLE)
def test_nobody_presses_what_is_not_there(
    stage: Stage, bodies: list[Json], person: str, action_id: str, choice: Any
) -> None:
    ts = shown(stage, ephemeral=True)

    with pytest.raises(LookupError):
        stage.room.click(person, "world", ts, action_id, **choice)
    assert bodies == []


def test_a_message_shortcut_brings_the_message(stage: Stage, bodies: list[Json]) -> None:
    ts = stage.room.post("kim", "world", "Ferries will stop")

    assert stage.room.shortcut("dana", "world", ts, "check").acked
    assert (bodies[0]["type"], bodies[0]["message"]["text"]) == (
        "message_action",
        "Ferries will stop",
    )
    assert WebhookClient(bodies[0]["response_url"]).send(text="ok").status_code == 200


def test_a_global_shortcut_has_no_channel(stage: Stage, bodies: list[Json]) -> None:
    assert stage.room.global_shortcut("dana", "check").acked
    assert (bodies[0]["type"], "channel" in bodies[0]) == ("shortcut", False)
