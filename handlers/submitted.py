"""What a person put into a modal that judges claims."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from bot.desk.correct import correct, form
from bot.desk.desk import Desk
from bot.desk.judge import mark, mute, pair, unmute
from bot.newsroom.act import Deed
from bot.newsroom.form import Faults
from bot.newsroom.trouble import NotFound, Trouble, Unfit
from bot.views.blocks import Block
from bot.views.editing import Editing, editing_modal, name_of, put_into
from bot.views.marking import FIELDS, Marked, marking_in
from bot.views.slip import Slip
from bot.views.stale import merged, what_changed
from bot.views.trouble import gone_modal
from bot.views.wrong import (
    CHOOSE,
    Muting,
    Parting,
    Wrong,
    first_field,
    lasting,
    parted_pairs,
    said_wrong,
)
from handlers.modals import decided, details, editing, put_right, shown_anew, slip_in, viewer_at
from handlers.wire import Wire, submitted


def register(app: App, desk: Desk) -> None:
    """Listen to the modals; what does not fit is told under its field, in place."""
    modals = Modals(desk)
    for callback, listener in (
        (Marked.MODAL, modals.on_marked),
        (Editing.MODAL, modals.on_edited),
        (Wrong.MODAL, modals.on_wrong),
        (Parting.MODAL, modals.on_parted),
        (Muting.MODAL, modals.on_muted),
    ):
        app.view({"type": "view_submission", "callback_id": callback.value})(listener)
    app.action({"action_id": Editing.OTHER.value})(modals.on_other)


class Modals:
    """Takes in what was submitted; a modal may have been open for hours."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def on_marked(
        self, ack: Ack, body: Wire, context: BoltContext, view: Wire, client: WebClient
    ) -> None:
        """Mark the claim, and show Details anew where the modal was opened from there."""
        slip = slip_in(self._desk, body, context)
        try:
            wanted = marking_in(view["state"]["values"], slip)
            press = slip.press(f"{submitted(view)}:{wanted.mark.value}", body["user"]["id"])
            mark(self._desk, press, wanted)  # a second try may ask for another mark
        except Trouble as trouble:
            ack(response_action="errors", errors=_under_field(trouble))
            return
        ack()
        self._refresh(client, view, slip)

    def on_edited(
        self, ack: Ack, body: Wire, context: BoltContext, view: Wire, client: WebClient
    ) -> None:
        """Keep the corrections, unless the claim is another than when the modal was opened."""
        slip = slip_in(self._desk, body, context)
        answer = self._edited(slip, view, body["user"]["id"])
        ack(**answer)
        if not answer:
            self._refresh(client, view, slip)

    def on_other(self, ack: Ack, body: Wire, context: BoltContext, client: WebClient) -> None:
        """Turn the form to the other claim of the pair."""
        ack()
        slip = slip_in(self._desk, body, context)
        turned = replace(slip, claim=slip.other, other=slip.claim)
        shown_anew(client, body["view"]["id"], editing(self._desk, turned))

    def on_wrong(self, ack: Ack, body: Wire, context: BoltContext, view: Wire) -> None:
        """Go on to the modal in which what is wrong is put right."""
        what, claim = said_wrong(view["state"]["values"])
        slip = replace(slip_in(self._desk, body, context), claim=claim)
        ack(response_action="update", view=put_right(self._desk, slip, what))

    def on_parted(self, ack: Ack, body: Wire, context: BoltContext, view: Wire) -> None:
        """Part the pairs that were ticked."""
        pairs = parted_pairs(view["state"]["values"])
        if not pairs:
            ack(response_action="errors", errors={first_field(view): CHOOSE})
            return
        press = slip_in(self._desk, body, context).press(submitted(view), body["user"]["id"])
        decided(ack, view, lambda: pair(self._desk, press, Deed.PARTED, pairs))

    def on_muted(self, ack: Ack, body: Wire, context: BoltContext, view: Wire) -> None:
        """Mute the claim's story in this channel, or let it be heard again."""
        slip, long = slip_in(self._desk, body, context), lasting(view["state"]["values"])
        press = slip.press(submitted(view), body["user"]["id"])
        if long == timedelta(0):
            decided(ack, view, lambda: unmute(self._desk, press, slip.claim))
        else:
            decided(ack, view, lambda: mute(self._desk, press, slip.claim, long))

    def _edited(self, slip: Slip, view: Wire, person: str) -> dict[str, Any]:
        """Return Slack's answer to a submitted form: nothing where it was kept."""
        values = view["state"]["values"]
        try:
            now = form(self._desk, viewer_at(self._desk, slip), slip.claim)
            put = put_into(values, now, slip)
            if now.stamp != slip.stamp:
                kept, changed = merged(view, now, slip, put), what_changed(view, now, slip)
                return _instead(editing_modal(now, slip, kept, changed))
            correct(self._desk, slip.press(submitted(view), person), now, put)
        except NotFound:
            return _instead(gone_modal())
        except Faults as faults:
            told = {name_of(field, slip): line for field, line in faults.faults.items()}
            return {"response_action": "errors", "errors": told}
        return {}

    def _refresh(self, client: WebClient, view: Wire, slip: Slip) -> None:
        """Show Details anew under a modal that was opened from them."""
        if slip.page:
            page = replace(slip, claim="", other="", stamp="")
            shown_anew(client, view.get("previous_view_id"), details(self._desk, page))


def _instead(modal: Block) -> dict[str, Any]:
    return {"response_action": "update", "view": modal}


def _under_field(trouble: Trouble) -> dict[str, str]:
    named = trouble.field if isinstance(trouble, Unfit) else ""
    return {FIELDS.get(named, Marked.MARK).value: str(trouble)}
