"""How a part of the bot runs in a process of its own that knows nothing of the bot's secrets."""

import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from multiprocessing.connection import Connection
from types import MappingProxyType
from typing import Any

from bot.newsroom.trouble import SetUpTrouble

READY = b"ready"
"""What a process says first, once everything that it needs is loaded."""

_RUN = (
    "from signal import *; "
    # Ctrl-C and a supervisor's kill go to all processes of a group, but stopping is the bot's to
    # do: a page that is being read must not look like one that killed its reader.
    "[signal(number, SIG_IGN) for number in (SIGHUP, SIGINT, SIGTERM)]; "
    "import importlib, json, sys; sys.path[:] = json.loads(sys.argv[3]); "
    "module, _, name = sys.argv[1].partition(':'); "
    "getattr(importlib.import_module(module), name)(int(sys.argv[2]))"
)
_START_SECONDS = 60.0  # a cold disk and a busy machine; a second is usual
_GLANCE = 0.5  # seconds between two chances for a signal to break off the waiting
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
        self._unwanted = threading.Event()

    @property
    def pid(self) -> int | None:
        """Return the number of the process that runs now."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start ahead of the first question; raise SetUpTrouble when it does not come up."""
        with self._held():
            self._connected()

    def ask(self, question: Any, seconds: float) -> bytes:  # noqa: ANN401 - whatever can be pickled
        """Return the answer; raise Gone when there is none in `seconds`."""
        with self._held():
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
        """End the process, after the question in hand if there is one; another starts another.

        Does not wait for that question: whoever stops the bot has only seconds.
        """
        self._unwanted.set()
        self._end_if_unwanted()

    @contextmanager
    def _held(self) -> Iterator[None]:
        """Keep the process to one question, and end it after that if it was unwanted meanwhile."""
        try:
            with self._lock:
                self._unwanted.clear()
                yield
        finally:
            self._end_if_unwanted()

    def _end_if_unwanted(self) -> None:
        if self._unwanted.is_set() and self._lock.acquire(blocking=False):
            try:
                self._end()
            finally:
                self._lock.release()

    def _connected(self) -> Connection:
        if self._process and self._process.poll() is not None:
            self._end()
        if self._line is None:
            return self._start()
        return self._line

    def _start(self) -> Connection:
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
        self._line = line = Connection(ours.detach())
        ready = False
        try:
            ready = _said_ready(line)
        finally:
            if not ready:
                self._end()
        if not ready:
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
    until = time.monotonic() + _START_SECONDS
    try:
        while not line.poll(_GLANCE):
            if time.monotonic() > until:
                return False
        return line.recv_bytes() == READY
    except (EOFError, OSError):
        return False
