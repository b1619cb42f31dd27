"""Requests go first: work in the same process begins when none is being taken."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

LONGEST_S = 0.1  # that a step waits: however many requests come, ten a second begin


class Precedence:
    """Knows how many requests are being taken just now.

    To take one is to check it and write it down, a millisecond. Beside a thread that looks up what
    a ministry said before, it would take fifty: only one thread of a process computes at a time.
    """

    def __init__(self, longest: float = LONGEST_S) -> None:
        self._longest = longest
        self._requests = 0
        self._changed = threading.Condition()

    @contextmanager
    def taking(self) -> Iterator[None]:
        """Take a request meanwhile."""
        with self._changed:
            self._requests += 1
        try:
            yield
        finally:
            with self._changed:
                self._requests -= 1
                if not self._requests:
                    self._changed.notify_all()

    def give_way(self) -> None:
        """Wait until no request is being taken, though not for long."""
        with self._changed:
            self._changed.wait_for(lambda: not self._requests, self._longest)
