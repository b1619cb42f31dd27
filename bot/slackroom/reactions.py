"""Emoji under messages: who set which, and the events about it."""

from dataclasses import replace

from bot.slackroom import events
from bot.slackroom.seen import Change, Message, Reaction
from bot.slackroom.state import State


def users_of(message: Message, name: str) -> tuple[str, ...]:
    """Return who set this emoji."""
    return next((one.users for one in message.reactions if one.name == name), ())


def add_reaction(state: State, message: Message, user: str, name: str) -> None:
    """Set an emoji; setting it twice changes nothing."""
    if user in users_of(message, name):
        return
    if users_of(message, name):
        kept = tuple(
            Reaction(name, (*one.users, user)) if one.name == name else one
            for one in message.reactions
        )
    else:
        kept = (*message.reactions, Reaction(name, (user,)))
    _set(state, replace(message, reactions=kept), user, ("reaction_added", name))


def remove_reaction(state: State, message: Message, user: str, name: str) -> None:
    """Take an emoji of this user away."""
    without = (
        replace(one, users=tuple(each for each in one.users if each != user))
        if one.name == name
        else one
        for one in message.reactions
    )
    kept = tuple(one for one in without if one.users)
    _set(state, replace(message, reactions=kept), user, ("reaction_removed", name))


def _set(state: State, message: Message, user: str, what: tuple[str, str]) -> None:
    with state.lock:
        state.tables.messages[message.channel][message.ts] = message
        event = {
            "type": what[0],
            "reaction": what[1],
            "user": user,
            "item_user": message.user,
            "item": {"type": "message", "channel": message.channel, "ts": message.ts},
            "event_ts": state.new_ts(),
        }
        events.send(state, event, state.tables.channels[message.channel])
        state.tell(Change("message", message.channel, user, message.ts))
