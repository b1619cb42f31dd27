"""What the ways of writing a single day mean: "May 4 and 5", "next Friday", "yesterday"."""

import re
from datetime import date, timedelta

from bot.claims.days import (
    WEEKDAYS,
    Anchor,
    Days,
    Tense,
    month_of,
    nearest_year,
    span_around,
    span_of_month,
)
from bot.claims.feasts import feast_day

_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
           "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}  # fmt: skip
_NEAR = {"the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1,
         "the day after tomorrow": 2, "tmrw": 1}  # fmt: skip
_LAST_MONTH = 12
_YEARS_AHEAD = 20
_HOURS = 24  # of a day
_SPELT = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
          "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
          "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
          "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30}


_CARDINALS = _COUNTS | {
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip


def count_of(written: str) -> int:
    """Return a small number written in digits or as a word."""
    return int(written) if written.isdigit() else _COUNTS[written.lower()]


def step_of(which: str | None) -> int:
    """Return -1 for "last", 1 for "next", 0 for "this"."""
    steps = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1}
    return steps.get((which or "").lower(), 0)


def number_of_day(written: str) -> int:
    """Return the number of "4", "4th", "fourth" or "twenty-third"."""
    if digits := re.sub(r"\D", "", written):
        return int(digits)
    tens, _, ones = written.lower().replace("-", " ").rpartition(" ")
    return _TENS.get(tens, 0) + _SPELT[ones]


def spoken(match: re.Match[str], _: Anchor) -> Days | None:
    """Return the days of "January twenty-five, nineteen eighty-six" and "May two thousand ten"."""
    year = _number_spelt(match["spelt"])
    if match["p"]:
        return span_of_month(year, month_of(match["p"]))
    month, day = month_of(match["m"] or match["o"]), match["d"] or match["n"]
    ordinal = day.lower().endswith(("st", "nd", "rd", "th"))
    return _one(date(year, month, number_of_day(day) if ordinal else _number_spelt(day)))


def _number_spelt(written: str) -> int:
    """Return the number of "twenty-five", "nineteen eighty-six" or "two thousand and ten"."""
    words = written.lower().replace("-", " ").replace(" and ", " ").split()
    if words[1:2] in (["hundred"], ["thousand"]):
        times = {"hundred": 100, "thousand": 1000}[words[1]]
        return _CARDINALS[words[0]] * times + sum(_CARDINALS[word] for word in words[2:])
    century = len(words) > 1 and _CARDINALS[words[1]] > 9  # noqa: PLR2004 - not "twenty five"
    parts = [_CARDINALS[word] for word in words]
    return parts[0] * 100 + sum(parts[1:]) if century else sum(parts)


def full_year(written: str, anchor: Anchor) -> int:
    """Return the year of "25", which lies no more than twenty years ahead: "40" is 1940."""
    year = int(written)
    if len(written) > 2:  # noqa: PLR2004 - years of two digits
        return year
    ahead = 2000 + year > anchor.published.year + _YEARS_AHEAD and anchor.published.year > 1
    return year + (1900 if ahead else 2000)


def full_date(match: re.Match[str], _: Anchor) -> Days | None:
    """Return the day of "2023-04-17"."""
    return _one(date(int(match["y"]), int(match["m"]), int(match["d"])))


