"""How well the days of a sentence are read, where others have marked its times.

The bot is asked as it asks itself: for the days of what the sentence tells, seen from the row's
reference day, which stands for the day of publication. So a row is judged that marks one time on
days; rows that mark several leave open which of them is the sentence's own. Clock times, lengths
of time and times that come again (types time, timerange, duration and set) are no days, and a
sentence that has nothing else counts among those where no days are meant.

What a row may mean is taken from its resolution, each of its readings being right. A marked range
leaves out the last day, month, quarter or year that it names, which a reader takes as meant: "9
to 17 April" holds the 17th, "2014 to 2018" all of 2018. Both are right.

Set apart, by the marked words alone, is what is no matter of a page: moments and minutes counted
from now ("right now", "in 5 minutes"); numeric dates that Americans and others read as two
different days ("5/12"), which stay undated, as no row tells whose it is; "earlier this month" and
"later this year", which are vague here and half the period in the rows; the digits of a file's
name. All the same these count in "days right", whose base is every row; "days right, of those not
set apart" is told beside it. Feasts, shorthand and spelt-out years are not set apart.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from spacy.tokens import Span

from bot.claims.dates import when_of
from tests.quality.public.marked import MarkedSentence, Result
from tests.quality.report import Measure
from tests.quality.sheet import Sheet

Days = tuple[date, date]

DAYS = (
    Measure("days marked", "days"),
    Measure("days right", "days right", "days"),
    Measure("days set apart", "days apart"),
    Measure("days right, of those not set apart", "days in reach right", "days in reach"),
    Measure("days given", "days given", "days"),
    Measure("days right of those given", "days given right", "days given"),
    Measure("rows without days", "rows without days"),
    Measure("days given where none is meant", "days too many", fewer_is_better=True),
)
_ON_DAYS = frozenset(
    f"datetimeV2.{kind}" for kind in ("date", "daterange", "datetime", "datetimerange")
)
"""The types of times that lie on a day; the hours of the last two are not judged."""
_ISO_DAY = len("2016-11-07")
_MOMENT = re.compile(r"\b(?:now|moment|present|min(?:ute)?s?|hours?)\b|\dh\b", re.IGNORECASE)
_TWO_READINGS = re.compile(r"(?<![\d/.-])(0?[1-9]|1[0-2])[/.-](?!0?\1\b)(0?[1-9]|1[0-2])(?!\d)")
_ON_A_DAY = re.compile(
    r"day\b|tomorrow|morning|afternoon|(?:days?|weeks?|months?|years?) from now", re.IGNORECASE
)
_ON_A_DAY = re.compile(
    r"day\b|tomorrow|morning|afternoon|(?:days?|weeks?|months?|years?) from now", re.IGNORECASE
)
_VAGUE = re.compile(r"(?:earlier|later) ", re.IGNORECASE)
_DIGITS_OF_NAME = re.compile(r"\d{8}")
_FROM_TO = re.compile(r"(?:\b(?:to|til|till|until|through|and)\b|[-–~])", re.IGNORECASE)
_QUARTERS = re.compile(r"\bq[1-4]\b|quarter", re.IGNORECASE)
_WHOLE = re.compile(r",P\d+(?P<unit>[MY])\)$")


def mark_days(row: MarkedSentence, sentence: Span, published: date, sheet: Sheet) -> None:
    """Mark the one time that a sentence gives; a year's day left open may be either one."""
    marked = [result for result in row.results if result.type in _ON_DAYS]
    when = when_of(sentence, published)
    given = f"{when.start} to {when.end}" if when else "none"
    if not marked:
        sheet.count(rows_without_days=1, days_too_many=when is not None)
        if when:
            sheet.note(f"days not meant: {given} in {row.input!r} of {published}")
    words = row.words_of(marked[0]) if marked else ""
    meant = list(_days(marked[0], words)) if len(marked) == 1 else []
    if not meant:
        return
    right = when is not None and (when.start, when.end) in meant
    wanted = " or ".join(f"{first} to {last}" for first, last in meant)
    apart = is_apart(words)
    note = f"days{' apart' * apart}: {given}, not {wanted}, in {row.input!r} of {published}"
    sheet.mark("days", right=right, note=note)
    sheet.count(days_apart=apart)
    if not apart:
        sheet.mark("days in reach", right=right)
    if when:
        sheet.mark("days given", right=right)


def is_apart(words: str) -> bool:
    """Tell by the marked words whether the bot leaves such a time undated on purpose."""
    if _ON_A_DAY.search(words):
        return False
    if _ON_A_DAY.search(words):
        return False
    rules = (_MOMENT.search, _TWO_READINGS.search, _VAGUE.match, _DIGITS_OF_NAME.fullmatch)
    return any(rule(words) for rule in rules)


def _days(result: Result, words: str) -> Iterator[Days]:
    """Yield what a time may mean, both days inclusive."""
    for value in (result.resolution or {}).get("values", ()):
        first, last = (value.get(side, value.get("value", "")) for side in ("start", "end"))
        try:
            start, end = (date.fromisoformat(day[:_ISO_DAY]) for day in (first, last))
        except ValueError:  # "not resolved", or a range with one end
            continue
        yield start, end
        if end > start:
            yield start, end - timedelta(days=1)
        whole = _WHOLE.search(str(value.get("timex", "")))
        if whole and _FROM_TO.search(words):
            yield start, _end_of(end, "Q" if _QUARTERS.search(words) else whole["unit"])


def _end_of(first: date, unit: str) -> date:
    """Return the last day of the month, quarter or year that begins on a day."""
    months = {"M": 1, "Q": 3, "Y": 12}[unit]
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, 1) - timedelta(days=1)
