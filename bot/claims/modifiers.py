"""How precisely a figure is put: "around", "more than", "up to", "an additional"."""

import re

from bot.claims.currencies import is_money
from bot.claims.model import Modifier
from bot.claims.unitwords import TIMES

# "signed over £6,000"
_PARTICLES = ("handed", "hand", "hands", "handing", "turned", "signed", "paid", "given", "taken")
_OVER = "".join(rf"(?<!{verb} )" for verb in _PARTICLES) + "over"
_GREATER = r"(?:more|greater|higher|larger|bigger)"
_SMALLER = r"(?:fewer|less|lower|smaller)"
_WORDS = {
    Modifier.AT_LEAST: r"at (?:the (?:very )?)?least|(?:no|not) (?:fewer|less|lower|smaller) than"
    rf"|a minimum of|minimum|(?:equal to or )?{_GREATER} (?:than )?or equal (?:to|than)"
    rf"|equal to or {_GREATER} than",
    Modifier.UP_TO: r"(?:anything )?up to|as (?:many|much|high|few) as|at (?:the )?most"
    rf"|(?:no|not) {_GREATER} than|a maximum of|maximum|not exceeding"
    rf"|{_SMALLER} (?:than )?or equal (?:to|than)|equal to or {_SMALLER} than"
    r"|(?:could|may|might|can) (?:reach|rise to|climb to|hit|grow to)",
    Modifier.NEARLY: r"nearly|almost|close to|nearing|approaching|all but"
    r"|(?:just|a little|not far) short of",
    Modifier.OVER: rf"(?:(?:well|just|slightly|far|a little) )?(?:{_OVER}|{_GREATER} than|above)"
    r"|exceed(?:s|ed|ing)?|in excess of|upwards? of|north of|surpass(?:es|ed|ing)?"
    r"|topp(?:ed|ing)|tops?",
    Modifier.UNDER: rf"(?:(?:well|just|slightly|far|a little) )?(?:under|below|{_SMALLER} than)",
    Modifier.ABOUT: r"about|around|some|roughly|approximately|approx\.?|circa|(?:an )?estimated"
    r"|in the (?:region|order) of|somewhere (?:around|near|between)|an average of|more or less"
    r"|averag(?:es|ed|ing)|~|c\.",
}
_SIGNS = {
    Modifier.AT_LEAST: ">=|=>|≥", Modifier.UP_TO: "<=|=<|≤", Modifier.OVER: "(?<!=)>(?!=)",
    Modifier.UNDER: "(?<!=)<(?!=)",
}  # fmt: skip
_ADDED = r"an? (?:additional|extra|further)|another|additional|further|extra"
_BEFORE = [
    (
        modifier,
        re.compile(
            rf"(?:(?<![\w-])(?:{words})|{_SIGNS.get(modifier, '~')})"
            rf"(?: (?:{_ADDED}|a total of|a))? ?$",
            re.IGNORECASE,
        ),
    )
    for modifier, words in _WORDS.items()
]
_EXTRA = re.compile(rf"(?<![\w-])(?:{_ADDED}) ?$", re.IGNORECASE)
_AFTER = [
    (
        Modifier.AT_LEAST,
        re.compile(r" (?:or|and) (?:more|higher|greater|over|above|up)\b(?! than)", re.IGNORECASE),
    ),
    (
        Modifier.UP_TO,
        re.compile(r" or (?:fewer|less|lower|under|below|smaller)\b(?! than)", re.IGNORECASE),
    ),
    (Modifier.ABOUT, re.compile(r" or so\b|-odd\b|ish\b", re.IGNORECASE)),
    (Modifier.OVER, re.compile(r"\+|[- ]plus\b(?! [$£€]?\d)", re.IGNORECASE)),
]
# "estimates the price of the mill at $7m"
_ESTIMATED = re.compile(r"\bestimat(?:e[sd]?|ing)\b[^,;]* at $", re.IGNORECASE)
# "had never gone above 0.7 per cent", "does not exceed 35 pages": a ceiling
_DENIED = re.compile(
    r"\b(?:never|not|no longer|\w+n['’]t)(?: (?!only\b|just\b|merely\b)\w+){0,2} "
    r"(?P<bound>over|above|exceed(?:ed|ing)?|surpass(?:ed|ing)?|top(?:ped)?) $",
    re.IGNORECASE,
)
# "an 8 per cent rise over two years" lasts as long, "waited over two years" is longer
_LASTING = re.compile(
    r"\b(?:for|took|takes?|taken|lasts?|lasted|lasting|wait(?:ed|s|ing)?|spent|after|in|of|well|just"
    r"|slightly|little|is|was|were|been|by|within|serv(?:ed|es|ing)|liv(?:ed|es|ing)|than)"
    r" over ?$",
    re.IGNORECASE,
)
# "the rate will go up to €15": a level, no ceiling
_WENT = re.compile(
    r"\b(?:go|goes|went|gone|going|move[sd]?|climb(?:s|ed)?|crept|edge[sd]?|back|(?:bring|brought"
    r"|push|take|took|taking|put)(?:s|es|ed|ing)?(?: [\w-]+){1,5}) up to ?$",
    re.IGNORECASE,
)
# "the cost had passed $1.2 billion"; a parliament that "passed 12 bills" counts them
_PASSED = re.compile(
    r"\b(?:pass|breach|cross|top)(?:e[sd]|ing)?(?: the)? ?$|\bpassed(?: the)? ?$", re.IGNORECASE
)
_REACH = 40  # characters before a number in which its modifier stands


def modifier_of(text: str, start: int, end: int, unit: str) -> tuple[Modifier | None, int, int]:
    """Return the modifier of the number at [start, end) and the span that takes it in.

    A word of addition belongs to the span: "an additional 900 to 950".
    """
    first = max(0, start - _REACH)
    before, after = text[first:start], text[end : end + _REACH]
    led, place = _led(before, unit)
    begin = first + place
    for modifier, pattern in _AFTER:
        if (found := pattern.match(after)) and led in {None, Modifier.ABOUT}:
            return modifier, begin, end + found.end()
    if led is None and _ESTIMATED.search(text[:start]):
        led = Modifier.ABOUT
    return led, begin, end


def _led(before: str, unit: str) -> tuple[Modifier | None, int]:
    """Return the modifier that the words before a number end with, and where the figure starts."""
    if denied := _DENIED.search(before):
        return Modifier.UP_TO, denied.start("bound")
    for modifier, pattern in _BEFORE:
        if found := pattern.search(before):
            during = unit in TIMES and modifier is Modifier.OVER and _is_during(before)
            level = modifier is Modifier.UP_TO and _WENT.search(before)
            return (None, len(before)) if during or level else (modifier, found.start())
    passed = _PASSED.search(before) if is_money(unit) or unit == "percent" else None
    extra = _EXTRA.search(before)
    start = passed or extra
    return (Modifier.OVER if passed else None), (start.start() if start else len(before))


def _is_during(before: str) -> bool:
    return before.rstrip().lower().endswith(" over") and not _LASTING.search(before)


def sides(low: float, high: float, modifier: Modifier | None) -> tuple[float | None, float | None]:
    """Return the ends of a figure, an open one as None: "up to 700" is (None, 700)."""
    if low != high:
        return low, high
    if modifier in {Modifier.AT_LEAST, Modifier.OVER}:
        return low, None
    if modifier in {Modifier.UP_TO, Modifier.UNDER}:
        return None, high
    return low, high
