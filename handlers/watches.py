"""The buttons of watches, wherever they stand: under a story, in a list, in Home, in a message."""

from slack_bolt import Ack, App, BoltContext, Respond
from slack_sdk import WebClient

from bot.desk.desk import Desk
from bot.desk.judge import tell_alone
from bot.desk.watching import snooze, stop, watch
from bot.newsroom.press import Press
from bot.newsroom.trouble import Trouble
from bot.views.home import carried
from bot.views.story import Telling
from bot.views.trouble import told_message
from bot.views.watching import DAYS, Watching
from handlers.home import is_home, post_at_home, show_home
from handlers.wire import Wire, post_of, pressed


def register(app: App, desk: Desk) -> None:
    """Listen to the buttons."""
    buttons = Buttons(desk)
    app.action({"action_id": Telling.WATCH.value})(buttons.on_watch)
    for button in Watching:
        app.action({"action_id": button.value})(buttons.on_pressed)


class Buttons:
    """Does what a button of a watch says."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def on_watch(
        self, ack: Ack, body: Wire, context: BoltContext, action: Wire, respond: Respond
    ) -> None:
        """Watch a story from where it is shown."""
        ack()
        press = Press(pressed(body), post_of(body, context), body["response_url"])
        try:
            watch(self._desk, press, action["value"])
        except Trouble as trouble:
            message = told_message(str(trouble))
            respond(text=message.text, blocks=list(message.blocks), replace_original=False)

    def on_pressed(
        self, ack: Ack, body: Wire, context: BoltContext, action: Wire, client: WebClient
    ) -> None:
        """Stop or snooze a watch: in Home the tab shows it, elsewhere a line says so."""
        ack()
        if is_home(body):
            press = Press(pressed(body), post_at_home(body, context))
            _done(self._desk, press, action)
            _, page = carried(body["view"]["private_metadata"])
            show_home(self._desk, client, press.post, page)
            return
        press = Press(pressed(body), post_of(body, context), body["response_url"])
        tell_alone(self._desk, press, _done(self._desk, press, action))


def _done(desk: Desk, press: Press, action: Wire) -> str:
    """Do what the button says and return the line that says so, or why not."""
    button, watch_id = Watching(action["action_id"]), action["value"]
    try:
        if button is Watching.STOP:
            return stop(desk, press, watch_id)
        return snooze(desk, press, watch_id, DAYS[button])
    except Trouble as trouble:
        return str(trouble)
