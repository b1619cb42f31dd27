"""How a page is fetched so that a pasted link can neither reach inside nor wear the bot out."""

import ssl
import string
import time
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, urljoin

import httpcore

from bot.articles.addresses import Address, check, look_up
from bot.articles.wire import LARGE, Budget, GuardedBackend
from bot.newsroom.trouble import (
    LinkRefused,
    LinkTrouble,
    NotText,
    PageMissing,
    PageTooLarge,
    PageUnreachable,
)

_NOT_PACKED = frozenset({"", "identity", "none", "utf-8"})
_GZIP = 31  # 16 + 15: gzip's head and tail
_MEMBER, _MEMBERS = b"\x1f\x8b", 100
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TEXT = frozenset({"", "text/html", "application/xhtml+xml", "text/plain"})
_HEADERS = (
    # Names neither a newsroom nor its bot: who reads a page is nobody else's business.
    (b"User-Agent", b"Mozilla/5.0 (compatible; page reader)"),
    (b"Accept", b"text/html,application/xhtml+xml,text/plain;q=0.8"),
    (b"Accept-Language", b"en"),
    (b"Accept-Encoding", b"gzip"),
    (b"Connection", b"close"),
)

_GONE = "The site says that there is no such page. Check the link."
_STATUS = {
    401: "The page asks for a log-in. Paste the text with “/claim add”.",
    402: "The page asks for a subscription. Paste the text with “/claim add”.",
    403: "The site refuses to show the page to the bot. Paste the text with “/claim add”.",
    404: _GONE,
    410: _GONE,
    429: "The site has had too many requests just now. Try again later.",
    451: "The site withholds the page for legal reasons. Paste the text with “/claim add”.",
}
_FAILED = "The site has a fault of its own (error {0}). Try again later."
_ODD = "The site did not send the page (answer {0}). Paste the text with “/claim add”."
_GARBLED = "The site's answer is garbled or incomplete. Try again later, or paste the text."
_ROUND = "The link is passed on from address to address without end. Paste the final link."
_NO_TEXT = "The link leads to a file ({0}), not a page of text. Paste the article's page."


