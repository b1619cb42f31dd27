"""How bytes come from a checked address: one deadline and one byte budget for a whole fetch."""

import socket
import ssl
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import httpcore

from bot.newsroom.trouble import PageTooLarge, PageUnreachable

_TRIES = 8  # addresses of one name that are tried: four of each kind

_SLOW = "The site took too long to answer. Try again later, or paste the text with “/claim add”."
_BROKE_OFF = (
    "The site broke the connection off. Try again later, or paste the text with “/claim add”."
)
_CLOSED = "The site cannot be reached. Try again later, or paste the text with “/claim add”."
_CERTIFICATE = (
    "The site's certificate is not valid for its name, so the bot does not trust the page. "
    "Paste the text with “/claim add”."
)
LARGE = "The page is too large for the bot. Paste the text of the article with “/claim add”."


@dataclass(slots=True)
class Budget:
    """What is left for a fetch over all its hops: a moment (monotonic seconds) and bytes."""

    deadline: float
    bytes_left: int

    def seconds(self) -> float:
        """Return the seconds left, always more than 0; raise PageUnreachable when none are."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise PageUnreachable(_SLOW)
        return left

    def spend(self, count: int) -> None:
        """Take received bytes off; raise PageTooLarge when there were too many."""
        self.bytes_left -= count
        if self.bytes_left < 0:
            raise PageTooLarge(LARGE)


class GuardedStream(httpcore.NetworkStream):
    """A connection that ends with its budget; the time-outs it is called with do not count."""

    def __init__(self, sock: socket.socket, budget: Budget) -> None:
        self._sock = sock
        self._budget = budget

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - the deadline rules
        """Receive some bytes, b"" at the end; raise PageUnreachable or PageTooLarge."""
        try:
            self._sock.settimeout(self._budget.seconds())
            received = self._sock.recv(max_bytes)
        except OSError as error:
            raise _trouble(error) from None
        self._budget.spend(len(received))
        return received

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002 - the deadline rules
        """Send all bytes; raise PageUnreachable."""
        try:
            self._sock.settimeout(self._budget.seconds())
            self._sock.sendall(buffer)
        except OSError as error:
            raise _trouble(error) from None

    def close(self) -> None:
        """Close the connection."""
        self._sock.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002 - the deadline rules
    ) -> httpcore.NetworkStream:
        """Begin TLS; raise PageUnreachable, too where the certificate is not good for the name."""
        try:
            self._sock.settimeout(self._budget.seconds())
            secure = ssl_context.wrap_socket(self._sock, server_hostname=server_hostname)
        except OSError as error:
            self.close()
            raise _trouble(error) from None
        return GuardedStream(secure, self._budget)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - httpcore's signature
        """Tell httpcore whether the connection has ended."""
        return self._sock if info == "socket" else None


class GuardedBackend(httpcore.NetworkBackend):
    """Connects to the addresses that were checked, whatever a second look-up would say."""

    def __init__(self, addresses: tuple[str, ...], budget: Budget) -> None:
        self._addresses = addresses[:_TRIES]
        self._budget = budget

    def connect_tcp(
        self,
        host: str,  # noqa: ARG002 - was looked up and checked before
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the deadline rules
        local_address: str | None = None,  # noqa: ARG002 - never bound
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002 - none are needed
    ) -> httpcore.NetworkStream:
        """Connect to the first checked address that answers; raise PageUnreachable."""
        last: OSError = ConnectionRefusedError()
        for tried, address in enumerate(self._addresses):
            share = self._budget.seconds() / (len(self._addresses) - tried)
            try:
                return GuardedStream(_connect(address, port, share), self._budget)
            except OSError as error:
                last = error
        raise _trouble(last, _CLOSED)


def _connect(address: str, port: int, seconds: float) -> socket.socket:
    sock = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
    try:
        sock.settimeout(seconds)
        sock.connect((address, port))
    except BaseException:
        sock.close()
        raise
    return sock


def _trouble(error: OSError, otherwise: str = _BROKE_OFF) -> PageUnreachable:
    if isinstance(error, TimeoutError):
        return PageUnreachable(_SLOW)
    if isinstance(error, ssl.SSLCertVerificationError):
        return PageUnreachable(_CERTIFICATE)
    return PageUnreachable(otherwise)
