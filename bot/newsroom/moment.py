"""A moment as people write it: a day, a time of day and perhaps a zone, in any order.

"6 Mar 9:00", "Friday 00:01 GMT", "0001 hrs BST on Friday, March 6, 2026", "tomorrow 5 pm". What
could be two moments is none: "06/03/2026", "midnight", "9:00 IST", a weekday that is another.
"""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
DAYS = "mon tue wed thu fri sat sun".split()
ZONES = {
    "gmt": 0, "utc": 0, "z": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180,
    "est": -300, "edt": -240, "pst": -480, "pdt": -420, "mst": -420, "mdt": -360,
}  # fmt: skip
"""Names of zones that mean one thing to newsrooms, in minutes east; IST and CST mean several."""
CITIES = {"et": "America/New_York", "pt": "America/Los_Angeles"}
WEEK = 7
NOON = 12
LAST_HOUR, LAST_MINUTE = 23, 59
FIRST_YEAR, LAST_YEAR = 1970, 2199  # beyond them it is a slip
FARTHEST = 14 * 60  # minutes: no clock on earth is farther east

_MONTH = r"(?P<{}>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_WEEKDAY = r"(?:(?P<weekday{0}>mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_YEAR = r"(?:,?\s+(?P<year{}>\d{{4}}))?"
_DAY = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th)?"
_GAP = re.compile(r"[\s,]+(?:(?:on|at|the)\s+)*|^(?:on|at|the)\s+|T(?=\d)", re.IGNORECASE)
_DATES = tuple(
    re.compile(pattern + r"(?![\d/.]*\d)", re.IGNORECASE)
    for pattern in (
        r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)",
        # "Friday, 6 March 2026", "6th of Mar"
        _WEEKDAY.format("") + _DAY.format("day") + r"\s+(?:of\s+)?" + _MONTH.format("name")
        + _YEAR.format(""),
        # "March 6, 2026"
        _WEEKDAY.format("") + _MONTH.format("name") + r"\s+" + _DAY.format("day")
        + _YEAR.format(""),
        r"(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*\b",
        r"(?P<word>today|tomorrow)\b",
    )
)  # fmt: skip
_TIMES = (
    # such as 9:00, 09.30, 9 am and 5:15 p.m. are
    re.compile(
        r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})(?::\d{2})?\s*(?P<half>[ap]\.?m\b\.?)?"
        r"|\s*(?P<only>[ap]\.?m\b\.?))(?:\s*(?:hrs|hours|h)\b)?(?!\d)",
        re.IGNORECASE,
    ),
    # "0001 hrs"
    re.compile(r"(?P<hour>\d{2})(?P<minute>\d{2})\s*(?:hrs|hours|h)\b", re.IGNORECASE),
    re.compile(r"(?:12\s+)?(?P<noon>noon)\b", re.IGNORECASE),
)
# "GMT", "(CET)", "UTC+1", "+01:00", "BST", and names that are none of ours: "IST"
_ZONE = re.compile(
    r"\s*\(?(?:(?P<name>(?-i:[A-Z]{1,3}T|UTC|Z)|gmt|utc|bst|cet|cest|est|edt|pst|pdt)\b)?"
    r"(?P<by>[+-]\d{1,2}(?::?\d{2})?(?!\d))?\)?(?!\w)",
    re.IGNORECASE,
)


def moment(words: str, now: datetime, zone: str) -> datetime | None:
    """Return the moment with which the words begin, in UTC; None where it is not certain.

    Without `zone` (an IANA name) it is certain only with day, time and zone written out. With one,
    a time alone is the next such time, a weekday the next such day, and no zone means that one.
    """
    left, day, at = words.strip(" .:,-\u2013\u2014*_"), None, None
    offset: timezone | ZoneInfo | None = None
    for _ in range(2):
        if at is None and (found := _time_in(left)):
            at, left = found
            named = _zone_in(left)
            if named is None:
                return None
            offset, left = named
        elif day is None and (dated := _day_in(left)):
            day, left = dated
        left = _GAP.sub("", left, count=1) if _GAP.match(left) else left
    return _settled(day, at, offset, (now, zone)) if at is not None else None


