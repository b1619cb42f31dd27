"""Who may knock: only the playground's own page, in a browser on this machine.

A page of the web can send requests to a port of this machine, and a name of its own can be made
to lead there (DNS rebinding); the first is told by its origin and lacks the token, the second by
the Host header.
"""

import hashlib
import hmac
import secrets
from email.message import Message
from http import HTTPStatus

TOKEN_HEADER = "X-Playground-Token"  # noqa: S105 - a header's name


class Door:
    """Judges requests to one port; `token` stands in the page and nowhere else."""

    def __init__(self, port: int) -> None:
        self.token = secrets.token_urlsafe(24)
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}

    def ticket(self, name: str) -> str:
        """Return what the address of a file carries, since a picture cannot send the token."""
        return hmac.new(self.token.encode(), name.encode(), hashlib.sha256).hexdigest()[:32]

    def admits(self, name: str, ticket: str) -> bool:
        """Tell whether the ticket is the one of that file."""
        return secrets.compare_digest(self.ticket(name).encode(), ticket.encode())

    def judge(self, path: str, headers: Message) -> HTTPStatus:
        """Return OK, or how the request is to be refused."""
        host = headers.get("Host", "").lower()
        if host not in self._hosts:
            return HTTPStatus.MISDIRECTED_REQUEST
        if not path.startswith("/api/"):
            return HTTPStatus.OK
        origin = headers.get("Origin", f"http://{host}")
        given = headers.get(TOKEN_HEADER, "").encode()
        known = secrets.compare_digest(given, self.token.encode())
        return HTTPStatus.OK if known and origin == f"http://{host}" else HTTPStatus.FORBIDDEN
