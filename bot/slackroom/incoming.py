"""HTTP requests to the stand-in: Web API calls, response_urls and file uploads."""

import json
import socket
import time
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

SCOPES = (
    "app_mentions:read,channels:history,channels:join,channels:read,chat:write,commands,"
    "files:write,groups:history,groups:read,im:history,im:read,im:write,reactions:read,"
    "reactions:write,users:read"
)


class _Handler(BaseHTTPRequestHandler):
    """One request; the first part of the path says what kind."""

    state: ClassVar[State]
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
        with self.state.lock:
            fault = next_fault(self.state.script, method)
        if fault.slow:
            time.sleep(fault.slow)
        bearer = self.headers.get("Authorization", "").removeprefix("Bearer ")
        token = str(arguments.pop("token", "") or bearer)
        reply = answer(self.state, method, arguments, token, fault)
        if reply.status:
            self._send(reply)
        else:
            self._drop()

    def _respond(self, token: str) -> None:
        try:
            respond(self.state, token, self._body())
        except ApiError as error:
            body = {"ok": False, "error": error.code, **error.more}
            self._send(Reply(HTTPStatus.NOT_FOUND, body))
        else:
            self._send_bytes(HTTPStatus.OK, b"ok", "text/plain")

    def _upload(self, file_id: str) -> None:
        content = self._raw()
        if receive(self.state, file_id, content):
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

    def _send(self, reply: Reply) -> None:
        body = json.dumps(reply.body).encode() if reply.body else b"upstream failure"
        kind = "application/json; charset=utf-8" if reply.body else "text/html"
        self._send_bytes(reply.status, body, kind, reply.retry_after)

    def _send_bytes(self, status: int, body: bytes, kind: str, retry_after: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-OAuth-Scopes", SCOPES)
        if retry_after:
            self.send_header("Retry-After", retry_after)
        self.end_headers()
        self.wfile.write(body)

    def _drop(self) -> None:
        """Close the connection without a word."""
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)


def handler_for(state: State) -> type[BaseHTTPRequestHandler]:
    """Give a handler class that serves this room."""
    return type("RoomHandler", (_Handler,), {"state": state})
