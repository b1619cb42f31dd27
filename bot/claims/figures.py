"""Which figures a sentence gives: how many or how much, of what, how precisely."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span

from bot.claims.blanks import without_times
from bot.claims.counted import Counted, counted
from bot.claims.currencies import cent_of, dollar_of, is_money
from bot.claims.model import Figure
from bot.claims.modifiers import modifier_of, sides
from bot.claims.nouns import Place, counts_noun
from bot.claims.offsets import Offsets
from bot.claims.ranges import Stretch, stretches_in
from bot.claims.scopes import scope_of
from bot.claims.sentences import plain_letters
from bot.claims.strays import is_stray
from bot.claims.units import Measure

_MILLION = 1e6
_TELLING = 100  # smaller numbers return by chance: "two men and two women"
_DENSITY = re.compile(r" (?P<what>[a-z]+) (?P<per>per (?:square \w+|hectare|acre))\b")


def figures_in(sentence: Span, offset: int = 0, article: str = "") -> tuple[Figure, ...]:
    """Return the figures of a sentence in order.

    Offsets are those of the sentence's document plus `offset`. `article` is the text that the
    sentence comes from, which tells whose dollar a "$" is; without it the document is asked.
    """
    found = stretches_in(without_times(plain_letters(sentence.text)))
    if not found:
        return ()
    figures = (
        replace(figure, start=figure.start + offset, end=figure.end + offset)
        for figure in _figures(sentence, found, article or sentence.doc.text)
    )
    return tuple(_once(figures))


def _figures(sentence: Span, found: list[Stretch], article: str) -> Iterator[Figure]:
    text, offsets = plain_letters(sentence.text), Offsets(sentence)
    last, money = Counted(""), ""
    for each in found:
        if is_stray(each.measure, text, offsets.at(each.measure.amount.end - 1)):
            continue
        stretch = _in_money(each, money, offsets)
        money = stretch.measure.unit if is_money(stretch.measure.unit) else money
        last = counted(_place(stretch.measure, offsets), last)
        figure = _figure(stretch, text, last, article)
        begin = sentence.start_char
        written = sentence.text[figure.start : figure.end]
        yield replace(figure, start=figure.start + begin, end=figure.end + begin, text=written)


def _in_money(stretch: Stretch, money: str, offsets: Offsets) -> Stretch:
    """Give a bare sum its currency: "3 million euros would raise the price to 21 million"."""
    measure = stretch.measure
    anchor = offsets.root(measure.start, measure.end)
    if not money or measure.unit or measure.amount.multiple < _MILLION or counts_noun(anchor):
        return stretch
    return replace(stretch, measure=replace(measure, unit=money))


def _place(measure: Measure, offsets: Offsets) -> Place:
    tokens = offsets.span(measure.start, measure.end)
    anchor = offsets.root(measure.start, measure.end)
    return Place(anchor, tokens.start, tokens.end, bare=not measure.unit)


def _figure(stretch: Stretch, text: str, what: Counted, article: str) -> Figure:
    measure = stretch.measure
    modifier, start, end = modifier_of(text, measure.start, measure.end)
    unit, factor = _unit(measure, text, article)
    low, high = sides(stretch.low * factor, stretch.high * factor, modifier)
    scope, per = scope_of(measure, text, start)
    return Figure(
        low, high, unit, what.what, text[start:end], start, end,
        modifier=modifier, scope=scope, outcome=what.outcome, per=per,
    )  # fmt: skip


def _unit(measure: Measure, text: str, article: str) -> tuple[str, float]:
    """Return the unit in full and what its numbers are multiplied by: "45 cents" is 0.45 AUD."""
    if measure.unit == "$":
        return dollar_of(article), 1.0
    if measure.unit == "cents":
        return cent_of(article), 0.01
    if measure.unit == "pound":
        return "GBP", 1.0
    if not measure.unit and (density := _DENSITY.match(text, measure.end)):
        return f"{density['what']} {density['per']}", 1.0
    return measure.unit or "count", 1.0


def _once(figures: Iterator[Figure]) -> Iterator[Figure]:
    """Leave out a figure said twice: "there were 640 in May and there are 640 now"."""
    seen = set()
    for figure in figures:
        same = (figure.low, figure.high, figure.unit, figure.modifier)
        if figure.low == 0 or same not in seen or (figure.high or figure.low or 0) < _TELLING:
            yield figure
        seen.add(same)
