"""The buttons of watches, wherever they stand: under a story, in a list, in Home, in a message."""

from collections.abc import Mapping
from typing import Any

from slack_bolt import Ack, App, BoltContext, Respond
from slack_sdk import WebClient

from bot.desk.desk import Desk
from bot.desk.watching import snooze, stop, watch
from bot.newsroom.post import Letter, LetterKind
from bot.newsroom.press import Press
from bot.newsroom.trouble import Trouble
from bot.views.home import carried
from bot.views.story import Telling
from bot.views.trouble import told_message
from bot.views.watching import DAYS, Watching
from handlers.home import is_home, post_at_home, show_home
from handlers.judging import post_of, pressed

Wire = Mapping[str, Any]


def register(app: App, desk: Desk) -> None:
    """Listen to the buttons."""

    @app.action({"action_id": Telling.WATCH.value})
    def on_watch(
        ack: Ack, body: Wire, context: BoltContext, action: Wire, respond: Respond
    ) -> None:
        ack()
        press = Press(pressed(body), post_of(body, context), body["response_url"])
        try:
            watch(desk, press, action["value"])
        except Trouble as trouble:
            message = told_message(str(trouble))
            respond(text=message.text, blocks=list(message.blocks), replace_original=False)

    def on_pressed(
        ack: Ack, body: Wire, context: BoltContext, action: Wire, client: WebClient
    ) -> None:
        ack()
        if is_home(body):
            press = Press(pressed(body), post_at_home(body, context))
            _done(desk, press, action)
            show_home(desk, client, press.post, carried(body["view"]["private_metadata"])[1])
            return
        press = Press(pressed(body), post_of(body, context), body["response_url"])
        line, post = _done(desk, press, action), press.post
        letter = Letter(
            f"{press.key}/tell",
            LetterKind.TELL,
            post,
            words=line,
            respond_to=press.respond_to,
        )
        desk.outbox.put(letter, desk.clock())
        desk.wake()

    for button in Watching:
        app.action({"action_id": button.value})(on_pressed)


def _done(desk: Desk, press: Press, action: Wire) -> str:
    """Do what the button says and return the line that says so, or why not."""
    button, watch_id = Watching(action["action_id"]), action["value"]
    try:
        if button is Watching.STOP:
            return stop(desk, press, watch_id)
        return snooze(desk, press, watch_id, DAYS[button])
    except Trouble as trouble:
        return str(trouble)
