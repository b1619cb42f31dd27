"""Which local day is due, and at what instant: a pure function of zone, weekdays and time.

Two hours of a year make it harder than it looks: one that does not exist in spring and one that
comes twice in autumn; and once, in Apia, a whole day was left out.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.newsroom.schedule import Schedule

DAY = timedelta(days=1)
LOOK_BACK = 8  # days: one more than a week, for a digest that comes on one weekday
SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Due:
    """A local day whose time has come, and the instant at which it had, in UTC."""

    day: date
    at: datetime


def local_day(schedule: Schedule, now: datetime) -> date:
    """Return which day it is where the channel is."""
    return now.astimezone(ZoneInfo(schedule.zone)).date()


def due(schedule: Schedule, now: datetime) -> Due | None:
    """Return the newest day whose time has come, None where none has within a week.

    Older days than that one are not caught up with: a digest says all since the last.
    """
    today = local_day(schedule, now)
    for back in range(-1, LOOK_BACK):  # tomorrow too: a clock may have been set back
        day = today - back * DAY
        at = instant(schedule, day)
        if at is not None and at <= now:
            return Due(day, at)
    return None


def coming(schedule: Schedule, now: datetime) -> datetime | None:
    """Return the next time, in the channel's zone; None when it is off or has no days."""
    today = local_day(schedule, now)
    for ahead in range(LOOK_BACK + 1):
        at = instant(schedule, today + ahead * DAY)
        if schedule.on and at is not None and at > now:
            return at.astimezone(ZoneInfo(schedule.zone))
    return None


def instant(schedule: Schedule, day: date) -> datetime | None:
    """Return when the day's digest is due, in UTC; None on other weekdays and on no day at all.

    A time in the spring gap means the first instant after it, one in the autumn fold the first of
    the two. The 30th of December 2011 was no day in Apia.
    """
    if day.isoweekday() not in schedule.days:
        return None
    zone = ZoneInfo(schedule.zone)
    wanted = datetime.combine(day, schedule.at)
    at = wanted.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if at.astimezone(zone).replace(tzinfo=None) != wanted:
        at = _after_the_gap(wanted, zone)
    return at if at.astimezone(zone).date() == day else None


def _after_the_gap(wanted: datetime, zone: ZoneInfo) -> datetime:
    """Return the instant at which the clocks jumped over the wanted time."""
    early = wanted.replace(tzinfo=zone, fold=1).astimezone(UTC)  # by the offset that comes
    late = wanted.replace(tzinfo=zone, fold=0).astimezone(UTC)  # by the offset that was
    new = late.astimezone(zone).utcoffset()
    while late - early > SECOND:
        middle = early + (late - early) / 2
        if middle.astimezone(zone).utcoffset() == new:
            late = middle
        else:
            early = middle
    return late.replace(microsecond=0)


def zone_name(zone: str) -> str:
    """Return a time zone as people name it: "UTC" for "Etc/UTC", else its own name."""
    return "UTC" if zone in {"Etc/UTC", "UTC"} else zone
