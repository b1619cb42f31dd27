"""How precisely a figure is put: "around", "more than", "up to", "an additional"."""

import re

from bot.claims.model import Modifier

# "signed over £6,000"
_PARTICLES = ("handed", "hand", "hands", "handing", "turned", "signed", "paid", "given", "taken")
_OVER = "".join(rf"(?<!{verb} )" for verb in _PARTICLES) + "over"
_WORDS = {
    Modifier.AT_LEAST: r"at (?:the (?:very )?)?least|(?:no|not) (?:fewer|less) than"
    r"|a minimum of|minimum",
    Modifier.UP_TO: r"(?:anything )?up to|as (?:many|much|high|few) as|at (?:the )?most"
    r"|(?:no|not) more than|a maximum of|maximum"
    r"|(?:could|may|might|can) (?:reach|rise to|climb to|hit|grow to)",
    Modifier.NEARLY: r"nearly|almost|close to|approaching|(?:just|a little) short of|all but",
    Modifier.OVER: rf"(?:well |just |slightly |far )?(?:{_OVER}|more than|above)"
    r"|exceed(?:s|ed|ing)?|in excess of|(?:greater|higher|larger|bigger) than|>|upwards of"
    r"|north of|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops?",
    Modifier.UNDER: r"(?:well |just |slightly )?"
    r"(?:<|under|below|(?:fewer|less|lower|smaller) than)",
    Modifier.ABOUT: r"about|around|some|roughly|approximately|approx\.?|circa|(?:an )?estimated"
    r"|in the region of|somewhere (?:around|near|between)|an average of|averag(?:es|ed|ing)"
    r"|~|c\.",
}
_ADDED = r"an? (?:additional|extra|further)|another|additional|further|extra"
_BEFORE = [
    (
        modifier,
        re.compile(rf"(?<![\w-])(?:{words})(?: (?:{_ADDED}|a total of|a))? ?$", re.IGNORECASE),
    )
    for modifier, words in _WORDS.items()
]
_EXTRA = re.compile(rf"(?<![\w-])(?:{_ADDED}) ?$", re.IGNORECASE)
_AFTER = [
    (Modifier.AT_LEAST, re.compile(r" or (?:more|higher|greater|over)\b", re.IGNORECASE)),
    (Modifier.UP_TO, re.compile(r" or (?:fewer|less|lower|under)\b", re.IGNORECASE)),
    (Modifier.ABOUT, re.compile(r" or so\b|-odd\b|ish\b", re.IGNORECASE)),
    (Modifier.OVER, re.compile(r"\+|[- ]plus\b(?! [$£€]?\d)", re.IGNORECASE)),
]
# "estimates the price of the mill at $7m"
_ESTIMATED = re.compile(r"\bestimat(?:e[sd]?|ing)\b[^,;]* at $", re.IGNORECASE)
_REACH = 40  # characters before a number in which its modifier stands


def modifier_of(text: str, start: int, end: int) -> tuple[Modifier | None, int, int]:
    """Return the modifier of the number at [start, end) and the span that takes it in.

    A word of addition belongs to the span: "an additional 900 to 950".
    """
    first = max(0, start - _REACH)
    before, after = text[first:start], text[end : end + 12]
    led, begin = None, start
    for modifier, pattern in _BEFORE:
        if found := pattern.search(before):
            led, begin = modifier, first + found.start()
            break
    else:
        extra = _EXTRA.search(before)
        begin = first + extra.start() if extra else start
    for modifier, pattern in _AFTER:
        if (found := pattern.match(after)) and led in {None, Modifier.ABOUT}:
            return modifier, begin, end + found.end()
    if led is None and _ESTIMATED.search(text[:start]):
        led = Modifier.ABOUT
    return led, begin, end


def sides(low: float, high: float, modifier: Modifier | None) -> tuple[float | None, float | None]:
    """Return the ends of a figure, an open one as None: "up to 700" is (None, 700)."""
    if low != high:
        return low, high
    if modifier in {Modifier.AT_LEAST, Modifier.OVER}:
        return low, None
    if modifier in {Modifier.UP_TO, Modifier.UNDER}:
        return None, high
    return low, high
