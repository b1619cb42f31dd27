"""What a person put into a modal that judges claims."""

from collections.abc import Callable, Mapping
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
from handlers.modals import details, editing, put_right, shown_anew, slip_in, viewer_at

Wire = Mapping[str, Any]


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
        slip = self._slip(body, context)
        try:
            wanted = marking_in(view["state"]["values"], slip)
            press = slip.press(f"{_key(view)}:{wanted.mark.value}", body["user"]["id"])
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
        slip = self._slip(body, context)
        answer = self._edited(slip, view, body["user"]["id"])
        ack(**answer)
        if not answer:
            self._refresh(client, view, slip)

    def on_other(self, ack: Ack, body: Wire, context: BoltContext, client: WebClient) -> None:
        """Turn the form to the other claim of the pair."""
        ack()
        slip = self._slip(body, context)
        turned = replace(slip, claim=slip.other, other=slip.claim)
        shown_anew(client, body["view"]["id"], editing(self._desk, turned))

    def on_wrong(self, ack: Ack, body: Wire, context: BoltContext, view: Wire) -> None:
        """Go on to the modal in which what is wrong is put right."""
        what, claim = said_wrong(view["state"]["values"])
        slip = replace(self._slip(body, context), claim=claim)
        ack(response_action="update", view=put_right(self._desk, slip, what))

    def on_parted(self, ack: Ack, body: Wire, context: BoltContext, view: Wire) -> None:
        """Part the pairs that were ticked."""
        pairs = parted_pairs(view["state"]["values"])
        if not pairs:
            ack(response_action="errors", errors={first_field(view): CHOOSE})
            return
        press = self._slip(body, context).press(_key(view), body["user"]["id"])
        _done_or_told(ack, view, lambda: pair(self._desk, press, Deed.PARTED, pairs))

    def on_muted(self, ack: Ack, body: Wire, context: BoltContext, view: Wire) -> None:
        """Mute the claim's story in this channel, or let it be heard again."""
        slip, long = self._slip(body, context), lasting(view["state"]["values"])
        press = slip.press(_key(view), body["user"]["id"])
        if long == timedelta(0):
            _done_or_told(ack, view, lambda: unmute(self._desk, press, slip.claim))
        else:
            _done_or_told(ack, view, lambda: mute(self._desk, press, slip.claim, long))

    def _edited(self, slip: Slip, view: Wire, person: str) -> dict[str, Any]:
        """Return Slack's answer to a submitted form: nothing where it was kept."""
        values = view["state"]["values"]
        try:
            now = form(self._desk, viewer_at(self._desk, slip), slip.claim)
            put = put_into(values, now, slip)
            if now.stamp != slip.stamp:
                kept, changed = merged(view, now, slip, put), what_changed(view, now, slip)
                return _instead(editing_modal(now, slip, kept, changed))
            correct(self._desk, slip.press(_key(view), person), now, put)
        except NotFound:
            return _instead(gone_modal())
        except Faults as faults:
            told = {name_of(field, slip): line for field, line in faults.faults.items()}
            return {"response_action": "errors", "errors": told}
        return {}

    def _slip(self, body: Wire, context: BoltContext) -> Slip:
        return slip_in(self._desk, body["view"], body["user"]["id"], context.team_id or "")

    def _refresh(self, client: WebClient, view: Wire, slip: Slip) -> None:
        """Show Details anew under a modal that was opened from them."""
        if slip.page:
            page = replace(slip, claim="", other="", stamp="")
            shown_anew(client, view.get("previous_view_id"), details(self._desk, page))


def _key(view: Wire) -> str:
    """Return the key of a submission; a modal that was submitted closes, so once is all."""
    return f"view:{view['team_id']}:{view['id']}"


def _instead(modal: Block) -> dict[str, Any]:
    return {"response_action": "update", "view": modal}


def _under_field(trouble: Trouble) -> dict[str, str]:
    named = trouble.field if isinstance(trouble, Unfit) else ""
    return {FIELDS.get(named, Marked.MARK).value: str(trouble)}


def _done_or_told(ack: Ack, view: Wire, decide: Callable[[], str]) -> None:
    """Decide and close the modal; trouble stands under its first field."""
    try:
        decide()
    except Trouble as trouble:
        ack(response_action="errors", errors={first_field(view): str(trouble)})
    else:
        ack()
