"""The small server in the bot's own process: for figures on loopback, the playground, tests."""

import errno
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from socketserver import TCPServer, ThreadingMixIn
from typing import TYPE_CHECKING, Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from bot.newsroom.trouble import SetUpTrouble

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

EVENTS_PATH = "/slack/events"
LOOPBACK = "127.0.0.1"


@contextmanager
def serving(app: "WSGIApplication", host: str, port: int, variable: str = "PORT") -> Iterator[int]:
    """Serve meanwhile, and give the port; raises SetUpTrouble, which names the variable."""
    try:
        server = _WebServer((host, port), _Request)
    except OSError as error:
        raise closed_port(port, variable, error) from None
    server.set_app(app)
    threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


def closed_port(port: int, variable: str, error: OSError) -> SetUpTrouble:
    """Return the trouble of a port that cannot be listened at."""
    if error.errno == errno.EADDRINUSE:
        line = f"Port {port} is in use: stop what listens there, or set {variable} to another."
    else:
        line = f"Port {port} cannot be opened ({error.strerror}): set {variable} to another."
    return SetUpTrouble(line)


class _WebServer(ThreadingMixIn, WSGIServer):
    """A thread a request; Slack's requests are few and short."""

    daemon_threads = True

    def server_bind(self) -> None:
        """Bind without asking the name service who we are, which can take seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), self.server_address[1]
        self.setup_environ()


class _Request(WSGIRequestHandler):
    """A request that leaves no line in the log: its address may tell of the newsroom."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 - inherited
        """Say nothing."""
