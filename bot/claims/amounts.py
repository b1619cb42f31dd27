"""How numbers are written in English prose: digits, words, scales and fractions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = (
    {word: float(value) for value, word in enumerate(_ONES + _TEENS)}
    | {word: 10.0 * (2 + tens) for tens, word in enumerate(_TENS)}
    | {"a": 1.0, "an": 1.0, "half": 0.5, "fourty": 40.0}
)
_SCALES = {
    "hundred": 1e2,
    "dozen": 12.0,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
}
_SUFFIXES = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "mio": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅛": 0.125}
_PARTS = {
    "half": 2,
    "halve": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}

_ONE = "|".join(_ONES[1:])
_SUB100 = rf"(?:(?:{'|'.join(_TENS)}|fourty)(?:[- ](?:{_ONE}))?|{'|'.join(_TEENS)}|{_ONE})"
_SUB1000 = rf"(?:(?:{_SUB100}|a)[ -]hundred(?:(?: and)?[ -]{_SUB100})?|{_SUB100})"
_BIG = "(?:thousand|lakh|million|crore|billion|trillion)"
_HALF = r"(?:[ -]and[ -]a[ -]half)"
_WORDS = (
    rf"(?:{_SUB1000}[ -]{_BIG},?(?: and)? )*{_SUB1000}{_HALF}?(?:[ -](?:{_BIG}|dozen)\b{_HALF}?)*"
    rf"|an? (?:half[ -])?(?:{_BIG}|dozen)\b{_HALF}?|half[ -](?:an? )?(?:{_BIG}|dozen)|zero"
)
_PART = "half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?"
_MORE = r"more|less|fewer|higher|lower|larger|smaller|cheaper|up|down"
# "a third of patients", "by a third", but not "a third nation", "a quarter earlier"
_SHARE = (
    rf"(?:{_ONE})[- ](?:halves|(?<!two )(?<!one )quarters|thirds|fourths|(?:fif|six|seven|eigh|nin|ten)ths)"
    rf"|(?:(?:an?|one)[- ]|(?<=the ))(?:{_PART})(?= of\b| (?:{_MORE})\b)"
    rf"|(?<=by )(?:an?|one)[- ](?:{_PART})|(?<=(?:most|arly) )(?:an?|one)[- ](?:{_PART})(?![- ]\w)"
    r"|half(?= (?:of|the|its|their|his|her|our|my|your|those|these|that|this|all)\b)"
    r"|(?<=(?:arly|most|bout|ound|ghly|over|nder|than|east|y to) )half(?![- ](?:an?|hour|past)\b)"
    r"|(?<=by )half(?! past)|half(?= an? [a-z])"
)
_IN_EVERY = rf"(?:one|(?:{_ONE}|\d{{1,2}})(?= (?:in|out of) (?:ten|10|100|a hundred)\b))"
_ODDS = rf"{_IN_EVERY} (?:in|out of) (?:every )?(?:{_SUB100}|\d{{1,3}})(?= [a-z])"
_DIGITS = r"(?:\d{1,3}(?:,\d{2,3})*,\d{3}|\d+)(?:\.\d+)?|\.\d+"
_SCALED = (
    rf"(?:[ -](?:hundred|{_BIG}|dozen)\b|(?i:[ ]?(?:mn|mln|bn|bln|tn|trn))\b|(?:[kKmMB]|mio)\b)"
)
_NUMBER = re.compile(
    rf"(?P<odds>\b{_ODDS}\b)|(?P<share>\b(?:{_SHARE})\b)|\b(?P<words>{_WORDS})\b"
    rf"|(?<![\w.,:/#@'’\\])(?P<digits>(?P<numeral>{_DIGITS})(?P<mixed> ?[½¼¾⅓⅔⅕⅛]| \d/\d{{1,2}}\b)?"
    rf"{_HALF}?(?P<scale>{_SCALED})?)|(?P<glyph>[½¼¾⅓⅔⅕⅛])",
    re.IGNORECASE,
)
_MINUS = re.compile(r"(?:\b(?:minus|negative) |(?<![\w.)%])[-−])$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as written; `start` and `end` are offsets into the text it was found in.

    A `share` is a part of a whole, its value the part: 0.25 for "a quarter". `scaled` tells that
    a scale stands in the words ("25 million"), `multiple` which one.
    """

    value: float
    start: int
    end: int
    share: bool = False
    word: bool = False
    multiple: float = 1.0


