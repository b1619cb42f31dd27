"""What the ways of writing a single day mean: "May 4 and 5", "next Friday", "yesterday"."""

import re
from datetime import date, timedelta

from bot.claims.days import Anchor, Days, Tense, nearest_year, span_around, span_of_year

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
           "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}  # fmt: skip
_NEAR = {"the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1,
         "the day after tomorrow": 2}  # fmt: skip
_FEASTS = {"christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24),
           "boxing day": (12, 26), "new year's eve": (12, 31), "new year's day": (1, 1),
           "valentine's day": (2, 14), "halloween": (10, 31)}  # fmt: skip
_LAST_MONTH = 12


def month_of(name: str) -> int:
    """Return the number of a month by its name or abbreviation."""
    return _MONTHS.index(name[:3].lower()) + 1


def count_of(written: str) -> int:
    """Return a small number written in digits or as a word."""
    return int(written) if written.isdigit() else _COUNTS[written.lower()]


def step_of(which: str | None) -> int:
    """Return -1 for "last", 1 for "next", 0 for "this"."""
    return {"last": -1, "previous": -1, "next": 1}.get((which or "").lower(), 0)


def full_date(match: re.Match[str], _: Anchor) -> Days | None:
    """Return the day of "2023-04-17"."""
    return _one(date(int(match["y"]), int(match["m"]), int(match["d"])))


def slashed(match: re.Match[str], _: Anchor) -> Days | None:
    """Return the day of "23/08/2019"; None for "5/6/2019", which the world reads in two ways."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    year += 2000 if year < 100 else 0  # noqa: PLR2004 - years of two digits
    if first > _LAST_MONTH or first == second:
        return _one(date(year, second, first))
    return _one(date(year, first, second)) if second > _LAST_MONTH else None


def day_of_month(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the days of "April 17, 2023", "17 April" or "May 4 and 5"."""
    first, last = (int(re.sub(r"\D", "", match[part] or match["d"])) for part in "de")
    month = month_of(match["m"])
    year = int(match["y"] or 0) or nearest_year(lambda each: date(each, month, first), anchor)
    return date(year, month, first), date(year, month, last)


def bare_day(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the day of "on the 18th"."""
    day = int(re.sub(r"\D", "", match["d"]))
    steps = {Tense.PAST: (0, -1), Tense.FUTURE: (0, 1), Tense.OPEN: (0,)}[anchor.tense]
    starts = [span_around(anchor.published, step, "month")[0] for step in steps]
    days = [start.replace(day=day) for start in starts]
    ahead = anchor.tense is Tense.FUTURE
    fits = [each for each in days if (each >= anchor.published) is ahead]
    return _one((fits or days)[0])


def weekday(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the day of "Friday", "last Friday" or "Friday of next week"."""
    number, published = _WEEKDAYS.index(match["w"].lower()), anchor.published
    which = (match["which"] or "").lower()
    if match["week"] or which == "next":
        monday, _ = span_around(published, step_of(match["week"] or which), "week")
        return _one(monday + timedelta(number))
    if which in {"last", "this past"}:
        return _one(published - timedelta((published.weekday() - number - 1) % 7 + 1))
    if match["after"]:  # "from Friday week"
        return _one(published + timedelta((number - published.weekday()) % 7 + 7))
    if anchor.tense is Tense.PAST and "coming" not in which:
        return _one(published - timedelta((published.weekday() - number) % 7))
    return _one(published + timedelta((number - published.weekday()) % 7))


def near(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the day of "today", "tomorrow" or "last night"."""
    return _one(anchor.published + timedelta(_NEAR.get(match[0].lower(), 0)))


def ago(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return a day for "six days ago", a year for "six years ago"."""
    count = count_of(match["n"])
    if match["unit"].lower().startswith("year"):
        return span_of_year(anchor.published.year - count)
    return _one(anchor.published - timedelta(count))


def ahead(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the days that "within 30 days" or "over the next two weeks" leaves from publication.

    None for what has happened: "had spread within two days".
    """
    if anchor.tense is not Tense.FUTURE:
        return None
    count, unit = count_of(match["n"]), match["unit"].lower()
    if unit.startswith("hour"):
        count //= 24
    days = count * (7 if unit.startswith("week") else 1)
    return (anchor.published, anchor.published + timedelta(days)) if days else None


def feast(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the day of "Christmas" or "New Year's Eve"."""
    month, day = _FEASTS[match["f"].lower().replace("’", "'")]
    year = int(match["y"] or 0) or nearest_year(lambda each: date(each, month, day), anchor)
    return _one(date(year, month, day))


def clock(_: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the day of publication for "at noon" with no day beside it."""
    return _one(anchor.published)


def _one(day: date) -> Days:
    return day, day
