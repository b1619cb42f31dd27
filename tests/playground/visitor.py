"""A person on the playground without a browser: its endpoints over HTTP, as the page asks them."""

import http.client
import json
import re
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

PATIENCE = 60.0  # seconds; a busy machine takes a few for an article

Seen = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: str

    @property
    def told(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


def ask(
    address: str, path: str, wish: object = None, headers: dict[str, str] | None = None
) -> Answer:
    """Send one request, a POST if there is a wish, with exactly these headers."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)
    body = None if wish is None else wish if isinstance(wish, bytes) else json.dumps(wish)
    try:
        connection.request("GET" if body is None else "POST", path, body, headers or {})
        came = connection.getresponse()
        return Answer(came.status, dict(came.headers), came.read().decode())
    finally:
        connection.close()


def token_of(address: str) -> str:
    found = re.search(r'name="token" content="([^"]+)"', ask(address, "/").body)
    assert found
    return found[1]


@dataclass
class Visitor:
    """Ana or Ben, on the page."""

    address: str
    name: str = "Ana"
    you: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.headers = {"X-Playground-Token": token_of(self.address)}
        self.you = ask(self.address, "/api/samples", None, self.headers).told["you"]
        people = self.seen()["people"]
        self.you = next(who for who, one in people.items() if one["name"] == self.name)

    def seen(self, after: int = 0) -> Seen:
        asked = urlencode({"you": self.you, "after": after})
        return dict(ask(self.address, f"/api/seen?{asked}", None, self.headers).told)

    def channel(self, name: str) -> Seen:
        return next(one for one in self.seen()["channels"] if one["name"] == name)

    def do(self, what: str, channel: str = "world", **rest: object) -> Answer:
        place = self.channel(channel)["id"]
        wish = {"what": what, "you": self.you, "channel": place, **rest}
        return ask(self.address, "/api/do", wish, self.headers)

    def wait(self, channel: str, is_there: Any) -> Seen:
        """Wait until a message of the channel is as asked for, and return it; no polling."""
        version, until = 0, time.monotonic() + PATIENCE
        while time.monotonic() < until:
            shown = self.seen(version)
            version = shown["version"]
            place = next(one for one in shown["channels"] if one["name"] == channel)
            found = [one for one in place["messages"] if is_there(one)]
            if found:
                return dict(found[0])
        raise TimeoutError(f"waited {PATIENCE} s in vain in #{channel}")

    def samples(self) -> list[list[str]]:
        """Return the addresses of the sample articles, a list a story."""
        offered = ask(self.address, "/api/samples", None, self.headers).told["stories"]
        return [[one["url"] for one in story["samples"]] for story in offered]
