"""How numbers are written in English prose: digits, words, scales and fractions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.claims.currencies import CODES, SIGNS
from bot.claims.numerals import (
    AND_HALF,
    BIG,
    DIGITS,
    FRACTION,
    GLYPHS,
    ONE,
    PART,
    PARTS,
    POWER,
    SCALES,
    SUB100,
    SUFFIXES,
    VALUES,
    WORDS,
    fraction,
    numeral,
    plain,
    ratio,
    spelled,
)

_GLYPH = f"[{''.join(GLYPHS)}]"
_TENTHS = r"(?:every )?(?:ten|10|100|a hundred|twenty|20)\b"
_FEW = r"(?:every )?(?:three|four|five|six|seven|eight|nine|ten|[3-9]|10)\b"
_IN_EVERY = (
    rf"(?:one|1|(?:{ONE}|\d{{1,2}})(?= (?:in|out of) {_TENTHS})|(?:{ONE}|\d)(?= out of {_FEW})"
    rf"|(?:two|three|[23])(?= in {_FEW}))"
)
_ODDS = rf"{_IN_EVERY} (?:in|out of) (?:every )?(?:{SUB100}|[1-9]\d{{0,2}})(?= [a-z]|[.,;:]?$)"
_SCALED = (
    rf"(?:[ -](?:hundred|{BIG}(?: crore)?|dozen)\b|[ ]?(?:mn|mln|bn|bln|tn|trn)\b"
    r"|(?:[km]|(?-i:[BT])|b(?!\w)|mio)\b| (?-i:M)\b(?! ?[A-Z])| k\b)"
)
# What may stand right before the digits though it is made of letters: "SKr600m", "Rs500", "USD5m".
_SIGNED = "|".join(rf"(?<=\b{re.escape(sign)})" for sign in (*SIGNS, *CODES) if sign[-1].isalpha())
_FREE = r"(?<![\w.,:/#@'’\\])"
_WORDED = rf"(?P<words>{WORDS})\b(?!-{PART}\b| {PART}\b)"
_DIGITED = (
    rf"(?:{_FREE}|{_SIGNED})(?P<digits>(?P<numeral>(?:{DIGITS})(?:{POWER})?)"
    rf"(?P<mixed> {{0,2}}{_GLYPH}| {{1,2}}\d/\d{{1,2}}\b)?(?P<more>{AND_HALF})?"
    rf"(?P<scale>{_SCALED})?)"
)
_NUMBER = re.compile(
    rf"(?<![^\W_])(?=[1-9aefhnoqstz])(?:(?P<odds>{_ODDS})\b|(?P<fraction>{FRACTION})\b|{_WORDED}"
    rf"|(?P<half>half(?! hour))\b|{_FREE}(?P<ratio>\d{{1,2}}/\d{{1,3}})(?![\d/]))"
    rf"|{_DIGITED}|(?P<glyph>{_GLYPH})",
    re.IGNORECASE,
)
_PLAIN = re.compile(rf"{_WORDED}|{_DIGITED}", re.IGNORECASE)
# Most sentences hold no number at all, which a look at the words tells at once.
_DIGIT = re.compile(rf"\d|{_GLYPH}")
_WORD = re.compile(r"[a-z]+")
_TOKEN = re.compile(rf"[a-z]+|\.?\d+|{_GLYPH}", re.IGNORECASE)
_NO_LETTER = frozenset(f".0123456789{''.join(GLYPHS)}")
_FIRST = frozenset(VALUES) - {"oh"}
"""Words that a number in words starts with."""
_PLURALS = {f"{part}s" for part in PARTS} | {"halves"}
_NUMBER_WORDS = frozenset({*VALUES, *SCALES, *PARTS, *_PLURALS} - {"a", "an", "oh"})
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
_NOT_PART = re.compile(
    r"\b(?:first|second|third|fourth|last|other|latter|opening) $", re.IGNORECASE
)
_ALONE = re.compile(r"[.!?]?\s*$")
_DOES_AFTER = re.compile(r" (?:was|were|is|are|has|had|will|died|remains?|man|woman|person)\b")
_DATED_BEFORE = re.compile(r"\b(?:on|until|since|from|dated|due) $", re.IGNORECASE)
_COMMON = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32})
"""Denominators of fractions in digits; others are read before "of" alone: "1/40 of the width"."""
_HEDGED = re.compile(
    r"(?:^|[,;:(“\"—–] ?|\b(?:about|around|nearly|almost|over|than|least|only|some|roughly|that"
    r"|and|from|to|as|just) )$",
    re.IGNORECASE,
)
_HUNDRED = 100.0
_PER = re.compile(r" (?:in|out of) (?:every )?")
_ROUND = frozenset({"ten", "10", "100", "a hundred", "twenty", "20"})
_MOST = 1e18
"""Larger numbers count nothing in the news; four hundred digits are no number at all."""


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
    last: Amount | None = None
    for match in _numbers(text):
        amount = _amount(text, match)
        if abs(amount.value) >= _MOST:
            continue
        if last and (one := _added(text, last, amount)):
            last = one
            continue
        if last:
            yield last
        last = amount
    if last:
        yield last


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """Give the numbers as matched; what is no fraction after all may start with a number."""
    place = last = 0
    for start in _starts(text):
        match = _NUMBER.match(text, start) if start >= place else None
        if match is None:
            continue
        place = match.end()
        if match["digits"]:
            if _is_named(text, start, last):
                continue
        elif not _is_meant(text, match):
            match = _PLAIN.match(text, start) if match["odds"] else None
            if match is None:
                continue
            place = match.end()
        yield match
        last = place


def _starts(text: str) -> Iterator[int]:
    """Give the places where a number may start; most sentences have none."""
    if not (_DIGIT.search(text) or _NUMBER_WORDS.intersection(_WORD.findall(text.lower()))):
        return
    for token in _TOKEN.finditer(text):
        if token[0][0] in _NO_LETTER or token[0].lower() in _FIRST:
            yield token.start()


def _added(text: str, first: Amount, last: Amount) -> Amount | None:
    """Return "4 thousand 3 hundred" and "3 hundred and 21" as one number."""
    gap = text[first.end : last.start]
    if first.word or first.multiple == 1 or not 0 < last.value < first.multiple or last.share:
        return None
    hundreds = gap == " " and last.multiple == _HUNDRED < first.multiple
    small = first.multiple == _HUNDRED and last.multiple == 1
    whole = last.multiple == _HUNDRED < first.multiple and _ALONE.match(text, last.end)
    rest = gap == " and " and (small or whole)
    if not (hundreds or rest) or not last.value.is_integer():
        return None
    return replace(first, value=first.value + last.value, end=last.end, multiple=last.multiple)


def _is_named(text: str, start: int, last: int) -> bool:
    """Tell whether the digits are part of a name: "Covid-19", "F-16", but not "5k-20k"."""
    before = text[max(0, start - 2) : start]
    named = before[1:] in {"-", "–"} and before[:1].isalpha() and last != start - 1
    return named and not text[:start].lower().endswith("magnitude-")


def _is_meant(text: str, match: re.Match[str]) -> bool:
    """Tell whether a part, ratio or chance is one here: "a third of them", not "a third man"."""
    before, after = text[max(0, match.start() - 16) : match.start()], text[match.end() :]
    if match["fraction"]:
        return _is_fraction(match["fraction"].lower(), before, after)
    if match["half"]:
        return _is_part("half", before, after)
    if match["ratio"]:
        upper, lower = map(int, match["ratio"].split("/"))
        common = lower in _COMMON or after.startswith(" of ")
        return 0 < upper < lower and common and not _DATED_BEFORE.search(before)
    return not match["odds"] or _is_chance(match["odds"].lower(), before)


def _is_chance(written: str, before: str) -> bool:
    """Tell "two in five adults" from "won two in five games", and "12 out of 10" from both."""
    part, whole = _PER.split(written)
    if plain(part) >= plain(whole):
        return False
    plainly = " out of " in written or part in {"one", "1"} or whole in _ROUND
    return plainly or bool(_HEDGED.search(before))


def _is_fraction(written: str, before: str, after: str) -> bool:
    if " of a" in written or "th of" in written:
        return True
    if " and " in written:
        return not _DOES_AFTER.match(after)
    return _is_part(written, before, after)


def _is_part(written: str, before: str, after: str) -> bool:
    if _NOT_PART.search(before):
        return False
    plural = written.endswith(("ths", "halves", "firsts")) and not written.startswith("the ")
    if plural or _OF_AFTER.match(after) or (not before.strip() and _ALONE.match(after)):
        return True
    if written.endswith("s"):
        return (
            not written.startswith(("one", "two quarter", "three quarter")) and "thirds" in written
        )
    plain_end = _FREE_AFTER.match(after) or written.endswith("half")
    return bool(plain_end) and bool(_SIZED_BEFORE.search(before))


def _amount(text: str, match: re.Match[str]) -> Amount:
    value, multiple = _value(match)
    groups = match.groupdict()
    start = match.start()
    part = any(groups.get(kind) for kind in ("odds", "fraction", "half", "ratio"))
    share = part and 0 < value < 1
    minus = _MINUS.search(text, max(0, start - 9), start)
    if minus and not share:
        value, start = -value, minus.start()
    return Amount(
        value,
        start,
        match.end(),
        share,
        not (groups.get("digits") or groups.get("ratio")),
        multiple,
    )


def _value(match: re.Match[str]) -> tuple[float, float]:
    """Return the value of a number and the scale in its words."""
    written = {kind: text.lower() for kind, text in match.groupdict().items() if text}
    if "digits" in written:
        return _digits(match)
    if "fraction" in written:
        return fraction(written["fraction"])
    return spelled(written["words"]) if "words" in written else (_part_value(written), 1.0)


def _part_value(written: dict[str, str]) -> float:
    if "odds" in written:
        part, whole = _PER.split(written["odds"])
        return plain(part) / plain(whole)
    return (
        ratio(written["ratio"])
        if "ratio" in written
        else GLYPHS.get(written.get("glyph", ""), 0.5)
    )


def _digits(match: re.Match[str]) -> tuple[float, float]:
    value = numeral(match["numeral"])
    if mixed := (match["mixed"] or "").strip():
        value += GLYPHS[mixed] if mixed in GLYPHS else ratio(mixed)
    value += 0.5 if match["more"] else 0.0
    multiple = 1.0
    for scale in re.findall(r"[a-z]+", (match["scale"] or "").lower()):  # "3 lakh crore"
        multiple *= SCALES.get(scale) or SUFFIXES[scale]
    return value * multiple, multiple
