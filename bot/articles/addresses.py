"""Which web addresses may be opened, and to which machine addresses their names may lead.

The rules follow what public lists of server-side request forgery try: no address literal in any
spelling, no name of the inside, the two web ports only, and every answer of a look-up public.
"""

import ipaddress
import queue
import re
import socket
import threading
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

import idna

from bot.newsroom.trouble import LinkRefused, PageUnreachable

PORTS = {"http": 80, "https": 443}
KEPT = "/%:@!$&'()*+,;=~-._"  # signs of a path that stay as they are
_LONGEST = 4_096
_LONGEST_NAME = 253  # RFC 1035, 2.3.4
# Control characters, spaces and backslashes are read in different ways by different parsers.
_UNREADABLE = re.compile(r"[\x00-\x20\x7f-\xa0\\\u2028\u2029\ud800-\udfff]")
_LABEL = r"(?!-)[a-z0-9-]{1,63}(?<!-)"
# The last label must be a word: "127.0.0.1", "0x7f.1" and "2130706433" are no names.
_NAME = re.compile(rf"(?:{_LABEL}\.)+(?:[a-z]{{2,63}}|xn--[a-z0-9-]{{1,59}})")
_INSIDE = (
    "local", "internal", "localhost", "localdomain", "lan", "home", "home.arpa", "intranet",
    "private", "corp", "svc", "cluster.local", "onion",
)  # fmt: skip

# Ranges that Python's is_global lets through in one version or another.
_CLOSED_V4 = tuple(
    ipaddress.IPv4Network(net)
    for net in (
        "0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15",
        "224.0.0.0/4", "240.0.0.0/4",
        "168.63.129.16/32",  # a cloud's own wire server, in a public range
    )
)  # fmt: skip
_OPEN_V6 = ipaddress.IPv6Network("2000::/3")  # all that is routed; leaves out 64:ff9b, fec0, fe80
_CLOSED_V6 = tuple(
    ipaddress.IPv6Network(net) for net in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
)

_NOT_WEB = "That is not a web address that the bot opens: only http and https links are."
_BROKEN = "That link cannot be read: paste it again from the browser's address bar."
_NUMBERED = (
    "That link leads to a bare network address. Articles have a site name: paste that link, "
    "or the text with “/claim add”."
)
_PRIVATE = (
    "That link leads into a private network, which the bot never opens. "
    "Paste the text with “/claim add” instead."
)
_PORT = "That link names an unusual port ({0}); the bot opens ordinary web pages only."
_LOG_IN = "That link carries a user name or password. Remove it and paste the link again."


@dataclass(frozen=True, slots=True)
class Address:
    """A web address that passed the rules for its spelling; `target` is path and query."""

    scheme: str
    host: str
    port: int
    target: str
    own: bool = False  # the playground's own pages, on this machine

    def __str__(self) -> str:
        """Give the address as a browser shows it."""
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{self.host}{port}{self.target}"


def check(url: str, own_origin: str | None = None) -> Address:
    """Return the address if its spelling allows opening it, else raise LinkRefused.

    `own_origin` ("http://127.0.0.1:8765") is the one place on this machine that may be opened.
    """
    if len(url) > _LONGEST or _UNREADABLE.search(url):
        raise LinkRefused(_BROKEN)
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise LinkRefused(_BROKEN) from None
    if parts.scheme not in PORTS:
        raise LinkRefused(_NOT_WEB)
    if "@" in parts.netloc:
        raise LinkRefused(_LOG_IN)
    target = _target(parts.path, parts.query)
    if own_origin and f"{parts.scheme}://{parts.netloc}" == own_origin:
        return Address(parts.scheme, host, port or PORTS[parts.scheme], target, own=True)
    if port not in (None, *PORTS.values()):
        raise LinkRefused(_PORT.format(port))
    return Address(parts.scheme, _name(host), port or PORTS[parts.scheme], target)


def look_up(address: Address, seconds: float) -> tuple[str, ...]:
    """Return the machine addresses behind the name, all of them public.

    Raises PageUnreachable when there is no answer in `seconds`, LinkRefused when a single answer
    is not public: a name that leads both outside and inside is a trap.
    """
    if address.own:
        return (_loopback(address.host),)
    found = _answers(address.host, address.port, seconds)
    if not all(map(is_public, found)):
        raise LinkRefused(_PRIVATE)
    return found


def is_public(text: str) -> bool:
    """Tell whether a machine address is on the public internet."""
    try:
        ip = ipaddress.ip_address(text)
    except ValueError:
        return False
    if not ip.is_global or ip.is_multicast:
        return False
    if isinstance(ip, ipaddress.IPv4Address):
        return not any(ip in net for net in _CLOSED_V4)
    return ip in _OPEN_V6 and not any(ip in net for net in _CLOSED_V6)


def _name(host: str) -> str:
    """Return the name in its ASCII form, refusing address literals and names of the inside."""
    name = (host if host.isascii() else _in_ascii(host)).lower().removesuffix(".")
    if not name:
        raise LinkRefused(_BROKEN)
    if name.isalpha() or any(f".{name}".endswith(f".{inside}") for inside in _INSIDE):
        raise LinkRefused(_PRIVATE)
    if len(name) > _LONGEST_NAME or not _NAME.fullmatch(name):
        raise LinkRefused(_NUMBERED)
    return name


def _in_ascii(host: str) -> str:
    """Return a name of other letters as the net knows it; "☕.example" by the older rule alone."""
    if len(host) > _LONGEST_NAME:
        raise LinkRefused(_BROKEN)
    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError:
        pass
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        raise LinkRefused(_BROKEN) from None


def _target(path: str, query: str) -> str:
    target = quote(path or "/", safe=KEPT)
    return f"{target}?{quote(query, safe=KEPT + '?')}" if query else target


def _loopback(host: str) -> str:
    """Return this machine's own address; anything else as own origin is a mistake of ours."""
    address = "127.0.0.1" if host == "localhost" else host
    if not ipaddress.ip_address(address).is_loopback:
        raise ValueError(f"own_origin must be on this machine, not {host}")
    return address


def _answers(name: str, port: int, seconds: float) -> tuple[str, ...]:
    """Ask for the name's addresses in a thread: the C library's look-up knows no time limit."""
    box: queue.SimpleQueue[tuple[str, ...]] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
        except (OSError, ValueError):
            box.put(())
        else:
            box.put(tuple(dict.fromkeys(str(answer[4][0]) for answer in answers)))

    threading.Thread(target=ask, name="look-up", daemon=True).start()
    try:
        found = box.get(timeout=seconds)
    except queue.Empty:
        raise PageUnreachable(
            f"The name {name} could not be looked up in time. Try again later."
        ) from None
    if not found:
        raise PageUnreachable(
            f"There is no site called {name}. Check the link for a typing error."
        )
    return found
