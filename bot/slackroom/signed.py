"""One signed HTTP request to the app, and what became of it."""

import hashlib
import hmac
import http.client
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import urlsplit

JSON_TYPE = "application/json"
FORM_TYPE = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Parcel:
    """A body with its content type and headers of its own."""

    body: bytes
    content_type: str = JSON_TYPE
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the app answered; `reason` is Slack's word for a failure, "" for success."""

    status: int
    body: str = ""
    reason: str = ""
    no_retry: bool = False


def signature(secret: str, timestamp: int, body: bytes) -> str:
    """Sign a body the way Slack does (v0, HMAC-SHA256 over "v0:{timestamp}:{body}")."""
    base = b"v0:%d:%s" % (timestamp, body)
    return "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()


def carry(parcel: Parcel, url: str, secret: str, timeout: float) -> Answer:
    """Post the parcel and wait `timeout` seconds at most for each step of the answer.

    The signature carries the wall clock's time, as Bolt refuses what is five minutes off.
    """
    now = int(time.time())
    headers = {
        "Content-Type": parcel.content_type,
        "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        "X-Slack-Request-Timestamp": str(now),
        "X-Slack-Signature": signature(secret, now, parcel.body),
        **parcel.headers,
    }
    try:
        return _exchange(url, parcel.body, headers, timeout)
    except TimeoutError:
        return Answer(0, reason="http_timeout")
    except (OSError, http.client.HTTPException):
        return Answer(0, reason="connection_failed")


def _exchange(url: str, body: bytes, headers: Mapping[str, str], timeout: float) -> Answer:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=timeout)
    try:
        connection.request("POST", parts.path or "/", body, dict(headers))
        response = connection.getresponse()
        text = response.read().decode("utf-8", "replace")
        no_retry = response.headers.get("X-Slack-No-Retry") == "1"
        return Answer(response.status, text, _reason(response.status), no_retry)
    finally:
        connection.close()


def _reason(status: int) -> str:
    """Name the failure; redirects are not followed here, Slack follows two."""
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return ""
    return "too_many_redirects" if status < HTTPStatus.BAD_REQUEST else "http_error"
