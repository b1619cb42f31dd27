"""How numbers are written in English prose: digits, words, scales and fractions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.claims.currencies import CODES, SIGNS

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
    | {"a": 1.0, "an": 1.0, "half": 0.5, "quarter": 0.25, "fourty": 40.0}
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
    "t": 1e12,
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
_AND_HALF = r"(?:[ -]and[ -]a[ -]half\b)"
_WORDS = (
    rf"(?:{_SUB1000}[ -]{_BIG},?(?: and)? )*{_SUB1000}{_AND_HALF}?(?:[ -](?:{_BIG}|dozen)\b)*"
    rf"{_AND_HALF}?|an? (?:half[ -])?(?:{_BIG}|dozen)\b{_AND_HALF}?"
    rf"|half[ -](?:an? )?(?:{_BIG}|dozen)|(?:an? )?quarter(?: of a)?[ -]{_BIG}|zero"
)
_PART = "half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?"
_SHARE = rf"(?:(?:{_ONE}|an?)[- ])(?:{_PART})|half(?! hour)|\d{{1,2}}/\d{{1,3}}(?= of\b)"
_IN_EVERY = rf"(?:one|(?:{_ONE}|\d{{1,2}})(?= (?:in|out of) (?:ten|10|100|a hundred)\b))"
_ODDS = rf"{_IN_EVERY} (?:in|out of) (?:every )?(?:{_SUB100}|[1-9]\d{{0,2}})(?= [a-z])"
_DIGITS = (
    r"(?:\d{1,3}(?:,\d{2,3})*,\d{3}|\d{1,3}(?:[\u202f\u2009\u00a0]\d{3})+|\d{1,3}(?: 000)+|\d+)"
    r"(?:\.\d+)?|\.\d+"
)
_SCALED = (
    rf"(?:[ -](?:hundred|{_BIG}(?: crore)?|dozen)\b|[ ]?(?:mn|mln|bn|bln|tn|trn)\b"
    r"|(?:[km]|(?-i:[BT])|b(?!\w)|mio)\b)"
)
# What may stand right before the digits though it is made of letters: "SKr600m", "Rs500", "USD5m".
_SIGNED = "|".join(rf"(?<=\b{re.escape(sign)})" for sign in (*SIGNS, *CODES) if sign[-1].isalpha())
_NUMBER = re.compile(
    rf"(?<![^\W_])(?=[1-9aefhnoqstz])(?:(?P<odds>{_ODDS})\b"
    rf"|(?P<words>{_WORDS})\b(?!-(?:{_PART})\b| (?:{_PART})\b)|(?P<share>{_SHARE})\b)"
    rf"|(?:(?<![\w.,:/#@'’\\])|{_SIGNED})(?P<digits>(?P<numeral>{_DIGITS})"
    rf"(?P<mixed> ?[½¼¾⅓⅔⅕⅛]| \d/\d{{1,2}}\b)?(?P<half>{_AND_HALF})?(?P<scale>{_SCALED})?)"
    r"|(?P<glyph>[½¼¾⅓⅔⅕⅛])",
    re.IGNORECASE,
)
# Most sentences hold no number at all, which a look at the words tells at once.
_DIGIT = re.compile(r"[\d½¼¾⅓⅔⅕⅛]")
_WORD = re.compile(r"[a-z]+")
_NUMBER_WORDS = frozenset({*_VALUES, *_SCALES, *_PARTS} - {"a", "an"}) | {"thirds", "quarters"}
_MINUS = re.compile(r"(?:\b(?:minus|negative) |(?<![\w.)%])[-−])$", re.IGNORECASE)
# "a third of voters", "by a third", "more than half", but not "a third nation", "last quarter"
_OF_AFTER = re.compile(
    r" of\b| (?:the|its|their|his|her|our|those|these|that|this|all) |[ -]an? [a-z]"
    r"| (?:more|less|fewer|higher|lower|larger|smaller|cheaper)\b",
    re.IGNORECASE,
)
_SIZED_BEFORE = re.compile(
    r"\b(?:by|to|than|about|around|roughly|over|under|above|below|least|up to|nearly|almost|only)"
    r" (?:an? |one |the )?$",
    re.IGNORECASE,
)
_FREE_AFTER = re.compile(  # "fell by a fifth to 98,000"
    r"(?![- ]\w)| (?:to|from|in|on|at|since|over|and|or|as|this|last|after|when|while|between)\b",
    re.IGNORECASE,
)
_MOST = 1e18
"""Larger numbers count nothing in the news; four hundred digits are no number at all."""
_NOT_PART = re.compile(
    r"\b(?:first|second|third|fourth|last|other|latter|opening) $", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as written; `start` and `end` are offsets into the text it was found in.

    A `share` is a part of a whole, its value the part: 0.25 for "a quarter". `scaled` tells that
    a scale stands in the words ("19 million"), `multiple` which one.
    """

    value: float
    start: int
    end: int
    share: bool = False
    word: bool = False
    multiple: float = 1.0


