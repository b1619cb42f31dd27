"""What is around an event when Slack sends it, and how a message looks inside one."""

from collections.abc import Sequence

from bot.slackroom.seen import ChannelSeen, Json, Message

# The bot events that a room can send, as a manifest names them. The app chooses among them.
BOT_EVENTS = frozenset(
    {
        "app_home_opened",
        "app_mention",
        "app_uninstalled",
        "channel_archive",
        "channel_convert_to_private",
        "channel_deleted",
        "channel_id_changed",
        "channel_left",
        "channel_rename",
        "channel_shared",
        "channel_unarchive",
        "channel_unshared",
        "group_archive",
        "group_deleted",
        "group_left",
        "group_rename",
        "group_unarchive",
        "member_joined_channel",
        "member_left_channel",
        "message.channels",
        "message.groups",
        "message.im",
        "team_join",
        "tokens_revoked",
        "user_change",
    }
)
MESSAGE_EVENTS = {"channel": "message.channels", "group": "message.groups", "im": "message.im"}
TOMBSTONE_TEXT = "This message was deleted."  # Slack's words in place of a deleted parent


def subscription(event: Json) -> str:
    """Name the bot event that an app must subscribe to for this event."""
    kind = str(event["type"])
    return MESSAGE_EVENTS[event["channel_type"]] if kind == "message" else kind


def message_event(channel: ChannelSeen, event: Json) -> Json:
    """Complete a message event with its channel and its own time."""
    return {
        "type": "message",
        **event,
        "channel": channel.id,
        "channel_type": channel.kind,
        "event_ts": event["ts"],
    }


def changed(new: Json, old: Json, ts: str) -> Json:
    """Wrap an edit: no text and no user at the top, both sides inside."""
    return {
        "subtype": "message_changed",
        "hidden": True,
        "message": new,
        "previous_message": old,
        "ts": ts,
    }


def gone(old: Json, ts: str) -> Json:
    """Wrap a deletion."""
    return {
        "subtype": "message_deleted",
        "hidden": True,
        "deleted_ts": old["ts"],
        "previous_message": old,
        "ts": ts,
    }


def wire_message(message: Message, *, metadata: bool = False) -> Json:
    """Give a message in Slack's form, without what depends on its thread."""
    optional = {
        "subtype": message.subtype,
        "client_msg_id": message.client_msg_id,
        "bot_id": message.bot_id,
        "thread_ts": message.thread_ts,
        "blocks": list(message.blocks),
        "attachments": list(message.attachments),
        "files": list(message.files),
        "metadata": message.metadata if metadata else {},
        "edited": {"user": message.user, "ts": message.edited} if message.edited else {},
        "reactions": [
            {"name": one.name, "users": list(one.users), "count": len(one.users)}
            for one in message.reactions
        ],
    }
    known = {"type": "message", "user": message.user, "ts": message.ts, "text": message.text}
    return {key: value for key, value in {**known, **optional}.items() if value or key == "text"}


def thread_facts(parent: Message, replies: Sequence[Message]) -> Json:
    """Give what a parent tells of its thread; {} without replies."""
    if not replies:
        return {}
    users = list(dict.fromkeys(reply.user for reply in replies))
    return {
        "thread_ts": parent.ts,
        "reply_count": len(replies),
        "reply_users": users,
        "reply_users_count": len(users),
        "latest_reply": replies[-1].ts,
    }
