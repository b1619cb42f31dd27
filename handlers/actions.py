"""The controls under a reply: Details, and "Something wrong?" with its modal."""

from collections.abc import Mapping
from typing import Any

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from bot.claims.model import Brief
from bot.desk.desk import Desk
from bot.desk.judge import part
from bot.desk.look_up import told
from bot.views.brief import Control, Ticket
from bot.views.details import details_modal
from bot.views.wrong import Wrong, parted_pairs, ticket_of, wrong_modal

Wire = Mapping[str, Any]


def register(app: App, desk: Desk) -> None:
    """Listen to the controls; a modal has to open within three seconds of the press."""

    @app.action({"action_id": Control.DETAILS.value})
    def on_details(
        ack: Ack, body: Wire, context: BoltContext, action: Wire, client: WebClient
    ) -> None:
        ticket = Ticket.read(action["value"], context.team_id or "", body["channel"]["id"])
        ack()
        modal = details_modal(_briefs(desk, ticket))
        client.views_open(trigger_id=body["trigger_id"], view=modal)

    @app.action({"action_id": Control.WRONG.value})
    def on_wrong(
        ack: Ack, body: Wire, context: BoltContext, action: Wire, client: WebClient
    ) -> None:
        ticket = Ticket.read(action["value"], context.team_id or "", body["channel"]["id"])
        ack()
        modal = wrong_modal(_briefs(desk, ticket), ticket)
        client.views_open(trigger_id=body["trigger_id"], view=modal)

    @app.view({"type": "view_submission", "callback_id": Wrong.MODAL.value})
    def on_parted(ack: Ack, body: Wire, context: BoltContext, view: Wire) -> None:
        pairs = parted_pairs(view["state"]["values"])
        if pairs:
            post = ticket_of(view["private_metadata"], context.team_id or "").post
            part(desk, post, body["user"]["id"], pairs, f"parted:{view['id']}")
        ack()


def _briefs(desk: Desk, ticket: Ticket) -> list[Brief]:
    """Return what of the readings may be seen in the channel now."""
    viewer = desk.viewer(ticket.post.workspace, ticket.post.channel)
    briefs = (told(desk, viewer, article) for article in ticket.articles)
    return [brief for brief in briefs if brief is not None]
