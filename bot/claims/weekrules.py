"""What weeks and runs of time mean: "the second week of March", "the past three months"."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from bot.claims.dayrules import count_of, step_of
from bot.claims.days import Anchor, Days, Tense, month_of, span_around, span_of_year, year_of_month

_WEEK = timedelta(7)
_DAY = timedelta(1)
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_THURSDAY, _SATURDAY = 3, 5
_HOURS_OF_DAY = 24
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "1st": 1, "2nd": 2,
          "3rd": 3, "4th": 4, "5th": 5}  # fmt: skip
_BACK = frozenset({"past", "last", "previous"})
Wrap = Callable[[Days], Days | None]
"""What makes the days meant of those that a time names: "the week of May 4"."""


def moved_by(day: date, count: int, unit: str) -> date:
    """Return the day so many days, weeks, months or years on; 31 May and a month are 30 June."""
    unit = unit.lower().rstrip("s")
    if unit in _DAYS:
        return day + timedelta(count * _DAYS[unit])
    year, month = divmod(day.year * 12 + day.month - 1 + count * _MONTHS[unit], 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def week_around(day: date) -> Days:
    """Return the Monday and Sunday of a day's week."""
    return span_around(day, 0, "week")


def week_of_whole(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return a numbered week of a month or year, which has the week that its Thursday is in.

    Weeks run from Monday to Sunday, and the first is the one with most of its days inside, as
    ISO 8601 reckons them for years.
    """
    first, last = _whole(match, anchor)
    written = match["q"].lower()
    if written in {"last", "final"}:
        return week_around(last - timedelta((last.weekday() - _THURSDAY) % 7))
    number = _ORDER.get(written) or int(re.sub(r"\D", "", written))
    thursday = first + timedelta((_THURSDAY - first.weekday()) % 7) + (number - 1) * _WEEK
    return week_around(thursday) if thursday <= last else None


def _whole(match: re.Match[str], anchor: Anchor) -> Days:
    """Return the month or year that a week is of."""
    if match["x"]:
        return span_of_year(int(match["x"]))
    if match["m"]:
        number = month_of(match["m"])
        year = int(match["y"] or 0) or year_of_month(number, anchor)
        return date(year, number, 1), date(year, number, monthrange(year, number)[1])
    return span_around(anchor.published, step_of(match["which"]), match["unit"].lower())


def ordered_weekday(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the day of "the second Monday in August"."""
    first, last = _whole(match, anchor)
    days = [first + step * _DAY for step in range((last - first).days + 1)]
    named = [day for day in days if f"{day:%A}".lower() == match["w"].lower()]
    written = match["q"].lower()
    number = -1 if written in {"last", "final"} else _ORDER[written] - 1
    return (named[number],) * 2 if number < len(named) else None


def run(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the days of "the past three months" up to today, of "the next two days" from then.

    Quarters are those of the calendar, as companies report: "the past two quarters".
    """
    back = match["which"].lower() in _BACK
    count, unit = count_of(match["n"] or "one"), match["unit"].lower().rstrip("s")
    if unit == "quarter":
        near, far = (-1, -count) if back else (1, count)
        edges = [span_around(anchor.published, step, unit) for step in sorted((near, far))]
        return edges[0][0], edges[-1][1]
    if not count or (back and anchor.tense is Tense.FUTURE):
        return None
    if unit == "hour":
        count, unit = -(-count // _HOURS_OF_DAY), "day"
    published = anchor.published
    if back:
        return moved_by(published, -count, unit), published
    return published + _DAY, moved_by(published, count, unit)


def hence(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the day of "in three days" or "in two weeks", the month of "in two months".

    None for what has happened, as "in" may tell how long it took, and after a number, where it
    tells a rate: "will run 12 races in 12 days".
    """
    if anchor.tense is not Tense.FUTURE or _RATE.search(match.string[: match.start()]):
        return None
    return loosely(anchor.published, count_of(match["n"]), match["unit"])


def weekday_hence(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the day of "Monday two weeks from now", the one in that week."""
    monday, sunday = week_around(moved_by(anchor.published, count_of(match["n"]), match["unit"]))
    days = (monday + step * _DAY for step in range((sunday - monday).days + 1))
    day = next(day for day in days if f"{day:%A}".lower() == match["w"].lower())
    return day, day


def in_time(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the days of "in two years' time" or "a week from now"."""
    return loosely(anchor.published, count_of(match["n"]), match["unit"])


_RATE = re.compile(r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|first|\w+est|worst"
                   r"|best|most|only|time)\b)[^,;:]{0,40}$")  # fmt: skip


def ago(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return a day for "six days ago", a week, month or year for so many of them."""
    return loosely(anchor.published, -count_of(match["n"]), match["unit"])


def loosely(published: date, count: int, unit: str) -> Days:
    """Return the day, month or year that lies so many of them off; a week gone by is whole.

    What "will open in two weeks" is due on a day; what burned "two weeks ago" did so that week.
    """
    unit = unit.lower().rstrip("s")
    if unit == "day":
        return (published + count * _DAY,) * 2
    if unit in {"week", "fortnight"} and count > 0:
        return (moved_by(published, count, unit),) * 2
    if unit == "fortnight":
        count, unit = 2 * count, "week"
    return span_around(published, count, unit)


def wrap_of(before: str) -> tuple[Wrap | None, int]:
    """Return what the words before a time make of it, and how many letters they take."""
    for pattern, rule in _WRAPS:
        if found := pattern.search(before):
            if rule is _shifted and _LASTING.search(before[: found.start()]):
                return None, 0
            return rule(found), len(before) - found.start()
    return None, 0


def _shifted(found: re.Match[str]) -> Wrap:
    """Move by "three weeks from", "two days before"; not by "less than three days after"."""
    if found["rough"]:
        return lambda _: None
    count = count_of(found["n"]) * (-1 if found["way"].lower() in {"before", "ahead of"} else 1)
    return lambda days: (
        moved_by(days[0], count, found["unit"]),
        moved_by(days[1], count, found["unit"]),
    )


def _week(found: re.Match[str]) -> Wrap:
    """Make a week of its day: "the week of May 4", "the week ending May 4"."""
    word = found["word"].lower()
    if word == "of":
        weekend = found["unit"].lower() == "weekend"
        return lambda days: _week_of(days[0], weekend=weekend) if days[0] == days[1] else None
    if word.startswith("end"):
        return lambda days: (days[1] - 6 * _DAY, days[1])
    return lambda days: (days[0], days[0] + 6 * _DAY)


def _week_of(day: date, *, weekend: bool) -> Days:
    monday, sunday = week_around(day)
    return (monday + _SATURDAY * _DAY, sunday) if weekend else (monday, sunday)


def _up_to(found: re.Match[str]) -> Wrap:
    """Count back from its end: "the year to March", "the six months ended June 30"."""
    count, unit = count_of(found["n"] or "one"), found["unit"]
    return lambda days: (moved_by(days[1] + _DAY, -count, unit), days[1])


_SOME = r"\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_ROUGH = r"(?:less|more|fewer) than |about |around |nearly |almost |over |at least "
# "for three days from Monday" tells how long, "in the two weeks after May 3" a window
_LASTING = re.compile(
    rf"(?:\b(?:for|within|(?:in|for|over|during) the|first|last|next|past)(?: {_ROUGH})?|-) ?$"
    r"|(?:percent|per ?cent|%|\d|illion) $",
    re.IGNORECASE,
)
_WRAPS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Wrap]], ...] = (
    (
        re.compile(
            rf"(?P<rough>{_ROUGH})?\b(?P<n>{_SOME}) (?P<unit>days?|weeks?|months?|years?)"
            r" (?P<way>from|after|before|ahead of) $",
            re.IGNORECASE,
        ),
        _shifted,
    ),
    (
        re.compile(
            r"(?:the )?(?P<unit>week|weekend) (?P<word>of|starting|beginning|commencing|ending"
            r"|ended)(?: on)? (?:the )?$",
            re.IGNORECASE,
        ),
        _week,
    ),
    (
        re.compile(
            rf"(?:the )?(?:(?P<n>{_SOME}) )?(?:full |financial |fiscal )?"
            r"(?P<unit>weeks?|months?|years?|quarter|half) (?:to|ended|ending|through)(?: on)?"
            r" (?:the )?$",
            re.IGNORECASE,
        ),
        _up_to,
    ),
)
