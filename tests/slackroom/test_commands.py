"""What a slash command brings to the app, and what its ack says."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.slackroom.seen import Refused
from tests.slackroom.blocks_at_hand import Json
from tests.slackroom.forms_at_hand import connected
from tests.slackroom.stage import Stage


def test_a_command_carries_what_slack_sends(stage: Stage, bodies: list[Json]) -> None:
    result = stage.room.command("dana", "world", "/claim", "show https://n.example/?a&b @kim")

    assert (result.acked, result.text) == (True, "")
    body = bodies[0]
    assert body["text"] == f"show <https://n.example/?a&amp;b> <@{stage.kim}|kim>"
    assert (body["command"], body["channel_id"], body["channel_name"]) == (
        "/claim",
        stage.world,
        "world",
    )
    assert (body["user_id"], body["team_id"], body["is_enterprise_install"]) == (
        stage.dana,
        stage.room.team_id,
        "false",
    )


def test_a_command_can_go_as_it_was_typed(stage: Stage, bodies: list[Json]) -> None:
    stage.room.command("dana", "world", "/claim", "https://n.example/?a&b", escaped=False)

    assert bodies[0]["text"] == "https://n.example/?a&b"


@pytest.mark.parametrize(
    ("where", "name"),
    [
        pytest.param(
            lambda room: room.add_channel("s", private=True), "privategroup", id="private"
        ),
        pytest.param(lambda room: room.open_dm("dana"), "directmessage", id="direct messages"),
    ],
)
def test_a_private_place_is_not_named(
    stage: Stage, bodies: list[Json], where: Callable[[Any], str], name: str
) -> None:
    stage.room.command("dana", where(stage.room), "/claim")

    assert bodies[0]["channel_name"] == name


ACKS: list[Any] = [
    pytest.param("hello", ["hello"], [], id="text, ephemeral by default"),
    pytest.param({"text": "hello"}, ["hello"], [], id="JSON, ephemeral by default"),
    pytest.param({"text": "hi", "response_type": "in_channel"}, [], ["hi"], id="for everybody"),
    pytest.param("", [], [], id="nothing to say"),
]


@pytest.mark.parametrize(("answer", "alone", "everybody"), ACKS)
def test_an_ack_may_speak(
    stage: Stage, answer: Any, alone: list[str], everybody: list[str]
) -> None:
    app = stage.app()
    app.command("/claim")(lambda ack: ack(**answer) if isinstance(answer, dict) else ack(answer))
    with connected(stage, app):
        result = stage.room.command("dana", "world", "/claim")

    assert result.text == "".join((*alone, *everybody))
    assert [one.text for one in stage.room.ephemerals("dana", "world")] == alone
    assert [one.text for one in stage.room.messages("world")] == everybody


def test_an_ack_with_bad_blocks_cannot_beshown(stage: Stage) -> None:
    app = stage.app()
    app.command("/claim")(lambda ack: ack(text="x", blocks=[{"type": "nonsense"}]))
    with connected(stage, app), pytest.raises(Refused, match="unsupported type: nonsense"):
        stage.room.command("dana", "world", "/claim")


def test_a_command_nobody_takes_is_not_acked(stage: Stage, bodies: list[Json]) -> None:
    result = stage.room.command("dana", "world", "/other")

    assert (result.acked, result.status, bodies) == (False, 404, [])