@dataclass(frozen=True, slots=True)
class Page:
    """What came from a link: `url` after redirects, `content_type` as sent, `body` unpacked."""

    url: str
    status: int
    content_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may cost, over all its hops: seconds, bytes received, bytes unpacked."""

    seconds: float = 6.5
    look_up_seconds: float = 3.0
    wire_bytes: int = 4_000_000
    body_bytes: int = 8_000_000
    redirects: int = 5


_ORDINARY = Limits()


def fetch(
    url: str,
    own_origin: str | None = None,
    *,
    limits: Limits = _ORDINARY,
    trust: ssl.SSLContext | None = None,
) -> Page:
    """Return the page behind a link, or raise a LinkTrouble.

    `own_origin` ("http://127.0.0.1:8765") may be opened on this machine, and nothing else there;
    `trust` stands in for the well-known certificate authorities.
    """
    budget = Budget(time.monotonic() + limits.seconds, limits.wire_bytes)
    for _ in range(limits.redirects + 1):
        address = check(url, own_origin)
        if not address.own:
            own_origin = None  # a page of the outside may not send us to our own pages
        answer = _hop(address, budget, limits, trust)
        if isinstance(answer, Page):
            return answer
        url = answer
    raise PageUnreachable(_ROUND)


def _hop(
    address: Address, budget: Budget, limits: Limits, trust: ssl.SSLContext | None
) -> Page | str:
    """Ask one address; return its page, or the address that it passes us on to."""
    machines = look_up(address, min(limits.look_up_seconds, budget.seconds()))
    backend = GuardedBackend(machines, budget)
    try:
        with (
            httpcore.ConnectionPool(ssl_context=trust, network_backend=backend) as pool,
            pool.stream("GET", _url(address), headers=[_host(address), *_HEADERS]) as response,
        ):
            return _passed_on(response, address) or _page(response, address, limits)
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException):
        raise PageUnreachable(_GARBLED) from None


def _url(address: Address) -> httpcore.URL:
    return httpcore.URL(
        scheme=address.scheme.encode(),
        host=address.host.encode(),
        port=address.port,
        target=address.target.encode(),
    )


def _host(address: Address) -> tuple[bytes, bytes]:
    return b"Host", str(address).split("/")[2].encode()


def _passed_on(response: httpcore.Response, address: Address) -> str:
    """Return where a redirect leads, empty when the answer is no redirect."""
    location = _header(response, b"location").strip().replace(" ", "%20")
    if response.status not in _REDIRECTS or not location:
        return ""
    try:
        return urljoin(str(address), location)
    except ValueError:
        raise LinkRefused("The link is passed on to an address that cannot be read.") from None


def _page(response: httpcore.Response, address: Address, limits: Limits) -> Page:
    trouble = _trouble_of(response.status)
    if trouble:
        raise trouble
    content_type = _header(response, b"content-type").rpartition(",")[2]  # a proxy adds its own
    kind = content_type.partition(";")[0].strip().lower()
    if kind not in _TEXT:
        raise NotText(_NO_TEXT.format(kind[:40] if kind.isascii() else "of no known kind"))
    body = b"".join(_unpacked(response, limits.body_bytes))
    return Page(str(address), response.status, content_type, body)


def _trouble_of(status: int) -> LinkTrouble | None:
    if 200 <= status < 300:  # noqa: PLR2004 - RFC 9110, 15.3: success
        return None
    if status in _STATUS:
        kind = PageMissing if _STATUS[status] is _GONE else PageUnreachable
        return kind(_STATUS[status])
    failed = status >= 500  # noqa: PLR2004 - RFC 9110, 15.6: the site's own fault
    return PageUnreachable((_FAILED if failed else _ODD).format(status))


def _unpacked(response: httpcore.Response, most: int) -> Iterator[bytes]:
    """Yield the body in the clear and stop at `most` bytes: 265 bytes can unpack to 300 MB."""
    named = _header(response, b"content-encoding").lower().split(",")
    coding = [one for one in map(str.strip, named) if one not in _NOT_PACKED]
    if not coding:
        yield from _counted(response.iter_stream(), most)
    elif coding in (["gzip"], ["x-gzip"]):
        yield from _counted(_gunzipped(response.iter_stream(), most), most)
    else:
        raise NotText("The site packs its page in a way that the bot does not read.")


def _gunzipped(packed: Iterable[bytes], most: int) -> Iterator[bytes]:
    """Unpack gzip of one member or a few, one after the other; what else follows is left out."""
    unpack, members = zlib.decompressobj(_GZIP), 1
    try:
        for chunk in packed:
            left = chunk
            while left and not unpack.eof:
                yield unpack.decompress(left, most + 1)
                if unpack.unconsumed_tail:
                    raise PageTooLarge(LARGE)
                left = unpack.unused_data
                if left.startswith(_MEMBER) and members < _MEMBERS:
                    unpack, members = zlib.decompressobj(_GZIP), members + 1
    except zlib.error:
        raise PageUnreachable(_GARBLED) from None


def _counted(chunks: Iterable[bytes], most: int) -> Iterator[bytes]:
    for chunk in chunks:
        most -= len(chunk)
        if most < 0:
            raise PageTooLarge(LARGE)
        yield chunk


def _header(response: httpcore.Response, name: bytes) -> str:
    """Return a header, all of its lines together so that a doubled one is not overlooked."""
    values = [value for key, value in response.headers if key.lower() == name]
    if name == b"location":
        values = values[:1]
    said = b",".join(values)
    try:
        return said.decode()
    except UnicodeDecodeError:
        return quote(said, safe=string.punctuation)  # "/caf\xe9" leads to "/caf%E9"
