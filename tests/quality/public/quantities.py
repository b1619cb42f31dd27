"""How well numbers and days are read in sentences where others have marked value and place.

The form is that of the specifications of Recognizers-Text: `input`, a `reference` moment, and
`results`, whose `end` is inclusive. A row marks one kind only, so what is read too much is counted
among figures of that kind. Ages and ordinals are left out: the bot reads neither, on purpose.

The rows also mark numbers that count nothing in the news, and that the bot must not read as
figures: the parts of dates, of telephone numbers and of addresses (5/17/2018, 192.168.1.2), ids
of nine digits and more without commas, the number of a name ("version two"), and a division said
as "one over twenty", since "over" before a number is "more than". They are told apart by how they
are written, as `APART` says, and counted apart; the share right of all that is marked stands
beside the share right of the others.

A number in a sum of money is placed right if the figure adds only its sign or unit: "$20" for 20.
How days are judged is told in days.py.
"""

import re
from math import isclose
from pathlib import Path

from bot.claims.currencies import is_money
from bot.claims.figures import figures_in
from bot.claims.model import Figure
from tests.claims.reading import parser
from tests.quality.public.days import DAYS, mark_days
from tests.quality.public.lines import rows_in
from tests.quality.public.marked import MarkedSentence, Result
from tests.quality.report import Measure
from tests.quality.sheet import Sheet

Sides = tuple[float | None, float | None]

KINDS = {
    "number": "numbers",
    "numberrange": "ranges",
    "percentage": "percentages",
    "currency": "sums of money",
    "dimension": "measures",
}
"""The kinds of figures that are judged, by the type that the rows give them."""

KIND_OF_ROWS = {
    "NumberModel": "numbers",
    "NumberRangeModel": "ranges",
    "PercentModel": "percentages",
    "CurrencyModel": "sums of money",
    "DimensionModel": "measures",
}
APART = re.compile(
    r"\+?\d+(?:[./-]\d+){2,}"  # 5/17/2018, 192.168.1.2, a telephone number
    r"|(?<!\d)\d{3} \d{4}(?!\d)"  # 423 0000
    r"|(?<![\d,.])\d{9,}(?![\d,.])"  # an id
    r"|\b[\w-]+(?: [\w-]+)* over [\w-]+(?: [\w-]+)*"  # one over twenty-one
    r"|(?<=\bversion )\w+",
    re.IGNORECASE,
)
"""Matches what holds marked numbers that are no figures, how ever well somebody reads them."""
CLOSE = 1e-3
WITH_UNIT = frozenset(("percentages", "sums of money", "measures"))

QUANTITIES = (
    Measure("numbers marked that are no figures, left out below", "numbers apart"),
    Measure("numbers, value right of all marked", "numbers right", "numbers and those apart"),
    *(
        measure
        for kind in KINDS.values()
        for measure in (
            Measure(f"{kind} marked", kind),
            Measure(f"{kind}, value right", f"{kind} right", kind),
            Measure(f"{kind}, place right too", f"{kind} placed right", f"{kind} placed"),
            *([Measure(f"{kind}, unit read", f"{kind} kept", kind)] if kind in WITH_UNIT else []),
            Measure(f"{kind}, precision", f"{kind} read right", f"{kind} read"),
        )
    ),
    *DAYS,
)


def measure_quantities(path: Path) -> Sheet:
    """Read every input as one sentence and mark its figures, or its days."""
    sheet, parse = Sheet(), parser()
    rows = [row for row in rows_in(path, MarkedSentence) if row.input.strip()]
    for row, doc in zip(rows, parse([row.input for row in rows]), strict=True):
        if row.model in KIND_OF_ROWS:
            _mark_figures(row, figures_in(doc[:]), sheet)
        elif row.model == "DateTimeModel" and row.reference:
            mark_days(row, doc[:], row.reference.date(), sheet)
    return sheet


