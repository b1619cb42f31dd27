"""What stands where in what Slack sends: who pressed, where, under which key."""

from collections.abc import Mapping
from typing import Any

from slack_bolt import BoltContext

from bot.newsroom.post import Post

Wire = Mapping[str, Any]


def pressed(body: Wire) -> str:
    """Return the key of a press: each has a trigger of its own in its workspace."""
    team = (body.get("team") or {}).get("id", "")
    return f"press:{team}:{body['trigger_id']}"


def submitted(view: Wire) -> str:
    """Return the key of a submission; a modal that was submitted closes, so once is all."""
    return f"view:{view['team_id']}:{view['id']}"


def post_of(body: Wire, context: BoltContext) -> Post:
    """Return where a message's button was pressed and by whom; in a thread it stays there."""
    thread = body["container"].get("thread_ts", "")
    return Post(context.team_id or "", body["channel"]["id"], "", thread, body["user"]["id"])