def amounts_in(text: str) -> Iterator[Amount]:
    """Give the numbers of a text in order, those that are no figures (years, ages) too."""
    if not (_DIGIT.search(text) or _NUMBER_WORDS.intersection(_WORD.findall(text.lower()))):
        return
    last = 0
    for match in _NUMBER.finditer(text):
        named = _is_named(text, match.start(), last) if match["digits"] else False
        if named or (match["share"] and not _is_share(text, match)):
            continue
        amount = _amount(text, match)
        if abs(amount.value) < _MOST:
            yield amount
        last = match.end()


def _is_named(text: str, start: int, last: int) -> bool:
    """Tell whether the digits are part of a name: "Covid-19", "F-16", but not "5k-20k"."""
    before = text[max(0, start - 2) : start]
    named = before[1:] in {"-", "–"} and before[:1].isalpha() and last != start - 1
    return named and not text[:start].lower().endswith("magnitude-")


def _is_share(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 16) : match.start()], text[match.end() :]
    written = match["share"].lower()
    if _NOT_PART.search(before):
        return False
    if "/" in written or written.endswith(("ths", "halves")) or _OF_AFTER.match(after):
        return True
    if written.endswith("s"):
        return (
            not written.startswith(("one", "two quarter", "three quarter")) and "thirds" in written
        )
    plain = _FREE_AFTER.match(after) or written.endswith("half")
    return plain and bool(_SIZED_BEFORE.search(before))


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
    value = float(re.sub(r"[,\s]", "", match["numeral"]))
    if mixed := (match["mixed"] or "").strip():
        value += _GLYPHS[mixed] if mixed in _GLYPHS else _ratio(mixed)
    value += 0.5 if match["half"] else 0.0
    multiple = 1.0
    for scale in re.findall(r"[a-z]+", (match["scale"] or "").lower()):  # "3 lakh crore"
        multiple *= _SCALES.get(scale) or _SUFFIXES[scale]
    return value * multiple, multiple


def _ratio(written: str) -> float:
    upper, lower = written.split("/")
    return float(upper) / (float(lower) or 1.0)


def _plain(written: str) -> float:
    return float(written) if written.isdigit() else _spelled(written)[0]


def _part(written: str) -> float:
    if "/" in written:
        return _ratio(written)
    *upper, lower = re.split(r"[ -]", written)
    whole = _PARTS[lower.removesuffix("s") if lower != "halves" else "half"]
    return (_VALUES[upper[0]] if upper else 1.0) / whole


def _spelled(written: str) -> tuple[float, float]:
    """Return the value of number words and their last scale: "two hundred and fifty thousand"."""
    total, current, multiple = 0.0, 0.0, 1.0
    words = re.findall(r"[a-z]+", written)
    if words[0] in {"a", "an"} and words[1] in {"half", "quarter"}:
        words = words[1:]  # "a half million"
    for place, word in enumerate(words):
        if place and word in {"and", "a", "an", "of"}:
            continue
        if word in _SCALES:
            multiple = _SCALES[word]
            total, current = _scaled(total, current, multiple)
        elif word == "half" and total and not current:
            total += 0.5 * multiple  # "a million and a half"
        else:
            current += _VALUES[word]
    return total + current, multiple


def _scaled(total: float, current: float, multiple: float) -> tuple[float, float]:
    if multiple in {1e2, 12.0}:
        return total, (current or 1.0) * multiple
    if not current and total:
        return total * multiple, 0.0  # "three lakh crore"
    return total + (current or 1.0) * multiple, 0.0
