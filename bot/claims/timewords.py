"""How times are written in English prose: "mid-May", "next Friday", "the second quarter"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.claims import dayrules, periodrules
from bot.claims.days import Anchor, Days, Tense
from bot.claims.sentences import plain_letters

MONTH = (
    r"(?:(?i:January|February|April|June|July|August|September|October|November|December)|March|May"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|(?=[ -]\d)|(?<=\d[ -]...)))"
    r"(?!\w|-[A-Za-z])"
)
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w,]*\d)"
_YEAR = r"(?:19|20)\d\d(?![\d%]|[.,]\d|-\w)"
_COUNT = r"\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_WEEKDAY = r"(?i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_BEFORE_DAY = rf"(?:(?:{_WEEKDAY}|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?,? )?(?:the )?"
_OF_DAY = r"(?: (?:early |late )?(?:morning|afternoon|evening|night))?"
_SECOND_DAY = rf"(?:(?: and | to | or |, | ?[-–] ?| through )(?:the )?(?P<e>{DAY}))?"
_WHICH = r"(?P<which>(?i:this|last|next|the))"
# The month, year or week that a part is of.
_WHOLE = (
    rf"(?:(?P<m>{MONTH})(?:(?: of|,)? (?P<y>{_YEAR}))?|(?P<x>{_YEAR})"
    rf"|{_WHICH} (?P<unit>(?i:week|month|year)))(?! ago| before)"
)
_STAGE = (
    r"(?i:(?P<stage>early|mid|late|end|end[- ]of|the (?:very )?(?:beginning|start|middle|end) of"
    r"|(?:beginning|start|middle) of|the (?:first|second) half of)[- ](?:in )?)"
)
_ORDINAL = r"(?i:first|second|third|fourth|final|1st|2nd|3rd|4th|last(?= \w+ of))"
_OF_YEAR = rf"(?: (?i:of|in) (?:(?P<which>(?i:this|last|next|the)) (?i:year)|(?P<y>{_YEAR})))?"
_CLOCK = (
    r"(?i:noon|midday|midnight)|\d{1,2}:\d\d(?: ?[ap]\.?m\b\.?)?|\d{1,2}(?:\.\d\d)? ?[ap]\.?m\b\.?"
)
_FEAST = (
    r"Christmas(?: Day| Eve)?|Boxing Day|New Year['’]s (?:Day|Eve)|Valentine['’]s Day|Halloween"
)

# "The Sunday Times" names a paper, "Friday Prayers" no day.
_PAPERS = (
    r"Times|Herald|Mail|Mirror|Express|Post|Telegraph|Independent|Tribune|Star|World|Age|People"
    r"|Business|Mercury|Nation|Sun|Guardian|Night Live|Night Football|[Tt]he 13th"
)
_Rule = Callable[[re.Match[str], Anchor], Days | None]


def _no_days(_: re.Match[str], __: Anchor) -> Days | None:
    """Earlier in the week, Good Friday: no days that the words alone tell."""
    return None


# In this order; the first that matches at a place wins.
_KINDS: dict[str, tuple[str, _Rule]] = {
    "vague": (
        (
            r"(?i:(?:earlier|later|sometime|some time) (?:on )?(?:in )?(?:this|that|the|next|last)"
            r" (?:week|month|year|day))\b"
            rf"|(?:Easter|Good|Ash|Black|Bloody|Palm|Super|Cyber|Whit|Maundy|Shrove) {_WEEKDAY}"
        ),
        _no_days,
    ),
    "iso": (r"(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)", dayrules.full_date),
    "iso_month": (r"(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])", periodrules.numbered_month),
    "slashed": (r"(?P<a>\d{1,2})[/.-](?P<b>\d{1,2})[/.-](?P<y>(?:20)?\d\d)", dayrules.slashed),
    "month_day": (
        rf"{_BEFORE_DAY}(?P<m>{MONTH}),? (?:the )?(?P<d>{DAY}){_SECOND_DAY}(?:,? (?P<y>{_YEAR}))?",
        dayrules.day_of_month,
    ),
    "day_month": (
        (
            rf"{_BEFORE_DAY}(?P<d>{DAY}){_SECOND_DAY}(?: of)?[ -](?P<m>{MONTH})"
            rf"(?:(?:,?[ -]| of | in )(?P<y>{_YEAR}))?"
        ),
        dayrules.day_of_month,
    ),
    "part": (
        (
            rf"(?i:the )?(?P<edge>(?i:first|last)) (?:(?P<n>(?i:{_COUNT})) )?"
            rf"(?P<part>(?i:days?|weeks?|months?))(?: (?i:of|in) {_WHOLE}|(?<=months))"
        ),
        periodrules.part,
    ),
    "stage": (rf"{_STAGE}{_WHOLE}", periodrules.stage),
    "month": (
        rf"(?:(?P<which>(?i:this|last|next)) )?(?P<m>{MONTH})(?:(?: of|,)? (?P<y>{_YEAR}))?",
        periodrules.month,
    ),
    "weekday": (
        (
            rf"(?:(?P<which>(?i:(?:this|last|next|the coming|this coming|this past))) )?"
            rf"(?P<w>{_WEEKDAY})"
            rf"(?!s| (?:{_PAPERS})\b){_OF_DAY}"
            rf"(?:(?: of)? (?P<week>(?i:last|this|next)) (?i:week)|(?P<after> week)(?!\w))?"
        ),
        dayrules.weekday,
    ),
    "near": (
        (
            r"(?i:the day (?:after tomorrow|before yesterday)|today|tonight|yesterday|tomorrow"
            r"|last night|this (?:morning|afternoon|evening))"
        ),
        dayrules.near,
    ),
    "quarter": (
        (
            rf"(?i:the )?(?P<q>{_ORDINAL})[- ](?P<unit>(?i:quarter|half))(?:{_OF_YEAR}"
            rf"| (?P<x>{_YEAR}))(?! of\b|[- ]time)"
        ),
        periodrules.quarter,
    ),
    "numbered": (
        rf"(?P<unit>(?i:[QH]))(?P<q>[1-4])(?: (?:of )?(?P<y>{_YEAR}))?",
        periodrules.quarter,
    ),
    "year_quarter": (
        r"(?P<y>(?:19|20)\d\d)[- ](?P<unit>(?i:[QH]))(?P<q>[1-4])",
        periodrules.quarter,
    ),
    "year_end": (r"(?i:end(?:s|ed|ing)? the year|year[- ]end)", periodrules.year_end),
    "weekend": (
        r"(?P<which>(?i:this|last|next|the))(?: (?:coming|past))? (?i:weekend)(?!s)",
        periodrules.weekend,
    ),
    "period": (
        (
            r"(?P<which>(?i:this|last|next|previous)) (?P<unit>(?i:week|month|year|quarter))"
            r"(?!-|(?: ended| ending| to [A-Z]| ago| before| after| later| earlier)\b)"
        ),
        periodrules.period,
    ),
    "full_year": (
        r"(?i:for the (?:full |whole )?year(?: as a whole)?)(?! to| ended| ending)",
        periodrules.full_year,
    ),
    "ago": (rf"(?P<n>(?i:{_COUNT})) (?P<unit>(?i:days?|years?)) (?i:ago)", dayrules.ago),
    "ahead": (
        (
            rf"(?i:within(?: the next)?|(?:in|over) the next) (?P<n>(?i:{_COUNT}))"
            r" (?P<unit>(?i:hours?|days?|weeks?))(?! of\b| after\b| to\b)"
        ),
        dayrules.ahead,
    ),
    "feast": (rf"(?P<f>{_FEAST})(?:,? (?P<y>{_YEAR}))?", dayrules.feast),
    "bare_day": (
        (
            r"(?<=\bon )the (?P<d>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))"
            r"(?= ?[.,;:!?]|$| and\b| but\b)"
        ),
        dayrules.bare_day,
    ),
    "years": (
        (
            r"(?<![-$£€\d.,#])(?P<y>(?:19|20)\d\d) ?[-–/~] ?"
            r"(?P<z>(?:19|20)\d\d|\d\d)(?![\d%-]|[.,]\d)"
        ),
        periodrules.years,
    ),
    "year": (rf"(?<![-$£€\d.,#])(?P<y>{_YEAR})", periodrules.year),
    "decade": (r"(?i:the )(?P<y>(?:19|20)\d0)s", periodrules.decade),
    "clock": (
        (
            rf"(?i:(?:at|around|before|after|by|about|as of) (?:about |around |just after )?)"
            rf"(?:{_CLOCK})|(?i:in the early hours)"
        ),
        dayrules.clock,
    ),
}
_BY_NAME = {name: re.compile(pattern) for name, (pattern, _) in _KINDS.items()}
_TIME = re.compile(
    "|".join(
        rf"(?<![\w-])(?P<{name}_>{re.sub(r'[(][?]P<[a-z]+>', '(?:', pattern)})(?!\w)"
        for name, (pattern, _) in _KINDS.items()
    )
)
# Most sentences name no time at all, which one cheap search tells.
_ANY = re.compile(
    rf"days?\b|hours\b|night\b|morrow\b|week|month|year|quarter|half\b|{MONTH}|(?:19|20)\d\d|noon|ago\b|\d:\d\d"
    rf"|[ap]\.?m\b|\b[QHqh][1-4]|this (?:morning|afternoon|evening)|\d(?:st|nd|rd|th)\b|{_FEAST}"
    r"|\d[/.]\d"
)
_UNDATED = date(1, 1, 1)


@dataclass(frozen=True, slots=True)
class Written:
    """A time as written; `start` and `end` are offsets into the text it was found in."""

    kind: str
    match: re.Match[str]
    start: int
    end: int

    def days(self, published: date | None, tense: Tense) -> Days | None:
        """Return the days meant, None for a vague time or one that an undated text leaves open."""
        if published is None and not self._names_year():
            return None
        _, rule = _KINDS[self.kind]
        try:
            return rule(self.match, Anchor(published or _UNDATED, tense))
        except (ValueError, OverflowError):  # "31 June"; before the first day there is, or after
            return None

    def _names_year(self) -> bool:
        groups = self.match.groupdict()
        return bool(groups.get("y") or groups.get("x"))


def times_in(text: str) -> Iterator[Written]:
    """Give the times written in a text, in order."""
    text = plain_letters(text)
    if not _ANY.search(text):
        return
    for found in _TIME.finditer(text):
        kind = (found.lastgroup or "").removesuffix("_")
        match = _BY_NAME[kind].match(text, found.start())
        if match:
            yield Written(kind, match, match.start(), match.end())
