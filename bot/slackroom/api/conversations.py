"""conversations.*: channels, their members and what was said in them."""

from collections.abc import Callable, Sequence

from bot.slackroom import posts
from bot.slackroom.api.asked import ApiError, Asked, Method, known_channel, own_channel, page
from bot.slackroom.places import direct_messages, join, leave
from bot.slackroom.seen import ChannelSeen, Json, Message
from bot.slackroom.state import State

TYPE_NAMES = {"channel": "public_channel", "group": "private_channel", "im": "im"}
HISTORY_MOST = 999


def _info(state: State, asked: Asked) -> Json:
    found = described(state, known_channel(state, asked))
    if asked.flag("include_num_members"):
        found["num_members"] = len(state.tables.channels[found["id"]].members)
    return {"channel": found}


def _list(state: State, asked: Asked) -> Json:
    return listed(
        state,
        asked,
        lambda channel: channel.kind == "channel" or state.bot.id in channel.members,
    )


def listed(state: State, asked: Asked, wanted: Callable[[ChannelSeen], bool]) -> Json:
    """List a page of the wanted channels of the wanted `types`."""
    types = (asked.text("types") or "public_channel").replace(" ", "").split(",")
    fitting = [
        channel
        for channel in state.tables.channels.values()
        if wanted(channel) and TYPE_NAMES[channel.kind] in types
        if not (channel.archived and asked.flag("exclude_archived"))
    ]
    some, metadata = page(fitting, asked, asked.number("limit", 100))
    return {
        "channels": [described(state, channel) for channel in some],
        "response_metadata": metadata,
    }


def described(state: State, channel: ChannelSeen) -> Json:
    """Give a channel object."""
    if channel.kind == "im":
        user = next(one for one in channel.members if one != state.bot.id)
        return {"id": channel.id, "is_im": True, "user": user, "is_archived": False}
    return {
        "id": channel.id,
        "name": channel.name,
        "is_channel": True,
        "is_group": False,
        "is_im": False,
        "is_private": channel.kind == "group",
        "is_archived": channel.archived,
        "is_member": state.bot.id in channel.members,
        "is_general": False,
        "is_shared": channel.shared,
        "is_ext_shared": channel.shared,
        "is_org_shared": False,
        "context_team_id": state.team_id,
        **({"connected_team_ids": ["T0OUTSIDE"]} if channel.shared else {}),
        "topic": {"value": channel.topic, "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
    }


def _members(state: State, asked: Asked) -> Json:
    channel = known_channel(state, asked)
    some, metadata = page(channel.members, asked, asked.number("limit", 100))
    return {"members": list(some), "response_metadata": metadata}


def _history(state: State, asked: Asked) -> Json:
    channel = own_channel(state, asked)
    stored = state.tables.messages[channel.id].values()
    shown = [
        one
        for one in stored
        if posts.standing(state, one) and (not one.is_reply or one.subtype == "thread_broadcast")
    ]
    return _told(state, asked, [one for one in reversed(shown) if _between(one, asked)])


def _replies(state: State, asked: Asked) -> Json:
    channel = own_channel(state, asked)
    stored = state.tables.messages[channel.id]
    first = stored.get(asked.text("ts"))
    if first is None or not posts.standing(state, first):
        raise ApiError("thread_not_found")
    parent = stored[first.thread_ts] if first.is_reply else first
    replies = [one for one in posts.replies(state, parent) if _between(one, asked)]
    return _told(state, asked, [parent, *replies])


def _told(state: State, asked: Asked, messages: Sequence[Message]) -> Json:
    limit = min(asked.number("limit", 100), HISTORY_MOST)
    some, metadata = page(messages, asked, limit)
    with_metadata = asked.flag("include_all_metadata")
    return {
        "messages": [posts.in_history(state, one, metadata=with_metadata) for one in some],
        "has_more": bool(metadata["next_cursor"]),
        "response_metadata": metadata,
    }


def _between(message: Message, asked: Asked) -> bool:
    """Tell whether a message lies between `oldest` and `latest`; the ends count if inclusive."""
    oldest, latest = asked.text("oldest") or "0", asked.text("latest") or "inf"
    at = float(message.ts)
    if asked.flag("inclusive") and message.ts in (oldest, latest):
        return True
    return float(oldest) < at < float(latest)


def _open(state: State, asked: Asked) -> Json:
    users = asked.text("users").split(",")
    person = state.tables.people.get(users[0])
    if len(users) != 1 or person is None:
        raise ApiError("user_not_found" if len(users) == 1 else "method_not_supported")
    if person.bot_id:
        raise ApiError("cannot_dm_bot")
    return {"channel": {"id": direct_messages(state, person.id).id}}


def _join(state: State, asked: Asked) -> Json:
    channel = known_channel(state, asked)
    if channel.archived:
        raise ApiError("is_archived")
    if channel.kind != "channel":
        raise ApiError("method_not_supported_for_channel_type")
    return {"channel": described(state, join(state, channel, state.bot.id))}


def _leave(state: State, asked: Asked) -> Json:
    leave(state, known_channel(state, asked), state.bot.id)
    return {}


CONVERSATIONS: dict[str, Method] = {
    "conversations.info": _info,
    "conversations.list": _list,
    "conversations.members": _members,
    "conversations.history": _history,
    "conversations.replies": _replies,
    "conversations.open": _open,
    "conversations.join": _join,
    "conversations.leave": _leave,
}
