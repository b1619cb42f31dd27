"""users.*: who is in the workspace, and which channels the bot is in."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.slackroom.api.asked import ApiError, Asked, Method, page
from bot.slackroom.api.conversations import listed
from bot.slackroom.seen import Json, PersonSeen
from bot.slackroom.state import State


def _info(state: State, asked: Asked) -> Json:
    person = state.tables.people.get(asked.text("user"))
    if person is None:
        raise ApiError("user_not_found")
    return {"user": _profile(state, person)}


def _list(state: State, asked: Asked) -> Json:
    people = [one for one in state.tables.people.values() if not one.outside]
    some, metadata = page(people, asked, asked.number("limit", 1000))
    return {
        "members": [_profile(state, person) for person in some],
        "response_metadata": metadata,
    }


def _conversations(state: State, asked: Asked) -> Json:
    """List the bot's own channels, or those that it shares with a person."""
    user = asked.text("user") or state.bot.id
    return listed(state, asked, lambda channel: user in channel.members)


def _profile(state: State, person: PersonSeen) -> Json:
    """Give a user object; of a stranger Slack tells neither zone nor rank."""
    common = {
        "id": person.id,
        "team_id": state.team_of(person),
        "name": person.name,
        "real_name": person.name.title(),
        "deleted": False,
        "is_bot": bool(person.bot_id),
        "profile": {"display_name": person.name, "real_name": person.name.title()},
    }
    if person.outside:
        return common | {"is_stranger": True}
    offset = datetime.fromtimestamp(state.clock(), UTC).astimezone(ZoneInfo(person.tz)).utcoffset()
    return common | {
        "tz": person.tz,
        "tz_offset": int(offset.total_seconds()) if offset else 0,
        "is_restricted": person.guest,
        "is_ultra_restricted": person.guest,
        "is_admin": False,
    }


USERS: dict[str, Method] = {
    "users.info": _info,
    "users.list": _list,
    "users.conversations": _conversations,
}
