"""The ways of writing a day or a few, in the order they are tried, each with its rule."""

import re
from collections.abc import Callable

from bot.claims import dayrules, weekrules
from bot.claims.days import Anchor, Days
from bot.claims.feasts import FEAST
from bot.claims.timeletters import (
    COUNT,
    DAY,
    LONG_WEEKDAY,
    MONTH,
    MONTH_AT_DAY,
    NUMBERED_DAY,
    SHORT_WEEKDAY,
    SPELT_DAY,
    SPELT_NUMBER,
    SPELT_YEAR,
    TO,
    UNIT,
    YEAR,
)

_BEFORE_DAY = (
    rf"(?:(?:(?i:this|next|last) )?(?:{LONG_WEEKDAY}|{SHORT_WEEKDAY})(?:,? |-| ?\())?(?:the )?"
)
_OF_DAY = r"(?: (?:early |late )?(?:morning|afternoon|evening|night)(?!s))?"
_SECOND_DAY = rf"(?:(?:{TO}|, )(?:the )?(?P<e>{DAY}|(?<=through ){SPELT_DAY}))?"
_SECOND_SPELT = rf"(?:(?:{TO})(?:the )?(?P<e>{SPELT_DAY}|{DAY}))?"
_IN_YEAR = rf"(?:(?: ?, ?|[ /-]| of | in )(?P<y>{YEAR}))?"
_HALF = r"[ap](?:\.m\.|m\b)"
_CLOCK = rf"noon|midday|\d{{1,2}}:\d\d(?: ?{_HALF})?|\d{{1,2}}(?:\.\d\d)? ?{_HALF}"
_ACCOUNTS = r"fiscal|financial|tax|school|academic|crop|marketing"
_SPLIT_YEAR = r"(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?"
# "The Sunday Times" names a paper, "Friday Prayers" no day.
_PAPERS = (
    r"Times|Herald|Mail|Mirror|Express|Post|Telegraph|Independent|Tribune|Star|World|Age|People"
    r"|Business|Mercury|Nation|Sun|Guardian|Night Live|Night Football|[Tt]he 13th"
)
_ASKING = r"(?<!n )(?<!y )(?<!since )May (?:I|we|you|he|she|they)"
Rule = Callable[[re.Match[str], Anchor], Days | None]


def no_days(_: re.Match[str], __: Anchor) -> Days | None:
    """Earlier in the week, fiscal 2027: no days that the words alone tell."""
    return None


