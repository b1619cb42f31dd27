"""What becomes of channels and of people's ranks: whoever may see what has to know at once."""

from typing import Any

from slack_bolt import App, BoltContext

from bot.desk.desk import Desk
from bot.desk.heed import heed, move, shut, welcome
from bot.newsroom.post import Post
from handlers.wire import Wire

CHANGES = (
    "channel_archive",
    "channel_left",
    "channel_rename",
    "channel_shared",
    "channel_unarchive",
    "channel_unshared",
    "group_archive",
    "group_left",
    "group_rename",
    "group_unarchive",
)
MEMBERSHIPS = ("member_joined_channel", "member_left_channel")
RANKS = ("team_join", "user_change")


def register(app: App, desk: Desk) -> None:
    """Listen to all of it; a look-up that fails, fails the request, and Slack tells us again."""
    for change in CHANGES:
        app.event(change)(_on_change(desk))
    for membership in MEMBERSHIPS:
        app.event(membership)(_on_membership(desk))
    for rank in RANKS:
        app.event(rank)(_on_rank(desk))

    @app.event("channel_id_changed")
    def on_moved(event: Wire, context: BoltContext) -> None:
        move(desk, context.team_id or "", event["old_channel_id"], event["new_channel_id"])


def _on_change(desk: Desk) -> Any:  # noqa: ANN401 - Bolt's listeners have no type
    def on_change(event: Wire, context: BoltContext) -> None:
        channel = event["channel"]  # "C024", or of a rename {"id": "C024", "name": …}
        heed(desk, context.team_id or "", channel["id"] if isinstance(channel, dict) else channel)

    return on_change


def _on_membership(desk: Desk) -> Any:  # noqa: ANN401
    def on_membership(event: Wire, context: BoltContext) -> None:
        workspace, person = context.team_id or "", event["user"]
        if person != context.bot_user_id:
            if desk.memory.matters(workspace, person):
                heed(desk, workspace, event["channel"])
        elif event["type"] == "member_joined_channel" and event.get("inviter"):
            inviter = Post(workspace, event["channel"], "", "", event["inviter"])
            welcome(desk, inviter, f"welcome:{workspace}:{event['channel']}:{event['event_ts']}")
        else:
            heed(desk, workspace, event["channel"])

    return on_membership


def _on_rank(desk: Desk) -> Any:  # noqa: ANN401
    def on_rank(event: Wire, context: BoltContext) -> None:
        workspace = context.team_id or ""
        for channel in desk.memory.ranked(workspace, event["user"]):
            shut(desk, workspace, channel)

    return on_rank
