"""The ways of writing a period, in the order they are tried, each with its rule."""

from bot.claims import periodrules, weekrules
from bot.claims.daykinds import Rule
from bot.claims.timeletters import (
    ANY_MONTH,
    COUNT,
    LONG_WEEKDAY,
    MONTH,
    PERIOD,
    SEASON,
    UNIT,
    YEAR,
)

_WHICH = r"(?P<which>(?i:this|last|next|the))"
# The month, year or week that a part is of.
_WHOLE = (
    rf"(?:(?P<m>{MONTH})(?:(?: of|,)? (?P<y>{YEAR}))?|(?P<x>{YEAR})"
    rf"|{_WHICH} (?P<unit>(?i:week|month|year)))(?! ago| before)"
)
_STAGE = (
    r"(?i:(?P<stage>early|mid|late|end|end[- ]of|the (?:very )?(?:beginning|start|middle|end) of"
    r"|(?:beginning|start|middle) of|the (?:first|second) half of)[- ](?:in )?)"
)
_ORDINAL = r"(?i:first|second|third|fourth|final|1st|2nd|3rd|4th|last(?= \w+ of))"
_OF_YEAR = rf"(?: (?i:of|in) (?:(?P<which>(?i:this|last|next|the)) (?i:year)|(?P<y>{YEAR})))?"
_WEEK_ORDER = r"(?i:first|second|third|fourth|fifth|[1-5](?:st|nd|rd|th)|last|final)"

