"""What the ways of writing a period mean: "mid-May", "the second quarter", "this year"."""

import re
from datetime import date, timedelta

from bot.claims.dayrules import count_of, month_of, step_of
from bot.claims.days import (
    Anchor,
    Days,
    Tense,
    span_around,
    span_of_month,
    span_of_months,
    span_of_year,
    year_of_month,
)

_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_STAGES_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
"""Mid-month is the 11th to the 20th, and the others follow."""
_STAGES_OF_YEAR = {"early": (1, 3), "mid": (6, 6), "late": (10, 12)}
_STAGE_WORDS = {"beginning": "early", "start": "early", "middle": "mid", "end": "end"}
_WEEK, _MONTH = timedelta(7), timedelta(31)
_SATURDAY = 5


def month(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the days of "May", "May 2026" or "last May"."""
    number, which = month_of(match["m"]), match.groupdict().get("which")
    if match["y"]:
        return span_of_month(int(match["y"]), number)
    if not which:
        return span_of_month(year_of_month(number, anchor), number)
    step, published = step_of(which), anchor.published
    if not step:
        return span_of_month(published.year, number)
    start, _ = span_around(published, step, "month")
    tense = Tense.PAST if step < 0 else Tense.FUTURE
    return span_of_month(year_of_month(number, Anchor(start, tense)), number)


def numbered_month(match: re.Match[str], _: Anchor) -> Days | None:
    """Return the days of "2015-12"."""
    return span_of_month(int(match["y"]), int(match["m"]))


def year(match: re.Match[str], _: Anchor) -> Days | None:
    """Return the days of "2019"."""
    return span_of_year(int(match["y"]))


def years(match: re.Match[str], _: Anchor) -> Days | None:
    """Return the days of "2009-2013" or "2024/25"."""
    first = int(match["y"])
    last = int(match["z"]) if len(match["z"]) > 2 else first // 100 * 100 + int(match["z"])  # noqa: PLR2004 - years of two digits
    return (date(first, 1, 1), date(last, 12, 31)) if first < last else None


def decade(match: re.Match[str], _: Anchor) -> Days | None:
    """Return the ten years of "the 1990s"."""
    return date(int(match["y"]), 1, 1), date(int(match["y"]) + 9, 12, 31)


def stage(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the days of "mid-May" or "the start of June"; None within a week."""
    written = match["stage"].lower()
    name = next((short for word, short in _STAGE_WORDS.items() if word in written), written)
    first, last = _whole(match, anchor)
    if name == "end":
        return last, last
    if "half" in name:
        return _half(first, last, begins="first" in name)
    if last - first < _WEEK:
        return None
    if last - first < _MONTH:
        low, high = _STAGES_OF_MONTH[name]
        return first.replace(day=low), first.replace(day=min(high, last.day))
    return span_of_months(first.year, *_STAGES_OF_YEAR[name])


def _half(first: date, last: date, *, begins: bool) -> Days:
    """Return the months of half a year, the days of half a month."""
    if last - first > _MONTH:
        return span_of_months(first.year, *((1, 6) if begins else (7, 12)))
    middle = first + (last - first) / 2
    return (first, middle) if begins else (middle + timedelta(1), last)


def _whole(match: re.Match[str], anchor: Anchor) -> Days:
    """Return the month, year or week that a part is of."""
    if match["x"]:
        return span_of_year(int(match["x"]))
    if match["m"]:
        number = month_of(match["m"])
        return span_of_month(int(match["y"] or 0) or year_of_month(number, anchor), number)
    return span_around(anchor.published, step_of(match["which"]), match["unit"].lower())


def part(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the days of "the first five weeks of 2013", "the last six days of June"."""
    begins, unit = match["edge"].lower() == "first", match["part"].lower().rstrip("s")
    whole = bool(match["x"] or match["m"] or match["unit"])
    led = match.string[: match.start()].lower().endswith("in ")
    if not whole and not (begins and match["n"] and led):
        return None  # "the last two months", "the first six days"
    first, last = _whole(match, anchor) if whole else span_of_year(anchor.published.year)
    count = count_of(match["n"] or "one")
    return (first, _after(first, count, unit)) if begins else (_before(last, count, unit), last)


def _after(first: date, count: int, unit: str) -> date:
    if unit == "month":
        return span_around(first, count - 1, "month")[1]
    return first + timedelta(count * (7 if unit == "week" else 1) - 1)


def _before(last: date, count: int, unit: str) -> date:
    if unit == "month":
        return span_around(last, 1 - count, "month")[0]
    return last - timedelta(count * (7 if unit == "week" else 1) - 1)


def quarter(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the days of "the second quarter of 2013", "Q2 2013" or "the first half"."""
    parts = match.groupdict()
    months = 6 if match["unit"].lower() in {"half", "h"} else 3
    written = match["q"].lower()
    number = min(_ORDER.get(written) or int(written[0]), 12 // months)
    named = parts.get("y") or parts.get("x")
    of = int(named) if named else anchor.published.year + step_of(parts.get("which"))
    return span_of_months(of, (number - 1) * months + 1, number * months)


def year_end(_: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the last day that "ending the year at 7.3%" speaks of."""
    last = date(anchor.published.year - (anchor.tense is Tense.PAST), 12, 31)
    return last, last


def period(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the days of "this year", "last week" or "next month"."""
    return span_around(anchor.published, step_of(match["which"]), match["unit"].lower())


def full_year(_: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the days of "for the full year"."""
    return span_of_year(anchor.published.year)


def weekend(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the Saturday and Sunday of "this weekend", before or after by the tense."""
    published, step = anchor.published, step_of(match["which"])
    if step > 0 or (step == 0 and anchor.tense is not Tense.PAST):
        saturday = span_around(published, step, "week")[0] + timedelta(_SATURDAY)
        return saturday, saturday + timedelta(1)
    back = (published.weekday() - _SATURDAY) % 7  # days since Saturday
    saturday = published - timedelta(back + 7 if step and back <= 1 else back)
    return saturday, saturday + timedelta(1)
