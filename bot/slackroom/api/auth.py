"""auth.* and api.test: who the bot is."""

from bot.slackroom.api.asked import ApiError, Asked, Method
from bot.slackroom.seen import Json
from bot.slackroom.state import State


def _who(state: State, _asked: Asked) -> Json:
    return {
        "url": "https://newsroom.slack.com/",
        "team": state.name,
        "user": state.bot.name,
        "team_id": state.team_id,
        "user_id": state.bot.id,
        "bot_id": state.bot.bot_id,
        "is_enterprise_install": False,
    }


def _revoke(state: State, _asked: Asked) -> Json:
    """Take the token away; as it is the app's only one, the app goes with it."""
    state.uninstall()
    return {"revoked": True}


def _echo(_state: State, asked: Asked) -> Json:
    if asked.has("error"):
        raise ApiError(asked.text("error"))
    return {"args": asked.arguments}


def _no_sockets(_state: State, _asked: Asked) -> Json:
    # Slack's word for a method that this token cannot call; only signed HTTP is spoken here.
    raise ApiError("not_allowed_token_type")


AUTH: dict[str, Method] = {
    "auth.revoke": _revoke,
    "auth.test": _who,
    "api.test": _echo,
    "apps.connections.open": _no_sockets,
}
