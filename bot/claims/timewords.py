"""How times are written in English prose: "mid-May", "next Friday", "the second quarter"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.claims.daykinds import DAY_KINDS
from bot.claims.days import Anchor, Days, Tense
from bot.claims.periodkinds import PERIOD_KINDS
from bot.claims.sentences import plain_letters
from bot.claims.timeletters import DAY, MONTH
from bot.claims.weekrules import Wrap, wrap_of

__all__ = ["DAY", "MONTH", "Written", "times_in"]

KINDS = DAY_KINDS | PERIOD_KINDS
"""In this order; the first that matches at a place wins."""
_WORDS = (
    "day", "week", "month", "year", "quarter", "half", "hour", "night", "morrow", "noon", " ago",
    "this morning", "this afternoon", "this evening", "century", "decade", "spring", "summer",
    "autumn", "winter", " fall", "christmas", "easter", "halloween", "thanksgiving", "patrick",
    "tmrw", "tonite", "minute", "new year", "within",
)  # fmt: skip
"""Words of which one stands in every time without a digit or the name of a day or month."""
_SHORT = "jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec"
_SIGNS = re.compile(
    r"(?:1[5-9]|2[01])\d\d|\d[/.:]\d|\d ?[ap]\.?m|\d(?:st|nd|rd|th)\b|\b[QHqh][1-4]|\d0s\b"
    rf"|\b(?:{'|'.join(each.title() for each in _SHORT.split('|'))}|May)|\d-\d"
)
_SMALL_SIGNS = re.compile(
    r"\b(?:january|february|april|june|july|august|september|october|november|december)\b"
    rf"|\b(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b|\d ?(?:{_SHORT})"
)
# What a time begins with: most words are passed over by it before any way of writing is tried.
_HEAD = re.compile(
    r"(?<![\w$£€-])(?<!\d:)(?=(?:(?:the|in|on|at|by|as of|after|around|before|about|for the)"
    r" (?:the |about |around )?(?:just after )?)?"
    rf"(?:[\d'’]|{_SHORT}|may|mon|tue|wed|thu|fri|sat|sun|this|last|next|previous|past|coming"
    r"|earl|late|mid|end|begin|start|middle|very|half|full|whole|week|month|quarter|year|some"
    r"|so far|first|second|third|four|fif|six|seven|eigh|nin|ten|eleven|twel|thir|twen|one|two"
    r"|three|an? (?:day|week|fort|month|quarter|year|decade)|fiscal|financial|tax|school|acad"
    r"|crop|market|fy|[qh][1-4]|tod|ton|tom|tmrw|yester|day|spring|summer|autumn|winter|fall"
    r"|within|over|noon|midday|christ|boxing|new year|valen|hallo|easter|good|whit|palm|ash"
    r"|maundy|shrove|st\b|saint|thanks|black|cyber|intern|bloody|super|holy))"
)
_BY_NAME = {name: re.compile(rf"(?:{pattern})(?!\w)") for name, (pattern, _) in KINDS.items()}
_TIME = re.compile(
    "|".join(
        rf"(?P<{name}_>{re.sub(r'[(][?]P<[a-z]+>', '(?:', pattern)})(?!\w)"
        for name, (pattern, _) in KINDS.items()
    )
)
_TELLING = ("y", "x", "k", "spelt")
"""Groups of a match that tell the year."""
_UNDATED = date(1, 1, 1)
_FLOATING = frozenset({"weekday", "month", "month_day", "day_month", "spelt_day", "stage"})


@dataclass(frozen=True, slots=True)
class Written:
    """A time as written; `start` and `end` are offsets into the text it was found in.

    `wrap` makes of its days those that are meant: a week from now of "the week of May 4".
    """

    kind: str
    match: re.Match[str]
    start: int
    end: int
    wrap: Wrap | None = None

    def days(self, published: date | None, tense: Tense) -> Days | None:
        """Return the days meant, None for a vague time or one that an undated text leaves open."""
        if published is None and not self.names_year():
            return None
        _, rule = KINDS[self.kind]
        try:
            days = rule(self.match, Anchor(published or _UNDATED, tense))
            return self.wrap(days) if self.wrap and days else days
        except (ValueError, OverflowError):  # "31 June"; before the first day there is, or after
            return None

    def names_year(self) -> bool:
        """Tell whether the time can be resolved without knowing when it was written."""
        groups = self.match.groupdict()
        return any(groups.get(each) for each in _TELLING)

    def floats(self) -> bool:
        """Tell whether the time may fall on either side: "Friday", "May", not "next Friday"."""
        groups = self.match.groupdict()
        led = any(groups.get(each) for each in ("which", "week", "after"))
        return self.kind in _FLOATING and not led and not self.names_year()


def times_in(text: str) -> Iterator[Written]:
    """Give the times written in a text, in order."""
    text = plain_letters(text)
    small = text.lower()
    for found in _found(text, small) if _may_tell(text, small) else ():
        kind = (found.lastgroup or "").removesuffix("_")
        match = _BY_NAME[kind].match(text, found.start())
        if match:
            wrap, taken = wrap_of(text[max(0, match.start() - 48) : match.start()])
            yield Written(kind, match, match.start() - taken, match.end(), wrap)


def _found(text: str, small: str) -> Iterator[re.Match[str]]:
    """Give the times as matched, each where its first letters stand in the `small` ones."""
    place = 0
    for head in _HEAD.finditer(small):
        if head.start() >= place and (found := _TIME.match(text, head.start())):
            place = found.end()
            yield found


def _may_tell(text: str, small: str) -> bool:
    """Tell cheaply whether a text may name a time, as most sentences name none."""
    told = any(word in small for word in _WORDS)
    return told or bool(_SIGNS.search(text) or _SMALL_SIGNS.search(small))