def amounts_in(text: str) -> Iterator[Amount]:
    """Give the numbers of a text in order, those that are no figures (years, ages) too."""
    for match in _NUMBER.finditer(text):
        if _glued(text, match):
            continue
        yield _amount(text, match)


def _glued(text: str, match: re.Match[str]) -> bool:
    """Tell whether the number is part of a name: "Covid-19", "F-16", "three-nil" is not."""
    start = match.start()
    before = text[start - 2 : start] if start > 1 else ""
    return bool(match["digits"]) and before[1:] in {"-", "–"} and before[:1].isalpha()


def _amount(text: str, match: re.Match[str]) -> Amount:
    value, multiple = _value(match)
    start = match.start()
    minus = _MINUS.search(text, max(0, start - 9), start)
    if minus and not match["share"]:
        value, start = -value, minus.start()
    share = bool(match["share"] or match["odds"])
    return Amount(value, start, match.end(), share, not match["digits"], multiple)


def _value(match: re.Match[str]) -> tuple[float, float]:
    if match["digits"]:
        return _digits(match)
    if match["glyph"]:
        return _GLYPHS[match["glyph"]], 1.0
    if match["odds"]:
        part, whole = re.split(r" (?:in|out of) (?:every )?", match["odds"].lower())
        return _plain(part) / _plain(whole), 1.0
    if match["share"]:
        return _part(match["share"].lower()), 1.0
    return _spelled(match["words"].lower())


def _digits(match: re.Match[str]) -> tuple[float, float]:
    value = float(match["numeral"].replace(",", ""))
    if mixed := (match["mixed"] or "").strip():
        value += _GLYPHS[mixed] if mixed in _GLYPHS else _ratio(mixed)
    if "and" in match["digits"].lower():
        value += 0.5
    scale = (match["scale"] or "").strip(" -").lower()
    multiple = _SCALES.get(scale) or _SUFFIXES.get(scale) or 1.0
    return value * multiple, multiple


def _ratio(written: str) -> float:
    upper, lower = written.split("/")
    return float(upper) / (float(lower) or 1.0)


def _plain(written: str) -> float:
    return float(written) if written.isdigit() else _spelled(written)[0]


def _part(written: str) -> float:
    *upper, lower = re.split(r"[ -]", written)
    whole = _PARTS[lower.removesuffix("s") if lower != "halves" else "half"]
    return (_VALUES[upper[0]] if upper else 1.0) / whole


def _spelled(written: str) -> tuple[float, float]:
    """Return the value of number words and their last scale: "two hundred and fifty thousand"."""
    total, current, multiple = 0.0, 0.0, 1.0
    words = re.findall(r"[a-z]+", written)
    for place, word in enumerate(words):
        if word in {"and", "a", "an"} and place:
            continue
        if word == "half" and place and words[place - 1] == "a" and multiple > 1:
            total, current = total + 0.5 * multiple, 0.0  # "a million and a half"
        elif word in _VALUES:
            half = word == "half" and place and words[place - 1] in {"a", "an"} and place == 1
            current = 0.5 if half else current + _VALUES[word]
        else:
            multiple = _SCALES[word]
            total, current = _scaled(total, current, multiple)
    return total + current, multiple


def _scaled(total: float, current: float, multiple: float) -> tuple[float, float]:
    if multiple in {1e2, 12.0}:
        return total, (current or 1.0) * multiple
    return total + (current or 1.0) * multiple, 0.0
