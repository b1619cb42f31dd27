"""The loop that takes what came in to the desk, and the loop in which workers and sender run."""

import threading
from collections.abc import Callable
from datetime import timedelta

import structlog

from bot.claims import once
from bot.desk.desk import Desk
from bot.desk.queueing import tell_of_waits
from bot.desk.take import LEASE, take
from bot.newsroom.post import TRIES, Event, Leased
from bot.newsroom.press import word_for
from bot.precedence import Precedence

IDLE = 1.0  # seconds between two looks, unless roused: another process may have put it there
LATELY = 10  # events, over which the pace is taken
LOOK_EVERY = timedelta(seconds=10)
SORRY = (
    "Something went wrong on my side while reading that, more than once. Please tell whoever "
    "runs this bot; pasting it again later may work."
)
STAYS = (
    "Something went wrong on my side, more than once: what you wanted to be gone is still on "
    "record. Please tell whoever runs this bot, then try /claim forget."
)
UNCHANGED = (
    "Something went wrong on my side with your change of that message, more than once: on "
    "record is what stood there before. Please tell whoever runs this bot."
)
TOLD = {
    **dict.fromkeys((Event.MESSAGE, Event.COMMAND, Event.PASTED, Event.AGREED), SORRY),
    Event.EDITED: UNCHANGED,
    **dict.fromkeys((Event.DELETED, Event.FORGET), STAYS),
}
"""What the author of an event is told when it is given up; a bot's import has none."""

DIED = f"the worker ended {TRIES} times while at it"

log = structlog.get_logger()


class Worker:
    """Leases events one by one and hands them to the desk."""

    def __init__(self, desk: Desk, lease: float = LEASE) -> None:
        self._desk = desk
        self._lease = lease
        self._pace = 0.0  # seconds an event, of late
        self._looked = desk.clock()

    def step(self) -> bool:
        """Deal with the next event that is due; False when there is none and nothing else to do.

        While none is due, what is to be indexed anew is, a portion at a time.
        """
        started = self._desk.clock()
        leased = self._desk.inbox.lease(started, self._lease)
        if leased is None:
            return self._desk.archive.index_some()
        if leased.is_hopeless:
            self._failed(leased, DIED)
            return True
        try:
            kept = take(self._desk, leased)
        except Exception as error:  # noqa: BLE001 - whatever it was, the queue must move on
            self._failed(leased, type(error).__name__)
        else:
            seconds = (self._desk.clock() - started).total_seconds()
            log.info("taken", key=leased.incoming.key, kept=kept, seconds=round(seconds, 3))
            self._look_behind(seconds)
        self._desk.wake()
        return True

    def _look_behind(self, seconds: float) -> None:
        """See now and then whether others wait so long that they should know."""
        self._pace += (seconds - self._pace) / LATELY if self._pace else seconds
        now = self._desk.clock()
        if now - self._looked > LOOK_EVERY:
            self._looked = now
            tell_of_waits(self._desk, self._pace)

    def _failed(self, leased: Leased, reason: str) -> None:
        now, incoming = self._desk.clock(), leased.incoming
        dead = self._desk.inbox.fail(leased, now, reason)
        log.error("failed", key=incoming.key, reason=reason, dead=dead)
        if dead and incoming.event in TOLD and incoming.post.person:
            self._desk.outbox.put(word_for(incoming, TOLD[incoming.event], "sorry"), now)


class Loop(threading.Thread):
    """A thread that steps while there is work and otherwise waits to be roused.

    Before each step it lets those go first who have precedence.
    """

    def __init__(self, name: str, step: Callable[[], bool], precedence: Precedence) -> None:
        super().__init__(name=name, daemon=True)
        self._step = step
        self._precedence = precedence
        self._roused = threading.Event()
        self._ending = threading.Event()

    def rouse(self) -> None:
        """Look for work now."""
        self._roused.set()

    def end(self) -> None:
        """Finish the step in hand and stop."""
        self._ending.set()
        self._roused.set()

    def run(self) -> None:
        """Step until the end."""
        while not self._ending.is_set():
            self._roused.clear()
            self._precedence.give_way()
            if not self._one():
                self._roused.wait(IDLE)

    def _one(self) -> bool:
        try:
            return self._step()
        except Exception as error:  # noqa: BLE001 - the database may be away for a while
            log.warning("step failed", loop=self.name, reason=type(error).__name__)
            return False
        finally:
            once.clear()
