"""The Home tab: shown anew whenever a person opens it, and after each press in it."""

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from bot.desk.desk import Desk
from bot.desk.home import home
from bot.newsroom.post import Post
from bot.views.home import Leafing, carried, home_view
from handlers.wire import Wire

OPENED = "app_home_opened"


def register(app: App, desk: Desk) -> None:
    """Listen to the opening of the tab and to the buttons that turn its pages."""

    @app.event(OPENED)
    def on_opened(event: Wire, context: BoltContext, client: WebClient) -> None:
        if event.get("tab") != "home":
            return
        post = Post(context.team_id or "", event["channel"], "", "", event["user"])
        show_home(desk, client, post)

    def on_turned(
        ack: Ack, body: Wire, context: BoltContext, action: Wire, client: WebClient
    ) -> None:
        ack()
        show_home(desk, client, post_at_home(body, context), int(action["value"]))

    for button in Leafing:
        app.action({"action_id": button.value})(on_turned)


def show_home(desk: Desk, client: WebClient, post: Post, page: int = 1) -> None:
    """Publish the tab of a person, one call for one opening."""
    view = home_view(home(desk, post, page), post.channel)
    client.views_publish(user_id=post.person, view=view)


def is_home(body: Wire) -> bool:
    """Tell whether a button was pressed in the Home tab."""
    return bool(body.get("view")) and body["view"]["type"] == "home"


def post_at_home(body: Wire, context: BoltContext) -> Post:
    """Return the person's direct messages, as whose reader he is shown the tab."""
    direct, _ = carried(body["view"]["private_metadata"])
    return Post(context.team_id or "", direct, "", "", body["user"]["id"])
