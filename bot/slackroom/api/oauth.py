"""oauth.*: how the app comes by a token once somebody agreed."""

from bot.slackroom.api.asked import ApiError, Asked, Method
from bot.slackroom.registered import CODE_SECONDS, Code
from bot.slackroom.seen import Json
from bot.slackroom.state import State


def _access(state: State, asked: Asked) -> Json:
    code = _checked(state, asked)
    code.used = True
    token = state.install(code.scopes)
    if code.org:
        enterprise = {"id": f"E{state.team_id[1:]}", "name": "Press group"}
        place: Json = {"team": None, "enterprise": enterprise}
    else:
        place = {"team": {"id": state.team_id, "name": state.name}, "enterprise": None}
    return {
        "access_token": token,
        "token_type": "bot",
        "scope": code.scopes,
        "bot_user_id": state.bot.id,
        "app_id": state.app_id,
        "authed_user": {"id": code.user},
        "is_enterprise_install": code.org,
        **place,
    }


def _checked(state: State, asked: Asked) -> Code:
    """Find what the code stands for; refuse as Slack does."""
    if asked.text("client_id") != state.app.client_id:
        raise ApiError("invalid_client_id")
    if asked.text("client_secret") != state.app.client_secret:
        raise ApiError("bad_client_secret")
    code = state.app.codes.get(asked.text("code"))
    if code is None or state.clock() - code.born > CODE_SECONDS:
        raise ApiError("invalid_code")
    if code.used:
        raise ApiError("code_already_used")
    if asked.text("redirect_uri") != code.redirect_uri:
        raise ApiError("bad_redirect_uri")
    return code


OAUTH: dict[str, Method] = {"oauth.v2.access": _access}
