"""HTTP requests to the stand-in: Web API calls, response_urls and file uploads."""

import base64
import json
import socket
import time
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import Any, ClassVar
from urllib.parse import parse_qsl, urlsplit

from bot.slackroom.api.asked import ApiError
from bot.slackroom.api.files import receive
from bot.slackroom.calls import Reply, answer
from bot.slackroom.faults import next_fault
from bot.slackroom.respond import respond
from bot.slackroom.seen import Json
from bot.slackroom.state import State

NO_HEADERS: Mapping[str, str] = {}


class _Handler(BaseHTTPRequestHandler):
    """One request; the first part of the path says what kind."""

    states: ClassVar[tuple[State, ...]]
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._call()

    def do_POST(self) -> None:
        kind, _, name = urlsplit(self.path).path.lstrip("/").partition("/")
        match kind:
            case "api":
                self._call()
            case "respond":
                self._respond(name)
            case "upload":
                self._upload(name)
            case _:
                self._send(Reply(HTTPStatus.NOT_FOUND, {"ok": False, "error": "not_found"}))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 - http.server's own
        """Say nothing: the transcript is in the room."""

    def _call(self) -> None:
        url = urlsplit(self.path)
        method = url.path.removeprefix("/api/").strip("/")
        arguments = {**dict(parse_qsl(url.query)), **self._body()}
        kind, _, credentials = self.headers.get("Authorization", "").partition(" ")
        if kind == "Basic":
            arguments |= _client(credentials)
        token = str(arguments.pop("token", "") or (credentials if kind == "Bearer" else ""))
        state = self._meant(token, arguments)
        with state.lock:
            fault = next_fault(state.script, method)
        if fault.slow:
            time.sleep(fault.slow)
        reply = answer(state, method, arguments, token, fault)
        if reply.status:
            self._send(reply, state.scopes)
        else:
            self._drop()

    def _meant(self, token: str, arguments: Json) -> State:
        """Find the workspace that a token, or a code that is to become one, is of."""
        code = self.states[0].app.codes.get(str(arguments.get("code")))
        for state in self.states:
            whose = {state.bot_token, *state.revoked}
            if (token and token in whose) or (code and code.team == state.team_id):
                return state
        return self.states[0]

    def _named(self, place: str) -> tuple[State, str]:
        """Find the workspace that an address names, and what comes after it."""
        team, _, rest = place.partition("/")
        found = (state for state in self.states if state.team_id == team)
        return next(found, self.states[0]), rest

    def _respond(self, place: str) -> None:
        state, token = self._named(place)
        try:
            respond(state, token, self._body())
        except ApiError as error:
            body = {"ok": False, "error": error.code, **error.more}
            self._send(Reply(HTTPStatus.NOT_FOUND, body))
        else:
            self._send_bytes(HTTPStatus.OK, b"ok", "text/plain")

    def _upload(self, place: str) -> None:
        state, file_id = self._named(place)
        content = self._raw()
        if receive(state, file_id, content):
            self._send_bytes(HTTPStatus.OK, b"OK - %d" % len(content), "text/plain")
        else:
            self._send(Reply(HTTPStatus.NOT_FOUND, {"ok": False, "error": "not_found"}))

    def _raw(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def _body(self) -> Json:
        """Decode a JSON or form body; {} for anything else."""
        raw = self._raw().decode("utf-8", "replace")
        if "json" not in (self.headers.get("Content-Type") or ""):
            return dict(parse_qsl(raw, keep_blank_values=True))
        try:
            found = json.loads(raw or "{}")
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def _send(self, reply: Reply, scopes: str = "") -> None:
        body = json.dumps(reply.body).encode() if reply.body else b"upstream failure"
        kind = "application/json; charset=utf-8" if reply.body else "text/html"
        headers = {"X-OAuth-Scopes": scopes, "Retry-After": reply.retry_after}
        self._send_bytes(reply.status, body, kind, headers)

    def _send_bytes(
        self, status: int, body: bytes, kind: str, headers: Mapping[str, str] = NO_HEADERS
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            if value:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _drop(self) -> None:
        """Close the connection without a word."""
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)


def handler_for(states: Sequence[State]) -> type[BaseHTTPRequestHandler]:
    """Give a handler class that serves these rooms of one app."""
    return type("RoomHandler", (_Handler,), {"states": tuple(states)})


def _client(credentials: str) -> dict[str, str]:
    """Read who the app says it is, as Basic authorization has it; {} where that is nobody."""
    try:
        client_id, _, secret = base64.b64decode(credentials, validate=True).decode().partition(":")
    except ValueError:
        return {}
    return {"client_id": client_id, "client_secret": secret}
