"""chat.*: posting, changing and deleting what the bot says."""

from dataclasses import replace
from typing import Any

from bot.slackroom import posts
from bot.slackroom.api.asked import (
    ApiError,
    Asked,
    Method,
    known_channel,
    message_at,
    open_channel,
    refused_blocks,
)
from bot.slackroom.fields import with_ids
from bot.slackroom.judge import message_faults, too_long, too_many_tables
from bot.slackroom.rates import wait_before_post
from bot.slackroom.seen import Change, ChannelSeen, Json, Message
from bot.slackroom.state import State

POST_MOST = 40_000  # characters; longer text is cut off with the warning message_truncated
UPDATE_MOST = 4_000  # characters; longer text is msg_too_long


def _post(state: State, asked: Asked) -> Json:
    channel = open_channel(state, asked)
    message = _composed(state, asked, channel)
    wait = wait_before_post(state, channel.id)
    if wait:
        error = ApiError("ratelimited")
        error.retry_after = str(wait)
        raise error
    _check_thread(state, channel, message.thread_ts)
    if message.thread_ts and asked.flag("reply_broadcast"):
        message = replace(message, subtype="thread_broadcast")
    posts.place(state, message)
    return _posted(state, message) | _cut_warning(asked)


def _post_ephemeral(state: State, asked: Asked) -> Json:
    channel = open_channel(state, asked)
    reader = asked.text("user")
    if reader not in channel.members:
        raise ApiError("user_not_in_channel")
    message = replace(_composed(state, asked, channel), reader=reader)
    state.tables.ephemerals.append(message)
    state.tell(Change("ephemeral", channel.id, reader, message.ts))
    return {"message_ts": message.ts}


def _update(state: State, asked: Asked) -> Json:
    old = _own_message(state, asked, "cant_update_message")
    if len(asked.text("text")) > UPDATE_MOST:
        raise ApiError("msg_too_long")
    words = words_of(state, asked)
    # Only what was sent changes: text alone leaves the old blocks standing, [] takes them away.
    sent = {name: words[name] for name in words if asked.arguments.get(name) is not None}
    new = replace(old, **sent, edited=state.new_ts())
    posts.change(state, new)
    return {**_posted(state, new), "text": new.text}


def _delete(state: State, asked: Asked) -> Json:
    message = _own_message(state, asked, "cant_delete_message")
    posts.remove(state, message)
    return {"channel": message.channel, "ts": message.ts}


def _permalink(state: State, asked: Asked) -> Json:
    channel = known_channel(state, asked)
    ts = asked.text("message_ts")
    message = message_at(state, channel, ts)
    link = f"https://newsroom.slack.com/archives/{channel.id}/p{ts.replace('.', '')}"
    if message.is_reply:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


def _own_message(state: State, asked: Asked, refusal: str) -> Message:
    message = message_at(state, open_channel(state, asked), asked.text("ts"))
    if message.bot_id != state.bot.bot_id:
        raise ApiError(refusal)
    return message


def _check_thread(state: State, channel: ChannelSeen, thread_ts: str) -> None:
    """Refuse a thread under nothing, under a deleted message without replies, or under a reply."""
    if not thread_ts:
        return
    parent = state.tables.messages[channel.id].get(thread_ts)
    if parent is None or parent.is_reply or not posts.standing(state, parent):
        raise ApiError("thread_not_found")


def _composed(state: State, asked: Asked, channel: ChannelSeen) -> Message:
    """Build the bot's message from the call's arguments, or refuse them."""
    return Message(
        channel=channel.id,
        ts=state.new_ts(),
        user=state.bot.id,
        bot_id=state.bot.bot_id,
        thread_ts=asked.text("thread_ts"),
        unfurl_links=asked.text("unfurl_links").lower(),
        unfurl_media=asked.text("unfurl_media").lower(),
        **words_of(state, asked),
    )


def words_of(state: State, asked: Asked) -> dict[str, Any]:
    """Give text, blocks, attachments and metadata, checked as Slack checks them."""
    blocks = _blocks(asked)
    attachments = tuple(asked.json("attachments", ()))
    if not (asked.has("text") or blocks or attachments):
        raise ApiError("no_text")
    return {
        "text": asked.text("text")[:POST_MOST],
        "blocks": tuple(with_ids(state, blocks)),
        "attachments": attachments,
        "metadata": _metadata(asked),
    }


def _blocks(asked: Asked) -> tuple[Json, ...]:
    given = asked.json("blocks", [])
    if faults := message_faults(given):
        raise refused_blocks("invalid_blocks", faults)
    if too_many_tables(given):
        raise refused_blocks("invalid_attachments", ["only_one_table_allowed"])
    if too_long(given):
        raise ApiError("msg_blocks_too_long")
    return tuple(given)


def _metadata(asked: Asked) -> Json:
    found = asked.json("metadata", {})
    fits = isinstance(found, dict) and found.keys() <= {"event_type", "event_payload"}
    if not fits or (found and not isinstance(found.get("event_payload"), dict)):
        raise ApiError("invalid_metadata_format")
    return dict(found)


def _cut_warning(asked: Asked) -> Json:
    if len(asked.text("text")) <= POST_MOST:
        return {}
    warnings = ["message_truncated"]
    return {"warning": warnings[0], "response_metadata": {"warnings": warnings}}


def _posted(state: State, message: Message) -> Json:
    shown = posts.in_history(state, message, metadata=True)
    return {"channel": message.channel, "ts": message.ts, "message": shown}


CHAT: dict[str, Method] = {
    "chat.postMessage": _post,
    "chat.postEphemeral": _post_ephemeral,
    "chat.update": _update,
    "chat.delete": _delete,
    "chat.getPermalink": _permalink,
}
