"""The buttons under the question whether a pasted link shall be read."""

from hashlib import blake2b

from slack_bolt import Ack, App, BoltContext, Respond
from slack_sdk import WebClient

from bot.desk.choosing import set_all
from bot.desk.desk import Desk
from bot.newsroom.channel import Replies
from bot.newsroom.post import Event, Incoming, Post
from bot.newsroom.settings import Name
from bot.newsroom.typed import Known
from bot.views.adding import Sheet, adding_modal
from bot.views.permission import Permission, Wanted
from handlers.wire import Wire


def register(app: App, desk: Desk) -> None:
    """Listen to the answers; whichever it is, the question goes."""

    @app.action({"action_id": Permission.READ.value})
    def on_read(
        ack: Ack, action: Wire, body: Wire, context: BoltContext, respond: Respond
    ) -> None:
        desk.receive(agreed(_wanted(action, body, context)))
        ack()
        respond(delete_original=True)

    @app.action({"action_id": Permission.ALWAYS.value})
    def on_always(
        ack: Ack, action: Wire, body: Wire, context: BoltContext, respond: Respond
    ) -> None:
        wanted = _wanted(action, body, context)
        _ask_no_more(desk, wanted.post)
        desk.receive(agreed(wanted))
        ack()
        respond(delete_original=True)

    @app.action({"action_id": Permission.LATER.value})
    def on_later(ack: Ack, respond: Respond) -> None:
        ack()
        respond(delete_original=True)

    _register_pasting(app)


def _register_pasting(app: App) -> None:
    @app.action({"action_id": Permission.PASTE.value})
    def on_paste(
        ack: Ack, action: Wire, body: Wire, context: BoltContext, client: WebClient
    ) -> None:
        ack()
        sheet = Sheet(_wanted(action, body, context).post, body["response_url"])
        client.views_open(trigger_id=body["trigger_id"], view=adding_modal(sheet))


def agreed(wanted: Wanted) -> Incoming:
    """Return the links for the desk, to be read as if they were pasted now; once a post."""
    post = wanted.post
    said = [*wanted.links, *([wanted.embargo] if wanted.embargo else [])]
    sign = blake2b("\n".join(said).encode(), digest_size=8).hexdigest()
    key = f"{Event.AGREED.value}:{post.workspace}:{post.channel}:{post.ts}:{sign}"
    return Incoming(key, Event.AGREED, post, wanted.embargo, wanted.links)


def _ask_no_more(desk: Desk, post: Post) -> None:
    """Set for the channel that links are read without a question from now on."""
    viewer = desk.viewer(post.workspace, post.channel)
    typed = {Name.REPLIES: Replies.DIFFERENCES.value}
    set_all(desk, viewer, post.person, typed, Known())


def _wanted(action: Wire, body: Wire, context: BoltContext) -> Wanted:
    channel, person = body["channel"]["id"], body["user"]["id"]
    return Wanted.read(action["value"], context.team_id or "", channel, person)
