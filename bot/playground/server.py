"""The playground's web server, on this machine only: the page, the sample articles, the wishes."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from string import Template
from typing import Any, ClassVar
from urllib.parse import parse_qs, quote, urlsplit

from bot.playground.board import Board
from bot.playground.doings import do
from bot.playground.door import Door
from bot.playground.furnished import Office
from bot.playground.seen import FILES, PICTURE, addressed, seen
from bot.slackroom.seen import Refused

HOST = "127.0.0.1"
PAGE = Path(__file__).parent / "page"
KINDS = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
PATIENCE = 20.0  # seconds that a page waits for news before it asks again
LARGEST = 1_000_000  # bytes of a wish
PNG = b"\x89PNG\r\n\x1a\n"
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


@dataclass(slots=True)
class Stage:
    """What the server serves; `pages` are the sample articles by path."""

    door: Door
    office: Office
    board: Board
    offered: dict[str, Any] = field(default_factory=dict)
    pages: dict[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, a body, and what the body is."""

    status: HTTPStatus
    body: bytes = b""
    kind: str = "text/plain"
    more: tuple[tuple[str, str], ...] = ()


class Server(ThreadingHTTPServer):
    """Listens on 127.0.0.1; raises OSError when the port cannot be had."""

    daemon_threads = True
    block_on_close = False  # a page that waits for news must not hold up the end

    def __init__(self, port: int) -> None:
        super().__init__((HOST, port), BaseHTTPRequestHandler)

    def server_bind(self) -> None:
        """Bind without asking the name service who we are, which can take seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    def show(self, stage: Stage) -> None:
        """Serve this stage from now on."""
        self.RequestHandlerClass = type("StageHandler", (_Handler,), {"stage": stage})

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of connections that browsers drop."""


class _Handler(BaseHTTPRequestHandler):
    """One request."""

    stage: ClassVar[Stage]
    protocol_version = "HTTP/1.1"
    timeout = 60  # seconds that an idle connection is kept
    server_version, sys_version = "Playground", ""

    def do_GET(self) -> None:
        self._answer(self._got)

    def do_POST(self) -> None:
        self._answer(self._posted)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 - inherited
        """Say nothing."""

    def _answer(self, act: Callable[[str], Answer]) -> None:
        path = urlsplit(self.path).path
        status = self.stage.door.judge(path, self.headers)
        answer = act(path) if status is HTTPStatus.OK else Answer(status, status.phrase.encode())
        self.send_response(answer.status)
        charset = "" if answer.more else "; charset=utf-8"
        self.send_header("Content-Type", answer.kind + charset)
        self.send_header("Content-Length", str(len(answer.body)))
        for name, value in (*HEADERS.items(), *answer.more):
            self.send_header(name, value)
        if self.command == "POST" and answer.status is not HTTPStatus.OK:
            self.close_connection = True  # whatever of the body was not read goes with it
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(answer.body)

    def _got(self, path: str) -> Answer:
        match path:
            case "/":
                return _page("index.html", self.stage.door.token)
            case "/api/seen":
                return self._seen()
            case "/api/samples":
                return _told(HTTPStatus.OK, self.stage.offered)
            case _:
                return self._given(path)

    def _given(self, path: str) -> Answer:
        if path.startswith(FILES):
            return self._file(*path.removeprefix(FILES).split("/")[:2])
        if path in self.stage.pages:
            return Answer(HTTPStatus.OK, self.stage.pages[path], "text/html")
        return _page(path.removeprefix("/page/"))

    def _seen(self) -> Answer:
        asked = parse_qs(urlsplit(self.path).query)
        try:
            version = self.stage.board.wait(int(asked["after"][0]), PATIENCE)
            address = addressed(self.stage.door)
            shown = seen(self.stage.office, self.stage.board, asked["you"][0], address)
        except (KeyError, ValueError):
            return _told(HTTPStatus.BAD_REQUEST, {"error": "Nobody here is called so."})
        return _told(HTTPStatus.OK, {"version": version, **shown})

    def _file(self, file_id: str, ticket: str = "") -> Answer:
        """Give a file that the bot posted: a picture to be drawn, anything else to be saved."""
        files = self.stage.office.room.files if self.stage.door.admits(file_id, ticket) else ()
        for file in files:
            if file.id == file_id and file.channels:
                drawn = file.content.startswith(PNG)
                how = f"{'inline' if drawn else 'attachment'}; filename*=UTF-8''{quote(file.name)}"
                kind = PICTURE if drawn else "application/octet-stream"
                more = (("Content-Disposition", how),)
                return Answer(HTTPStatus.OK, file.content, kind, more)
        return Answer(HTTPStatus.NOT_FOUND, b"There is no such file.")

    def _posted(self, path: str) -> Answer:
        length = int(self.headers.get("Content-Length") or 0)
        if path != "/api/do" or not 0 < length <= LARGEST:
            return _told(HTTPStatus.BAD_REQUEST, {"error": "That is empty, or too long."})
        try:
            ts = do(self.stage.office, json.loads(self.rfile.read(length)))
        except Refused as refused:
            return _told(HTTPStatus.CONFLICT, {"error": str(refused)})
        except (LookupError, TypeError, ValueError):
            return _told(HTTPStatus.BAD_REQUEST, {"error": GONE})
        return _told(HTTPStatus.OK, {"ts": ts})


GONE = "That is not here any more. Reload the page."


def _page(name: str, token: str = "") -> Answer:
    """Return a file of the page by its bare name."""
    files = {file.name: file for file in PAGE.iterdir() if file.suffix in KINDS}
    if name not in files or (name == "index.html" and not token):
        return Answer(HTTPStatus.NOT_FOUND, b"There is no such page.")
    text = files[name].read_text(encoding="utf-8")
    if token:
        text = Template(text).substitute(token=token)
    return Answer(HTTPStatus.OK, text.encode(), KINDS[files[name].suffix])


def _told(status: HTTPStatus, told: dict[str, Any]) -> Answer:
    return Answer(status, json.dumps(told).encode(), "application/json")
