"""Each wall around fetching holds something off by itself: without it, the harm is done.

A scenario does its harm to the weakened code and none to the real one; so no test of the others
passes only because nothing could happen anyway.
"""

import gzip
import os
import socket
import threading
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from functools import partial

import pytest

from bot.articles.fetch import Limits, fetch
from bot.newsroom.trouble import LinkTrouble
from tests.articles.courier import LINK, SITE
from tests.articles.weakened import Fetch, weakened
from tests.articles.world import PUBLIC, World, answer

INSIDE = "10.0.0.5"
OWN = "http://127.0.0.1:8765"
BOMB = 30_000_000  # bytes, unpacked
MOST_HELD = 20_000_000

Harm = Callable[[World, Fetch], bool]


def _touched(world: World, fetching: Fetch, link: str = LINK, **how: object) -> bool:
    """Tell whether anything but the public site's own port was connected to."""
    with suppress(LinkTrouble):
        fetching(link, **how)
    return any(contact != (PUBLIC, 80) for contact in world.connected)


def _connected(link: str, world: World, fetching: Fetch) -> bool:
    """Tell whether a link led to any connection; every name of it is a public one."""
    world.zone.setdefault(link.split("/")[2].rpartition("@")[2].partition(":")[0], [[PUBLIC]])
    with suppress(LinkTrouble):
        fetching(link)
    return bool(world.connected)


def _leads_to(address: str, world: World, fetching: Fetch) -> bool:
    world.has(SITE, [address])
    return _touched(world, fetching)


def _mixed(world: World, fetching: Fetch) -> bool:
    world.has(SITE, [PUBLIC, INSIDE])
    world.dead = {PUBLIC}
    return _touched(world, fetching)


def _rebound(world: World, fetching: Fetch) -> bool:
    world.has(SITE, [PUBLIC], ["127.0.0.1"])
    return _touched(world, fetching)


def _sent_on(location: str, world: World, fetching: Fetch) -> bool:
    world.has("inside.example", [INSIDE])
    world.sites[f"{SITE}/bridge"] = answer(b"", 302, Location=location)
    return _touched(world, fetching)


def _sent_to_the_playground(world: World, fetching: Fetch) -> bool:
    world.sites[f"{SITE}/bridge"] = answer(b"", 302, Location=f"{OWN}/samples/1")
    return _touched(world, fetching, own_origin=OWN)


def _proxied(world: World, fetching: Fetch) -> bool:
    world.has(INSIDE, [INSIDE])
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "HTTP_PROXY", f"http://{INSIDE}:3128")
        return _touched(world, fetching)


def _bombed(world: World, fetching: Fetch) -> bool:
    bomb = gzip.compress(bytes(BOMB))
    world.sites[f"{SITE}/bridge"] = answer(bomb, Content_Encoding="gzip")
    tracemalloc.start()
    try:
        with suppress(LinkTrouble):
            fetching(LINK)
        return tracemalloc.get_traced_memory()[1] > MOST_HELD
    finally:
        tracemalloc.stop()


def _dripped_on(world: World, fetching: Fetch) -> bool:
    """Tell whether a site that sends a byte now and then was heard out."""

    def drip(sock: socket.socket, stop: threading.Event) -> None:
        sock.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        for _ in range(20):
            if not stop.wait(0.05):
                sock.sendall(b"x")

    world.sites[f"{SITE}/bridge"] = drip
    with suppress(LinkTrouble):
        return bool(fetching(LINK, limits=Limits(seconds=0.3)))
    return False


EVERY = "if not all(map(is_public, found)):"
EACH_HOP = "look_up(address, min(limits.look_up_seconds, budget.seconds()))"
TABLE = "return ip in _OPEN_V6 and not any(ip in net for net in _CLOSED_V6)"
TABLE_4 = "return not any(ip in net for net in _CLOSED_V4)"
EACH_READ = "self._sock.settimeout(self._budget.seconds())\n            received"
POOL = "httpcore.ConnectionPool(ssl_context=trust, network_backend=backend)"


@pytest.mark.parametrize(
    ("harm", "hole"),
    [
        pytest.param(
            _mixed,
            ("addresses", EVERY, "if not is_public(found[0]):"),
            id="only the first answer is checked",
        ),
        pytest.param(
            partial(_sent_on, "http://inside.example/"),
            (
                "fetch",
                EACH_HOP,
                f"{EACH_HOP} if budget.bytes_left == limits.wire_bytes else ('{INSIDE}',)",
            ),
            id="only the first hop's answers are checked",
        ),
        pytest.param(
            partial(_sent_on, "http://127.0.0.1/"),
            (
                "fetch",
                "        url = answer\n",
                "        url = answer\n        own_origin = '/'.join(url.split('/')[:3])\n",
            ),
            id="a redirect to this machine is believed",
        ),
        pytest.param(
            _sent_to_the_playground,
            ("fetch", "own_origin = None", "pass"),
            id="the outside may send us to our own pages",
        ),
        pytest.param(
            _rebound,
            ("fetch", "GuardedBackend(machines, budget)", "httpcore.SyncBackend()"),
            id="the name is looked up again to connect",
        ),
        pytest.param(
            _proxied,
            ("fetch", POOL, "httpcore.HTTPProxy(__import__('os').environ['HTTP_PROXY'])"),
            id="the environment's proxy is asked",
        ),
        pytest.param(
            _bombed,
            ("fetch", "unpack.decompress(left, most + 1)", "unpack.decompress(left)"),
            id="a body is unpacked whole",
        ),
        pytest.param(
            _dripped_on,
            ("wire", EACH_READ, EACH_READ.replace("self._budget.seconds()", "5")),
            id="each read has its own time",
        ),
        *(
            pytest.param(partial(_leads_to, address), ("addresses", wall, "return True"), id=kind)
            for kind, address, wall in (
                ("an address in a NAT64 address", "64:ff9b::a00:5", TABLE),
                ("an address in a 6to4 address", "2002:a00:5::1", TABLE),
                ("an old site's own address", "fec0::5", TABLE),
                ("a shared carrier's address", "192.88.99.1", TABLE_4),
                ("a cloud's own server", "168.63.129.16", TABLE_4),
            )
        ),
        *(
            pytest.param(partial(_connected, link), ("addresses", wall, hole), id=kind)
            for kind, link, wall, hole in (
                ("an address in numbers", "http://8.8.4.4/", "or not _NAME.fullmatch(name)", ""),
                ("a short address", "http://8.529/", "or not _NAME.fullmatch(name)", ""),
                ("a log-in", f"http://ann:key@{SITE}/", '"@" in parts.netloc', "False"),
                ("a port", f"http://{SITE}:6379/", "not in (None, *PORTS.values())", "== 0"),
                (
                    "a name of the inside",
                    "http://wiki.corp/",
                    'or any(f".{name}".endswith(f".{inside}") for inside in _INSIDE)',
                    "",
                ),
            )
        ),
    ],
)
def test_the_wall_holds_and_without_it_the_harm_is_done(
    courier: World,
    monkeypatch: pytest.MonkeyPatch,
    harm: Harm,
    hole: tuple[str, str, str],
) -> None:
    assert not harm(courier, fetch)
    courier.has(SITE)
    courier.connected.clear()
    assert harm(courier, weakened(monkeypatch, *hole))
