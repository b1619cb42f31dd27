"""People use a real Bolt app: commands, buttons, shortcuts, modals, the Home tab."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from slack_bolt import Ack, App
from slack_sdk.webhook import WebhookClient

from bot.slackroom.seen import Refused
from tests.slackroom.stage import Stage, listening

Json = dict[str, Any]


def plain(words: str) -> Json:
    return {"type": "plain_text", "text": words}


def section(words: str, **more: Any) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": words}, **more}


def option(value: str) -> Json:
    return {"text": plain(value.title()), "value": value}


def modal(title: str, *blocks: Json, **more: Any) -> Json:
    return {
        "type": "modal",
        "callback_id": "form",
        "title": plain(title),
        "blocks": list(blocks),
        **more,
    }


def asking(block_id: str, element: Json, **more: Any) -> Json:
    return {"type": "input", "block_id": block_id, "label": plain("?"), "element": element, **more}


BUTTONS = {
    "type": "actions",
    "block_id": "row",
    "elements": [
        {"type": "button", "action_id": "details", "text": plain("Details"), "value": "C-7KQ2"},
        {"type": "overflow", "action_id": "more", "options": [option("edit"), option("mute")]},
        {
            "type": "static_select",
            "action_id": "mark",
            "options": [option("false"), option("true")],
        },
        {"type": "datepicker", "action_id": "day"},
        {"type": "users_select", "action_id": "who"},
    ],
}
CHECKS = {"type": "checkboxes", "action_id": "kinds", "options": [option("toll"), option("date")]}
WORDS = {"type": "plain_text_input", "action_id": "words"}
FORM = modal(
    "Edit",
    asking("note", WORDS),
    asking("kinds", CHECKS, optional=True),
    submit=plain("Save"),
    private_metadata="C-7KQ2",
    notify_on_close=True,
)


@contextmanager
def connected(stage: Stage, app: App) -> Iterator[None]:
    with listening(app) as url:
        stage.slack.connect(url)
        yield
        stage.slack.disconnect()


@pytest.fixture
def heard(stage: Stage) -> Iterator[list[Json]]:
    """Connect an app that acks everything and keeps the bodies."""
    bodies: list[Json] = []
    app = stage.app()

    def keep(ack: Ack, body: Json) -> None:
        bodies.append(body)
        ack()

    app.command("/claim")(keep)
    app.action(re.compile(".*"))(keep)
    app.shortcut("check")(keep)
    app.view("form")(keep)
    app.view_closed("form")(keep)
    with connected(stage, app):
        yield bodies


def posted(stage: Stage, *blocks: Json) -> str:
    return str(
        stage.client.chat_postMessage(channel=stage.world, text="x", blocks=list(blocks))["ts"]
    )


def hooked(stage: Stage, heard: list[Json]) -> WebhookClient:
    """Type a command and give a client of its response_url."""
    stage.room.command("dana", "world", "/claim", "help")
    return WebhookClient(heard[-1]["response_url"])


def opened(stage: Stage, heard: list[Json], view: Json = FORM) -> str:
    """Open a modal for dana and give its id."""
    stage.room.command("dana", "world", "/claim")
    answer = stage.client.views_open(trigger_id=heard[-1]["trigger_id"], view=view)
    return str(answer["view"]["id"])


# Commands


def test_a_command_carries_what_slack_sends(stage: Stage, heard: list[Json]) -> None:
    result = stage.room.command("dana", "world", "/claim", "show https://n.example/?a&b @kim")

    assert (result.acked, result.text) == (True, "")
    body = heard[0]
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


def test_a_command_can_go_as_it_was_typed(stage: Stage, heard: list[Json]) -> None:
    stage.room.command("dana", "world", "/claim", "https://n.example/?a&b", escaped=False)

    assert heard[0]["text"] == "https://n.example/?a&b"


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
    stage: Stage, heard: list[Json], where: Callable[[Any], str], name: str
) -> None:
    stage.room.command("dana", where(stage.room), "/claim")

    assert heard[0]["channel_name"] == name


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


def test_an_ack_with_bad_blocks_cannot_be_shown(stage: Stage) -> None:
    app = stage.app()
    app.command("/claim")(lambda ack: ack(text="x", blocks=[{"type": "nonsense"}]))
    with connected(stage, app), pytest.raises(Refused, match="unsupported type: nonsense"):
        stage.room.command("dana", "world", "/claim")


def test_a_command_nobody_takes_is_not_acked(stage: Stage, heard: list[Json]) -> None:
    result = stage.room.command("dana", "world", "/other")

    assert (result.acked, result.status, heard) == (False, 404, [])


# response_urls


def test_a_response_is_for_the_asking_person_alone(stage: Stage, heard: list[Json]) -> None:
    lobby = stage.room.add_channel("lobby", members=["dana", "kim"])
    stage.room.command("dana", lobby, "/claim")

    answer = WebhookClient(heard[0]["response_url"]).send(text="found", unfurl_links=False)

    assert (answer.status_code, answer.body) == (200, "ok")
    assert [one.text for one in stage.room.ephemerals("dana", lobby)] == ["found"]
    assert stage.room.ephemerals("kim", lobby) == ()


def test_a_response_may_be_for_everybody(stage: Stage, heard: list[Json]) -> None:
    hooked(stage, heard).send(text="found", response_type="in_channel")

    assert [one.text for one in stage.room.messages("world")] == ["found"]


def test_a_response_url_serves_five_times(stage: Stage, heard: list[Json]) -> None:
    hook = hooked(stage, heard)

    answers = [hook.send(text=str(number)) for number in range(6)]

    assert [one.status_code for one in answers] == [200] * 5 + [404]
    assert "used_url" in answers[5].body
    assert len(stage.room.ephemerals("dana", "world")) == 5


@pytest.mark.parametrize(("seconds", "status"), [(1800, 200), (1801, 404)])
def test_a_response_url_serves_thirty_minutes(
    stage: Stage, heard: list[Json], seconds: int, status: int
) -> None:
    hook = hooked(stage, heard)
    stage.clock.now += seconds

    assert hook.send(text="late").status_code == status


@pytest.mark.parametrize("ephemeral", [True, False], ids=["ephemeral", "in the channel"])
def test_a_click_may_replace_and_delete_its_message(
    stage: Stage, heard: list[Json], *, ephemeral: bool
) -> None:
    ts = _shown(stage, ephemeral=ephemeral)
    stage.room.click("dana", "world", ts, "details")
    hook = WebhookClient(heard[-1]["response_url"])

    def texts() -> list[str]:
        shown = (
            stage.room.ephemerals("dana", "world") if ephemeral else stage.room.messages("world")
        )
        return [one.text for one in shown]

    hook.send(text="more", replace_original=True)
    replaced = texts()
    hook.send(text="", delete_original=True)
    assert (replaced, texts()) == (["more"], [])


def _shown(stage: Stage, *, ephemeral: bool) -> str:
    if not ephemeral:
        return posted(stage, BUTTONS)
    answer = stage.client.chat_postEphemeral(
        channel=stage.world, user=stage.dana, text="x", blocks=[BUTTONS]
    )
    return str(answer["message_ts"])


def test_bad_blocks_are_refused_by_a_response_url(stage: Stage, heard: list[Json]) -> None:
    answer = hooked(stage, heard).send(text="x", blocks=[{"type": "nonsense"}])

    assert (answer.status_code, "invalid_blocks" in answer.body) == (404, True)


# Clicks


PRESSED = [
    pytest.param("details", {}, {"value": "C-7KQ2", "type": "button"}, id="a button"),
    pytest.param("more", {"value": "mute"}, {"selected_option": option("mute")}, id="an overflow"),
    pytest.param("mark", {"value": "true"}, {"selected_option": option("true")}, id="a menu"),
    pytest.param("day", {"value": "2025-03-06"}, {"selected_date": "2025-03-06"}, id="a date"),
    pytest.param("who", {"value": "U1"}, {"selected_user": "U1"}, id="a person"),
]


@pytest.mark.parametrize(("action_id", "choice", "action"), PRESSED)
def test_a_click_says_what_was_pressed(
    stage: Stage, heard: list[Json], action_id: str, choice: Any, action: Json
) -> None:
    ts = posted(stage, section("x"), BUTTONS)

    assert stage.room.click("dana", "world", ts, action_id, **choice).acked
    body = heard[0]
    (sent,) = body["actions"]
    assert {name: sent[name] for name in action} == action
    assert (sent["action_id"], sent["block_id"]) == (action_id, "row")
    assert (body["container"]["message_ts"], body["message"]["ts"]) == (ts, ts)
    assert body["user"]["id"] == stage.dana


def test_an_ephemeral_click_has_no_message(stage: Stage, heard: list[Json]) -> None:
    ts = _shown(stage, ephemeral=True)
    stage.room.click("dana", "world", ts, "details")

    assert heard[0]["container"]["is_ephemeral"]
    assert "message" not in heard[0]


IMPOSSIBLE: list[Any] = [
    pytest.param("kim", "details", {}, id="another's ephemeral"),
    pytest.param("dana", "nothing", {}, id="no such button"),
    pytest.param("dana", "more", {"value": "burn"}, id="no such option"),
    pytest.param("dana", "details", {"block_id": "other"}, id="no such block"),
]


@pytest.mark.parametrize(("person", "action_id", "choice"), IMPOSSIBLE)
def test_nobody_presses_what_is_not_there(
    stage: Stage, heard: list[Json], person: str, action_id: str, choice: Any
) -> None:
    ts = _shown(stage, ephemeral=True)

    with pytest.raises(LookupError):
        stage.room.click(person, "world", ts, action_id, **choice)
    assert heard == []


def test_a_message_shortcut_brings_the_message(stage: Stage, heard: list[Json]) -> None:
    ts = stage.room.post("kim", "world", "Ferries will stop")

    assert stage.room.shortcut("dana", "world", ts, "check").acked
    assert (heard[0]["type"], heard[0]["message"]["text"]) == (
        "message_action",
        "Ferries will stop",
    )
    assert WebhookClient(heard[0]["response_url"]).send(text="ok").status_code == 200


def test_a_global_shortcut_has_no_channel(stage: Stage, heard: list[Json]) -> None:
    assert stage.room.global_shortcut("dana", "check").acked
    assert (heard[0]["type"], "channel" in heard[0]) == ("shortcut", False)


# Modals


def test_a_trigger_serves_once_and_for_three_seconds(stage: Stage, heard: list[Json]) -> None:
    stage.room.command("dana", "world", "/claim")
    stage.room.command("dana", "world", "/claim")
    first, second = (body["trigger_id"] for body in heard)

    def tried(trigger: str) -> str:
        return stage.error("views.open", trigger_id=trigger, view=FORM)

    assert [tried(first), tried(first)] == ["", "exchanged_trigger_id"]
    stage.clock.now += 3.1
    assert tried(second) == "expired_trigger_id"


def test_a_modal_shows_to_who_asked(stage: Stage, heard: list[Json]) -> None:
    view_id = opened(stage, heard)

    view = stage.room.view("dana")
    assert (view.id, view.title, view.callback_id) == (view_id, "Edit", "form")
    assert not stage.room.view("kim")


def test_a_submission_carries_what_was_filled_in(stage: Stage, heard: list[Json]) -> None:
    view_id = opened(stage, heard)
    result = stage.room.submit("dana", view_id, {"note": "seen", "kinds": ["date"]})

    assert (result.acked, result.action) == (True, "")
    view = heard[-1]["view"]
    assert view["state"]["values"] == {
        "note": {"words": {"type": "plain_text_input", "value": "seen"}},
        "kinds": {"kinds": {"type": "checkboxes", "selected_options": [option("date")]}},
    }
    assert (view["private_metadata"], view["callback_id"]) == ("C-7KQ2", "form")
    assert not stage.room.view("dana")


def test_a_required_field_left_empty_is_not_sent(stage: Stage, heard: list[Json]) -> None:
    view_id = opened(stage, heard)
    result = stage.room.submit("dana", view_id, {})

    assert result.errors == {"note": "Please complete this required field."}
    assert stage.room.view("dana").errors == result.errors
    assert [body.get("type") for body in heard] == [None]


def test_the_first_values_are_sent_when_left_alone(stage: Stage, heard: list[Json]) -> None:
    form = modal("Edit", asking("note", WORDS | {"initial_value": "old"}), submit=plain("Save"))
    stage.room.submit("dana", opened(stage, heard, form), {})

    assert heard[-1]["view"]["state"]["values"]["note"]["words"]["value"] == "old"


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


def test_a_stack_has_three_modals(stage: Stage, heard: list[Json]) -> None:
    opened(stage, heard)

    def pushed() -> str:
        stage.room.command("dana", "world", "/claim")
        return stage.error("views.push", trigger_id=heard[-1]["trigger_id"], view=modal("More"))

    assert [pushed(), pushed(), pushed()] == ["", "", "push_limit_reached"]
    assert [view.title for view in stage.room.views("dana")] == ["Edit", "More", "More"]
    root, second, _ = stage.room.views("dana")
    assert (second.payload["previous_view_id"], second.payload["root_view_id"]) == (
        root.id,
        root.id,
    )


def test_an_old_hash_does_not_write_over_a_new_view(stage: Stage, heard: list[Json]) -> None:
    view_id = opened(stage, heard)
    old = stage.room.view("dana").payload["hash"]

    def updated(title: str) -> str:
        return stage.error("views.update", view_id=view_id, hash=old, view=modal(title))

    assert [updated("First"), updated("Second")] == ["", "hash_conflict"]
    assert stage.room.view("dana").title == "First"


def test_an_update_keeps_what_was_chosen(stage: Stage, heard: list[Json]) -> None:
    row = {"type": "actions", "block_id": "b", "elements": [BUTTONS["elements"][2]]}
    view_id = opened(stage, heard, modal("Mark", row))
    stage.room.click_view("dana", view_id, "mark", value="false")
    stage.client.views_update(view_id=view_id, view=modal("Marked", row))

    held = stage.room.view("dana").payload["state"]["values"]
    assert held == {"b": {"mark": {"type": "static_select", "selected_option": option("false")}}}
    assert heard[-1]["view"]["state"]["values"] == held
    assert heard[-1]["container"] == {"type": "view", "view_id": view_id}


def test_closing_is_told_only_when_asked_for(stage: Stage, heard: list[Json]) -> None:
    told, quiet = [], modal("Quiet")
    for view in (FORM, quiet):
        assert stage.room.close_view("dana", opened(stage, heard, view)).acked
        told.append(heard[-1].get("type"))

    assert told == ["view_closed", None]
    assert not stage.room.view("dana")


def test_only_the_top_modal_can_be_used(stage: Stage, heard: list[Json]) -> None:
    under = opened(stage, heard)
    stage.room.command("dana", "world", "/claim")
    stage.client.views_push(trigger_id=heard[-1]["trigger_id"], view=modal("Top"))

    with pytest.raises(LookupError):
        stage.room.submit("dana", under, {"note": "x"})


# The Home tab


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
