"""The letters that days, months, years and counts are written with wherever a time stands."""

_SHORT = r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_NAMED = r"January|February|April|June|July|August|September|October|November|December"
MONTH = (
    rf"(?:(?i:{_NAMED})|March|May|(?:Feb|Apr|Aug|Sept?|Oct|Nov|Dec)(?:\.|(?!\w))"
    rf"|(?i:{_SHORT})(?:\.|(?=[ -]?\d)|(?<=\d[ /-]...))|(?<=[Ii]n )(?:{_SHORT.lower()})(?!\w))"
    r"(?![A-Za-z_]|-[A-Za-z])"
)
ANY_MONTH = rf"(?:(?i:{_NAMED})|March|May|(?:{_SHORT})\.?)"
MONTH_AT_DAY = rf"(?:{MONTH}|(?i:{_SHORT})\b\.?(?!-[A-Za-z]))"
"""A month beside the number of a day, where "20 dec" cannot be anything else."""
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w,]*\d)"
SPELT_DAY = (
    r"(?i:(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth)"
)
NUMBERED_DAY = r"(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
_TENS = "(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
_BELOW_100 = rf"(?:{_TENS}(?:[ -](?:{_ONES}))?|{_TEENS}|{_ONES})"
SPELT_NUMBER = rf"(?i:{_BELOW_100})"
SPELT_YEAR = (
    rf"(?i:nineteen(?: hundred)?(?: and)? {_BELOW_100}|two thousand(?: and)?(?: {_BELOW_100})?"
    rf"|twenty (?:{_TEENS}|{_TENS}(?:[ -](?:{_ONES}))?))"
)
YEAR = r"(?:19|20)\d\d(?![\d%]|[.,]\d|-\w)"
COUNT = r"\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
LONG_WEEKDAY = r"(?i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
SHORT_WEEKDAY = r"(?i:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"
TO = r" and | to | till | until | through | or | ?[-–] ?"
"""What stands between the two ends of a range: "May 4 to 9"."""
UNIT = r"days?|weeks?|fortnights?|months?|quarters?|years?|decades?"
PERIOD = r"(?i:week|month|quarter|year)"
SEASON = r"(?i:spring|summer|autumn|winter)"