def slashed(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the day of "23/08/2019"; None for "5/6/2019", which the world reads in two ways."""
    first, second = int(match["a"]), int(match["b"])
    order = _month_first((first, second))
    if order is None:
        return None
    month, day = (first, second) if order else (second, first)
    return _one(_in_year(month, day, match["y"], anchor))


def slashed_range(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the days of "4/23 to 5/10", where one end tells the order of both."""
    ends = [(int(match[one]), int(match[other])) for one, other in ("ab", "cf")]
    orders = {_month_first(end) for end in ends} - {None}
    if len(orders) != 1:
        return None
    (m, d), (n, e) = ends if True in orders else [(end[1], end[0]) for end in ends]
    last = _in_year(n, e, match["y"], anchor)
    first = date(last.year, m, d)
    return (first if first <= last else date(last.year - 1, m, d)), last


def _month_first(pair: tuple[int, int]) -> bool | None:
    """Tell the American order from the British, None where both would do."""
    if pair[0] == pair[1]:
        return True
    if pair[0] > _LAST_MONTH:
        return False
    return True if pair[1] > _LAST_MONTH else None


def _in_year(month: int, day: int, year: str | None, anchor: Anchor) -> date:
    if year:
        return date(full_year(year, anchor), month, day)
    return date(nearest_year(lambda each: date(each, month, day), anchor), month, day)


def day_of_month(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the days of "April 17, 2023", "17 April", "the second of May" or "May 4 and 5"."""
    first, last = (number_of_day(match[part] or match["d"]) for part in "de")
    month = month_of(match["m"])
    year = int(match["y"] or 0) or nearest_year(lambda each: date(each, month, first), anchor)
    return date(year, month, first), date(year, month, last)


def day_of_near_month(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the days of "the 15th of next month" or "4-23 of this month"."""
    month, _ = span_around(anchor.published, step_of(match["which"]), "month")
    first, last = (number_of_day(match[part] or match["d"]) for part in "de")
    return month.replace(day=first), month.replace(day=last)


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
    number, published = _weekday_of(match["w"]), anchor.published
    which = (match["which"] or "").lower()
    if match["week"] or which == "next":
        monday, _ = span_around(published, step_of(match["week"] or which), "week")
        return _one(monday + timedelta(number))
    if which == "this":
        return _this_weekday(number, anchor)
    ahead = (number - published.weekday()) % 7
    if which in {"last", "this past", "the past"}:
        step = ahead - 7
    elif match["after"]:  # "from Friday week"
        step = ahead + 7
    else:
        back = anchor.tense is Tense.PAST and "coming" not in which
        step = ahead - 7 if back and ahead else ahead
    return _one(published + timedelta(step))


def _this_weekday(number: int, anchor: Anchor) -> Days:
    """Return the day of "this Friday": this week's, or next week's where that is over."""
    day = span_around(anchor.published, 0, "week")[0] + timedelta(number)
    over = anchor.tense is Tense.FUTURE and day < anchor.published
    return _one(day + timedelta(7 * over))


def near(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the day of "today", "tomorrow" or "last night"."""
    return _one(anchor.published + timedelta(_NEAR.get(match[0].lower(), 0)))


def ahead(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the days that "within 30 days" or "over the next two weeks" leaves from publication.

    None for what has happened: "had spread within two days".
    """
    if anchor.tense is not Tense.FUTURE:
        return None
    count, unit = count_of(match["n"]), match["unit"].lower()
    if unit.startswith("min") or unit == "h" or (unit.startswith("hour") and count < _HOURS):
        return _one(anchor.published)
    if unit.startswith("hour"):
        count //= _HOURS
    days = count * (7 if unit.startswith("week") else 1)
    return (anchor.published, anchor.published + timedelta(days)) if days else None


def shortly(_: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the day of publication for what will be "in 20 minutes"."""
    return _one(anchor.published) if anchor.tense is Tense.FUTURE else None


def feast(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the day of "Christmas", "Good Friday" or "New Year's Eve"."""
    day = feast_day(match["f"])
    if day is None:
        return None
    step = step_of(match["which"])
    tense = {-1: Tense.PAST, 0: anchor.tense, 1: Tense.FUTURE}[step]
    beside = Anchor(anchor.published + timedelta(step), tense)
    found = day(int(match["y"] or 0) or nearest_year(day, beside))
    return _weekend(match["f"].lower(), found) if match["weekend"] else _one(found)


def _weekend(feast: str, day: date) -> Days:
    """Return the days of "Easter weekend" and of what else is kept for some days."""
    before, after = {"easter": (2, 1), "thanksgiving": (0, 3)}.get(feast, (0, 0))
    if before or after:
        return day - timedelta(before), day + timedelta(after)
    sunday = span_around(day, 0, "week")[1]
    return sunday - timedelta(1), sunday


def clock(_: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the day of publication for "struck at noon" with no day beside it."""
    return _one(anchor.published) if anchor.tense is Tense.PAST else None


def overnight(_: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the night before press for what is told, the night to come for what will be."""
    if anchor.tense is Tense.FUTURE:
        return anchor.published, anchor.published + timedelta(1)
    return anchor.published - timedelta(1), anchor.published


def weekday_and_day(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the day of "Friday the 26th", in the nearest month where that is a Friday."""
    number, day = _weekday_of(match["w"]), number_of_day(match["d"])
    steps = {Tense.PAST: -1, Tense.FUTURE: 1, Tense.OPEN: 1}[anchor.tense]
    for step in range(_LAST_MONTH):
        start, end = span_around(anchor.published, step * steps, "month")
        if day > end.day:
            continue
        found = start.replace(day=day)
        if found.weekday() == number and (found - anchor.published).days * steps >= 0:
            return _one(found)
    return None


def _weekday_of(name: str) -> int:
    short = name[:3].lower()
    return next(number for number, day in enumerate(WEEKDAYS) if day.startswith(short))


def _one(day: date) -> Days:
    return day, day
