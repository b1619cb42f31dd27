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
        self._connected: Callable[[], bool] | None = None

    def listens(self, connected: Callable[[], bool]) -> None:
        """Tell from now on too whether we are connected to Slack, by Socket Mode."""
        self._connected = connected

    def trouble(self) -> str:
        """Return what is wrong in a word or two, empty when all is well."""
        now = self._clock()
        try:
            if self._health.is_read_only():
                return "read-only database"
            queues = self._health.queues(now)
        except Exception:  # noqa: BLE001 - whatever it is, the database is not there for us
            return "no database"
        if self._connected and not self._connected():
            return "not connected to Slack"
        late = [one.what for one in queues if one.is_late(now)]
        return f"late: {', '.join(late)}" if late else ""

    def metrics(self) -> str:
        """Return all figures in Prometheus's text form; raises what the database raises."""
        return "".join(f"{line}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        now = self._clock()
        queues = self._health.queues(now)
        for name, told, measure in GAUGES:
            yield f"# HELP {PREFIX}_{name} {told}"
            yield f"# TYPE {PREFIX}_{name} gauge"
            for queue in queues:
                yield f'{PREFIX}_{name}{{queue="{queue.what}"}} {measure(queue, now):g}'
        if self._connected:
            yield f"# HELP {PREFIX}_connected Whether this process has its Socket Mode connection."
            yield f"# TYPE {PREFIX}_connected gauge"
            yield f"{PREFIX}_connected {self._connected():d}"
