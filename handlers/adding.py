"""Recording by hand: the shortcut on a message, the modal, and what is put into it."""

from collections.abc import Mapping
from typing import Any

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from bot.articles.links import links_in
from bot.articles.wiretext import plain
from bot.desk.desk import Desk
from bot.newsroom.post import Event, Incoming, Post
from bot.views.adding import Adding, Sheet, adding_modal, faults, pasted

Wire = Mapping[str, Any]

TRACK = "track_claim"
"""The shortcut "Track claim" on any message."""


def register(app: App, desk: Desk) -> None:
    """Listen to the shortcut and to the modal."""

    @app.shortcut({"type": "message_action", "callback_id": TRACK})
    def on_track(ack: Ack, shortcut: Wire, context: BoltContext, client: WebClient) -> None:
        message = shortcut["message"]
        text = message.get("text") or ""
        sheet = Sheet(_post(shortcut, context), shortcut["response_url"])
        links = links_in(text, message.get("blocks") or ())
        if links:
            desk.receive(_read(sheet, shortcut["trigger_id"], links))
            ack()
            return
        ack()
        modal = adding_modal(sheet, plain(text))
        client.views_open(trigger_id=shortcut["trigger_id"], view=modal)

    @app.view({"type": "view_submission", "callback_id": Adding.MODAL.value})
    def on_added(ack: Ack, body: Wire, context: BoltContext, view: Wire) -> None:
        put = pasted(view["state"]["values"])
        wrong = faults(put)
        if wrong:
            ack(response_action="errors", errors=wrong)
            return
        workspace = context.team_id or ""
        sheet = Sheet.read(view["private_metadata"], workspace, body["user"]["id"])
        key = f"{Event.PASTED.value}:{workspace}:{view['id']}"
        respond_to = sheet.respond_to
        desk.receive(Incoming(key, Event.PASTED, sheet.post, put.written(), respond_to=respond_to))
        ack()


def _post(shortcut: Wire, context: BoltContext) -> Post:
    message, person = shortcut["message"], shortcut["user"]["id"]
    ts = message["ts"]
    thread = message.get("thread_ts", ts)
    return Post(context.team_id or "", shortcut["channel"]["id"], ts, thread, person)


def _read(sheet: Sheet, trigger: str, links: tuple[str, ...]) -> Incoming:
    """Ask for the links of the message to be read, for the one who asked alone."""
    key = f"{Event.COMMAND.value}:{sheet.post.workspace}:{trigger}"
    return Incoming(key, Event.COMMAND, sheet.post, links[0], links, sheet.respond_to)
