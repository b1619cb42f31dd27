"""How times are written, and on which days they fall: "mid-May", "by Friday", "last year"."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
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
}

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![\w-])"
)
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w,]*\d)"
_YEAR = r"(?:19|20)\d\d(?![\d%]|[.,]\d|-\w)"
_NUMERAL = r"\d{1,3}|a|one|two|three|four|five|six|seven|eight|nine|ten"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART_OF_DAY = r"(?: (?:early |late )?(?:morning|afternoon|evening|night))?"
_STAGE = (
    r"(?:(?P<stage>early|mid|late|the (?:very )?(?:beginning|start|middle|end) of|end[- ]of|end|the (?:first|second)"
    r" half of)[- ](?:in )?)"
)
_ANY = re.compile(
    rf"day\b|night\b|morrow\b|week|month\b|year|quarter|half|{MONTH}|(?:19|20)\d\d|noon|midnight|\d[:.]\d\d|[ap]\.?m\b"
    r"|\bQ[1-4]|\bH[12]\b|Christmas|this (?:morning|afternoon|evening)|ago\b"
)

_PATTERNS: dict[str, str] = {
    "vague": r"(?i:earlier|later|sometime|some time|so late)(?i: on)?(?i: in)? (?i:this|that|the|next|last) (?i:week|month|year|day)"
    r"|(?i:this|that|the) (?i:week|month|year)s\b",
    "iso": r"(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)",
    "month_day": rf"(?:{_WEEKDAY},? )?(?P<m>{MONTH}) (?:the )?(?P<d>{DAY})(?:(?: and | to | or |, | ?[-–] ?)(?P<e>{DAY}))?(?:,? (?P<y>{_YEAR}))?",
    "day_month": rf"(?:{_WEEKDAY},? )?(?:the )?(?P<d>{DAY})(?:(?: and | to | or |, | ?[-–] ?)(?P<e>{DAY}))?(?: of)?[ -](?P<m>{MONTH})(?:,?[ -](?P<y>{_YEAR}))?",
    "stage": rf"(?i:{_STAGE})(?:(?P<m>{MONTH})(?:(?: of)?,? (?P<y>{_YEAR}))?|(?P<x>{_YEAR})"
    r"|(?P<which>(?i:this|last|next|the|that)) (?P<unit>(?i:week|month|year)))(?! ago| before)",
    "month": rf"(?:(?P<which>(?i:this|last|next)) )?(?P<m>{MONTH})(?:(?: of)?,? (?P<y>{_YEAR}))?",
    "weekday": rf"(?:(?P<which>(?i:this|last|next|the coming|this coming|this past)) )?(?P<w>{_WEEKDAY})(?!s){_PART_OF_DAY}(?: (?P<week>(?i:last|this|next) (?i:week)))?",
    "near": r"(?i:the day (?:after tomorrow|before yesterday))|(?i:today|tonight|yesterday|tomorrow|last night|this (?:morning|afternoon|evening))\b",
    "quarter": rf"(?i:the )?(?P<q>(?i:first|second|third|fourth|final|last)) (?P<unit>(?i:quarter|half))(?: (?i:of|in) (?:(?P<which>(?i:this|last|next|the)) (?i:year)|(?P<y>{_YEAR}))| (?P<x>{_YEAR}))?(?![- ](?i:of|time|hour))"
    rf"|(?P<l>[QH])(?P<n>[1-4])(?: (?:of )?(?P<z>{_YEAR}))?\b",
    "period": r"(?P<which>(?i:this|last|next|the coming|the past|at the|over the|during the|the)) (?P<unit>(?i:weekend|week|month|year|quarter))(?![-’'s]|(?: ended| ending| to| ago| before| after| later| earlier)\b)",
    "ago": rf"(?P<n>{_NUMERAL}) (?i:days?) (?i:ago)",
    "year": rf"(?<![-$£€\d.,#])\b(?P<y>{_YEAR})",
    "decade": r"(?i:the )(?P<y>(?:19|20)\d0)s",
    "clock": r"(?i:at|around|before|after|by|about) (?:about |around |just after |shortly (?:after|before) )?(?:(?i:noon|midday|midnight)|\d{1,2}[:.]\d\d(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?)",
}
_BY_NAME = {name: re.compile(pattern) for name, pattern in _PATTERNS.items()}
_TIME = re.compile(
    "|".join(
        rf"(?<![\w-])(?P<{name}_>{re.sub(r'[(][?]P<[a-z]+>', '(?:', pattern)})(?!\w)"
        for name, pattern in _PATTERNS.items()
    )
)


@dataclass(frozen=True, slots=True)
class Written:
    """A time as written; `start` and `end` are offsets into the text it was found in."""

    kind: str
    match: re.Match[str]
    start: int
    end: int

    def days(self, anchor: Anchor) -> Days | None:
        """Return the days meant, None for a vague time or one that an undated text leaves open."""
        rule = _RULES.get(self.kind)
        try:
            return rule(self.match, anchor) if rule else None
        except ValueError:  # "31 June"
            return None


def times_in(text: str) -> Iterator[Written]:
    """Give the times written in a text, in order."""
    if not _ANY.search(text):
        return
    for found in _TIME.finditer(text):
        kind = (found.lastgroup or "").removesuffix("_")
        match = _BY_NAME[kind].match(text, found.start())
        if match:
            yield Written(kind, match, match.start(), match.end())


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
    which = match["which"].lower()
    which = "this" if which == "the" else which
    return _around(which, match["unit"].lower(), anchor) if which != "that" else None


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
    number = int(match["n"]) if match["n"] else _ORDER[match["q"].lower()]
    half = match["l"] == "H" or (match["unit"] or "").lower() == "half"
    written = match["y"] or match["x"] or match["z"]
    year = _year_of_quarter(int(written) if written else None, match, anchor)
    months = 6 if half else 3
    if year is None or (number * months > 12 and not (half and number == 4)):
        return None
    number = min(number, 12 // months)
    first = date(year, (number - 1) * months + 1, 1)
    return first, span_of_month(year, number * months)[1]


def _year_of_quarter(written: int | None, match: re.Match[str], anchor: Anchor) -> int | None:
    if written or anchor.published is None:
        return written
    shift = {"last": -1, "next": 1}.get((match["which"] or "").lower(), 0)
    return anchor.published.year + shift


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
    """Return the week, month, quarter or year before, around or after publication."""
    if anchor.published is None:
        return None
    step = {"last": -1, "next": 1}.get(which, 0)
    published = anchor.published
    if unit == "week":
        monday = _monday(published, which)
        return monday, monday + timedelta(6)
    if unit == "year":
        return span_of_year(published.year + step)
    if unit == "month":
        months = published.year * 12 + published.month - 1 + step
        return span_of_month(months // 12, months % 12 + 1)
    quarters = published.year * 4 + (published.month - 1) // 3 + step
    year, quarter = divmod(quarters, 4)
    return date(year, quarter * 3 + 1, 1), span_of_month(year, quarter * 3 + 3)[1]


def _ago(match: re.Match[str], anchor: Anchor) -> Days | None:
    if anchor.published is None:
        return None
    written = match["n"].lower()
    count = int(written) if written.isdigit() else _COUNTS[written]
    day = anchor.published - timedelta(count)
    return day, day


def _clock(_: re.Match[str], anchor: Anchor) -> Days | None:
    return (anchor.published, anchor.published) if anchor.published else None


_RULES: dict[str, Callable[[re.Match[str], Anchor], Days | None]] = {
    "iso": _ymd,
    "month_day": _month_day,
    "day_month": _month_day,
    "stage": _stage,
    "month": _month_only,
    "weekday": _weekday,
    "near": _near,
    "quarter": _quarter,
    "period": _period,
    "ago": _ago,
    "year": lambda match, _: span_of_year(int(match["y"])),
    "decade": lambda match, _: (date(int(match["y"]), 1, 1), date(int(match["y"]) + 9, 12, 31)),
    "clock": _clock,
}