def _settled(
    day: re.Match[str] | None,
    at: time,
    offset: timezone | ZoneInfo | None,
    present: tuple[datetime, str],
) -> datetime | None:
    now, zone = present
    if not zone and (offset is None or day is None or not day.groupdict().get("day")):
        return None
    where = offset or ZoneInfo(zone)
    here = now.astimezone(where)
    if day is None:
        ahead = at > here.time()
        return _utc(here.date() + timedelta(days=0 if ahead else 1), at, where)
    found = _date_of(day, here, at)
    return _utc(found, at, where) if found else None


def _utc(day: date, at: time, where: timezone | ZoneInfo) -> datetime:
    return datetime.combine(day, at, where).astimezone(UTC)


def _date_of(found: re.Match[str], here: datetime, at: time) -> date | None:
    """Return the day that was written, None where there is no such day."""
    said = {name: word for name, word in found.groupdict().items() if word}
    if "word" in said:
        return here.date() + timedelta(days=said["word"].lower() == "tomorrow")
    weekday = DAYS.index(said["weekday"][:3].lower()) if "weekday" in said else None
    if "day" not in said:
        ahead = ((weekday or 0) - here.weekday()) % WEEK
        return here.date() + timedelta(days=ahead or (0 if at > here.time() else WEEK))
    month = said.get("month") or MONTHS.index(said["name"][:3].lower()) + 1
    day = _nearest((int(month), int(said["day"])), said.get("year"), here.date())
    return day if day and weekday in {None, day.weekday()} else None


def _nearest(wanted: tuple[int, int], year: str | None, today: date) -> date | None:
    """Return the day of this (month, day); without a year that which is nearest to today."""
    years = [int(year)] if year else [today.year + by for by in (-1, 0, 1)]
    days = [day for one in years if (day := _a_day(one, *wanted))]
    return min(days, key=lambda day: abs(day - today), default=None)


def _a_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def _day_in(words: str) -> tuple[re.Match[str], str] | None:
    for pattern in _DATES:
        if found := pattern.match(words):
            return found, words[found.end() :]
    return None


def _time_in(words: str) -> tuple[time, str] | None:
    for pattern in _TIMES:
        if found := pattern.match(words):
            at = _of_the_day(found.groupdict())
            return (at, words[found.end() :]) if at else None
    return None


def _of_the_day(said: dict[str, str | None]) -> time | None:
    """Return the time of day, None where there is none such: 25:00, 13 pm."""
    if said.get("noon"):
        return time(NOON)
    hour, minute = int(said["hour"] or 0), int(said.get("minute") or 0)
    half = (said.get("half") or said.get("only") or "").lower()
    if half:
        if not 1 <= hour <= NOON:
            return None
        hour = hour % NOON + (NOON if half[0] == "p" else 0)
    return time(hour, minute) if hour <= LAST_HOUR and minute <= LAST_MINUTE else None


def _zone_in(words: str) -> tuple[timezone | ZoneInfo | None, str] | None:
    """Return the zone after a time, if there is one, and the rest; None if not certain."""
    found = _ZONE.match(words)
    if not found or not (found["name"] or found["by"]):
        return None, words
    name, left = (found["name"] or "utc").lower(), words[found.end() :]
    if name in CITIES and not found["by"]:
        return ZoneInfo(CITIES[name]), left
    if name not in ZONES or (found["by"] and ZONES[name]):
        return None
    east = ZONES[name] + _minutes(found["by"] or "+0")
    return (timezone(timedelta(minutes=east)), left) if abs(east) <= FARTHEST else None


def _minutes(by: str) -> int:
    hours, _, minutes = by[1:].partition(":")
    if not minutes and len(hours) > 2:  # noqa: PLR2004 - "+0100"
        hours, minutes = hours[:-2], hours[-2:]
    east = int(hours) * 60 + int(minutes or 0)
    return -east if by[0] == "-" else east
