"""What numbers are worth as English writes them: words, scales, fractions, glyphs, powers."""

import re

ONES = "one two three four five six seven eight nine".split()
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NOUGHT = ("zero", "nought", "naught", "oh")
VALUES = (
    {word: float(value) for value, word in enumerate([*ONES, *TEENS], 1)}
    | {word: 10.0 * (2 + tens) for tens, word in enumerate(TENS)}
    | dict.fromkeys(_NOUGHT, 0.0)
    | {"a": 1.0, "an": 1.0, "half": 0.5, "quarter": 0.25, "fourty": 40.0}
)
SCALES = {
    "hundred": 1e2, "dozen": 12.0, "dozens": 12.0, "thousand": 1e3, "lakh": 1e5, "million": 1e6,
    "crore": 1e7, "billion": 1e9, "trillion": 1e12, "doz": 12.0, "dozs": 12.0,
}  # fmt: skip
SUFFIXES = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9,
    "t": 1e12, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
GLYPHS = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5,
    "⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
PARTS = (
    {"half": 2.0, "halve": 2.0, "quarter": 4.0, "tenth": 10.0, "eleventh": 11.0, "twelfth": 12.0}
    | {word: float(value) for value, word in enumerate(_UNITS[2:], 3)}
    | {f"{word}th": float(value) for value, word in enumerate(TEENS[3:], 13)}
    | {f"{word[:-1]}ieth": VALUES[word] for word in TENS}
    | {f"{word}th": scale for word, scale in SCALES.items() if scale in {1e2, 1e3, 1e6, 1e9, 1e12}}
)
"""Names of parts -> how many of them make a whole: a third, three hundredths."""

ONE = "|".join(ONES)
SUB100 = rf"(?:(?:{'|'.join(TENS)}|fourty)(?:[- ](?:{ONE}))?|{'|'.join(TEENS)}|{ONE})"
SUB1000 = rf"(?:(?:{SUB100}|a)[ -]hundred(?:(?: and)?[ -]{SUB100})?|{SUB100})"
BIG = "(?:thousand|lakh|million|crore|billion|trillion)"
AND_HALF = r"(?:[ -]and[ -]a[ -]half\b)"
_POINT = rf"(?: point(?: (?:{'|'.join(_NOUGHT)}|{ONE}))+)"
WORDS = (
    rf"(?:{SUB1000}[ -]{BIG},?(?: and)? )*{SUB1000}{_POINT}?{AND_HALF}?"
    rf"(?:[ -](?:{BIG}|dozens?|dozs?)\b)*{AND_HALF}?|an? (?:half[ -])?(?:{BIG}|dozen)\b{AND_HALF}?"
    rf"|half[ -](?:an? )?(?:{BIG}|dozen)|(?:an? )?quarter(?: of a)?[ -]{BIG}"
    rf"|(?:zero|nought|naught){_POINT}?"
)
"""Matches a number in words: "two hundred and six", "half a million", "three point five"."""
PART = rf"(?:{'|'.join(sorted(PARTS, key=len)[::-1])})s?"
_PART_OF = rf"(?:[ -](?:{'|'.join(TENS)})-(?:{'|'.join(_UNITS)})s?|(?:(?<!ty)-| ){PART})"
FRACTION = (
    rf"(?:{SUB1000} and )?(?:{SUB1000}|an?){_PART_OF}\b(?![ -](?:{BIG}|dozen))"
    rf"(?: of an? {BIG}\b)?"
)
"""Matches a fraction in words: "two-thirds", "three and a fifth", "a third of a million"."""
DIGITS = (
    r"(?:\d{1,3}(?:\.\d{3})+,\d\d?(?!\d)|\d{1,3},\d\d?(?![\d,])(?! and \d)"
    r"|\d{1,3}(?:,\d{2,3})*,\d{3}"
    r"|\d{1,3}(?:[\u202f\u2009\u00a0]\d{3})+|[1-9]\d{0,2}(?: \d{3}){2,}(?!\d)"
    r"|\d{1,3}(?: 000)+|\d+)(?:\.\d+)?|\.\d+"
)
"""Matches digits with their commas, stops or spaces: "12,40,000", "1 414 000", "1.111,11"."""
_COMMA = re.compile(r"\d{1,3}(?:\.\d{3})*,\d\d?")  # "1.111,11", "1,3": a decimal comma
POWER = r"(?:[eE]|\^)[+-]?\d{1,2}\b"
"""Matches what raises digits to a power: "3.2e6", "10^9"."""


