"""Messages and modals to press and fill in, and the ways to get one before a person."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from slack_bolt import App
from slack_sdk.webhook import WebhookClient

from tests.slackroom.blocks_at_hand import Json, plain
from tests.slackroom.stage import Stage, listening


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


BUTTONS: Json = {
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


def posted(stage: Stage, *blocks: Json) -> str:
    return str(
        stage.client.chat_postMessage(channel=stage.world, text="x", blocks=list(blocks))["ts"]
    )


def hooked(stage: Stage, bodies: list[Json]) -> WebhookClient:
    """Type a command and give a client of its response_url."""
    stage.room.command("dana", "world", "/claim", "help")
    return WebhookClient(bodies[-1]["response_url"])


def opened(stage: Stage, bodies: list[Json], view: Json = FORM) -> str:
    """Open a modal for dana and give its id."""
    stage.room.command("dana", "world", "/claim")
    answer = stage.client.views_open(trigger_id=bodies[-1]["trigger_id"], view=view)
    return str(answer["view"]["id"])


def shown(stage: Stage, *, ephemeral: bool) -> str:
    """Post the buttons, for dana alone or for everybody; give their ts."""
    if not ephemeral:
        return posted(stage, BUTTONS)
    answer = stage.client.chat_postEphemeral(
        channel=stage.world, user=stage.dana, text="x", blocks=[BUTTONS]
    )
    return str(answer["message_ts"])
