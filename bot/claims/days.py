"""How days are reckoned: weeks, months and years as two days, and which year is meant."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

Days = tuple[date, date]
"""First and last day, both inclusive."""


class Tense(Enum):
    """Which way from the publication a time without a year points."""

    PAST = auto()
    FUTURE = auto()
    OPEN = auto()  # present tense or no verb


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a relative time is counted from."""

    published: date
    tense: Tense = Tense.OPEN


def said_day(day: date) -> str:
    """Return "3 May 2013"."""
    return f"{day.day} {day:%b %Y}"


def month_of(name: str) -> int:
    """Return the number of a month by its name or abbreviation."""
    return _MONTHS.index(name[:3].lower()) + 1


def span_of_month(year: int, month: int) -> Days:
    """Return the first and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def span_of_year(year: int) -> Days:
    """Return the first and last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def span_of_months(year: int, first: int, last: int) -> Days:
    """Return the first day of one month and the last of another in the same year."""
    return date(year, first, 1), span_of_month(year, last)[1]


def span_around(published: date, step: int, unit: str) -> Days:
    """Return the week (Monday to Sunday), month, quarter or year `step` after publication's."""
    if unit == "week":
        monday = published - timedelta(published.weekday()) + timedelta(7 * step)
        return monday, monday + timedelta(6)
    if unit == "year":
        return span_of_year(published.year + step)
    if unit == "month":
        year, month = divmod(published.year * 12 + published.month - 1 + step, 12)
        return span_of_month(year, month + 1)
    year, quarter = divmod(published.year * 4 + (published.month - 1) // 3 + step, 4)
    return span_of_months(year, quarter * 3 + 1, quarter * 3 + 3)


def moved_by_year(days: Days, step: int) -> Days:
    """Return the same months of another year."""
    first, last = days
    return span_of_months(first.year + step, first.month, last.month)


def nearest_year(day: Callable[[int], date], anchor: Anchor) -> int:
    """Return the year whose `day(year)` lies nearest, on the side that the tense allows."""
    published = anchor.published
    pairs = [(published.year + step, step) for step in (0, -1, 1)]
    days = [found for found in (_day(day, year) for year, _ in pairs) if found]
    sides = {
        Tense.PAST: [found for found in days if found <= published],
        Tense.FUTURE: [found for found in days if found >= published],
        Tense.OPEN: days,
    }
    nearest = min(sides[anchor.tense] or days, key=lambda found: abs(found - published))
    return nearest.year


def _day(day: Callable[[int], date], year: int) -> date | None:
    try:
        return day(year)
    except ValueError:  # 29 February
        return None


def year_of_month(month: int, anchor: Anchor) -> int:
    """Return the year of a month without one; publication's own month counts for both tenses."""
    year, now = anchor.published.year, anchor.published.month
    if anchor.tense is Tense.PAST:
        return year - (month > now)
    if anchor.tense is Tense.FUTURE:
        return year + (month < now)
    return min((year, year - 1, year + 1), key=lambda each: abs((each - year) * 12 + month - now))
