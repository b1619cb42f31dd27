"""A fetch costs little, whatever the site sends and however slowly."""

import gzip
import socket
import threading
import time
import tracemalloc

import pytest

from bot.articles.fetch import Limits, fetch
from bot.newsroom.trouble import LinkTrouble, NotText, PageTooLarge, PageUnreachable
from tests.articles.courier import LINK, SITE
from tests.articles.world import Serve, World, answer

QUICK = Limits(seconds=0.5, look_up_seconds=0.1, wire_bytes=50_000, body_bytes=100_000)


@pytest.mark.parametrize(
    ("body", "coding", "trouble"),
    [
        pytest.param(gzip.compress(bytes(5_000_000)), "gzip", PageTooLarge, id="a bomb"),
        pytest.param(gzip.compress(b"x"), "gzip, gzip", NotText, id="packed twice"),
        pytest.param(b"\x8b", "br", NotText, id="a packing that nobody asked for"),
        pytest.param(b"plain words", "gzip", PageUnreachable, id="not packed at all"),
        pytest.param(bytes(60_000), "identity", PageTooLarge, id="more bytes than the budget"),
    ],
)
def test_bodies_that_would_cost_too_much_are_left(
    courier: World, body: bytes, coding: str, trouble: type[LinkTrouble]
) -> None:
    courier.sites[f"{SITE}/bridge"] = answer(body, Content_Encoding=coding)
    with pytest.raises(trouble):
        fetch(LINK, limits=QUICK)


def test_a_bomb_is_not_unpacked_to_be_measured(courier: World) -> None:
    bomb = gzip.compress(bytes(30_000_000))
    courier.sites[f"{SITE}/bridge"] = answer(bomb, Content_Encoding="gzip")
    tracemalloc.start()
    try:
        with pytest.raises(PageTooLarge):
            fetch(LINK)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 20_000_000


def drip(head: bytes) -> Serve:
    def serve(sock: socket.socket, stop: threading.Event) -> None:
        sock.sendall(head)
        for _ in range(60):  # three seconds, should nobody hang up
            if not stop.wait(0.05):
                sock.sendall(b"x")

    return serve


def pour(sock: socket.socket, stop: threading.Event) -> None:
    sock.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    for _ in range(1_000):  # ten megabytes
        if not stop.is_set():
            sock.sendall(b"x" * 10_000)


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(b"", id="a status that drips"),
        pytest.param(b"HTTP/1.1 200 OK\r\nX-A: ", id="a header that drips"),
        pytest.param(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", id="a body that drips"
        ),
    ],
)
def test_a_slow_site_is_given_up_at_the_deadline(courier: World, head: bytes) -> None:
    courier.sites[f"{SITE}/bridge"] = drip(head)
    started = time.monotonic()
    with pytest.raises(PageUnreachable, match="too long"):
        fetch(LINK, limits=QUICK)
    assert time.monotonic() - started < 2


def test_a_body_without_end_is_left_at_the_budget(courier: World) -> None:
    courier.sites[f"{SITE}/bridge"] = pour
    with pytest.raises(PageTooLarge):
        fetch(LINK, limits=Limits(wire_bytes=200_000))


def test_headers_without_end_are_left(courier: World) -> None:
    courier.sites[f"{SITE}/bridge"] = answer(X_Line="y" * 300_000)
    with pytest.raises(PageUnreachable, match="garbled"):
        fetch(LINK)


def test_a_body_that_breaks_off_is_no_page(courier: World) -> None:
    courier.sites[f"{SITE}/bridge"] = answer(b"half", Content_Length="1000")
    with pytest.raises(PageUnreachable, match="incomplete"):
        fetch(LINK)


def test_a_look_up_that_hangs_is_given_up(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*_: object, **__: object) -> list[object]:
        world.stop.wait(10)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    with pytest.raises(PageUnreachable, match="looked up in time"):
        fetch(LINK, limits=QUICK)
