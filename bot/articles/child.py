"""The process that reads pages: it forks a child for each one and ends it when it takes too long.

Started with an empty environment and nothing of the bot's in it, so a page that takes a child over
finds no token and no database. One page a child: nothing is carried from a page to the next.

Talk over one socket: the parent sends (body, content type, address, moment, seconds), pickled;
back come the fields of `bot.articles.found.Found` as JSON, or {"poison": why}. What a child says
is never unpickled.
"""

import gc
import json
import os
import resource
import select
import signal
import time
from contextlib import suppress
from datetime import datetime
from multiprocessing.connection import Connection

from bot.articles.page import found_in
from bot.isolation import READY

_MEMORY = 600_000_000  # bytes of address space
_ANSWER = 1_000_000  # bytes of JSON
_LIMITS = (
    (resource.RLIMIT_AS, _MEMORY),
    (resource.RLIMIT_CPU, 6),
    (resource.RLIMIT_FSIZE, 0),
    (resource.RLIMIT_NOFILE, 32),
    (resource.RLIMIT_CORE, 0),
)

Work = tuple[bytes, str, str, datetime, float]


def main(descriptor: int) -> None:
    """Answer for one page after the other until the parent is gone."""
    gc.freeze()  # what is loaded now stays shared with the children
    with Connection(descriptor) as parent, suppress(EOFError, ConnectionError):
        parent.send_bytes(READY)
        while True:
            parent.send_bytes(_answer(parent.recv(), descriptor))


def _answer(work: Work, descriptor: int) -> bytes:
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        os.close(ours)
        os.close(descriptor)
        _read_and_exit(work, theirs)
    os.close(theirs)
    try:
        answer = _received(ours, work[-1])
    finally:
        os.close(ours)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    return answer or json.dumps({"poison": _reason(status)}).encode()


def _received(pipe: int, seconds: float) -> bytes:
    """Return all that the child writes until it closes, nothing when it is late or too long."""
    deadline, left = time.monotonic() + seconds, _ANSWER
    parts: list[bytes] = []
    while select.select([pipe], [], [], max(0.0, deadline - time.monotonic()))[0]:
        part = os.read(pipe, 65_536)
        if not part:
            return b"".join(parts)
        parts.append(part)
        left -= len(part)
        if left < 0:
            return b""
    return b""


def _read_and_exit(work: Work, pipe: int) -> None:
    """Read the page under limits; whatever happens, the child ends here."""
    code = 1
    try:
        for limit, value in _LIMITS:
            with suppress(ValueError, OSError):  # a limit that this system does not know
                resource.setrlimit(limit, (value, value))
        _write(pipe, json.dumps(found_in(*work[:-1])).encode())
        code = 0
    except MemoryError:
        code = 2
    finally:
        os._exit(code)


def _write(pipe: int, answer: bytes) -> None:
    while answer:
        answer = answer[os.write(pipe, answer) :]


def _reason(status: int) -> str:
    code = os.waitstatus_to_exitcode(status)
    if code == -signal.SIGKILL:
        return "too slow"
    return "too much memory" if code in {2, -signal.SIGABRT, -signal.SIGSEGV} else f"exit {code}"
