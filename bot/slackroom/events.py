"""Which events the app gets: what it subscribed to, from where the bot is, while installed."""

from bot.slackroom.envelopes import subscription
from bot.slackroom.seen import ChannelSeen, Json
from bot.slackroom.state import State


def send(state: State, event: Json, channel: ChannelSeen | None = None) -> None:
    """Hand an event to the courier if the app may see it; hold the state's lock.

    The order in which events are handed over is the order in which things happened.
    """
    if not state.installed or subscription(event) not in state.wanted:
        return
    if channel is None or state.bot.id in channel.members:
        state.courier.event(_envelope(state, event, shared=bool(channel and channel.shared)))


def _envelope(state: State, event: Json, *, shared: bool) -> Json:
    """Wrap an event; `authorizations` carries the workspace that installed the app."""
    installed = {
        "enterprise_id": None,
        "team_id": state.team_id,
        "user_id": state.bot.id,
        "is_bot": True,
        "is_enterprise_install": False,
    }
    return {
        "token": "deprecated",
        "team_id": _source_team(state, event),
        "api_app_id": state.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": state.new_id("Ev"),
        "event_time": int(state.clock()),
        "authorizations": [installed],
        "is_ext_shared_channel": shared,
        "event_context": state.new_id("4-"),
    }


def _source_team(state: State, event: Json) -> str:
    """Name the team the event came from: an outsider's own, which is not the tenant's."""
    person = state.tables.people.get(str(event.get("user", "")))
    return state.team_of(person) if person else state.team_id
