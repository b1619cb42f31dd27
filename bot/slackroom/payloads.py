"""What Slack sends for commands, clicks, shortcuts and views."""

from bot.slackroom.hooks import new_hook, new_trigger
from bot.slackroom.posts import in_history
from bot.slackroom.seen import ChannelSeen, Json, Message, PersonSeen, View
from bot.slackroom.state import State

CHANNEL_NAMES = {"group": "privategroup", "im": "directmessage"}  # a private name is not sent
DOMAIN = "newsroom"


def command(
    state: State, person: PersonSeen, channel: ChannelSeen, typed: tuple[str, str]
) -> dict[str, str]:
    """Give the form of a slash command; `typed` is the command and its text."""
    return {
        "token": "deprecated",
        "team_id": state.team_id,
        "team_domain": DOMAIN,
        "channel_id": channel.id,
        "channel_name": CHANNEL_NAMES.get(channel.kind, channel.name),
        "user_id": person.id,
        "user_name": person.name,
        "command": typed[0],
        "text": typed[1],
        "api_app_id": state.app_id,
        "is_enterprise_install": "false",
        "response_url": new_hook(state, person.id, channel.id),
        "trigger_id": new_trigger(state, person.id),
    }


def message_click(state: State, person: PersonSeen, message: Message, action: Json) -> Json:
    """Give the block_actions of a message; an ephemeral one is named but not sent along."""
    container = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": message.channel,
        "is_ephemeral": bool(message.reader),
        **({"thread_ts": message.thread_ts} if message.thread_ts else {}),
    }
    return {
        **_head(state, person, "block_actions"),
        "container": container,
        "channel": _channel(state, message.channel),
        **({} if message.reader else {"message": in_history(state, message)}),
        "state": {"values": {}},
        "response_url": new_hook(state, person.id, message.channel, message),
        "actions": [{**action, "action_ts": state.new_ts()}],
    }


def view_click(state: State, person: PersonSeen, view: View, action: Json) -> Json:
    """Give the block_actions of a modal or Home tab; there is no response_url."""
    return {
        **_head(state, person, "block_actions"),
        "container": {"type": "view", "view_id": view.id},
        "view": view.payload,
        "actions": [{**action, "action_ts": state.new_ts()}],
    }


def message_shortcut(state: State, person: PersonSeen, message: Message, callback_id: str) -> Json:
    """Give the message_action of a message shortcut."""
    return {
        **_head(state, person, "message_action"),
        "callback_id": callback_id,
        "message_ts": message.ts,
        "message": in_history(state, message),
        "channel": _channel(state, message.channel),
        "response_url": new_hook(state, person.id, message.channel),
        "action_ts": state.new_ts(),
    }


def global_shortcut(state: State, person: PersonSeen, callback_id: str) -> Json:
    """Give the shortcut of a global shortcut."""
    head = _head(state, person, "shortcut")
    return {**head, "callback_id": callback_id, "action_ts": state.new_ts()}


def submission(state: State, person: PersonSeen, view: View) -> Json:
    """Give the view_submission of a modal with all that was filled in."""
    head = _head(state, person, "view_submission")
    return {**head, "view": view.payload, "response_urls": []}


def closing(state: State, person: PersonSeen, view: View) -> Json:
    """Give the view_closed of a modal that asked to be told."""
    return {**_head(state, person, "view_closed"), "view": view.payload, "is_cleared": False}


def _head(state: State, person: PersonSeen, kind: str) -> Json:
    return {
        "type": kind,
        "team": {"id": state.team_id, "domain": DOMAIN},
        "user": {
            "id": person.id,
            "username": person.name,
            "name": person.name,
            "team_id": state.team_of(person),
        },
        "api_app_id": state.app_id,
        "token": "deprecated",
        "trigger_id": new_trigger(state, person.id),
        "enterprise": None,
        "is_enterprise_install": False,
    }


def _channel(state: State, channel_id: str) -> Json:
    channel = state.tables.channels[channel_id]
    return {"id": channel.id, "name": CHANNEL_NAMES.get(channel.kind, channel.name)}
