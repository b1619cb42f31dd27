"""Which figures a sentence gives: how many or how much, of what, how precisely."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span

from bot.claims.blanks import without_times
from bot.claims.bounds import start_of, within_bounds
from bot.claims.carried import carried, in_money, of_one_kind
from bot.claims.counted import Counted, counted
from bot.claims.currencies import is_money
from bot.claims.lands import OPEN, cent_of, currency_of
from bot.claims.model import Figure
from bot.claims.modifiers import modifier_of, sides
from bot.claims.nouns import Place
from bot.claims.offsets import Offsets
from bot.claims.ranges import Stretch, stretches_in
from bot.claims.scopes import scope_of
from bot.claims.sentences import plain_letters
from bot.claims.strays import is_stray
from bot.claims.units import Measure

_TELLING = 100  # smaller numbers return by chance: "two men and two women"
_DENSITY = re.compile(r" (?P<what>[a-z]+) (?P<per>per (?:square \w+|hectare|acre))\b")


def figures_in(sentence: Span, offset: int = 0, article: str = "") -> tuple[Figure, ...]:
    """Return the figures of a sentence in order.

    Offsets are those of the sentence's document plus `offset`. `article` is the text that the
    sentence comes from, which tells whose dollar a "$" is; without it the document is asked.
    """
    printed = sentence.text
    text = plain_letters(printed)
    found = stretches_in(without_times(text))
    if not found:
        return ()
    first = sentence.start_char + offset
    figures = _figures(found, text, Offsets(sentence), article or sentence.doc.text)
    return tuple(
        replace(
            figure,
            text=printed[figure.start : figure.end],
            start=figure.start + first,
            end=figure.end + first,
        )
        for figure in _once(within_bounds(figures, text))
    )


def _figures(found: list[Stretch], text: str, offsets: Offsets, article: str) -> Iterator[Figure]:
    """Give the figures of a sentence's text, their offsets counting its characters."""
    last, money = Counted(""), ""
    earlier: tuple[Stretch, Figure] | None = None
    for place, each in enumerate(found):
        if is_stray(each.measure, text, offsets.at(each.measure.amount.end - 1)):
            continue
        before, after = earlier[0] if earlier else each, found[min(place + 1, len(found) - 1)]
        stretch = in_money(carried(each, before, after, text), money, offsets)
        money = stretch.measure.unit if is_money(stretch.measure.unit) else money
        last = counted(_place(stretch.measure, offsets), last)
        figure = _figure(stretch, text, last, article)
        if earlier:
            gap = text[earlier[1].end : figure.start]
            figure = of_one_kind(figure, earlier[1], gap, offsets)
        earlier = stretch, figure
        yield figure


def _place(measure: Measure, offsets: Offsets) -> Place:
    tokens = offsets.span(measure.start, measure.end)
    anchor = offsets.root(measure.start, measure.end)
    return Place(anchor, tokens.start, tokens.end, bare=not measure.unit)


def _figure(stretch: Stretch, text: str, what: Counted, article: str) -> Figure:
    measure = stretch.measure
    modifier, start, end = modifier_of(text, start_of(stretch, text), measure.end, measure.unit)
    unit, factor = _unit(measure, text, article)
    low, high = sides(stretch.low * factor, stretch.high * factor, modifier)
    scope, per = scope_of(measure, text, start)
    return Figure(
        low, high, unit, what.what if is_money(unit) else what.what.removeprefix("money "), "",
        start, end,
        modifier=modifier, scope=scope, outcome=what.outcome, per=per,
    )  # fmt: skip


def _unit(measure: Measure, text: str, article: str) -> tuple[str, float]:
    """Return the unit in full and what its numbers are multiplied by: "45 cents" is 0.45 AUD."""
    if measure.unit in OPEN:
        return currency_of(measure.unit, article), 1.0
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
