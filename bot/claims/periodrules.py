"""What the ways of writing a period mean: "mid-May", "the second quarter", "this year"."""

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta

from bot.claims.dayrules import count_of, step_of
from bot.claims.days import (
    Anchor,
    Days,
    Tense,
    month_of,
    moved_by_year,
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
_STAGES_OF_DECADE = {"": (0, 9), "early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_REACH = timedelta(183)
_LAST_SHORT_YEAR = 100
_STAGE_WORDS = {"beginning": "early", "start": "early", "middle": "mid", "end": "end"}
_WEEK, _MONTH = timedelta(7), timedelta(31)
_SATURDAY = 5


def month(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the days of "May", "May 2026", "May last year" or "last May"."""
    number, which = month_of(match["m"]), match.groupdict().get("which")
    if match["y"]:
        return span_of_month(int(match["y"]), number)
    if year := match.groupdict().get("year"):  # "in March last year"
        return span_of_month(anchor.published.year + step_of(year), number)
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
    """Return the days of "2009-2013"; None for "2024/25", a year of accounts or of a league.

    Those begin in July, in April or when the company says.
    """
    first, short = int(match["y"]), len(match["z"]) == 2  # noqa: PLR2004 - years of two digits
    last = first // 100 * 100 + int(match["z"]) if short else int(match["z"])
    if first >= last or (short and last == first + 1):
        return None
    return date(first, 1, 1), date(last, 12, 31)


def decade(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the ten years of "the 1990s" or "the '90s", or those of "the early 1990s"."""
    first = full_decade(match["y"], anchor)
    low, high = _STAGES_OF_DECADE[(match["stage"] or "").lower().strip(" -")]
    return date(first + low, 1, 1), date(first + high, 12, 31)


def full_decade(written: str, anchor: Anchor) -> int:
    """Return the first year of "1990" or "'90", the latter not after publication."""
    first = int(written.strip("'’"))
    if first >= _LAST_SHORT_YEAR:
        return first
    return first + (2000 if 2000 + first <= anchor.published.year else 1900)


def century(match: re.Match[str], _: Anchor) -> Days | None:
    """Return the hundred years of "in the 19th century"."""
    first = (int(match["k"]) - 1) * 100
    return date(first, 1, 1), date(first + 99, 12, 31)


def months(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the days of "Jan-Feb 2027" or "May-October"."""
    first, last = month_of(match["m"]), month_of(match["n"])
    end = int(match["y"] or 0) or year_of_month(last, anchor)
    return span_of_month(end - (first > last), first)[0], span_of_month(end, last)[1]


def near_month(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the days of "the ninth month of next year"."""
    number = int(re.sub(r"\D", "", match["j"]))
    return span_of_month(anchor.published.year + step_of(match["which"]), number)


def season(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the three months of "this summer" as weather services reckon them in the north.

    None where the days would lie more than half a year off on the side that the verb points to,
    as for "this summer" in December, which is told in the south; where no verb points anywhere;
    and for "winter 2024", which may be either of two.
    """
    name, published = match["s"].lower(), anchor.published
    month = _SEASONS[name]
    if match["y"]:
        begins = date(int(match["y"]), month, 1)
        return None if name == "winter" else (begins, span_around(begins, 2, "month")[1])
    step = step_of(match["which"])
    years = (published.year + each for each in (-2, -1, 0, 1))  # in February: two winters ago
    starts = [date(year, month, 1) for year in years if MINYEAR <= year <= MAXYEAR]
    spans = [(start, span_around(start, 2, "month")[1]) for start in starts]
    if step:
        fit = [
            each for each in spans if (each[1] < published if step < 0 else each[0] > published)
        ]
        return (fit[-1] if step < 0 else fit[0]) if fit else None
    fit = [each for each in spans if _in_reach(each, anchor)]
    return fit[0] if len(fit) == 1 else None


def _in_reach(days: Days, anchor: Anchor) -> bool:
    """Tell whether a season is running, or lies within reach on the side that the tense tells."""
    gone, ahead = anchor.published - days[1], days[0] - anchor.published
    if anchor.tense is Tense.PAST:
        return ahead <= timedelta(0) and gone < _REACH
    if anchor.tense is Tense.FUTURE:
        return gone <= timedelta(0) and ahead < _REACH
    return False


def to_date(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the days of "so far this year" or "the year to date"."""
    words = match[0].lower()
    unit = next(each for each in ("week", "month", "quarter", "year") if each in words)
    return span_around(anchor.published, 0, unit)[0], anchor.published


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
    days = span_of_months(of, (number - 1) * months + 1, number * months)
    return days if named or parts.get("which") else _on_side(days, anchor)


def _on_side(days: Days, anchor: Anchor) -> Days:
    """Move to the year before what "fell in the third quarter" in March, to the next what will."""
    if anchor.tense is Tense.PAST and days[0] > anchor.published:
        return moved_by_year(days, -1)
    if anchor.tense is Tense.FUTURE and days[1] < anchor.published:
        return moved_by_year(days, 1)
    return days


def year_end(_: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the last day that "ending the year at 7.3%" speaks of."""
    last = date(anchor.published.year - (anchor.tense is Tense.PAST), 12, 31)
    return last, last


def period(match: re.Match[str], anchor: Anchor) -> Days | None:
    """Return the days of "this year", "last week" or "the coming quarter"."""
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
