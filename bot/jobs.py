"""The clock of the bot: APScheduler ticks, the database decides what is due and who does it."""

from collections.abc import Callable
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
        self._scheduler = BackgroundScheduler(timezone="UTC", daemon=True)
        for tick in ticks:
            self._scheduler.add_job(
                partial(_ticked, tick),
                "interval",
                seconds=seconds,
                coalesce=True,
                max_instances=1,
                misfire_grace_time=None,
            )

    def start(self) -> None:
        """Start to tick."""
        self._scheduler.start()

    def stop(self) -> None:
        """Finish the tick in hand and stop."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=True)


def _ticked(tick: Callable[[], object]) -> None:
    """Tick; what goes wrong is logged by its kind alone, and tried again at the next one."""
    try:
        tick()
    except Exception as error:  # noqa: BLE001 - the database may be away for a while
        log.warning("tick failed", reason=type(error).__name__)