def _mark_figures(row: MarkedSentence, read: tuple[Figure, ...], sheet: Sheet) -> None:
    left = list(read)
    kind = KIND_OF_ROWS[row.model]
    for result in row.results:
        sides = _sides(result)
        if result.type not in KINDS or sides is None:
            continue
        place = (result.start, result.end + 1)
        met = next((f for f in left if _meets(f, place) and _agree(f, sides, kind)), None)
        if kind == "numbers" and _is_apart(row.input, place):
            sheet.count(numbers_apart=1, numbers_and_those_apart=1)
            continue
        sheet.count(numbers_and_those_apart=kind == "numbers")
        note = f"{kind}: {row.input[slice(*place)]!r} in {row.input!r}: {_printed(left)}"
        sheet.mark(kind, right=met is not None, note=note)
        if met:
            left.remove(met)
            note = f"{kind}, place: {met.text!r}, not {row.input[slice(*place)]!r}"
            sheet.mark(f"{kind} placed", right=_placed(met, place, kind), note=note)
            sheet.counts[f"{kind} kept"] += _is_of(met, kind)
            sheet.mark(f"{kind} read", right=True)
    for figure in left:
        if _is_of(figure, kind):
            note = f"{kind}, not marked: {figure.text!r} in {row.input!r}"
            sheet.mark(f"{kind} read", right=False, note=note)


def _sides(result: Result) -> Sides | None:
    """Return the marked number, or both ends of a marked range: "[20,30)", "(,700]"."""
    given = (result.resolution or {}).get("value")
    if not isinstance(given, str):
        return None
    if result.type == "numberrange":
        low, _, high = given.strip("[]()").partition(",")
        return _number(low), _number(high)
    value = _number(given)
    if value is None:
        return None
    value *= 0.01 if (result.resolution or {}).get("unit") == "Cent" else 1  # of a dollar
    return value, value


def _number(printed: str) -> float | None:
    try:
        return float(printed.strip("%").replace(",", ""))
    except ValueError:
        return None


def _agree(figure: Figure, sides: Sides, kind: str) -> bool:
    """Tell whether the numbers are those marked; "about 5" and "5" print the same one.

    The bot reads "three fifths" as 60 percent, the rows as 0.6.
    """
    share = 0.01 if figure.unit == "percent" and kind not in WITH_UNIT else 1.0
    low, high = (None if side is None else side * share for side in (figure.low, figure.high))
    if sides[0] == sides[1]:
        return len({low, high} - {None}) == 1 and _same(high if low is None else low, sides[0])
    return _same(low, sides[0]) and _same(high, sides[1])


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return isclose(one, other, rel_tol=CLOSE)


def _meets(figure: Figure, place: tuple[int, int]) -> bool:
    return figure.start < place[1] and place[0] < figure.end


def _is_apart(text: str, place: tuple[int, int]) -> bool:
    """Tell whether a marked number stands within what is no figure."""
    return any(
        found.start() <= place[0] and place[1] <= found.end() for found in APART.finditer(text)
    )


def _placed(figure: Figure, place: tuple[int, int], kind: str) -> bool:
    """Tell whether a figure stands where it was marked; its "about" may lead it, or its sign."""
    if kind == "numbers" and is_money(figure.unit):
        return figure.start <= place[0] and place[1] <= figure.end
    led = figure.modifier is not None and figure.start < place[0]
    return figure.end == place[1] and (led or figure.start == place[0])


def _is_of(figure: Figure, kind: str) -> bool:
    """Tell whether a figure is of the kind that its row marks all of."""
    match kind:
        case "numbers":
            return True
        case "ranges":
            return figure.low != figure.high
        case "percentages":
            return figure.unit == "percent"
        case "sums of money":
            return is_money(figure.unit)
        case _:
            return figure.unit not in {"count", "percent"} and not is_money(figure.unit)


def _printed(figures: list[Figure]) -> list[str]:
    return [f"{f.text} ({f.low} to {f.high} {f.unit})" for f in figures]
