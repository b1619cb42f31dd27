"""The one slash command, and the buttons under a word that it did not know."""

from slack_bolt import Ack, App, BoltContext, Respond
from slack_sdk import WebClient

from bot.answers import said_at_once
from bot.articles.links import links_in
from bot.articles.wiretext import plain
from bot.desk.desk import Desk
from bot.desk.limits import works_in
from bot.newsroom.post import Event, Incoming, Post
from bot.newsroom.trouble import Trouble
from bot.newsroom.verbs import COMMAND, Asked, Verb, understood
from bot.views.adding import Sheet, adding_modal
from bot.views.blocks import Block, mrkdwn
from bot.views.help import Offer, help_message
from bot.views.slip import slip_at
from handlers.modals import asked_for
from handlers.settings import form_of
from handlers.typed import typed
from handlers.wire import Wire


def register(app: App, desk: Desk) -> None:
    """Listen to the command; help and unknown words are answered at once, the rest by the desk."""

    @app.command(COMMAND)
    def on_command(ack: Ack, command: Wire, context: BoltContext, client: WebClient) -> None:
        answer = said_at_once(plain(command.get("text", "")))
        if answer is not None:
            ack(text=answer.text, blocks=list(answer.blocks), response_type="ephemeral")
            return
        person, channel = command["user_id"], command["channel_id"]
        modal = taken(desk, Post(context.team_id or "", channel, "", "", person), command, ack)
        if modal is not None:
            client.views_open(trigger_id=command["trigger_id"], view=modal)

    @app.action({"action_id": Offer.HELP.value})
    def on_help(ack: Ack, respond: Respond) -> None:
        ack()
        message = help_message()
        respond(text=message.text, blocks=list(message.blocks), replace_original=False)

    def on_offer(ack: Ack, action: Wire, body: Wire, context: BoltContext) -> None:
        post = Post(context.team_id or "", body["channel"]["id"], "", "", body["user"]["id"])
        desk.receive(asked(post, action["value"], body))
        ack()

    for offer in (Offer.RUN, Offer.RECORD):
        app.action({"action_id": offer.value})(on_offer)


def taken(desk: Desk, post: Post, command: Wire, ack: Ack) -> Block | None:
    """Ack a command, handed to the desk unless it opens a modal; return that modal."""
    try:
        modal = opened(desk, post, command)
    except Trouble as trouble:
        ack(text=mrkdwn(str(trouble)), response_type="ephemeral")
        return None
    if modal is None or not works_in(desk, desk.channel(post.workspace, post.channel)):
        modal = None
        desk.receive(asked(post, command["text"], command))
    ack()
    return modal


def opened(desk: Desk, post: Post, command: Wire) -> Block | None:
    """Return the modal that a command opens: to add, edit, mark; None for all others.

    Raises NotFound for a claim that is not to be seen here.
    """
    verb = understood(plain(command.get("text", "")))
    if verb == Asked(Verb.SETTINGS):
        return form_of(desk, Sheet(post, command["response_url"]))
    if verb == Asked(Verb.ADD):
        return adding_modal(Sheet(post, command["response_url"]))
    return asked_for(desk, slip_at(post, respond_to=command["response_url"]), verb)


def asked(post: Post, text: str, payload: Wire) -> Incoming:
    """Return a command for the desk; `text` is in Slack's wire form."""
    key = f"{Event.COMMAND.value}:{post.workspace}:{payload['trigger_id']}"
    return Incoming(key, Event.COMMAND, post, typed(text), links_in(text), payload["response_url"])
