"""When a channel wants its digest: a local time, on some weekdays, in a zone."""

from dataclasses import dataclass
from datetime import time

WORKDAYS = frozenset({1, 2, 3, 4, 5})
"""Monday to Friday, by ISO weekday."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """A local time on ISO weekdays (Monday is 1); `zone` is an IANA name ("Europe/London")."""

    on: bool = True
    at: time = time(9)
    days: frozenset[int] = WORKDAYS
    zone: str = "Etc/UTC"
    weekly: bool = False  # a round-up of the week, with the first digest of a week


NINE_ON_WORKDAYS = Schedule()
"""What holds where nobody chose."""
