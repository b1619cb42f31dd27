"""Settings: the modal that shows and changes them."""

from collections.abc import Mapping

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from bot.desk.choosing import (
    chosen_in,
    faults_in,
    may_set_whole,
    set_all,
    touched,
    zones,
)
from bot.desk.desk import Desk
from bot.desk.reading import has_left
from bot.newsroom.post import Letter, LetterKind, Post
from bot.newsroom.settings import SETTINGS, Name, sign_of
from bot.newsroom.typed import Known
from bot.newsroom.verbs import Verb
from bot.views.adding import Sheet
from bot.views.blocks import Block
from bot.views.choosing import Form, block_of, settings_modal, typed_in
from bot.views.settings import Choosing
from bot.views.trouble import left_modal
from handlers.wire import Wire


def register(app: App, desk: Desk) -> None:
    """Listen to the button under the list of settings, and to the modal."""

    @app.action({"action_id": Choosing.OPEN.value})
    def on_open(ack: Ack, body: Wire, context: BoltContext, client: WebClient) -> None:
        ack()
        post = Post(context.team_id or "", body["channel"]["id"], "", "", body["user"]["id"])
        modal = form_of(desk, Sheet(post, body["response_url"]))
        client.views_open(trigger_id=body["trigger_id"], view=modal)

    @app.view({"type": "view_submission", "callback_id": Choosing.MODAL.value})
    def on_saved(ack: Ack, body: Wire, context: BoltContext, view: Wire) -> None:
        form = Form.read(view["private_metadata"], context.team_id or "", body["user"]["id"])
        if has_left(desk, form.sheet.post):
            ack(response_action="update", view=left_modal())
            return
        wrong = save(desk, form, typed_in(view["state"]["values"]), view["id"])
        if wrong:
            ack(response_action="errors", errors=wrong)
        else:
            ack()


def form_of(desk: Desk, sheet: Sheet) -> Block:
    """Return the modal as everything stands now."""
    post = sheet.post
    chosen = chosen_in(desk, desk.channel(post.workspace, post.channel))
    bots = {one: name for name, one in desk.other_bots(post.workspace, post.channel).items()}
    listed = {**{one: one for one in chosen.channel.bots}, **bots}
    form = Form(sheet, {one.name: sign_of(chosen, one.name) for one in SETTINGS})
    return settings_modal(chosen, form, listed, whole=may_set_whole(chosen, post.person))


def save(desk: Desk, form: Form, typed: Mapping[Name, str], key: str) -> dict[str, str]:
    """Set what was changed in the modal and show how it stands now; return faults by block."""
    post = form.sheet.post
    viewer, known = desk.viewer(post.workspace, post.channel), Known(zones())
    chosen = chosen_in(desk, viewer.channel)
    other = touched(chosen, typed, form.signs)
    faults = faults_in(chosen, post.person, other, known)
    if faults:
        return {block_of(name): str(trouble) for name, trouble in faults.items()}
    if other and set_all(desk, viewer, post.person, other, known):
        words, respond_to = Verb.SETTINGS.value, form.sheet.respond_to
        letter = Letter(
            f"settings:{post.workspace}:{key}", LetterKind.ANSWER, post, "", words, respond_to
        )
        desk.outbox.put(letter, desk.clock())
        desk.wake()
    return {}
