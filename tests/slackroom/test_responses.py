"""response_urls: whom they speak to, how often and how long."""

import json

import pytest
from slack_sdk.webhook import WebhookClient

from tests.slackroom.blocks_at_hand import Json
from tests.slackroom.forms_at_hand import hooked, shown
from tests.slackroom.stage import Stage


def test_a_response_is_for_the_asking_person_alone(stage: Stage, bodies: list[Json]) -> None:
    lobby = stage.room.add_channel("lobby", members=["dana", "kim"])
    stage.room.command("dana", lobby, "/claim")

    answer = WebhookClient(bodies[0]["response_url"]).send(text="found", unfurl_links=False)

    assert (answer.status_code, answer.body) == (200, "ok")
    assert [one.text for one in stage.room.ephemerals("dana", lobby)] == ["found"]
    assert stage.room.ephemerals("kim", lobby) == ()


def test_a_response_may_be_for_everybody(stage: Stage, bodies: list[Json]) -> None:
    hooked(stage, bodies).send(text="found", response_type="in_channel")

    assert [one.text for one in stage.room.messages("world")] == ["found"]


def test_a_response_url_serves_five_times(stage: Stage, bodies: list[Json]) -> None:
    hook = hooked(stage, bodies)

    answers = [hook.send(text=str(number)) for number in range(6)]

    assert [one.status_code for one in answers] == [200] * 5 + [404]
    assert json.loads(answers[5].body) == {"ok": False, "error": "used_url"}
    assert len(stage.room.ephemerals("dana", "world")) == 5


@pytest.mark.parametrize(("seconds", "status"), [(1800, 200), (1801, 404)])
def test_a_response_url_serves_thirty_minutes(
    stage: Stage, bodies: list[Json], seconds: int, status: int
) -> None:
    hook = hooked(stage, bodies)
    stage.clock.now += seconds

    assert hook.send(text="late").status_code == status


@pytest.mark.parametrize("ephemeral", [True, False], ids=["ephemeral", "in the channel"])
def test_a_click_may_replace_and_delete_its_message(
    stage: Stage, bodies: list[Json], *, ephemeral: bool
) -> None:
    ts = shown(stage, ephemeral=ephemeral)
    stage.room.click("dana", "world", ts, "details")
    hook = WebhookClient(bodies[-1]["response_url"])

    def texts() -> list[str]:
        shown = (
            stage.room.ephemerals("dana", "world") if ephemeral else stage.room.messages("world")
        )
        return [one.text for one in shown]

    hook.send(text="more", replace_original=True)
    replaced = texts()
    hook.send(text="", delete_original=True)
    assert (replaced, texts()) == (["more"], [])


def test_bad_blocks_are_refused_by_a_response_url(stage: Stage, bodies: list[Json]) -> None:
    answer = hooked(stage, bodies).send(text="x", blocks=[{"type": "nonsense"}])

    assert (answer.status_code, "invalid_blocks" in answer.body) == (404, True)