DAY_KINDS: dict[str, tuple[str, Rule]] = {
    "vague": (
        (
            r"(?i:(?:earlier|later|sometime|some time) (?:on )?(?:in )?(?:this|that|the|next|last)"
            r" (?:week|month|year|day))\b"
            r"|(?:Bloody|Super|Holy) (?:Sunday|Tuesday|Saturday|Monday)"
            rf"|(?i:{_ACCOUNTS})(?i:[- ]years?)? {_SPLIT_YEAR}|FY ?{_SPLIT_YEAR}"
            rf"|(?i:{_ACCOUNTS}) (?i:first|second|third|fourth)[- ](?i:quarter|half)"
            rf"|{_SPLIT_YEAR} (?i:{_ACCOUNTS})[- ](?i:years?)|{_ASKING}"
        ),
        no_days,
    ),
    "iso": (r"(?P<y>(?:19|20)\d\d)[-/](?P<m>\d\d)[-/](?P<d>\d\d)", dayrules.full_date),
    "slashed_range": (
        (
            r"(?P<a>\d{1,2})/(?P<b>\d{1,2})(?:/(?:20)?\d\d)?(?: ?[-–] ?| to | until )"
            r"(?P<c>\d{1,2})/(?P<f>\d{1,2})(?:[/,] ?(?P<y>(?:20)?\d\d))?"
        ),
        dayrules.slashed_range,
    ),
    "slashed": (
        (
            r"(?P<a>\d{1,2})(?:/(?=\d+/)|-(?=\d+-)|\.(?=\d+\.))(?P<b>\d{1,2})[/.-]"
            r"(?P<y>(?:19|20)\d\d|\d\d)(?![.,/-]\d)"
        ),
        dayrules.slashed,
    ),
    "numeric": (
        (
            r"(?:(?<=\bon )|(?<=\bby )|(?<=until )|(?<=since ))"
            r"(?P<a>\d{1,2})/(?P<b>\d{1,2})(?P<y>)(?![\d/])"
        ),
        dayrules.slashed,
    ),
    "spoken": (
        (
            rf"(?:(?P<m>{MONTH}|march) (?:the )?(?P<d>{SPELT_DAY}|{SPELT_NUMBER})"
            rf"|(?P<n>{SPELT_NUMBER}) (?P<o>{MONTH}),?|(?P<p>{MONTH})) (?:(?:the )?)"
            rf"(?P<spelt>{SPELT_YEAR})"
        ),
        dayrules.spoken,
    ),
    "month_day": (
        rf"{_BEFORE_DAY}(?P<m>{MONTH})(?:,? (?:the )?|[/-]|)(?P<d>{DAY}){_SECOND_DAY}{_IN_YEAR}",
        dayrules.day_of_month,
    ),
    "day_month": (
        rf"{_BEFORE_DAY}(?P<d>{DAY}){_SECOND_DAY}(?: of)?[ /-](?P<m>{MONTH_AT_DAY}){_IN_YEAR}",
        dayrules.day_of_month,
    ),
    "spelt_day": (
        (
            rf"(?i:the )?(?P<d>{SPELT_DAY}|{NUMBERED_DAY}){_SECOND_SPELT}(?: day)? of"
            rf" (?P<m>{MONTH}){_IN_YEAR}"
        ),
        dayrules.day_of_month,
    ),
    "month_spelt": (
        (
            rf"{_BEFORE_DAY}(?P<m>{MONTH}|march(?= \w+teenth))"
            rf" (?:the )?(?P<d>{SPELT_DAY}|{NUMBERED_DAY})"
            rf"(?:(?:{TO})(?:the )?(?P<e>{SPELT_DAY})|(?= ?[.,;:!?)]|$| {YEAR})"
            rf"|(?<=teenth)|(?<=twenty \w{{5}})|(?<=twenty \w{{6}})){_IN_YEAR}"
        ),
        dayrules.day_of_month,
    ),
    "year_first": (
        rf"(?P<y>(?:19|20)\d\d)[ /-](?P<m>{MONTH_AT_DAY})[ /-](?P<d>{DAY})(?P<e>)",
        dayrules.day_of_month,
    ),
    "near_month_day": (
        (
            rf"(?i:the )?(?P<d>{SPELT_DAY}|{NUMBERED_DAY}|\d{{1,2}}(?=[-–]\d))"
            rf"(?:(?:{TO})(?:the )?(?P<e>{SPELT_DAY}|{NUMBERED_DAY}|\d{{1,2}}))?"
            r"(?: day)? (?:of|in) (?P<which>(?i:this|last|next)) month"
        ),
        dayrules.day_of_near_month,
    ),
    "weekday_day": (
        (
            rf"(?P<w>{LONG_WEEKDAY}|{SHORT_WEEKDAY}),?(?: the)?"
            rf" (?P<d>{NUMBERED_DAY}|(?:3[01]|[12]\d|[1-9])(?=[!.?)]?$))(?! of\b)"
        ),
        dayrules.weekday_and_day,
    ),
    "weekday_hence": (
        (
            rf"(?P<w>{LONG_WEEKDAY}),? (?i:in )?(?P<n>(?i:{COUNT})) (?P<unit>(?i:weeks?|months?"
            r"|years?))(?: (?i:from now)|['’]s? (?i:time))"
        ),
        weekrules.weekday_hence,
    ),
    "weekday": (
        (
            rf"(?:(?P<which>(?i:(?:this|last|next|the coming|this coming|this past|the past))) )?"
            rf"(?P<w>{LONG_WEEKDAY}|(?<=\b[Oo]n ){SHORT_WEEKDAY})"
            rf"(?!s| (?:{_PAPERS})\b){_OF_DAY}(?! (?:morning|afternoon|evening|night)s)"
            rf"(?:(?: of)? (?P<week>(?i:last|this|next)) (?i:week)|(?P<after> week)(?!\w))?"
        ),
        dayrules.weekday,
    ),
    "week_weekday": (
        (
            r"(?P<week>(?i:last|this|next)) (?i:week)(?: on|,)? (?P<which>)(?P<after>)"
            rf"(?P<w>{LONG_WEEKDAY}|{SHORT_WEEKDAY}){_OF_DAY}"
        ),
        dayrules.weekday,
    ),
    "near": (
        (
            r"(?i:the day (?:after tomorrow|before yesterday)|today|tonight|yesterday|tomorrow"
            r"|last night|this (?:morning|afternoon|evening)|tmrw|tonite|(?:the )?end of the day)"
        ),
        dayrules.near,
    ),
    "ago": (rf"(?P<n>(?i:{COUNT})) (?P<unit>(?i:{UNIT})) (?i:ago)", weekrules.ago),
    "in_time": (
        rf"(?i:in) (?P<n>(?i:{COUNT})) (?P<unit>(?i:{UNIT}))(?:['’]s?)? time",
        weekrules.in_time,
    ),
    "from_now": (
        rf"(?P<n>(?i:{COUNT})) (?P<unit>(?i:{UNIT})) (?i:from now)",
        weekrules.in_time,
    ),
    "hence": (
        (
            r"(?i:in) (?P<n>(?i:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven"
            r"|twelve)) (?P<unit>(?i:days|weeks|months))(?! of\b)"
        ),
        weekrules.hence,
    ),
    "ahead": (
        (
            rf"(?i:within(?: the next)?) (?P<n>(?i:{COUNT}))"
            r" ?(?P<unit>(?i:min(?:ute)?s?|h|hours?|days?|weeks?))(?! of\b| after\b| to\b)"
        ),
        dayrules.ahead,
    ),
    "shortly": (
        (
            rf"(?i:in (?:(?:{COUNT}) (?:minutes?|hours?)|half an hour)|half an hour from now"
            r"|in the next (?:few )?(?:minutes|hours))(?! of\b)"
        ),
        dayrules.shortly,
    ),
    "feast": (
        (
            rf"(?:(?P<which>(?i:this|last|next|previous)) )?(?P<f>{FEAST})"
            rf"(?P<weekend>(?i: weekend))?(?:,? (?P<y>{YEAR}))?"
        ),
        dayrules.feast,
    ),
    "bare_day": (
        (
            rf"(?:(?<=\bon )|(?<=week of )|(?<=around )|(?<=\bby )|(?<=until ))"
            rf"the (?P<d>{NUMBERED_DAY})(?: (?:of )?this month|(?= ?[.,;:!?]|$| and\b| but\b))"
        ),
        dayrules.bare_day,
    ),
    "overnight": (
        r"(?i:overnight)(?! (?:stay|train|shelter|ferry|rate|lending|low|temperature|trip)s?\b)",
        dayrules.overnight,
    ),
    "clock": (
        (
            r"(?i:(?:at|around|before|after|by|about|as of) (?:about |around |just after )?)"
            rf"(?:{_CLOCK})"
            r"|(?i:in the early hours)"
        ),
        dayrules.clock,
    ),
}
