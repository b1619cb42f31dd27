"""The clock ticks on, also when somebody puts it back."""

import threading
from datetime import UTC, datetime, timedelta

from bot.jobs import Jobs

SECONDS = 0.05
MOST = 10.0  # seconds, on a busy machine


def test_a_clock_that_is_put_back_holds_up_no_tick() -> None:
    """To the schedule its next tick is hours away then: nothing was done for as long."""
    ticked = threading.Event()
    jobs = Jobs(ticked.set, seconds=SECONDS)
    jobs.start()
    assert ticked.wait(MOST)

    for job in jobs.scheduler.get_jobs():
        job.modify(next_run_time=datetime.now(UTC) + timedelta(hours=6))
    ticked.clear()

    assert ticked.wait(MOST)
    jobs.stop()
