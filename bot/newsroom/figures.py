"""How a figure is written in one field for a person to correct, and how that is read back."""

import re
from dataclasses import replace

from bot.claims.currencies import is_money
from bot.claims.labels import outcome
from bot.claims.model import Claim, Figure, Scope
from bot.claims.modifiers import modifier_of, sides
from bot.claims.ranges import Stretch, stretches_in
from bot.newsroom.trouble import Unfit

HOW = "a number as in the article, with what it counts: at least 14 people killed"
NO_NUMBER = f"There is no number in that. Write {HOW}; or leave it empty to drop the figure."
WHICH_MONEY = "Say whose money it is by its code: 5 million AUD."
NOT_SAID = "The sentence does not say that number, so it cannot be a figure of this claim."
_SCOPE = re.compile(rf"\s*\(({'|'.join(scope.value for scope in Scope)})\)\s*$", re.IGNORECASE)
_PER = re.compile(r"\s*\bper (\w+)$")
_BLANK = Figure(None, None, "count", "", "", 0, 0)


def written_figure(figure: Figure) -> str:
    """Return "at least 14 people killed", "12.5 percent turnout (rate)"."""
    ends = dict.fromkeys(_number(end) for end in (figure.low, figure.high) if end is not None)
    parts = [
        figure.modifier.value if figure.modifier else "",
        " to ".join(ends),
        "" if figure.unit == "count" else figure.unit,
        figure.what,
        f"per {figure.per}" if figure.per else "",
        f"({figure.scope.value})" if figure.scope else "",
    ]
    return " ".join(part for part in parts if part)


def read_figure(text: str, claim: Claim, before: Figure | None = None) -> Figure:
    """Return the figure that a person wrote, in place of `before` or as a new one of the claim.

    What is shown of it stays verbatim: the sentence's own words for that number, or those of
    `before`. Raises Unfit where there is no number, or a new one that the sentence does not say.
    """
    scoped = _SCOPE.search(text)
    scope = Scope(scoped[1].lower()) if scoped else None
    plain = _SCOPE.sub("", text)
    found = stretches_in(plain)
    if not found:
        raise Unfit(NO_NUMBER)
    figure = _measured(plain, found[0], before or _BLANK, scope)
    said = _said(figure, claim, before)
    if said is None and before is None:
        raise Unfit(NOT_SAID)
    start, end = said or (figure.start - claim.start, figure.end - claim.start)
    printed = claim.quote[start:end] if said else figure.text
    return replace(figure, text=printed, start=claim.start + start, end=claim.start + end)


def _measured(text: str, found: Stretch, before: Figure, scope: Scope | None) -> Figure:
    measure = found.measure
    modifier, _, end = modifier_of(text, measure.start, measure.end, measure.unit)
    unit, what = _unit(measure.unit, text[end:].strip(), before)
    low, high = sides(found.low, found.high, modifier)
    per = _PER.search(what)
    what = _PER.sub("", what)
    figure = replace(
        before,
        low=low, high=high, unit=unit, what=what, modifier=modifier, scope=scope,
        per=per[1] if per else "",
        outcome=before.outcome if what == before.what else None,
    )  # fmt: skip
    return replace(figure, outcome=outcome(figure))


def _unit(read: str, rest: str, before: Figure) -> tuple[str, str]:
    """Return the unit and what is counted; a unit that reads as a word is known from before."""
    first, _, more = rest.partition(" ")
    if read == "magnitude" and first == read:
        return read, more
    if rest.startswith(before.unit) and rest[len(before.unit) :][:1] in {"", " "}:
        return before.unit, rest.removeprefix(before.unit).strip()
    if read == "pound":
        return "GBP", rest
    if read == "cents" or (is_money(read) and not read.isupper()):
        if not before.unit.isupper():
            raise Unfit(WHICH_MONEY)
        return before.unit, rest
    return read or "count", rest


def _said(figure: Figure, claim: Claim, before: Figure | None) -> tuple[int, int] | None:
    """Return where in the quote the number stands, the place nearest to the one before."""
    near = before.start - claim.start if before else 0
    wanted = {end for end in (figure.low, figure.high) if end is not None}
    spans = [
        modifier_of(claim.quote, each.measure.start, each.measure.end, each.measure.unit)[1:]
        for each in stretches_in(claim.quote)
        if {each.low, each.high} == wanted
    ]
    return min(spans, key=lambda span: abs(span[0] - near), default=None)


def _number(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")
