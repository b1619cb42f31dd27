"""Modals and the Home tab: opening, filling in, stacking, publishing."""

from typing import Any

import pytest
from slack_bolt import Ack

from tests.slackroom.blocks_at_hand import Json, plain, section
from tests.slackroom.forms_at_hand import (
    BUTTONS,
    CHECKS,
    FORM,
    WORDS,
    asking,
    connected,
    modal,
    opened,
    option,
)
from tests.slackroom.stage import Stage


def test_a_trigger_serves_once_and_for_three_seconds(stage: Stage, bodies: list[Json]) -> None:
    stage.room.command("dana", "world", "/claim")
    stage.room.command("dana", "world", "/claim")
    first, second = (body["trigger_id"] for body in bodies)

    def tried(trigger: str) -> str:
        return stage.error("views.open", trigger_id=trigger, view=FORM)

    assert [tried(first), tried(first)] == ["", "exchanged_trigger_id"]
    stage.clock.now += 3.1
    assert tried(second) == "expired_trigger_id"


def test_a_modal_shows_to_who_asked(stage: Stage, bodies: list[Json]) -> None:
    view_id = opened(stage, bodies)

    view = stage.room.view("dana")
    assert (view.id, view.title, view.callback_id) == (view_id, "Edit", "form")
    assert not stage.room.view("kim")


def test_a_submission_carries_what_was_filled_in(stage: Stage, bodies: list[Json]) -> None:
    view_id = opened(stage, bodies)
    result = stage.room.submit("dana", view_id, {"note": "seen", "kinds": ["date"]})

    assert (result.acked, result.action) == (True, "")
    view = bodies[-1]["view"]
    assert view["state"]["values"] == {
        "note": {"words": {"type": "plain_text_input", "value": "seen"}},
        "kinds": {"kinds": {"type": "checkboxes", "selected_options": [option("date")]}},
    }
    assert (view["private_metadata"], view["callback_id"]) == ("C-7KQ2", "form")
    assert not stage.room.view("dana")


def test_a_required_field_left_empty_is_not_sent(stage: Stage, bodies: list[Json]) -> None:
    view_id = opened(stage, bodies)
    result = stage.room.submit("dana", view_id, {})

    assert result.errors == {"note": "Please complete this required field."}
    assert stage.room.view("dana").errors == result.errors
    assert [body.get("type") for body in bodies] == [None]


def test_the_first_values_are_sent_when_left_alone(stage: Stage, bodies: list[Json]) -> None:
    form = modal("Edit", asking("note", WORDS | {"initial_value": "old"}), submit=plain("Save"))
    stage.room.submit("dana", opened(stage, bodies, form), {})

    assert bodies[-1]["view"]["state"]["values"]["note"]["words"]["value"] == "old"


EMPTIED = [
    pytest.param(WORDS | {"initial_value": "old"}, "value", None, id="words"),
    pytest.param(
        CHECKS | {"initial_options": [option("date")]}, "selected_options", [], id="ticks"
    ),
    pytest.param(
        BUTTONS["elements"][4] | {"initial_user": "U1"}, "selected_user", None, id="person"
    ),
]


@pytest.mark.parametrize(("element", "name", "held"), EMPTIED)
def test_what_was_taken_out_of_a_field_is_sent_as_empty(
    stage: Stage, bodies: list[Json], element: Json, name: str, held: object
) -> None:
    form = modal("Edit", asking("note", element, optional=True), submit=plain("Save"))
    stage.room.submit("dana", opened(stage, bodies, form), {"note": ""})

    (sent,) = bodies[-1]["view"]["state"]["values"]["note"].values()
    assert sent == {"type": element["type"], name: held}


ANSWERS: list[Any] = [
    pytest.param({"response_action": "errors", "errors": {"note": "no"}}, ["Edit"], id="errors"),
    pytest.param({"response_action": "update", "view": modal("New")}, ["New"], id="update"),
    pytest.param({"response_action": "push", "view": modal("Top")}, ["Edit", "Top"], id="push"),
    pytest.param({"response_action": "clear"}, [], id="clear"),
    pytest.param({}, [], id="an empty ack closes"),
]


