"""How a part of the bot runs in a process of its own that knows nothing of the bot's secrets."""

import json
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping
from multiprocessing.connection import Connection
from types import MappingProxyType
from typing import Any

from bot.newsroom.trouble import SetUpTrouble

READY = b"ready"
"""What a process says first, once everything that it needs is loaded."""

_RUN = (
    "import importlib, json, sys; sys.path[:] = json.loads(sys.argv[3]); "
    "module, _, name = sys.argv[1].partition(':'); "
    "getattr(importlib.import_module(module), name)(int(sys.argv[2]))"
)
_START_SECONDS = 60.0  # a cold disk and a busy machine; a second is usual
_NOTHING: Mapping[str, str] = MappingProxyType({})


class Gone(Exception):
    """The process died over a question, or took too long; `str()` says which."""


class Isolated:
    """A process that answers questions, one at a time; started when needed, again when it died.

    `entry` ("bot.articles.child:main") is called there with the number of a socket: it says READY
    and answers each pickled question with bytes until the socket closes. Its environment is
    `environment` alone.
    """

    def __init__(self, entry: str, environment: Mapping[str, str] = _NOTHING) -> None:
        self._entry = entry
        self._environment = environment
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._line: Connection | None = None

    @property
    def pid(self) -> int | None:
        """Return the number of the process that runs now."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start ahead of the first question; raise SetUpTrouble when it does not come up."""
        with self._lock:
            self._connected()

    def ask(self, question: Any, seconds: float) -> bytes:  # noqa: ANN401 - whatever can be pickled
        """Return the answer; raise Gone when there is none in `seconds`."""
        with self._lock:
            line = self._connected()
            try:
                line.send(question)
                if line.poll(seconds):
                    return line.recv_bytes()
            except (EOFError, OSError):
                code = self._end()
                raise Gone(f"died with exit code {code}") from None
            self._end()
            raise Gone(f"gave no answer in {seconds} s")

    def end(self) -> None:
        """End the process; another question starts another."""
        with self._lock:
            self._end()

    def _connected(self) -> Connection:
        if self._process and self._process.poll() is not None:
            self._end()
        if self._line is None:
            self._line = self._started()
        return self._line

    def _started(self) -> Connection:
        ours, theirs = socket.socketpair()
        with theirs:
            number, path = str(theirs.fileno()), json.dumps(sys.path)
            self._process = subprocess.Popen(  # noqa: S603 - our own modules, nothing from outside
                [sys.executable, "-I", "-c", _RUN, self._entry, number, path],
                env=dict(self._environment),
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,  # parsers quote the text there
            )
        line = Connection(ours.detach())
        if not _said_ready(line):
            line.close()
            self._end()
            raise SetUpTrouble(f"The process {self._entry} does not start: run “bot check”.")
        return line

    def _end(self) -> int | None:
        """End the process and return its exit code, negative for the signal that killed it."""
        process, self._process = self._process, None
        if self._line:
            self._line.close()
            self._line = None
        if not process:
            return None
        try:
            return process.wait(0.1)  # it died, or does so now that nobody listens
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()


def _said_ready(line: Connection) -> bool:
    try:
        return line.poll(_START_SECONDS) and line.recv_bytes() == READY
    except (EOFError, OSError):
        return False
