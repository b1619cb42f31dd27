"""The buttons with which a person judges claims: under a pair, under a claim, and Undo."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace

from slack_bolt import Ack, App, BoltContext, Respond
from slack_sdk import WebClient

from bot.desk.desk import Desk
from bot.desk.judge import pair, separate, undo
from bot.newsroom.act import Deed
from bot.newsroom.press import Press
from bot.newsroom.trouble import NotFound
from bot.newsroom.undo import Undo
from bot.views.claim import Judging
from bot.views.details import Pairing
from bot.views.done import Undoing
from bot.views.slip import slip_at
from bot.views.trouble import told_message
from handlers.modals import details, editing, marking, shown_anew, slip_in
from handlers.wire import Wire, post_of, pressed

Pair = tuple[str, str]

DECIDING: Mapping[str, Callable[[Desk, Press, Pair], str]] = {
    Pairing.SAME: lambda desk, press, one: pair(desk, press, Deed.JOINED, [one]),
    Pairing.PART: lambda desk, press, one: pair(desk, press, Deed.PARTED, [one]),
    Pairing.NOT_SAME: lambda desk, press, one: separate(desk, press, Deed.JOINED, one),
    Pairing.AGAIN: lambda desk, press, one: separate(desk, press, Deed.PARTED, one),
}
OPENING = {Pairing.EDIT: editing, Pairing.STATUS: marking}
ASKED_FOR = {Judging.EDIT: editing, Judging.STATUS: marking}
TURNING = {Pairing.BACK: -1, Pairing.ON: 1}


def register(app: App, desk: Desk) -> None:
    """Listen to the buttons; a modal has to open within three seconds of the press."""
    buttons = Buttons(desk)
    for listener, ids in (
        (buttons.on_decided, DECIDING),
        (buttons.on_turned, TURNING),
        (buttons.on_opened, OPENING),
        (buttons.on_asked, ASKED_FOR),
        (buttons.on_undo, [Undoing.UNDO]),
    ):
        for action_id in ids:
            app.action({"action_id": str(action_id)})(listener)


class Buttons:
    """Does what a button says."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def on_decided(
        self, ack: Ack, body: Wire, context: BoltContext, action: Wire, client: WebClient
    ) -> None:
        """Join or part a pair, or let go of what was said of it, and show what stands now."""
        slip = slip_in(self._desk, body, context)
        press = slip.press(pressed(body), body["user"]["id"])
        with suppress(NotFound):  # it went meanwhile: the modal shows what is left
            DECIDING[action["action_id"]](self._desk, press, _pair(action))
        ack()
        shown_anew(client, body["view"]["id"], details(self._desk, slip))

    def on_turned(
        self, ack: Ack, body: Wire, context: BoltContext, action: Wire, client: WebClient
    ) -> None:
        """Show another page of Details."""
        slip = slip_in(self._desk, body, context)
        ack()
        turned = replace(slip, page=slip.page + TURNING[action["action_id"]])
        shown_anew(client, body["view"]["id"], details(self._desk, turned))

    def on_opened(
        self, ack: Ack, body: Wire, context: BoltContext, action: Wire, client: WebClient
    ) -> None:
        """Open a modal on top of Details, at the later claim of a pair."""
        later, earlier = _pair(action)
        slip = replace(slip_in(self._desk, body, context), claim=later, other=earlier)
        ack()
        modal = OPENING[action["action_id"]](self._desk, slip)
        client.views_push(trigger_id=body["trigger_id"], view=modal)

    def on_asked(
        self, ack: Ack, body: Wire, context: BoltContext, action: Wire, client: WebClient
    ) -> None:
        """Open a modal for a claim that was shown to one person alone."""
        slip = slip_at(post_of(body, context), action["value"], body["response_url"])
        ack()
        modal = ASKED_FOR[action["action_id"]](self._desk, slip)
        client.views_open(trigger_id=body["trigger_id"], view=modal)

    def on_undo(
        self, ack: Ack, body: Wire, context: BoltContext, action: Wire, respond: Respond
    ) -> None:
        """Take a decision back, or say why that is too late, in place of the button."""
        ack()
        press = Press(pressed(body), post_of(body, context))
        message = told_message(undo(self._desk, press, Undo.read(action["value"])))
        respond(text=message.text, blocks=list(message.blocks), replace_original=True)


def _pair(action: Wire) -> Pair:
    later, earlier = action["value"].split(" ")
    return later, earlier
