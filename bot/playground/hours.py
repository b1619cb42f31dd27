"""The clock of the playground, which can be put forward to the next morning."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bot.newsroom.localday import coming
from bot.newsroom.schedule import NINE_ON_WORKDAYS

AFTER = timedelta(seconds=1)


class Hours:
    """Goes as all clocks do, from wherever it was put; for any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._by = timedelta(0)
        self._tick: Callable[[], object] = int

    def __call__(self) -> datetime:
        """Return the moment that it is in the playground, in UTC."""
        with self._lock:
            return datetime.now(UTC) + self._by

    def seconds(self) -> float:
        """Return the moment as seconds, as Slack counts them."""
        return self().timestamp()

    def rouse(self, tick: Callable[[], object]) -> None:
        """Let the bot look at its clock by this, whenever the time was put forward."""
        self._tick = tick

    def next_morning(self) -> None:
        """Put the clock to the next morning on which digests come; the bot looks before and after.

        Its first look at a channel tells nothing: from there on it waits for what is new.
        """
        self._tick()
        now = self()
        at = coming(NINE_ON_WORKDAYS, now)
        if at is not None:
            with self._lock:
                self._by += at.astimezone(UTC) - now + AFTER
        self._tick()
