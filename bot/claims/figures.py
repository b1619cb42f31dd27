"""Which figures a sentence gives: how many or how much, of what, how precisely."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from bot.claims.counted import Counted, counted
from bot.claims.currencies import cent_of, dollar_of
from bot.claims.model import Figure, Modifier
from bot.claims.scopes import scope_of
from bot.claims.strays import is_stray, without_times
from bot.claims.units import Measure, measures_in

_MODIFIERS = {
    Modifier.AT_LEAST: r"at least|at the least|(?:no|not) (?:fewer|less) than|a minimum of|minimum",
    Modifier.UP_TO: r"up to|as (?:many|much|high|few) as|at most|(?:no|not) more than|a maximum of"
    r"|anything up to|maximum|(?:could|may|might|can) (?:reach|rise to|climb to|hit|grow to)",
    Modifier.NEARLY: r"nearly|almost|close to|approaching|(?:just|a little) short of|all but",
    Modifier.OVER: r"(?:well |just |slightly |far )?(?:over|more than|above)|exceed(?:s|ed|ing)?"
    r"|in excess of|(?:greater|higher|larger|bigger) than|upwards of|north of"
    r"|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops?",
    Modifier.UNDER: r"(?:well |just |slightly )?(?:under|below|fewer than|less than|lower than)"
    r"|smaller than",
    Modifier.ABOUT: r"about|around|some|roughly|approximately|approx\.?|circa|(?:an )?estimated"
    r"|in the region of|somewhere (?:around|near|between)|an average of|averag(?:es|ed|ing)|or so|~|c\.",
}
_ADDED = r"an? (?:additional|extra|further)|an(?:d)?other|additional|further|extra"
_FILL = r"(?: (?:just|only|a total of|the|a|an|another|(?:" + _ADDED + r")))*"
_BEFORE = [
    (
        modifier,
        re.compile(rf"(?:(?<!\w)(?:{words}))(?: (?:{_ADDED}|a total of|a))? ?$", re.IGNORECASE),
    )
    for modifier, words in _MODIFIERS.items()
]
_AFTER = [
    (Modifier.AT_LEAST, re.compile(r" or (?:more|higher|greater)\b", re.IGNORECASE)),
    (Modifier.UP_TO, re.compile(r" or (?:fewer|less|lower)\b", re.IGNORECASE)),
    (Modifier.ABOUT, re.compile(r" or so\b|-odd\b|ish\b", re.IGNORECASE)),
    (Modifier.OVER, re.compile(r"\+|[- ]plus\b|-strong plus\b", re.IGNORECASE)),
]
_ESTIMATED = re.compile(r"\bestimat(?:e[sd]?|ing)\b[^,;]* at $", re.IGNORECASE)
_EXTRA = re.compile(rf"(?:(?<!\w)(?:{_ADDED})) ?$", re.IGNORECASE)
_TO = re.compile(r"-? ?(?:-|–|—|~|to(?: about| around)?|or) ?")
_AND = re.compile(r" and (?:about |around )?")
_BETWEEN = re.compile(r"\bbetween (?:about |around |roughly )?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom (?:about |around |just |nearly )?$", re.IGNORECASE)
_RANGING = re.compile(
    r"\b(?:rang(?:e[sd]?|ing)|var(?:y|ies|ied|ying)|anywhere|anything) from ", re.IGNORECASE
)
_MOST = 40  # characters before a number in which its modifier stands


@dataclass(frozen=True, slots=True)
class _Found:
    """A number or range of a sentence; `measure` spans both ends of a range."""

    measure: Measure
    low: float
    high: float


def figures_in(sentence: Span, offset: int = 0) -> tuple[Figure, ...]:
    """Return the figures of a sentence in order.

    Offsets are those of the sentence's document plus `offset`.
    """
    text = sentence.text
    found = _joined(without_times(text))
    if not found:
        return ()
    places = [token.idx - sentence.start_char for token in sentence]
    figures: list[Figure] = []
    last = Counted("")
    for each in found:
        number = sentence[bisect_right(places, each.measure.amount.end - 1) - 1]
        if is_stray(each.measure, text, number):
            continue
        last = counted(_anchor(sentence, places, each.measure), last, bare=not each.measure.unit)
        figure = _figure(each, text, last, sentence.doc)
        figures.append(_moved(figure, sentence.start_char + offset))
    return tuple(figures)


def _anchor(sentence: Span, places: list[int], measure: Measure) -> Token:
    """Return the token of the figure that hangs on the rest of the sentence."""
    first = bisect_right(places, measure.start) - 1
    last = bisect_right(places, measure.end - 1) - 1
    tokens = sentence[first : last + 1]
    return next(
        (each for each in tokens if each.head not in tokens or each.head == each), tokens[-1]
    )


def _joined(text: str) -> list[_Found]:
    """Return the measures of a text, the two ends of a range as one."""
    found: list[_Found] = []
    for measure in measures_in(text):
        if found and (joined := _range(text, found[-1], measure)):
            found[-1] = joined
        else:
            found.append(_Found(measure, measure.value, measure.value))
    return found


def _range(text: str, first: _Found, last: Measure) -> _Found | None:
    """Return "20,000 to 25,000", "$90 million to $120 million" or "between 5 and 7" as one."""
    before, between = text[: first.measure.start], text[first.measure.end : last.start]
    pair = _AND if _BETWEEN.search(before) else _TO
    if first.low != first.high or not pair.fullmatch(between):
        return None
    if first.measure.unit not in {"", last.unit} or last.share:
        return None
    if _FROM.search(before) and not _RANGING.search(before):
        return None  # "rose from 20 to 25" is a change, not a range
    low = _scaled_alike(first.measure, last)
    if low >= last.value > 0 or (between.strip() == "or" and last.value > 2 * low):
        return None
    return _Found(replace(last, start=first.measure.start), *sorted((low, last.value)))


def _scaled_alike(first: Measure, last: Measure) -> float:
    """Return the first end in the scale of the last: the 20 of "20 to 25 million" is 20 million."""
    scale = last.amount.multiple
    shared = first.amount.multiple == 1 and first.value < last.value / scale
    return first.value * scale if shared else first.value


def _figure(found: _Found, text: str, what: Counted, doc: Doc) -> Figure:
    measure = found.measure
    modifier, start, end = _modified(text, measure)
    unit, factor = _unit(measure.unit, doc)
    low, high = _sides(found.low * factor, found.high * factor, modifier)
    scope, per = scope_of(measure, text, modifier_start=start)
    return Figure(
        low, high, unit, what.what, text[start:end], start, end,
        modifier=modifier, scope=scope, outcome=what.outcome, per=per,
    )  # fmt: skip


def _moved(figure: Figure, offset: int) -> Figure:
    return replace(figure, start=figure.start + offset, end=figure.end + offset)


def _unit(unit: str, doc: Doc) -> tuple[str, float]:
    """Return the unit in full and what its numbers are multiplied by: "30 cents" is 0.3 AUD."""
    if unit == "$":
        return dollar_of(doc.text), 1.0
    if unit == "cents":
        return cent_of(doc.text), 0.01
    if unit == "pound":
        return "GBP", 1.0
    return unit or "count", 1.0


def _sides(
    low: float, high: float, modifier: Modifier | None
) -> tuple[float | None, float | None]:
    if modifier in {Modifier.AT_LEAST, Modifier.OVER}:
        return low, None if low == high else high
    if modifier in {Modifier.UP_TO, Modifier.UNDER}:
        return None if low == high else low, high
    return low, high


def _modified(text: str, measure: Measure) -> tuple[Modifier | None, int, int]:
    """Return the modifier of a number and where the figure starts and ends with it."""
    from_ = max(0, measure.start - _MOST)
    before, after = text[from_ : measure.start], text[measure.end : measure.end + _MOST]
    for modifier, pattern in _BEFORE:
        if found := pattern.search(before):
            return modifier, from_ + found.start(), measure.end
    start = measure.start
    if found := _EXTRA.search(before):
        start = from_ + found.start()
    for modifier, pattern in _AFTER:
        if found := pattern.match(after):
            return modifier, start, measure.end + found.end()
    return (
        (Modifier.ABOUT if _ESTIMATED.search(text[: measure.start]) else None),
        start,
        measure.end,
    )
