"""What a Web API call asks: its arguments, the channel it is about, and how it is refused."""

import base64
import binascii
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from bot.slackroom.places import direct_messages
from bot.slackroom.seen import ChannelSeen, Json, Message
from bot.slackroom.state import State

Item = TypeVar("Item")


class ApiError(Exception):
    """A refusal: Slack's error code, further keys of the answer, and the HTTP status."""

    def __init__(self, code: str, **more: Any) -> None:  # noqa: ANN401 - any JSON
        super().__init__(code)
        self.code, self.more, self.retry_after = code, more, ""


def refused_blocks(code: str, faults: Sequence[str]) -> ApiError:
    """Refuse blocks with everything that is wrong with them, where Slack says it."""
    messages = [f"[ERROR] {one}" for one in faults]
    return ApiError(code, errors=list(faults), response_metadata={"messages": messages})


class Asked:
    """The arguments of one call; forms send everything as strings, JSON bodies do not."""

    def __init__(self, arguments: Mapping[str, Any]) -> None:
        self.arguments = dict(arguments)

    def has(self, name: str) -> bool:
        """Tell whether the argument was sent and is not empty."""
        return self.arguments.get(name) not in (None, "", [], {})

    def text(self, name: str) -> str:
        """Return an argument as a string, "" if it was not sent."""
        value = self.arguments.get(name)
        return "" if value is None else str(value)

    def flag(self, name: str) -> bool:
        """Return a boolean: true, "true" and "1" are true."""
        return self.text(name).lower() in ("true", "1")

    def number(self, name: str, usual: int) -> int:
        """Return a whole number, `usual` if it was not sent; invalid_arguments otherwise."""
        try:
            return int(self.text(name) or usual)
        except ValueError as error:
            raise ApiError("invalid_arguments") from error

    def json(self, name: str, usual: Any = None) -> Any:  # noqa: ANN401 - any JSON
        """Return an argument that is JSON, also where a form sent it as a string."""
        value = self.arguments.get(name)
        if not isinstance(value, str):
            return usual if value is None else value
        try:
            return json.loads(value)
        except ValueError as error:
            raise ApiError(
                "invalid_json" if name != "blocks" else "invalid_blocks_format"
            ) from error


Method = Callable[[State, Asked], Json]


def known_channel(state: State, asked: Asked) -> ChannelSeen:
    """Find the channel that the bot may know of; a user id means direct messages.

    A private channel without the bot is channel_not_found, as if it were not there.
    """
    name = asked.text("channel")
    people = state.tables.people
    if name in people and not people[name].bot_id:
        return direct_messages(state, name)
    try:
        channel = state.channel(name)
    except KeyError as error:
        raise ApiError("channel_not_found") from error
    if channel.kind != "channel" and state.bot.id not in channel.members:
        raise ApiError("channel_not_found")
    return channel


def own_channel(state: State, asked: Asked) -> ChannelSeen:
    """Find a channel that the bot is a member of: not_in_channel otherwise."""
    channel = known_channel(state, asked)
    if state.bot.id not in channel.members:
        raise ApiError("not_in_channel")
    return channel


def open_channel(state: State, asked: Asked) -> ChannelSeen:
    """Find a channel that the bot may write into: a member's, and not archived."""
    channel = known_channel(state, asked)
    if channel.archived:
        raise ApiError("is_archived")
    return own_channel(state, asked)


def message_at(state: State, channel: ChannelSeen, ts: str) -> Message:
    """Find a message that stands: message_not_found otherwise."""
    message = state.tables.messages[channel.id].get(ts)
    if message is None or message.deleted:
        raise ApiError("message_not_found")
    return message


def page(items: Sequence[Item], asked: Asked, limit: int) -> tuple[Sequence[Item], Json]:
    """Cut one page out and name the next: Slack's cursors are base64, "" at the end."""
    start = _start(asked.text("cursor"))
    following = start + max(1, min(limit, 1000))
    cursor = base64.b64encode(b"next:%d" % following).decode() if following < len(items) else ""
    return items[start:following], {"next_cursor": cursor}


def _start(cursor: str) -> int:
    if not cursor:
        return 0
    try:
        return int(base64.b64decode(cursor, validate=True).decode().removeprefix("next:"))
    except (binascii.Error, ValueError) as error:
        raise ApiError("invalid_cursor") from error
