"""The clock of the bot: APScheduler ticks, the database decides what is due and who does it."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

import structlog
from apscheduler.schedulers.background import BackgroundScheduler

EVERY_S = 30

log = structlog.get_logger()


class Jobs:
    """Calls each tick every so many `seconds` in a thread beside, never twice at a time.

    Nothing of the schedule lies here: a tick that is missed, or comes twice, harms nothing.
    """

    def __init__(self, *ticks: Callable[[], object], seconds: float = EVERY_S) -> None:
        self.scheduler = BackgroundScheduler(timezone="UTC", daemon=True)
        self._every = timedelta(seconds=seconds)
        self._ending = threading.Event()
        self._watch = threading.Thread(target=self._look_ahead, name="watch", daemon=True)
        for tick in ticks:
            self.scheduler.add_job(
                partial(_ticked, tick),
                "interval",
                seconds=seconds,
                coalesce=True,
                max_instances=1,
                misfire_grace_time=None,
            )

    def start(self) -> None:
        """Start to tick."""
        self.scheduler.start()
        self._watch.start()

    def stop(self) -> None:
        """Finish the tick in hand and stop."""
        if self.scheduler.running:
            self._ending.set()
            self._watch.join()
            self.scheduler.shutdown(wait=True)

    def _look_ahead(self) -> None:
        """Tick at once where the next tick is too far away: the machine's clock was put back.

        The schedule would wait for as long as the clock was put back by, an hour or a day.
        """
        while not self._ending.wait(self._every.total_seconds()):
            now = datetime.now(UTC)
            for job in self.scheduler.get_jobs():
                if job.next_run_time > now + 2 * self._every:
                    job.modify(next_run_time=now)


def _ticked(tick: Callable[[], object]) -> None:
    """Tick; what goes wrong is logged by its kind alone, and tried again at the next one."""
    try:
        tick()
    except Exception as error:  # noqa: BLE001 - the database may be away for a while
        log.warning("tick failed", reason=type(error).__name__)
