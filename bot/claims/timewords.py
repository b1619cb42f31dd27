"""How times are written in English prose: "mid-May", "next Friday", "the second quarter"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.claims.daykinds import DAY_KINDS
from bot.claims.days import Anchor, Days, Tense
from bot.claims.feasts import FEAST
from bot.claims.periodkinds import PERIOD_KINDS
from bot.claims.sentences import plain_letters
from bot.claims.timeletters import DAY, MONTH, SEASON
from bot.claims.weekrules import Wrap, wrap_of

__all__ = ["DAY", "MONTH", "Written", "times_in"]

KINDS = DAY_KINDS | PERIOD_KINDS
"""In this order; the first that matches at a place wins."""
# Most sentences name no time at all, which one cheap search tells.
_ANY = re.compile(
    rf"days?\b|hours\b|night\b|morrow\b|week|month|year|quarter|half\b|{MONTH}|(?:19|20)\d\d"
    r"|noon|ago\b|\d:\d\d|[ap]\.?m\b|\b[QHqh][1-4]|this (?:morning|afternoon|evening)"
    rf"|\d(?:st|nd|rd|th)\b|{FEAST}|\d[/.]\d|fortnight|decade|centur|\d0s\b|{SEASON}|this fall"
    r"|\b(?i:Mon|Tues?|Wed|Thu|Fri|Sat|Sun)\b|[iIbB][ny] \d{4}|since \d{4}|until \d{4}"
)
_BY_NAME = {name: re.compile(rf"(?:{pattern})(?!\w)") for name, (pattern, _) in KINDS.items()}
_TIME = re.compile(
    "|".join(
        rf"(?<![\w$£€-])(?<!\d:)(?P<{name}_>{re.sub(r'[(][?]P<[a-z]+>', '(?:', pattern)})(?!\w)"
        for name, (pattern, _) in KINDS.items()
    )
)
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
        return any(groups.get(each) for each in ("y", "x", "k"))

    def floats(self) -> bool:
        """Tell whether the time may fall on either side: "Friday", "May", not "next Friday"."""
        groups = self.match.groupdict()
        led = any(groups.get(each) for each in ("which", "week", "after"))
        return self.kind in _FLOATING and not led and not self.names_year()


def times_in(text: str) -> Iterator[Written]:
    """Give the times written in a text, in order."""
    text = plain_letters(text)
    if not _ANY.search(text):
        return
    for found in _TIME.finditer(text):
        kind = (found.lastgroup or "").removesuffix("_")
        match = _BY_NAME[kind].match(text, found.start())
        if match:
            wrap, taken = wrap_of(text[max(0, match.start() - 48) : match.start()])
            yield Written(kind, match, match.start() - taken, match.end(), wrap)
