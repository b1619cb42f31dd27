"""What a number takes over from the figure beside it: the unit, scale or rate left unsaid."""

import re
from dataclasses import replace

from bot.claims.model import Figure, Scope
from bot.claims.nouns import counts_noun
from bot.claims.offsets import Offsets
from bot.claims.ranges import Stretch
from bot.claims.unitwords import SHARES, TIMES

_MILLION = 1e6
_SCALED_BELOW = 1000
"""Who writes "31 million yen, not 37" says 37 million; "not 37,000" is written in full."""
_HUNDRED = 100  # percentage points at most; an index has thousands
_AROUND = 120  # characters between two figures that are told together
_HEDGED = r"(?:(?:about|around|nearly|almost|some|just|only|over|under|more than|less than) )?"
# "up from 2,400", "against a limit of 1,000", "not 70": the same thing, measured again
_AGAIN = re.compile(
    r"(?:\b(?:up|down|and not|not|instead of|rather than|compared (?:with|to)|versus|or|from)"
    r"(?: from)?(?: an?| the)?"
    r"|\b(?:against|above|below) (?:an?|the) (?:[\w-]+ ){0,3}of|\bagainst) "
    rf"{_HEDGED}$",
    re.IGNORECASE,
)
_CHANGED_TO = re.compile(rf" to {_HEDGED}", re.IGNORECASE)
_FROM = re.compile(rf"\bfrom {_HEDGED}$", re.IGNORECASE)
_MORE_THAN = re.compile(r" (?:more|less|higher|lower|fewer)(?: than)?\b", re.IGNORECASE)
_POINTS = re.compile(r"[ -]points?\b", re.IGNORECASE)
_FREE = re.compile(
    r"[,.;:)]|$| (?:on|in|at|by|before|after|last|this|a|an|and|but|or|for|when|per|since"
    r"|earlier)\b",
    re.IGNORECASE,
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def carried(stretch: Stretch, before: Stretch, after: Stretch, text: str) -> Stretch:
    """Return a bare number with the unit and scale that the figure before or after it has.

    "7,800 hectares, up from 2,400", "from 6 to 7.5 percent", "57 percent, 4 points down".
    `before` and `after` may be the stretch itself, where no other stands there.
    """
    measure = stretch.measure
    if measure.unit:
        return stretch
    shared = before.measure.unit in SHARES and stretch.high <= _HUNDRED
    if shared and _POINTS.match(text, measure.end):
        end = measure.end + len("_points")
        return replace(stretch, measure=replace(measure, unit="percentage points", end=end))
    if _is_level_of_change(stretch, after, text):
        return _like(stretch, after)
    return _like(stretch, before) if is_again(stretch, before, text) else stretch


def is_again(stretch: Stretch, before: Stretch, text: str) -> bool:
    """Tell whether a number measures again what the figure before it measured."""
    gap = text[before.measure.end : stretch.measure.start][:_AROUND]
    if stretch is before or not before.measure.unit or before.measure.share:
        return False
    after = text[stretch.measure.end :][:_AROUND]
    if _CHANGED_TO.fullmatch(gap) or (_AGAIN.search(gap) and gap.count(",") <= 1):
        return bool(_FREE.match(after))
    timed = before.measure.unit in TIMES
    return not timed and gap.endswith(", ") and bool(_MORE_THAN.match(after))


def _is_level_of_change(stretch: Stretch, after: Stretch, text: str) -> bool:
    """Tell the 6 of "rose from 6 to 7.5 percent"."""
    gap = text[stretch.measure.end : after.measure.start]
    before = text[: stretch.measure.start][-30:]
    return bool(after.measure.unit and _CHANGED_TO.fullmatch(gap) and _FROM.search(before))


def _like(stretch: Stretch, other: Stretch) -> Stretch:
    measure, multiple = stretch.measure, other.measure.amount.multiple
    shared = measure.amount.multiple == 1 and stretch.high < _SCALED_BELOW
    factor = multiple if shared and not other.measure.share else 1.0
    unit = replace(measure, unit=other.measure.unit)
    return Stretch(unit, stretch.low * factor, stretch.high * factor)


def in_money(stretch: Stretch, money: str, offsets: Offsets) -> Stretch:
    """Give a bare sum its currency: "3 million euros would raise the price to 21 million"."""
    measure = stretch.measure
    anchor = offsets.root(measure.start, measure.end)
    if not money or measure.unit or measure.amount.multiple < _MILLION or counts_noun(anchor):
        return stretch
    return replace(stretch, measure=replace(measure, unit=money))


def of_one_kind(figure: Figure, last: Figure, gap: str, offsets: Offsets) -> Figure:
    """Return a figure with the scope that it leaves unsaid, `gap` being the words between.

    "4,800 a litre, against a limit of 1,000"; "Varno owns 58% of the mill and Orsk 42%".
    """
    if figure.scope not in {None, Scope.TOTAL} or figure.unit != last.unit:
        return figure
    if last.scope is Scope.RATE and last.unit not in SHARES and _AGAIN.search(gap):
        return replace(figure, scope=last.scope, per=last.per)
    if last.scope is not Scope.SUBSET or figure.unit != "percent" or " and " not in gap:
        return figure
    begin = figure.start - len(gap) + gap.rindex(" and ")
    verbs = any(each.tag_ in _FINITE for each in offsets.span(begin, figure.start))
    return figure if verbs else replace(figure, scope=last.scope)