PERIOD_KINDS: dict[str, tuple[str, Rule]] = {
    "iso_month": (r"(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])", periodrules.numbered_month),
    "month_number": (
        r"(?<![\d/-])(?P<m>0?[1-9]|1[0-2])[/-](?P<y>(?:19|20)\d\d)(?![/\d-])",
        periodrules.numbered_month,
    ),
    "near_month": (
        r"(?i:the )?(?P<j>\d{1,2}th) month of (?P<which>(?i:this|last|next)) year",
        periodrules.near_month,
    ),
    "week": (
        rf"(?i:the )?(?P<q>{_WEEK_ORDER}) (?i:week (?:of|in)) {_WHOLE}",
        weekrules.week_of_whole,
    ),
    "ordered_weekday": (
        rf"(?i:the )?(?P<q>{_WEEK_ORDER}) (?P<w>{LONG_WEEKDAY}) (?i:of|in) {_WHOLE}",
        weekrules.ordered_weekday,
    ),
    "week_number": (
        rf"(?i:the )?(?i:week) (?P<q>\d{{1,2}}) (?i:of|in) (?P<x>{YEAR})",
        weekrules.week_of_whole,
    ),
    "part": (
        (
            rf"(?i:the )?(?P<edge>(?i:first|last)) (?:(?P<n>(?i:{COUNT})) )?"
            rf"(?P<part>(?i:days?|weeks?|months?))(?: (?i:of|in) {_WHOLE}|(?<=months))"
        ),
        periodrules.part,
    ),
    "stage": (rf"{_STAGE}{_WHOLE}", periodrules.stage),
    "months": (
        rf"(?P<m>{ANY_MONTH}) ?[-–/] ?(?P<n>{ANY_MONTH})(?: (?P<y>{YEAR}))?",
        periodrules.months,
    ),
    "year_month": (
        rf"(?P<y>(?:19|20)\d\d)[ /-](?P<m>{ANY_MONTH})(?! \d)",
        periodrules.month,
    ),
    "month": (
        (
            rf"(?:(?P<which>(?i:this|last|next)) )?(?P<m>{MONTH})"
            rf"(?:(?: of| in|,)? (?P<y>{YEAR})| (?:of )?(?P<year>(?i:this|last|next)) (?i:year))?"
        ),
        periodrules.month,
    ),
    "quarter": (
        (
            rf"(?i:the )?(?P<q>{_ORDINAL})[- ](?P<unit>(?i:quarter|half))(?:{_OF_YEAR}"
            rf"| (?P<x>{YEAR}))(?! of\b|[- ]time)"
        ),
        periodrules.quarter,
    ),
    "numbered": (
        rf"(?P<unit>(?i:[QH]))(?P<q>[1-4])(?: (?:of )?(?P<y>{YEAR}))?",
        periodrules.quarter,
    ),
    "year_quarter": (
        r"(?P<y>(?:19|20)\d\d)[- ](?P<unit>(?i:[QH]))(?P<q>[1-4])",
        periodrules.quarter,
    ),
    "to_date": (
        rf"(?i:so far this {PERIOD}|this {PERIOD} so far|(?:the )?{PERIOD}[- ]to[- ]date)",
        periodrules.to_date,
    ),
    "year_end": (
        r"(?i:end(?:s|ed|ing)? the year|(?:the )?end of year|year['’]s end|year[- ]end)",
        periodrules.year_end,
    ),
    "weekend": (
        r"(?P<which>(?i:this|last|next|the))(?: (?:coming|past))? (?i:weekend)(?!s)",
        periodrules.weekend,
    ),
    "season": (
        rf"(?P<which>(?i:this|last|next)) (?P<s>{SEASON}|(?i:fall))(?P<y>)",
        periodrules.season,
    ),
    "season_of_year": (
        rf"(?:(?i:the) )?(?P<s>{SEASON}|(?<=the )fall(?= of))(?P<which>) (?:of )?(?P<y>{YEAR})",
        periodrules.season,
    ),
    "run": (
        (
            r"(?i:the )?(?P<which>(?i:past|previous|next|coming|(?<=the )last|(?<=in )last"
            rf"|(?<=for )last|(?<=over )last)) (?P<n>(?i:{COUNT}))"
            rf" (?P<unit>(?i:hours|{UNIT}))(?! (?i:of|in|to|ago|before|later)\b)"
        ),
        weekrules.run,
    ),
    "run_turned": (
        (
            rf"(?i:the )?(?P<n>(?i:{COUNT})) (?P<which>(?i:past|last|next|coming|upcoming))"
            rf" (?P<unit>(?i:{UNIT}))"
        ),
        weekrules.run,
    ),
    "run_of_one": (
        (
            r"(?i:the )(?P<which>(?i:past|next)) (?P<n>)"
            r"(?P<unit>(?i:fortnight|decade|(?<=past )(?:week|month|year)))(?!-)"
        ),
        weekrules.run,
    ),
    "period": (
        (
            rf"(?P<which>(?i:this|last|next|previous)) (?P<unit>{PERIOD})"
            r"(?!-|(?: ended| ending| to [A-Z]| ago)\b)"
        ),
        periodrules.period,
    ),
    "calendar": (
        r"(?i:the )?(?P<which>(?i:past|coming)) (?P<unit>(?i:week|quarter))(?!-)",
        periodrules.period,
    ),
    "full_year": (
        r"(?i:for the (?:full |whole )?year(?: as a whole)?)(?! to| ended| ending)",
        periodrules.full_year,
    ),
    "years": (
        (
            r"(?<![-$£€\d.,#])(?P<y>(?:19|20)\d\d) ?[-–/~] ?"
            r"(?P<z>(?:19|20)\d\d|\d\d)(?![\d%-]|[.,]\d)"
        ),
        periodrules.years,
    ),
    "year": (rf"(?<![-$£€\d.,#])(?P<y>{YEAR})", periodrules.year),
    "far_year": (
        (
            r"(?:(?<=\b[Ii]n )|(?<=\b[Bb]y )|(?<=since )|(?<=until ))(?P<y>1[5-8]\d\d|21\d\d)"
            r"(?= ?[.,;:?!)]|$| (?:and|to|when|after|with|as)\b)"
        ),
        periodrules.year,
    ),
    "decade": (
        (
            r"(?i:the )?(?P<stage>(?i:(?:early|mid|late)[- ]))?"
            r"(?P<y>(?:19|20)\d0|(?<=the )['’][3-9]0)s"
        ),
        periodrules.decade,
    ),
    "century": (
        r"(?:(?<=\b[Ii]n the )|(?<=\b[Ii]n ))(?P<k>\d\d)(?:st|nd|rd|th) century",
        periodrules.century,
    ),
}
