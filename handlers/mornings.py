"""The buttons of a digest: mark one of its claims, and say what came of what is overdue."""

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from bot.desk.desk import Desk
from bot.desk.judge import tell_alone
from bot.desk.morning import settle_event
from bot.newsroom.press import Press
from bot.newsroom.trouble import NotFound
from bot.views.blocks import Block
from bot.views.digest import ASKING, Waking, which_claim
from bot.views.slip import slip_at
from handlers.modals import marking
from handlers.wire import Wire, post_of, pressed


def register(app: App, desk: Desk) -> None:
    """Listen to the buttons; a modal has to open within three seconds of the press."""

    @app.action({"action_id": Waking.STATUS.value})
    def on_status(
        ack: Ack, body: Wire, context: BoltContext, action: Wire, client: WebClient
    ) -> None:
        first, *others = action["value"].split()
        slip = slip_at(post_of(body, context), first, body.get("response_url", ""))
        ack()
        modal = _with_choice(marking(desk, slip), [first, *others])
        client.views_open(trigger_id=body["trigger_id"], view=modal)

    def on_came(ack: Ack, body: Wire, context: BoltContext, action: Wire) -> None:
        came, _ = ASKING[Waking(action["action_id"])]
        press = Press(pressed(body), post_of(body, context), body.get("response_url", ""))
        try:
            settle_event(desk, press, action["value"], came)
        except NotFound as gone:
            tell_alone(desk, press, str(gone))
        ack()

    for button in ASKING:
        app.action({"action_id": button.value})(on_came)


def _with_choice(modal: Block, ids: list[str]) -> Block:
    """Let the person choose which claim of the digest is marked."""
    if "submit" not in modal or len(ids) == 1:
        return modal
    return {**modal, "blocks": [which_claim(ids), *modal["blocks"][1:]]}
