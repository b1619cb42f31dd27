"""On which days a time falls, seen from the day of publication: "mid-May", "last year"."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

Days = tuple[date, date]
"""First and last day, both inclusive."""


class Tense(Enum):
    """Which way from the publication a time without a year points."""

    PAST = auto()
    FUTURE = auto()
    OPEN = auto()  # present tense or no verb


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a relative time is counted from; `published` is None for an undated article."""

    published: date | None
    tense: Tense = Tense.OPEN


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_COUNTS = dict(
    zip(
        ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
        (1, *range(1, 11)),
        strict=True,
    )
)
_ORDER = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "final": 4,
    "last": 4,
    **{str(number): number for number in (1, 2, 3, 4)},
}


def span_of_month(year: int, month: int) -> Days:
    """Return the first and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def span_of_year(year: int) -> Days:
    """Return the first and last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _ymd(match: re.Match[str], _: Anchor) -> Days | None:
    day = date(int(match["y"]), int(match["m"]), int(match["d"]))
    return day, day


def _month_day(match: re.Match[str], anchor: Anchor) -> Days | None:
    first, last = (int(re.sub(r"\D", "", match[part] or match["d"])) for part in "de")
    month = _month(match["m"])
    if match["y"]:
        year = int(match["y"])
    elif anchor.published is None:
        return None
    else:
        years = [anchor.published.year + step for step in (-1, 0, 1)]
        year = _nearest([(each, date(each, month, first)) for each in years], anchor)
    return date(year, month, first), date(year, month, last)


def _nearest(years: list[tuple[int, date]], anchor: Anchor) -> int:
    """Return the year whose day lies nearest to publication, on the side that the tense allows."""
    published = anchor.published or date.min
    sides = {
        Tense.PAST: [pair for pair in years if pair[1] <= published],
        Tense.FUTURE: [pair for pair in years if pair[1] >= published],
        Tense.OPEN: years,
    }
    return min(sides[anchor.tense] or years, key=lambda pair: abs(pair[1] - published))[0]


def _month_only(match: re.Match[str], anchor: Anchor) -> Days | None:
    month = _month(match["m"])
    year = _year_of_month(month, match["y"], anchor, (match["which"] or "").lower())
    return span_of_month(year, month) if year else None


def _year_of_month(month: int, written: str | None, anchor: Anchor, which: str = "") -> int | None:
    if written:
        return int(written)
    if anchor.published is None:
        return None
    year, now = anchor.published.year, anchor.published.month
    tense = {"last": Tense.PAST, "next": Tense.FUTURE}.get(which, anchor.tense)
    if which == "this":
        return year
    if tense is Tense.PAST:
        return year - (month > now or (which == "last" and month == now))
    if tense is Tense.FUTURE:
        return year + (month < now)
    return min((year - 1, year, year + 1), key=lambda y: abs((y - year) * 12 + month - now))


_STAGES_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_STAGES_OF_YEAR = {"early": (1, 3), "mid": (5, 8), "late": (10, 12)}
_STAGE_WORDS = {"beginning": "early", "start": "early", "middle": "mid", "end": "end"}


def _stage(match: re.Match[str], anchor: Anchor) -> Days | None:
    stage = match["stage"].lower()
    stage = next((short for word, short in _STAGE_WORDS.items() if word in stage), stage)
    span = _staged(match, anchor)
    if span is None:
        return None
    first, last = span
    if stage == "end":
        return last, last
    if "half" in stage:
        middle = first + (last - first) / 2
        return (first, middle) if "first" in stage else (middle + timedelta(1), last)
    if last - first < timedelta(8):
        return None  # "early this week"
    if last - first < timedelta(40):
        low, high = _STAGES_OF_MONTH[stage]
        return first.replace(day=low), first.replace(day=min(high, last.day))
    low, high = _STAGES_OF_YEAR[stage]
    return date(first.year, low, 1), span_of_month(first.year, high)[1]


def _staged(match: re.Match[str], anchor: Anchor) -> Days | None:
    if match["x"]:
        return span_of_year(int(match["x"]))
    if match["m"]:
        year = _year_of_month(_month(match["m"]), match["y"], anchor)
        return span_of_month(year, _month(match["m"])) if year else None
    if anchor.published is None:
        return None
    return _unit_around(anchor.published, _step(match["which"]), match["unit"].lower())


def _weekday(match: re.Match[str], anchor: Anchor) -> Days | None:
    if anchor.published is None:
        return None
    number = _WEEKDAYS.index(match["w"].lower())
    which = (match["which"] or "").lower()
    if match["week"]:
        day = _monday(anchor.published, match["week"].lower().split()[0]) + timedelta(number)
    elif which == "next":
        day = _monday(anchor.published, "next") + timedelta(number)
    elif which in {"last", "this past"}:
        day = anchor.published - timedelta((anchor.published.weekday() - number - 1) % 7 + 1)
    elif anchor.tense is Tense.PAST and which != "the coming":
        day = anchor.published - timedelta((anchor.published.weekday() - number) % 7)
    else:
        day = anchor.published + timedelta((number - anchor.published.weekday()) % 7)
    return day, day


