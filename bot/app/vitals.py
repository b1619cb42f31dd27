"""What a load balancer and a monitoring system are told: whether all is well, counts and ages."""

from collections.abc import Callable, Iterator
from datetime import datetime

from bot.desk.ports import Clock
from storage.health import Health, Queue

PREFIX = "on_the_record"
GAUGES: tuple[tuple[str, str, Callable[[Queue, datetime], float]], ...] = (
    ("waiting", "What has yet to be dealt with.", lambda queue, _: queue.waiting),
    ("in_hand", "What is being dealt with.", lambda queue, _: queue.in_hand),
    ("dead", "What was given up.", lambda queue, _: queue.dead),
    ("oldest_seconds", "Age of the oldest that waits.", lambda queue, now: queue.age(now)),
)


class Vitals:
    """Looks at the database when asked; says nothing about whom or what it is all about."""

    def __init__(self, health: Health, clock: Clock) -> None:
        self._health = health
        self._clock = clock

    def trouble(self) -> str:
        """Return what is wrong in a word or two, empty when all is well."""
        try:
            queues = self._health.queues()
        except Exception:  # noqa: BLE001 - whatever it is, the database is not there for us
            return "no database"
        now = self._clock()
        late = [one.what for one in queues if one.is_late(now)]
        return f"late: {', '.join(late)}" if late else ""

    def metrics(self) -> str:
        """Return all figures in Prometheus's text form; raises what the database raises."""
        return "".join(f"{line}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        now, queues = self._clock(), self._health.queues()
        for name, told, measure in GAUGES:
            yield f"# HELP {PREFIX}_{name} {told}"
            yield f"# TYPE {PREFIX}_{name} gauge"
            for queue in queues:
                yield f'{PREFIX}_{name}{{queue="{queue.what}"}} {measure(queue, now):g}'
        yield f"# HELP {PREFIX}_taken_total What came in or was to be said, ever."
        yield f"# TYPE {PREFIX}_taken_total counter"
        for queue in queues:
            yield f'{PREFIX}_taken_total{{queue="{queue.what}"}} {queue.ever}'
