"""Forgetting: the buttons that ask for it, and the events by which a whole place goes."""

from datetime import UTC, datetime
from typing import Any

from slack_bolt import Ack, App, BoltContext, Respond

from bot.desk.desk import Desk
from bot.desk.forget import forget_channel
from bot.newsroom.post import Event, Incoming, Post
from bot.views.forgetting import Forgetting
from handlers.wire import Wire, pressed

CHANNELS_GONE = ("channel_deleted", "group_deleted")
LEAVING = ("app_uninstalled", "tokens_revoked")


def register(app: App, desk: Desk) -> None:
    """Listen to the buttons and to the events; what is to be forgotten becomes a row first."""

    @app.action({"action_id": Forgetting.YES.value})
    def on_yes(ack: Ack, action: Wire, body: Wire, context: BoltContext, respond: Respond) -> None:
        desk.receive(wanted_gone(action, body, context.team_id or ""))
        ack()
        respond(delete_original=True)

    @app.action({"action_id": Forgetting.NO.value})
    def on_no(ack: Ack, respond: Respond) -> None:
        ack()
        respond(delete_original=True)

    for gone in CHANNELS_GONE:
        app.event(gone)(_on_channel_gone(desk))

    @app.event("app_uninstalled")
    def on_uninstalled(body: Wire, context: BoltContext) -> None:
        leave(desk, body, context)

    @app.event("tokens_revoked")
    def on_revoked(body: Wire, event: Wire, context: BoltContext) -> None:
        if event.get("tokens", {}).get("bot"):  # those of people are not what we work with
            leave(desk, body, context)


def leave(desk: Desk, body: Wire, context: BoltContext) -> None:
    """Let a workspace go, as of when Slack says: it may tell late, when the bot is in again.

    Of a whole organisation that let the bot go Slack names no workspace; it was in none of them.
    """
    if context.team_id:
        told = body.get("event_time")
        moment = datetime.fromtimestamp(told, UTC) if told else desk.clock()
        desk.forgetting.leave(context.team_id, moment)


def wanted_gone(action: Wire, body: Wire, workspace: str) -> Incoming:
    """Return the press as an event: who pressed, where, and what is meant."""
    post = Post(workspace, body["channel"]["id"], "", "", body["user"]["id"])
    key = pressed(body)
    return Incoming(
        key, Event.FORGET, post, action["value"], respond_to=body.get("response_url", "")
    )


def _on_channel_gone(desk: Desk) -> Any:  # noqa: ANN401 - Bolt's listeners have no type
    def on_channel_gone(event: Wire, context: BoltContext) -> None:
        forget_channel(desk, context.team_id or "", event["channel"])

    return on_channel_gone
