"""The buttons under a story and their modals: name, merge, split, mute."""

from collections.abc import Callable, Mapping

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from bot.desk.desk import Desk
from bot.desk.story import merge, name_story, split, story
from bot.newsroom.press import Press
from bot.newsroom.story import Story
from bot.newsroom.trouble import NotFound
from bot.views.blocks import Block
from bot.views.slip import Slip, slip_at
from bot.views.story import (
    Merging,
    Naming,
    Splitting,
    Telling,
    merging_modal,
    name_in,
    naming_modal,
    other_in,
    split_off,
    splitting_modal,
)
from bot.views.trouble import gone_modal
from bot.views.wrong import muting_modal
from handlers.modals import decided, slip_in, viewer_at
from handlers.wire import Wire, post_of, submitted

Decided = Callable[[Desk, Press, str, Wire], str]


def _muting(seen: Story, slip: Slip) -> Block:
    own = next(claim for claim in seen.claims if claim.id == seen.claim)
    return muting_modal(own, slip)


OPENING: Mapping[str, Callable[[Story, Slip], Block]] = {
    Telling.NAME: naming_modal,
    Telling.MERGE: merging_modal,
    Telling.SPLIT: splitting_modal,
    Telling.MUTE: _muting,
}
DECIDING: Mapping[str, Decided] = {
    Naming.MODAL: lambda desk, press, one, put: name_story(desk, press, one, name_in(put)),
    Merging.MODAL: lambda desk, press, one, put: merge(desk, press, one, other_in(put)),
    Splitting.MODAL: lambda desk, press, one, put: split(desk, press, one, split_off(put)),
}


def register(app: App, desk: Desk) -> None:
    """Listen to the buttons and to the modals."""

    def on_opened(
        ack: Ack, body: Wire, context: BoltContext, action: Wire, client: WebClient
    ) -> None:
        slip = slip_at(post_of(body, context), action["value"], body["response_url"])
        ack()
        modal = opened(desk, slip, OPENING[action["action_id"]])
        client.views_open(trigger_id=body["trigger_id"], view=modal)

    for button in OPENING:
        app.action({"action_id": str(button)})(on_opened)

    def on_decided(ack: Ack, body: Wire, context: BoltContext, view: Wire) -> None:
        slip = slip_in(desk, body, context)
        press = slip.press(submitted(view), body["user"]["id"])
        decide, put = DECIDING[view["callback_id"]], view["state"]["values"]
        decided(ack, view, lambda: decide(desk, press, slip.claim, put))

    for callback in DECIDING:
        app.view({"type": "view_submission", "callback_id": str(callback)})(on_decided)


def opened(desk: Desk, slip: Slip, modal: Callable[[Story, Slip], Block]) -> Block:
    """Return the modal for the slip's story, or the word that it has gone."""
    try:
        return modal(story(desk, viewer_at(desk, slip), slip.claim), slip)
    except NotFound:
        return gone_modal()