def spelled(written: str) -> tuple[float, float]:
    """Return the value of number words and their last scale: "two hundred and fifty thousand"."""
    written, _, decimals = written.lower().partition(" point ")
    total, current, multiple = 0.0, 0.0, 1.0
    words = re.findall(r"[a-z]+", written)
    if words[0] in {"a", "an"} and len(words) > 1 and words[1] in {"half", "quarter"}:
        words = words[1:]  # "a half million"
    for place, word in enumerate(words):
        if place and word in {"and", "a", "an", "of"}:
            continue
        if word in SCALES:
            multiple = SCALES[word]
            total, current = _scaled(total, current, multiple)
        elif word == "half" and total and not current:
            total += 0.5 * multiple  # "a million and a half"
        else:
            current += VALUES[word]
    return _with_decimals(total + current, multiple, decimals)


def _with_decimals(value: float, multiple: float, decimals: str) -> tuple[float, float]:
    """Add the words after "point" and their scale: "three point five million"."""
    for place, word in enumerate(decimals.split(), 1):
        if word in SCALES:
            return value * SCALES[word], SCALES[word]
        value += VALUES[word] / 10**place
    return value, multiple


def _scaled(total: float, current: float, multiple: float) -> tuple[float, float]:
    if multiple == SCALES["dozen"]:  # "three hundred and two dozen" is 300 and 24
        few = current % 100 or current or 1.0
        return total, current - (few if current else 0.0) + few * multiple
    if multiple == SCALES["hundred"]:
        return total, (current or 1.0) * multiple
    if not current and total:
        return total * multiple, 0.0  # "three lakh crore"
    return total + (current or 1.0) * multiple, 0.0


def fraction(written: str) -> tuple[float, float]:
    """Return the value of a fraction in words and its scale: "a third of a million"."""
    named, _, of = written.lower().partition(" of a")
    scale = SCALES[of.split()[-1]] if of else 1.0
    whole, _, part = named.rpartition(" and ")
    upper, lower = _halves_of(part)
    return ((spelled(whole)[0] if whole else 0.0) + upper / lower) * scale, scale


def _halves_of(part: str) -> tuple[float, float]:
    """Split "three twenty-firsts" into 3 and 21, "two-thirds" into 2 and 3."""
    *upper, last = re.split(r"[ -]", part)
    lower = PARTS.get("half" if last == "halves" else last.removesuffix("s"), 0.0)
    if upper[-1] in TENS and (len(upper) > 1 and f"{upper[-1]}-{last}" in part):
        lower = VALUES[upper.pop()] + _UNITS.index(last.removesuffix("s")) + 1
    return spelled(" ".join(upper))[0], lower or 1.0


def ratio(written: str) -> float:
    """Return the value of "2/3"."""
    upper, lower = written.split("/")
    return float(upper) / (float(lower) or 1.0)


def plain(written: str) -> float:
    """Return the value of a number in digits or words."""
    return float(written) if written.isdigit() else spelled(written)[0]


def numeral(written: str) -> float:
    """Return the value of digits with their commas, stops, spaces or power."""
    digits, sign, power = re.sub(r"[\s,]", "", written), "", ""
    if _COMMA.fullmatch(written):
        digits = written.replace(".", "").replace(",", ".")
    for sign in ("^", "e", "E"):
        digits, _, power = digits.partition(sign)
        if power:
            break
    if not power:
        return float(digits)
    return float(digits) ** int(power) if sign == "^" else float(f"{digits}e{power}")