def _monday(published: date, which: str) -> date:
    steps = {"last": -1, "next": 1}.get(which, 0)
    return published - timedelta(published.weekday()) + timedelta(7 * steps)


_NEAR = {"the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1,
         "the day after tomorrow": 2}  # fmt: skip


def _near(match: re.Match[str], anchor: Anchor) -> Days | None:
    if anchor.published is None:
        return None
    day = anchor.published + timedelta(_NEAR.get(match[0].lower(), 0))
    return day, day


def _quarter(match: re.Match[str], anchor: Anchor) -> Days | None:
    year = _year_of_part(match, anchor)
    months = 6 if match["unit"].lower() in {"half", "h"} else 3
    number = min(_ORDER[match["q"].lower()], 12 // months)
    if year is None:
        return None
    return date(year, (number - 1) * months + 1, 1), span_of_month(year, number * months)[1]


def _first_months(match: re.Match[str], anchor: Anchor) -> Days | None:
    year, count = _year_of_part(match, anchor), _count(match["n"])
    return (date(year, 1, 1), span_of_month(year, count)[1]) if year else None


def _year_of_part(match: re.Match[str], anchor: Anchor) -> int | None:
    """Return the year of "the second half of last year", "Q3 2025" or "the third quarter"."""
    parts = match.groupdict()
    if written := parts.get("y") or parts.get("x"):
        return int(written)
    if anchor.published is None:
        return None
    return anchor.published.year + _step(parts.get("which") or "")


def _step(which: str) -> int:
    return {"last": -1, "next": 1}.get(which.lower(), 0)


def _count(written: str) -> int:
    return int(written) if written.isdigit() else _COUNTS[written.lower()]


def _year_end(_: re.Match[str], anchor: Anchor) -> Days | None:
    if anchor.published is None:
        return None
    last = date(anchor.published.year - (anchor.tense is Tense.PAST), 12, 31)
    return last, last


def _period(match: re.Match[str], anchor: Anchor) -> Days | None:
    which, unit = match["which"].lower(), match["unit"].lower()
    if unit == "weekend":
        return _weekend(which, anchor)
    if which in {"this", "last", "next"}:
        return _around(which, unit, anchor)
    return None


def _weekend(which: str, anchor: Anchor) -> Days | None:
    if anchor.published is None:
        return None
    past = which == "last" or (which != "next" and anchor.tense is Tense.PAST)
    if past:
        back = (anchor.published.weekday() - 5) % 7  # days since Saturday
        saturday = anchor.published - timedelta(back if which != "last" or back > 1 else back + 7)
    else:
        saturday = _monday(anchor.published, which) + timedelta(5)
    return saturday, saturday + timedelta(1)


def _around(which: str, unit: str, anchor: Anchor) -> Days | None:
    """Return the week, month, quarter or year before, around or after publication.

    What has happened "this year" has happened by the day of publication.
    """
    if anchor.published is None:
        return None
    first, last = _unit_around(anchor.published, _step(which), unit)
    so_far = which == "this" and anchor.tense is Tense.PAST
    return first, anchor.published if so_far else last


def _unit_around(published: date, step: int, unit: str) -> Days:
    if unit == "week":
        monday = published - timedelta(published.weekday()) + timedelta(7 * step)
        return monday, monday + timedelta(6)
    if unit == "year":
        return span_of_year(published.year + step)
    if unit == "month":
        year, month = divmod(published.year * 12 + published.month - 1 + step, 12)
        return span_of_month(year, month + 1)
    year, quarter = divmod(published.year * 4 + (published.month - 1) // 3 + step, 4)
    return date(year, quarter * 3 + 1, 1), span_of_month(year, quarter * 3 + 3)[1]


def _ago(match: re.Match[str], anchor: Anchor) -> Days | None:
    if anchor.published is None:
        return None
    day = anchor.published - timedelta(_count(match["n"]))
    return day, day


def _clock(_: re.Match[str], anchor: Anchor) -> Days | None:
    return (anchor.published, anchor.published) if anchor.published else None


RULES: dict[str, Callable[[re.Match[str], Anchor], Days | None]] = {
    "iso": _ymd,
    "month_day": _month_day,
    "day_month": _month_day,
    "stage": _stage,
    "month": _month_only,
    "weekday": _weekday,
    "near": _near,
    "months": _first_months,
    "quarter": _quarter,
    "numbered": _quarter,
    "year_end": _year_end,
    "period": _period,
    "ago": _ago,
    "year": lambda match, _: span_of_year(int(match["y"])),
    "decade": lambda match, _: (date(int(match["y"]), 1, 1), date(int(match["y"]) + 9, 12, 31)),
    "clock": _clock,
}
"""What each kind of time (a name of the patterns in timewords) means in days."""
