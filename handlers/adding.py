"""Recording by hand: the shortcut on a message, the modal, and what is put into it."""

from dataclasses import replace

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from bot.articles.links import links_in
from bot.articles.wiretext import plain
from bot.desk.desk import Desk
from bot.desk.reading import has_left
from bot.newsroom.embargo import phrase, typed_end
from bot.newsroom.pasted import Pasted
from bot.newsroom.post import Event, Incoming, Post
from bot.newsroom.trouble import Unfit
from bot.views.adding import Adding, Sheet, adding_modal, faults, pasted
from bot.views.trouble import left_modal
from handlers.wire import Wire

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
            desk.receive(_read(sheet, shortcut["trigger_id"], links, text))
            ack()
            return
        ack()
        modal = adding_modal(sheet, plain(text))
        client.views_open(trigger_id=shortcut["trigger_id"], view=modal)

    @app.view({"type": "view_submission", "callback_id": Adding.MODAL.value})
    def on_added(ack: Ack, body: Wire, context: BoltContext, view: Wire) -> None:
        person = body["user"]["id"]
        sheet = Sheet.read(view["private_metadata"], context.team_id or "", person)
        if has_left(desk, sheet.post):
            ack(response_action="update", view=left_modal())
            return
        put, wrong = _checked(desk, sheet.post, pasted(view["state"]["values"]))
        if wrong:
            ack(response_action="errors", errors=wrong)
            return
        desk.receive(_put_in(sheet, put, view["id"]))
        ack()


def _post(shortcut: Wire, context: BoltContext) -> Post:
    message, person = shortcut["message"], shortcut["user"]["id"]
    ts = message["ts"]
    thread = message.get("thread_ts", ts)
    return Post(context.team_id or "", shortcut["channel"]["id"], ts, thread, person)


def _checked(desk: Desk, post: Post, put: Pasted) -> tuple[Pasted, dict[str, str]]:
    """Return what was put in, the end of its embargo as a moment, and what is wrong, by field."""
    wrong = faults(put)
    if put.embargo:
        zone = desk.archive.channel(post.workspace, post.channel).schedule.zone
        try:
            put = replace(put, embargo=typed_end(put.embargo, desk.clock(), zone).isoformat())
        except Unfit as unfit:
            wrong[Adding.EMBARGO.value] = str(unfit)
    return put, wrong


def _put_in(sheet: Sheet, put: Pasted, view: str) -> Incoming:
    key = f"{Event.PASTED.value}:{sheet.post.workspace}:{view}"
    return Incoming(key, Event.PASTED, sheet.post, put.written(), respond_to=sheet.respond_to)


def _read(sheet: Sheet, trigger: str, links: tuple[str, ...], text: str) -> Incoming:
    """Ask for the links of the message to be read, for the one who asked alone.

    What the message says of an embargo goes along.
    """
    key = f"{Event.COMMAND.value}:{sheet.post.workspace}:{trigger}"
    asked = f"<{links[0]}> {phrase(text)}".strip()
    return Incoming(key, Event.COMMAND, sheet.post, asked, links, sheet.respond_to)
