"""How times are written in English prose: "mid-May", "next Friday", "the third quarter"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.claims.days import RULES, Anchor, Days

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![\w-])"
)
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w,]*\d)"
_YEAR = r"(?:19|20)\d\d(?![\d%]|[.,]\d|-\w)"
_COUNT = r"\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_OF_DAY = r"(?: (?:early |late )?(?:morning|afternoon|evening|night))?"
_SECOND_DAY = rf"(?:(?: and | to | or |, | ?[-–] ?)(?P<e>{DAY}))?"
_STAGE = (
    r"(?i:(?P<stage>early|mid|late|end|end[- ]of|the (?:very )?(?:beginning|start|middle|end) of"
    r"|the (?:first|second) half of)[- ](?:in )?)"
)
_ORDINAL = r"(?i:first|second|third|fourth|final|last)"
_OF_YEAR = rf"(?: (?i:of|in) (?:(?P<which>(?i:this|last|next|the)) (?i:year)|(?P<y>{_YEAR})))?"
_CLOCK = (
    r"(?i:noon|midday|midnight)|\d{1,2}:\d\d(?: ?[ap]\.?m\b\.?)?|\d{1,2}(?:\.\d\d)? ?[ap]\.?m\b\.?"
)

# In this order; the first that matches at a place wins.
_PATTERNS: dict[str, str] = {
    # "earlier in the week", "later this year": no days in particular
    "vague": r"(?i:(?:earlier|later|sometime|some time) (?:on )?(?:in )?(?:this|that|the|next|last)"
    r" (?:week|month|year|day))\b",
    "iso": r"(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)",
    "month_day": rf"(?:{_WEEKDAY},? )?(?P<m>{MONTH}) (?:the )?(?P<d>{DAY}){_SECOND_DAY}"
    rf"(?:,? (?P<y>{_YEAR}))?",
    "day_month": rf"(?:{_WEEKDAY},? )?(?:the )?(?P<d>{DAY}){_SECOND_DAY}(?: of)?[ -](?P<m>{MONTH})"
    rf"(?:,?[ -](?P<y>{_YEAR}))?",
    "stage": rf"{_STAGE}(?:(?P<m>{MONTH})(?:(?: of)?,? (?P<y>{_YEAR}))?|(?P<x>{_YEAR})"
    r"|(?P<which>(?i:this|last|next|the)) (?P<unit>(?i:week|month|year)))(?! ago| before)",
    "month": rf"(?:(?P<which>(?i:this|last|next)) )?(?P<m>{MONTH})(?:(?: of)?,? (?P<y>{_YEAR}))?",
    "weekday": rf"(?:(?P<which>(?i:this|last|next|the coming|this coming|this past)) )?"
    rf"(?P<w>{_WEEKDAY})(?!s){_OF_DAY}(?: (?P<week>(?i:last|this|next) (?i:week)))?",
    "near": r"(?i:the day (?:after tomorrow|before yesterday)|today|tonight|yesterday|tomorrow"
    r"|last night|this (?:morning|afternoon|evening))",
    "months": rf"(?i:the first (?P<n>{_COUNT}) months){_OF_YEAR}",
    "quarter": rf"(?i:the )?(?P<q>{_ORDINAL})[- ](?P<unit>(?i:quarter|half))"
    rf"(?:{_OF_YEAR}| (?P<x>{_YEAR}))(?! of\b|[- ]time)",
    "numbered": rf"(?P<unit>[QH])(?P<q>[1-4])(?: (?:of )?(?P<y>{_YEAR}))?",
    "year_end": r"(?i:end(?:s|ed|ing)? the year|year[- ]end)",
    "period": r"(?P<which>(?i:this|last|next|the coming|the past|at the|over the|during the)) "
    r"(?P<unit>(?i:weekend|week|month|year|quarter))"
    r"(?![-’'s]|(?: ended| ending| to [A-Zd]| ago| before| after| later| earlier)\b)",
    "ago": rf"(?P<n>{_COUNT}) (?i:days?) (?i:ago)",
    "year": rf"(?<![-$£€\d.,#])(?P<y>{_YEAR})",
    "decade": r"(?i:the )(?P<y>(?:19|20)\d0)s",
    "clock": rf"(?i:(?:at|around|before|after|by|about|as of) (?:about |around |just after )?)"
    rf"(?:{_CLOCK})",
}
_BY_NAME = {name: re.compile(pattern) for name, pattern in _PATTERNS.items()}
_TIME = re.compile(
    "|".join(
        rf"(?<![\w-])(?P<{name}_>{re.sub(r'[(][?]P<[a-z]+>', '(?:', pattern)})(?!\w)"
        for name, pattern in _PATTERNS.items()
    )
)
# Most sentences name no time at all, which one cheap search tells.
_ANY = re.compile(
    rf"day\b|night\b|morrow\b|week|month|year|quarter|half|{MONTH}|(?:19|20)\d\d|noon|\d:\d\d"
    r"|[ap]\.?m\b|\b[QH][1-4]|this (?:morning|afternoon|evening)|ago\b"
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
        rule = RULES.get(self.kind)
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