@pytest.mark.parametrize(("answer", "titles"), ANSWERS)
def test_the_app_says_what_becomes_of_a_modal(
    stage: Stage, answer: Any, titles: list[str]
) -> None:
    app = stage.app()

    @app.command("/claim")
    def ask(ack: Ack, body: Json) -> None:
        stage.client.views_open(trigger_id=body["trigger_id"], view=FORM)
        ack()

    app.view("form")(lambda ack: ack(**answer))
    with connected(stage, app):
        stage.room.command("dana", "world", "/claim")
        result = stage.room.submit("dana", stage.room.view("dana").id, {"note": "x"})

    assert result.action == answer.get("response_action", "")
    assert [view.title for view in stage.room.views("dana")] == titles
    assert dict(stage.room.view("dana").errors) == answer.get("errors", {})


def test_a_stack_has_three_modals(stage: Stage, bodies: list[Json]) -> None:
    opened(stage, bodies)

    def pushed() -> str:
        stage.room.command("dana", "world", "/claim")
        return stage.error("views.push", trigger_id=bodies[-1]["trigger_id"], view=modal("More"))

    assert [pushed(), pushed(), pushed()] == ["", "", "push_limit_reached"]
    assert [view.title for view in stage.room.views("dana")] == ["Edit", "More", "More"]
    root, second, _ = stage.room.views("dana")
    assert (second.payload["previous_view_id"], second.payload["root_view_id"]) == (
        root.id,
        root.id,
    )


def test_an_old_hash_does_not_write_over_a_new_view(stage: Stage, bodies: list[Json]) -> None:
    view_id = opened(stage, bodies)
    old = stage.room.view("dana").payload["hash"]

    def updated(title: str) -> str:
        return stage.error("views.update", view_id=view_id, hash=old, view=modal(title))

    assert [updated("First"), updated("Second")] == ["", "hash_conflict"]
    assert stage.room.view("dana").title == "First"


def test_an_update_keeps_what_was_chosen(stage: Stage, bodies: list[Json]) -> None:
    row = {"type": "actions", "block_id": "b", "elements": [BUTTONS["elements"][2]]}
    view_id = opened(stage, bodies, modal("Mark", row))
    stage.room.click_view("dana", view_id, "mark", value="false")
    stage.client.views_update(view_id=view_id, view=modal("Marked", row))

    held = stage.room.view("dana").payload["state"]["values"]
    assert held == {"b": {"mark": {"type": "static_select", "selected_option": option("false")}}}
    assert bodies[-1]["view"]["state"]["values"] == held
    assert bodies[-1]["container"] == {"type": "view", "view_id": view_id}


def test_closing_is_told_only_when_asked_for(stage: Stage, bodies: list[Json]) -> None:
    told, quiet = [], modal("Quiet")
    for view in (FORM, quiet):
        assert stage.room.close_view("dana", opened(stage, bodies, view)).acked
        told.append(bodies[-1].get("type"))

    assert told == ["view_closed", None]
    assert not stage.room.view("dana")


def test_only_the_top_modal_can_be_used(stage: Stage, bodies: list[Json]) -> None:
    under = opened(stage, bodies)
    stage.room.command("dana", "world", "/claim")
    stage.client.views_push(trigger_id=bodies[-1]["trigger_id"], view=modal("Top"))

    with pytest.raises(LookupError):
        stage.room.submit("dana", under, {"note": "x"})


def test_the_home_tab_is_opened_and_published(stage: Stage) -> None:
    opened_by: list[tuple[str, str]] = []
    app = stage.app()

    @app.event("app_home_opened")
    def greet(event: Json) -> None:
        opened_by.append((event["user"], event["tab"]))
        view = {"type": "home", "blocks": [section("Hello"), BUTTONS]}
        stage.client.views_publish(user_id=event["user"], view=view)

    app.action("details")(lambda ack: ack())
    with connected(stage, app):
        stage.room.open_home("dana")
        home = stage.room.wait_for(lambda: stage.room.home("dana"))
        clicked = stage.room.click_view("dana", home.id, "details")

    assert opened_by == [(stage.dana, "home")]
    assert home.blocks[0]["text"]["text"] == "Hello"
    assert clicked.acked
    assert not stage.room.home("kim")


def test_a_home_tab_keeps_its_id_and_checks_its_hash(stage: Stage) -> None:
    view = {"type": "home", "blocks": [section("One")]}
    first = stage.client.views_publish(user_id=stage.dana, view=view)["view"]
    again = stage.client.views_publish(user_id=stage.dana, view=view, hash=first["hash"])["view"]

    assert again["id"] == first["id"]
    code = stage.error("views.publish", user_id=stage.dana, view=view, hash=first["hash"])
    assert code == "hash_conflict"
