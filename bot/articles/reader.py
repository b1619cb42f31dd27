"""The parent's side of the process that reads pages: starts it, asks it, replaces it when gone."""

import json
import socket
import subprocess
import sys
import threading
from datetime import datetime
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Self

from bot.articles.fetch import Page
from bot.articles.found import Found
from bot.articles.markup import MOST_MARKS
from bot.newsroom.trouble import PageTooLarge, PoisonPage, SetUpTrouble

_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[2]); "
    "from bot.articles.child import main; main(int(sys.argv[1]))"
)
_START_SECONDS = 30.0  # a cold disk; half a second is usual
_ANSWER_SECONDS = 8.0  # the process itself gives a page five

_POISON = (
    "The page is built in a way that takes too long to read. Paste the text of the article "
    "with “add”."
)
_MARKS = "The page has far more parts than an article. Paste the text of the article with “add”."


class PageReader:
    """Takes articles out of pages in a process of its own; one page at a time, from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._line: Connection | None = None

    def __enter__(self) -> Self:
        """Start the process, which takes half a second."""
        with self._lock:
            self._connected()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def found(self, page: Page, now: datetime) -> Found:
        """Return what is in the page; raise PoisonPage or PageTooLarge."""
        if page.body.count(b"<") > MOST_MARKS:
            raise PageTooLarge(_MARKS)
        with self._lock:
            answer = self._asked((page.body, page.content_type, page.url, now))
        try:
            return Found.checked(json.loads(answer))
        except (ValueError, KeyError, TypeError):
            trouble = PoisonPage(_POISON)
            trouble.add_note(answer[:100].decode("ascii", "replace"))
            raise trouble from None

    def close(self) -> None:
        """End the process; the next page starts another."""
        with self._lock:
            self._end()

    def _asked(self, work: tuple[bytes, str, str, datetime]) -> bytes:
        """Return the answer, or words that are none when the process is gone or hangs."""
        try:
            line = self._connected()
            line.send(work)
            if line.poll(_ANSWER_SECONDS):
                return line.recv_bytes()
        except (EOFError, OSError):
            self._end()
            return b"the reading process is gone"
        self._end()
        return b"the reading process hangs"

    def _connected(self) -> Connection:
        if self._process and self._process.poll() is not None:
            self._end()
        if self._line is None:
            self._line = self._started()
        return self._line

    def _started(self) -> Connection:
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own module, nothing from outside
                [sys.executable, "-I", "-c", _START, str(theirs.fileno()), json.dumps(sys.path)],
                env={},
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,  # parsers quote the page there
            )
        line = Connection(ours.detach())
        try:
            if line.poll(_START_SECONDS) and line.recv_bytes():
                return line
        except (EOFError, OSError):
            pass
        line.close()
        self._end()
        raise SetUpTrouble(
            "The process that reads pages does not start: run “python -m bot check”."
        )

    def _end(self) -> None:
        if self._line:
            self._line.close()
        if self._process:
            self._process.kill()
            self._process.wait()
        self._line = self._process = None
