"""A small internet for tests: names with addresses, and sites on the loopback that answer.

Stands in at the two functions of the socket module that every fetch goes through.
"""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest
import trustme

PUBLIC = "151.101.1.7"
PUBLIC_6 = "2620:fe::7"

Serve = Callable[[socket.socket, threading.Event], None]


def answer(body: bytes = b"<p>Bridge closed</p>", status: int = 200, **headers: str) -> bytes:
    """Write an HTTP answer; `Content_Type` stands for Content-Type."""
    told = {"Content_Type": "text/html", "Content_Length": str(len(body)), **headers}
    lines = [f"HTTP/1.1 {status} X", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in told.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


class World:
    """Zone, sites and a log of what was connected to and asked."""

    def __init__(self) -> None:
        self.zone: dict[str, list[list[str]]] = {}  # answers in turn, the last one repeated
        self.sites: dict[str, bytes | Serve] = {}  # "host/path" -> answer
        self.dead: set[str] = set()  # addresses that refuse
        self.connected: list[tuple[str, int]] = []
        self.asked: list[bytes] = []
        self.certificate: ssl.SSLContext | None = None
        self.stop = threading.Event()
        self._connect = socket.socket.connect
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._secure: dict[int, bool] = {}
        threading.Thread(target=self._accept, daemon=True).start()

    def has(self, name: str, *turns: list[str]) -> None:
        """Give a name its addresses, one list for each look-up."""
        self.zone[name] = list(turns) or [[PUBLIC]]

    def close(self) -> None:
        """End what still drips and take no more."""
        self.stop.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def getaddrinfo(self, host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        """Answer as the resolver does, from the zone alone."""
        turns = self.zone.get(host)
        if not turns:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        addresses = turns.pop(0) if len(turns) > 1 else turns[0]
        return [
            (socket.AF_INET6, socket.SOCK_STREAM, 6, "", (address, port, 0, 0))
            if ":" in address
            else (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))
            for address in addresses
        ]

    def connect(self, sock: socket.socket, address: tuple[str, int]) -> None:
        """Note where a connection was meant to go, and lead it to the sites."""
        self.connected.append(address[:2])
        if address[0] in self.dead or sock.family == socket.AF_INET6:
            raise ConnectionRefusedError
        sock.bind(("127.0.0.1", 0))
        self._secure[sock.getsockname()[1]] = address[1] == 443
        self._connect(sock, self._listener.getsockname())

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                sock, peer = self._listener.accept()
                threading.Thread(target=self._talk, args=(sock, peer[1]), daemon=True).start()

    def _talk(self, sock: socket.socket, port: int) -> None:
        with suppress(OSError), sock:
            if not self._secure[port]:
                return self._answer(sock)
            assert self.certificate
            with self.certificate.wrap_socket(sock, server_side=True) as secure:
                return self._answer(secure)

    def _answer(self, sock: socket.socket) -> None:
        request = b""
        while b"\r\n\r\n" not in request:
            if not (part := sock.recv(4_096)):
                return
            request += part
        self.asked.append(request)
        path = request.split()[1].decode()
        host = request.partition(b"Host: ")[2].partition(b"\r\n")[0].decode()
        reply = self.sites.get(host + path, answer(b"", 404))
        if isinstance(reply, bytes):
            sock.sendall(reply)
        else:
            reply(sock, self.stop)


def _connect_in(world: World) -> Callable[[socket.socket, tuple[str, int]], None]:
    """Make a function, which a class binds to its sockets as it does not a method of another."""

    def connect(sock: socket.socket, address: tuple[str, int]) -> None:
        world.connect(sock, address)

    return connect


@contextmanager
def running_world() -> Iterator[World]:
    """Run a world in place of the network."""
    world = World()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", world.getaddrinfo)
        patch.setattr(socket.socket, "connect", _connect_in(world))
        try:
            yield world
        finally:
            world.close()


def secured(world: World, *names: str) -> ssl.SSLContext:
    """Give the sites a certificate for `names`; return what a client has to trust."""
    authority = trustme.CA()
    world.certificate = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(world.certificate)
    trust = ssl.create_default_context()
    authority.configure_trust(trust)
    return trust
