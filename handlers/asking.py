"""The ways to ask without the command: a mention, a direct message, an answer's buttons."""

import re

from slack_bolt import Ack, App, BoltContext, Respond

from bot.answers import answer_alone
from bot.articles.links import links_in
from bot.desk.desk import Desk
from bot.newsroom.post import Event, Incoming, Letter, LetterKind, Post
from bot.newsroom.verbs import Verb, understood
from bot.views.controls import Answered
from bot.views.exporting import FORMS
from bot.views.masked import as_it_may_ring
from handlers.typed import typed
from handlers.wire import Wire, post_of

SHARED = {Answered.SHARE: LetterKind.SHARE, Answered.PICTURE: LetterKind.PICTURE}
EXPORTED = {look.action: form for form, look in FORMS.items()}

_NAMED = re.compile(r"^\s*(?:<@\w+(?:\|[^>]*)?>[\s,:]*)+")


def register(app: App, desk: Desk) -> None:
    """Listen to mentions and to the buttons under answers."""

    @app.event("app_mention")
    def on_mention(event: Wire, context: BoltContext) -> None:
        incoming = asked_in(event, context.team_id or "")
        if incoming is not None:
            desk.receive(incoming)

    def on_share(ack: Ack, action: Wire, body: Wire, context: BoltContext) -> None:
        post = post_of(body, context)
        letter = _letter(post, action, body["trigger_id"])
        desk.outbox.put(letter, desk.clock())
        desk.wake()
        ack()

    for control in (*SHARED, *EXPORTED):
        app.action({"action_id": control.value})(on_share)

    @app.action({"action_id": Answered.MORE.value})
    def on_more(
        ack: Ack, action: Wire, body: Wire, context: BoltContext, respond: Respond
    ) -> None:
        post = post_of(body, context)
        ack()
        viewer = desk.viewer(post.workspace, post.channel)
        page = as_it_may_ring(viewer, answer_alone(desk, viewer, post, action["value"]))
        respond(text=page.text, blocks=list(page.blocks), replace_original=True)


def asked_in(event: Wire, workspace: str) -> Incoming | None:
    """Return what a mention asks, None for a bare link: that is read as any pasted link is."""
    text = command_in(event)
    if "bot_id" in event or understood(text).verb is Verb.READ:
        return None
    return asked_of(event, workspace, text)


def asked_of(event: Wire, workspace: str, text: str) -> Incoming:
    """Return the command that a message is; the answer goes to its author alone."""
    ts = event["ts"]
    post = Post(workspace, event["channel"], ts, event.get("thread_ts", ts), event["user"])
    key = f"{Event.COMMAND.value}:{workspace}:{post.channel}:{ts}"
    return Incoming(key, Event.COMMAND, post, text, links_in(event.get("text") or ""))


def command_in(event: Wire) -> str:
    """Return what stands after the bot's name: "<@U024> find toll" gives "find toll"."""
    return typed(_NAMED.sub("", event.get("text") or "")).strip()


def _letter(post: Post, action: Wire, trigger: str) -> Letter:
    """Return what a button asks to be posted for everybody."""
    control, words = action["action_id"], action.get("value", "")
    kind = SHARED.get(control, LetterKind.EXPORT)
    if kind is LetterKind.EXPORT:
        words = f"{EXPORTED[control]} {words}"
    return Letter(f"{kind.value}:{post.workspace}:{trigger}", kind, post, words=words)
