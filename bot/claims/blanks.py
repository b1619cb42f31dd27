"""What holds digits and is no figure whatever stands around it: dates, clock times, addresses."""

import re

from bot.claims.timewords import DAY, MONTH

_ZONE = r"(?:[ap]\.?m\b\.?|o'clock|hrs\b|GMT\b|UTC\b|BST\b|E[SD]T\b)"
_COUNTED_NEXT = (
    r"(?! ?%| (?:percent|per cent|million|billion|people|persons|men|women|children|soldiers)\b)"
)
_YEAR = r"(?:,? \d{4}\b)?"
_HOUR = r"(?:[01]?\d|2[0-3])"
_HOUR_WORD = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_STREET = "Street|Road|Avenue|Lane|Drive|Square|Boulevard|Terrace|Crescent"
_IN_ADDRESS = r"(?:://|@|\.com\b|www\.)"
_ADDRESS = rf"\b\S*{_IN_ADDRESS}\S*"
_PATTERNS = (
    r"\b\d{4}-\d\d(?:-\d\d)?\b",  # 2023-04-17
    r"\b\d{1,2}/\d{1,2}/\d{2,4}\b",
    r"\b(?:9/11|24/7|50[-/]50)\b",
    rf"\b{MONTH} {DAY}(?:(?:,? and|,| to|[-–]| or) ?{DAY})*(?!\w|[.:]\d){_COUNTED_NEXT}{_YEAR}",
    rf"\b{DAY}(?:(?: and|,| to| or|[-–]) ?{DAY})*(?: of)?[ -]{MONTH}(?:,?[ -]\d{{4}}\b)?",
    rf"\b{MONTH},? ['’]?\d{{2,4}}\b(?![,.]\d){_COUNTED_NEXT}",  # March 2022
    r"\b(?:1[89]|20)\d\d ?(?:[-–/]|to|and) ?(?:\d\d){1,2}\b(?![,.]\d|%)",  # 2009 and 2013, 2022/23
    rf"\b{_HOUR}(?:[:.][0-5]\d)?(?: ?- ?{_HOUR}(?:[:.][0-5]\d)?)? ?{_ZONE}",
    r"\b(?:[01]\d|2[0-3])[0-5]\d (?:GMT|UTC|BST|CES?T|local time)\b",  # 0930 GMT
    rf"\b{_HOUR}:[0-5]\d(?::[0-5]\d)?\b",
    rf"(?<=\bat ){_HOUR}\.[0-5]\d(?= and\b| or\b|[,;]|\.?$)",  # begins at 9.15
    rf"\b(?:{_HOUR_WORD}) (?:o'clock|[ap]\.?m\.?)\b",
    r"(?<!\w)['’]\d\ds?\b",  # '06
    r"\b\d+(?:st|nd|rd|th)\b",
    _ADDRESS,
    r"\b\d{3}-\d{3,4}-\d{4}\b|\b(?:\d+-){2,}\d+\b",  # telephones, other numbers of parts
    r"(?<![\w.,])(?:\+\d{1,3}|0\d{1,4})(?: \d{3,4}){2}\b",  # 020 7946 0018
    rf"\b\d{{1,4}}[a-c]? (?-i:(?:[A-Z][\w'’]+ ){{1,3}}(?:{_STREET}))\b",  # 14 Quay Street
    r"\b\d{1,4}(?:\.\d{1,4}){2,}\b",  # version 3.11.2, 192.168.1.2
)
_BLANKED = re.compile("|".join(_PATTERNS), re.IGNORECASE)
# Without an address, which any word may begin, they are tried where a digit, a month, an hour or
# one of their marks stands.
_TIMES = "|".join(pattern for pattern in _PATTERNS if pattern != _ADDRESS)
_BLANKED_TIME = re.compile(rf"(?=[\d'’+jfmasondet])(?:{_TIMES})", re.IGNORECASE)
_ADDRESSED = re.compile(_IN_ADDRESS, re.IGNORECASE)
_DIGIT_OR_CLOCK = re.compile(r"\d|o'clock|[ap]\.?m\b")
_MAY = re.compile(r"\bmay\b")  # the verb, as months are written large


def without_times(text: str) -> str:
    """Return the text with dates, clock times, ordinals and addresses blanked, offsets kept."""
    if not _DIGIT_OR_CLOCK.search(text):
        return text
    return (_BLANKED if _ADDRESSED.search(text) else _BLANKED_TIME).sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    written = match[0]
    return written if _MAY.search(written) else "\x00" * len(written)
