"""One Web API call: its fault if one is scripted, its token, its method, its answer."""

import json
from dataclasses import dataclass
from http import HTTPStatus

from bot.slackroom.api import METHODS
from bot.slackroom.api.asked import ApiError, Asked
from bot.slackroom.faults import Fault
from bot.slackroom.seen import Call, Change, Json
from bot.slackroom.state import State

OPEN_METHODS = ("api.test", "oauth.v2.access")  # answer without a token


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer; `status` 0 closes the connection, an empty body is no JSON at all."""

    status: int
    body: Json
    retry_after: str = ""


def answer(state: State, method: str, arguments: Json, token: str, fault: Fault) -> Reply:
    """Answer a call, write it into the transcript and tell everybody who waits for it.

    No secret is in the transcript.
    """
    with state.lock:
        asked = Asked(arguments)
        reply = (
            _faulty(fault) if fault.refuses or fault.drop else _real(state, method, asked, token)
        )
        if fault.accept_then_drop:
            reply = Reply(0, reply.body)
        shown = {name: told for name, told in reply.body.items() if name != "access_token"}
        state.calls.append(Call(method, _decoded(arguments), shown, reply.status))
        state.tell(Change("call"))
    return reply


def _faulty(fault: Fault) -> Reply:
    """Answer as scripted; from 500 on there is no JSON."""
    if fault.drop:
        return Reply(0, {})
    limited = bool(fault.retry_after) or fault.status == HTTPStatus.TOO_MANY_REQUESTS
    usual = HTTPStatus.TOO_MANY_REQUESTS if limited else HTTPStatus.OK
    error = fault.error or ("ratelimited" if limited else "fatal_error")
    status = fault.status or usual
    body = {} if status >= HTTPStatus.INTERNAL_SERVER_ERROR else {"ok": False, "error": error}
    return Reply(status, body, fault.retry_after)


def _real(state: State, method: str, asked: Asked, token: str) -> Reply:
    """Carry the call out."""
    try:
        if method not in METHODS:
            raise ApiError("unknown_method")  # noqa: TRY301 - refused the same way as all others
        _check_token(state, method, token)
        return Reply(HTTPStatus.OK, {"ok": True, **METHODS[method](state, asked)})
    except ApiError as error:
        limited = error.code == "ratelimited"
        status = HTTPStatus.TOO_MANY_REQUESTS if limited else HTTPStatus.OK
        return Reply(status, {"ok": False, "error": error.code, **error.more}, error.retry_after)


def _check_token(state: State, method: str, token: str) -> None:
    if method in OPEN_METHODS:
        return
    if not token:
        raise ApiError("not_authed")
    if token == state.bot_token and not state.installed:
        raise ApiError("account_inactive")
    if token in state.revoked:
        raise ApiError("token_revoked")
    if token != state.bot_token:
        raise ApiError("invalid_auth")


def _decoded(arguments: Json) -> Json:
    """Show JSON that a form sent as a string as what it is."""
    open_ones = {name: value for name, value in arguments.items() if name != "client_secret"}
    return {name: _parsed(name, value) for name, value in open_ones.items()}


def _parsed(name: str, value: object) -> object:
    if name not in ("blocks", "attachments", "view", "metadata", "files"):
        return value
    try:
        return json.loads(value) if isinstance(value, str) else value
    except ValueError:
        return value
