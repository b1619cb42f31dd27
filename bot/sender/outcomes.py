"""What can become of a call to Slack that did not succeed, and how its answer tells."""

import math
import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

DEFAULT_WAIT = 30.0  # seconds, where a 429 does not say how long
LONGEST_WAIT = 1800.0  # seconds, however long it says: a letter may not be put off for a day
SERVER_ERRORS = {"internal_error", "fatal_error", "service_unavailable", "request_timeout"}
BUSY = {"ratelimited", "rate_limited"}
CODE = re.compile("[a-z0-9_:]*")


class Outcome(Exception):
    """A call that did not succeed."""


class Overtaken(Outcome):
    """No call was made: whoever was to make it was away for so long that another one took over."""


class Refused(Outcome):
    """Slack said no, and why: nothing was done."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class NoToken(Refused):
    """The workspace has no usable token: nothing was done, nor will be until it has one."""

    seconds = 60.0  # the least that is waited for one


class Busy(Outcome):
    """Too many calls, or no way to Slack: nothing was done, try again after `seconds`."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"busy for {seconds:g} s")
        self.seconds = seconds


class Lost(Outcome):
    """No answer, or one that says nothing: it may have been done."""


def raise_for(status: int, code: str, headers: Mapping[str, Any]) -> None:
    """Raise what an answer means, if it is not that all was done; nothing where it says nothing.

    `code` is Slack's, or the words of whatever answered in its place: these go no further.
    """
    word = code if code and is_code(code) else str(status)
    if status == HTTPStatus.TOO_MANY_REQUESTS or code in BUSY:
        raise Busy(_seconds(headers))
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or code in SERVER_ERRORS:
        raise Lost(word)
    if status != HTTPStatus.OK or code not in {"", "ok"}:
        raise Refused(word)


def is_code(word: str) -> bool:
    """Tell whether this may be a word of Slack's: "msg_too_long", and no sentence."""
    return bool(CODE.fullmatch(word))


def _seconds(headers: Mapping[str, Any]) -> float:
    """Read Retry-After: whole seconds by the book, "1.5" and nothing at all in the wild."""
    named = {name.lower(): value for name, value in headers.items()}
    value = named.get("retry-after", "")
    try:
        seconds = float(value[0] if isinstance(value, list) else value)
    except ValueError:
        return DEFAULT_WAIT
    return min(max(seconds, 1.0), LONGEST_WAIT) if math.isfinite(seconds) else DEFAULT_WAIT
