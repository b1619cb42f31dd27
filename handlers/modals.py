"""The modals in which claims are judged, made of what can be seen where they are opened."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from slack_bolt import Ack, BoltContext
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.claims.model import Brief
from bot.desk.correct import form
from bot.desk.desk import NOWHERE, Desk
from bot.desk.judged import judged, judged_in
from bot.desk.look_up import claim_with_links, told
from bot.desk.reading import reads
from bot.newsroom.judgement import Judgement
from bot.newsroom.trouble import NotFound, Trouble
from bot.newsroom.verbs import Asked, Verb
from bot.newsroom.viewer import Viewer
from bot.views.blocks import Block
from bot.views.brief import Ticket
from bot.views.details import Shown, details_modal
from bot.views.editing import Part, editing_modal
from bot.views.marking import marking_modal
from bot.views.slip import Slip
from bot.views.trouble import gone_modal
from bot.views.wrong import What, first_field, muting_modal, parting_modal, wrong_modal
from handlers.wire import Wire


def slip_in(desk: Desk, body: Wire, context: BoltContext) -> Slip:
    """Return what a modal carries; of a person who left its channel since, a slip to nowhere.

    Where nobody is, nothing is to be seen and nothing to be decided.
    """
    workspace = context.team_id or ""
    slip = Slip.read(body["view"]["private_metadata"], workspace)
    post = slip.ticket.post
    if reads(desk, workspace, post.channel, body["user"]["id"]):
        return slip
    nowhere = Ticket(replace(post, channel=NOWHERE), ())
    return Slip(nowhere, page=slip.page, claim=slip.claim, other=slip.other, stamp=slip.stamp)


def viewer_at(desk: Desk, slip: Slip) -> Viewer:
    """Return whoever reads where the modal was opened."""
    return desk.viewer(slip.ticket.post.workspace, slip.ticket.post.channel)


def details(desk: Desk, slip: Slip) -> Block:
    """Return Details as they stand now."""
    viewer, briefs = viewer_at(desk, slip), _briefs(desk, slip)
    ids = {claim.id for brief in briefs for claim in brief.claims}
    parted = tuple(desk.judgements.parted(viewer, ids)) if ids else ()
    return details_modal(briefs, slip, Shown(judged_in(desk, viewer, *briefs), parted))


def wrong(desk: Desk, slip: Slip) -> Block:
    """Return the modal that asks what is wrong with a reply."""
    return wrong_modal(_briefs(desk, slip), slip)


def marking(desk: Desk, slip: Slip) -> Block:
    """Return the modal that marks the slip's claim, or the word that it has gone."""
    viewer = viewer_at(desk, slip)
    claim = desk.archive.claim(viewer, slip.claim)
    if claim is None:
        return gone_modal()
    known = judged(desk, viewer, [claim.id]).get(claim.id, Judgement())
    return marking_modal(claim, known, slip)


def editing(desk: Desk, slip: Slip) -> Block:
    """Return the modal that corrects the slip's claim, or the word that it has gone."""
    try:
        return editing_modal(form(desk, viewer_at(desk, slip), slip.claim), slip)
    except NotFound:
        return gone_modal()


def put_right(desk: Desk, slip: Slip, what: What) -> Block:
    """Return the modal that follows once it is said what is wrong with the slip's claim."""
    if what in PARTS:
        part = Slip(slip.ticket, slip.respond_to, claim=slip.claim, part=PARTS[what])
        return editing(desk, part)
    try:
        claim, links = claim_with_links(desk, viewer_at(desk, slip), slip.claim)
    except NotFound:
        return gone_modal()
    return parting_modal(links, slip) if what is What.MATCH else muting_modal(claim, slip)


PARTS = {What.SOURCE: Part.SOURCE.value, What.FIGURE: Part.FIGURES.value}


def asked_for(desk: Desk, slip: Slip, asked: Asked) -> Block | None:
    """Return the modal that "/claim edit C-7KQ2" or "/claim status C-7KQ2" opens, else None.

    Raises NotFound.
    """
    opening = {Verb.EDIT: editing, Verb.STATUS: marking}.get(asked.verb or Verb.HELP)
    if opening is None or len(asked.rest.split()) != 1:
        return None
    claim, _ = claim_with_links(desk, viewer_at(desk, slip), asked.rest)
    return opening(desk, Slip(slip.ticket, slip.respond_to, claim=claim.id))


def decided(ack: Ack, view: Wire, decide: Callable[[], str]) -> None:
    """Decide and close the modal; trouble stands under its first field."""
    try:
        decide()
    except Trouble as trouble:
        ack(response_action="errors", errors={first_field(view): str(trouble)})
    else:
        ack()


def shown_anew(client: WebClient, view_id: str | None, modal: Block) -> None:
    """Put a modal in place of the one that is open; nothing to do where it was closed."""
    if view_id:
        with suppress(SlackApiError):
            client.views_update(view_id=view_id, view=modal)


def _briefs(desk: Desk, slip: Slip) -> list[Brief]:
    """Return what of the readings may be seen in the channel now."""
    viewer = viewer_at(desk, slip)
    briefs = (told(desk, viewer, article) for article in slip.ticket.articles)
    return [brief for brief in briefs if brief is not None]
