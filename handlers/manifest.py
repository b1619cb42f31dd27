"""What Slack has to be told of the app: its command, its events and the least scopes for both."""

from typing import Any
from urllib.parse import urljoin

from bot.newsroom.install import REDIRECT_PATH
from bot.newsroom.verbs import COMMAND, HANDLE, usage_hint
from handlers.adding import TRACK
from handlers.forgetting import LEAVING
from handlers.home import OPENED
from handlers.places import CHANGES, MEMBERSHIPS, RANKS

NAME = "On the Record"
DESCRIPTION = "Who claims what, word for word, and what differs from earlier articles"

# Each event with the scope that it needs: messages where the bot was invited, its own name, and
# whatever changes who may see what: how open a channel is, who is in it, who is a guest.
EVENTS = {
    OPENED: "",  # Slack asks for no scope: a person opens the bot's own tab
    "app_mention": "app_mentions:read",
    **{change: "channels:read" for change in CHANGES if change.startswith("channel")},
    **{change: "groups:read" for change in CHANGES if change.startswith("group")},
    "channel_id_changed": "channels:read",
    "channel_deleted": "channels:read",
    "group_deleted": "groups:read",
    **dict.fromkeys(LEAVING),  # these need no scope
    **dict.fromkeys(MEMBERSHIPS, "channels:read"),
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    **dict.fromkeys(RANKS, "users:read"),
}
# conversations.info by kind of channel, conversations.open for what is told directly, chat.*,
# the command, the one reaction, the picture, and what a person who marked a claim is called.
SCOPES = (
    "channels:read",
    "groups:read",
    "im:read",
    "im:write",
    "chat:write",
    "commands",
    "reactions:write",
    "files:write",
    "users:read",
)


def manifest(url: str = "") -> dict[str, Any]:
    """Return the app's manifest: for Socket Mode, or for signed HTTP at the URL.

    The latter has the redirect URL of an installation, on the same host.
    """
    request = {"request_url": url} if url else {}
    redirect = {"redirect_urls": [urljoin(url, REDIRECT_PATH.rpartition("/")[2])]} if url else {}
    return {
        "_metadata": {"major_version": 1, "minor_version": 1},
        "display_information": {
            "name": NAME,
            "description": DESCRIPTION,
            "background_color": "#1f3a5f",
        },
        "features": _features(url),
        "oauth_config": {
            **redirect,
            "scopes": {"bot": sorted({*filter(None, EVENTS.values()), *SCOPES})},
        },
        "settings": {
            "event_subscriptions": {**request, "bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True, **request},
            "org_deploy_enabled": False,
            "socket_mode_enabled": not url,
            "token_rotation_enabled": False,
        },
    }


def _features(url: str) -> dict[str, Any]:
    command = {
        "command": COMMAND,
        "description": "Read an article, record a claim, see what differs",
        "usage_hint": usage_hint(),
        "should_escape": True,
    }
    return {
        "app_home": {
            "home_tab_enabled": True,
            "messages_tab_enabled": True,
            "messages_tab_read_only_enabled": False,
        },
        "bot_user": {"display_name": HANDLE, "always_online": True},
        "shortcuts": [
            {
                "name": "Track claim",
                "type": "message",
                "callback_id": TRACK,
                "description": "Record what this message says, or read the article it links to",
            }
        ],
        "slash_commands": [{**command, "url": url} if url else command],
    }
