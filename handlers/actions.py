"""The controls under a reply: Details, and "Something wrong?"."""

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from bot.desk.desk import Desk
from bot.views.brief import Control, Ticket
from bot.views.slip import Slip
from handlers.modals import details, wrong
from handlers.wire import Wire


def register(app: App, desk: Desk) -> None:
    """Listen to the controls; a modal has to open within three seconds of the press."""

    @app.action({"action_id": Control.DETAILS.value})
    def on_details(
        ack: Ack, body: Wire, context: BoltContext, action: Wire, client: WebClient
    ) -> None:
        slip = slip_of(body, context, action)
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=details(desk, slip))

    @app.action({"action_id": Control.WRONG.value})
    def on_wrong(
        ack: Ack, body: Wire, context: BoltContext, action: Wire, client: WebClient
    ) -> None:
        slip = slip_of(body, context, action)
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=wrong(desk, slip))


def slip_of(body: Wire, context: BoltContext, action: Wire) -> Slip:
    """Return what the modal is to carry: the ticket of the reply under which it was opened.

    Under an answer that one person alone reads, what is said of it later goes there too: the bot
    may be no member of the channel.
    """
    ticket = Ticket.read(action["value"], context.team_id or "", body["channel"]["id"])
    alone = body["container"].get("is_ephemeral")
    return Slip(ticket, body["response_url"] if alone else "", page=1)
