"""Messages coming to stand, changing and going, and the events that tell the app."""

from dataclasses import replace

from bot.slackroom.envelopes import (
    TOMBSTONE_TEXT,
    changed,
    gone,
    message_event,
    thread_facts,
    wire_message,
)
from bot.slackroom.events import send
from bot.slackroom.seen import Change, ChannelSeen, Json, Message
from bot.slackroom.state import State


def place(state: State, message: Message) -> Message:
    """Put a new message into its channel or thread and tell everybody."""
    with state.lock:
        stored = state.tables.messages[message.channel]
        parent = stored.get(message.thread_ts)
        if parent and not parent.thread_ts:
            stored[parent.ts] = replace(parent, thread_ts=parent.ts)
        stored[message.ts] = message
        channel = state.tables.channels[message.channel]
        send(state, message_event(channel, _as_sent(state, message)), channel)
        _tell(state, message)
    return message


def change(state: State, new: Message) -> None:
    """Let a message stand as `new` from now on: message_changed with both sides."""
    with state.lock:
        stored = state.tables.messages[new.channel]
        old = stored[new.ts]
        stored[new.ts] = new
        event = changed(_as_sent(state, new), _as_sent(state, old), state.new_ts())
        channel = state.tables.channels[new.channel]
        send(state, message_event(channel, event), channel)
        _tell(state, new)


def remove(state: State, message: Message) -> None:
    """Take a message away.

    Of a parent with replies a tombstone stays, and the app hears message_changed with subtype
    tombstone instead of message_deleted; with its last reply the tombstone goes too.
    """
    with state.lock:
        if replies(state, message):
            tomb = _tomb(message) | thread_facts(message, replies(state, message))
            event = changed(tomb, _as_sent(state, message), state.new_ts())
        else:
            event = gone(_as_sent(state, message), state.new_ts())
        state.tables.messages[message.channel][message.ts] = _blank(message)
        channel = state.tables.channels[message.channel]
        send(state, message_event(channel, event), channel)
        _drop_empty_tomb(state, message, channel)
        _tell(state, message)


def _blank(message: Message) -> Message:
    """Keep of a deleted message only that it was there."""
    return replace(
        message,
        deleted=True,
        text=TOMBSTONE_TEXT,
        blocks=(),
        attachments=(),
        files=(),
        reactions=(),
        metadata={},
    )


def _tomb(message: Message) -> Json:
    return {
        "type": "message",
        "subtype": "tombstone",
        "user": "USLACKBOT",
        "text": TOMBSTONE_TEXT,
        "hidden": True,
        "ts": message.ts,
        "thread_ts": message.ts,
    }


def _drop_empty_tomb(state: State, message: Message, channel: ChannelSeen) -> None:
    """Send the deletion of a tombstone whose last reply has just gone."""
    parent = state.tables.messages[message.channel].get(message.thread_ts)
    if message.is_reply and parent and parent.deleted and not replies(state, parent):
        event = gone(_tomb(parent) | {"reply_count": 0}, state.new_ts())
        send(state, message_event(channel, event), channel)


def replies(state: State, parent: Message) -> tuple[Message, ...]:
    """Return what still stands under a parent, oldest first."""
    stored = state.tables.messages[parent.channel]
    return tuple(
        one
        for one in stored.values()
        if one.is_reply and one.thread_ts == parent.ts and not one.deleted
    )


def standing(state: State, message: Message) -> bool:
    """Tell whether a message still shows: not deleted, or a tombstone over its replies."""
    return not message.deleted or bool(replies(state, message))


def in_history(state: State, message: Message, *, metadata: bool = False) -> Json:
    """Give a message as conversations.history and .replies do."""
    facts = thread_facts(message, replies(state, message))
    if message.deleted:
        return _tomb(message) | facts
    found = _as_sent(state, message, metadata=metadata)
    return found | facts if not message.is_reply else found


def _as_sent(state: State, message: Message, *, metadata: bool = False) -> Json:
    """Give a message with its team, its app and its thread's starter."""
    found = wire_message(message, metadata=metadata)
    person = state.tables.people.get(message.user)
    if person:
        found["team"] = state.team_of(person)
    if message.bot_id == state.bot.bot_id:
        found["app_id"] = state.app_id
    bot = next((one for one in state.tables.people.values() if one.bot_id == message.bot_id), None)
    if message.bot_id and bot:
        found["bot_profile"] = {"id": message.bot_id, "name": bot.name, "deleted": False}
    parent = state.tables.messages[message.channel].get(message.thread_ts)
    if message.is_reply and parent:
        found["parent_user_id"] = "USLACKBOT" if parent.deleted else parent.user
    if message.subtype == "thread_broadcast" and parent:
        found["root"] = wire_message(parent)
    return found


def _tell(state: State, message: Message) -> None:
    state.tell(Change("message", message.channel, message.user, message.ts))
