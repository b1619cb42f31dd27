"""reactions.*: the bot's emoji."""

import re

from bot.slackroom.api.asked import ApiError, Asked, Method, message_at, open_channel, own_channel
from bot.slackroom.posts import in_history
from bot.slackroom.reactions import add_reaction, remove_reaction, users_of
from bot.slackroom.seen import Json, Message
from bot.slackroom.state import State

EMOJI_NAME = re.compile(r"[a-z0-9_+'-]+(::skin-tone-[2-6])?")  # eyes, +1, wave::skin-tone-3


def _add(state: State, asked: Asked) -> Json:
    message, name = _target(state, asked)
    if state.bot.id in users_of(message, name):
        raise ApiError("already_reacted")
    add_reaction(state, message, state.bot.id, name)
    return {}


def _remove(state: State, asked: Asked) -> Json:
    message, name = _target(state, asked)
    if state.bot.id not in users_of(message, name):
        raise ApiError("no_reaction")
    remove_reaction(state, message, state.bot.id, name)
    return {}


def _get(state: State, asked: Asked) -> Json:
    channel = own_channel(state, asked)
    message = message_at(state, channel, asked.text("timestamp"))
    return {"type": "message", "channel": channel.id, "message": in_history(state, message)}


def _target(state: State, asked: Asked) -> tuple[Message, str]:
    """Find the message and the emoji's name without colons."""
    if not asked.has("timestamp"):
        raise ApiError("no_item_specified")
    channel = open_channel(state, asked)
    name = asked.text("name").strip(":")
    if not EMOJI_NAME.fullmatch(name):
        raise ApiError("invalid_name")
    return message_at(state, channel, asked.text("timestamp")), name


REACTIONS: dict[str, Method] = {
    "reactions.add": _add,
    "reactions.remove": _remove,
    "reactions.get": _get,
}
