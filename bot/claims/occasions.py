"""On which occasion a claim lies, and whether two claims can speak of one and the same."""

import re
from datetime import date, timedelta
from functools import lru_cache

from bot.claims.model import Claim, Polarity
from bot.claims.vocabulary import ORDINALS
from bot.claims.words import MEMORY, fold, kin

BYGONE = timedelta(days=45)  # quarterly figures come within six weeks; what is older is history
YEARS = timedelta(days=366)  # "between 2009 and 2013" is the matter itself, not a look back
NEAR = timedelta(days=21)  # a march in March is not the march in May
SHIFT = timedelta(days=14)  # what is put off for longer is told as another event
SEASON = timedelta(days=100)
MOST_OF_A_YEAR = timedelta(days=300)
MOMENT = timedelta(days=3)

_NO_OCCASION = re.compile(  # a part of the year, a share, a rank: no second of several events
    r"\b(?:second|third|fourth|fifth|2nd|3rd|4th)[- ]"
    r"(?:quarter|half|of|party|country|person|man|woman|suspect|defendant|official|source|victim"
    r"|witness|firm|company|bank|city|town|largest|biggest|highest|lowest|place)\b"
)
_SHARE = re.compile(  # "a third lower", "by a fifth", "cut a third."
    r"\b(?:an?|one|two|three|four)[- ](?:third|fourth|fifth)s?"
    r"(?=\W*$|[,;:.]|\s+(?:less|more|lower|higher|fewer|smaller|larger|bigger|cheaper|dearer"
    r"|below|above|off|to|from|in|on|by|as|than|up|down|this|last|since|after|before)\b)"
)
_PART = re.compile(r"\b(first|second|third|fourth|1st|2nd|3rd|4th)[- ](quarter|half)\b")
_MONTH = re.compile(  # "May" is a verb more often than not
    r"\b(January|February|March|April|June|July|August|September|October|November|December)\b"
    r"(?: ([a-z]+))?"
)
_NEVER = re.compile(r"\b(?:n?ever|at (?:no|any) (?:time|point|stage))\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:full|whole|entire)[- ]year\b|\byear as a whole\b")
_IN_YEAR = re.compile(r"\bin (?:[a-z]+ )?((?:19|20)\d\d)\b")


@lru_cache(MEMORY)
def occasion_of(quote: str) -> frozenset[str]:
    """Return "second" of "a second regatta"; "the third quarter" is a period, no occasion."""
    plain = _NO_OCCASION.sub(" ", _SHARE.sub(" ", fold(quote))).replace(",", " ")
    return frozenset(plain.split()) & ORDINALS


@lru_cache(MEMORY)
def period_of(quote: str) -> str:
    """Return the accounting period that the sentence names: "third quarter", "year", or ""."""
    plain = fold(quote)
    if part := _PART.search(plain):
        return " ".join(part.groups())
    return "year" if _YEAR.search(plain) else ""


def meet(one: Claim, other: Claim) -> bool:
    """Tell whether both say when, and the times meet; "this year" is too long to be a signal."""
    if not one.when or not other.when or _long(one) or _long(other):
        return False
    return one.when.start <= other.when.end and other.when.start <= one.when.end


def apart(one: Claim, other: Claim) -> bool:
    """Tell whether both say when, and mean other days: a flood in January, no flood in June."""
    if ever(one) or ever(other) or Polarity.UNCONFIRMED in (one.polarity, other.polarity):
        return False  # silence has no day
    dated = one.when and other.when and not _long(one) and not _long(other)
    return bool(dated) and not meet(one, other)


def ever(claim: Claim) -> bool:
    """Tell a denial for all times: "There never was a leak"."""
    return claim.polarity is Polarity.DENIED and bool(_NEVER.search(claim.quote))


def of_other_months(one: Claim, other: Claim, deeds: frozenset[str]) -> bool:
    """Tell whether a deed is of two months: "an October cut", "a further cut in January"."""
    here, there = _months_of(one.quote), _months_of(other.quote)
    if not here or not there or not here.keys().isdisjoint(there):
        return False
    return any(kin(word) in deeds for word in (*here.values(), *there.values()))


@lru_cache(MEMORY)
def _months_of(quote: str) -> dict[str, str]:
    """Return the months that a sentence names, each with the word after it."""
    return dict(_MONTH.findall(quote))


def moved(later: Claim, earlier: Claim) -> bool:
    """Tell whether the later claim gives another day, not far off, for what the earlier foresaw.

    "The fair is planned for June 3", "the fair will be held on June 17 instead".
    """
    published = earlier.publication.published
    if not published or not later.when or not earlier.when or _long(later) or _long(earlier):
        return False
    gap = max(later.when.start - earlier.when.end, earlier.when.start - later.when.end)
    return timedelta(0) < gap <= SHIFT and earlier.when.end >= published.date()


def put_off(later: Claim, earlier: Claim) -> bool:
    """Tell whether an event to come is told for another time, however far off.

    "The weir is to reopen in June", "the weir will reopen early next year".
    """
    published, then, now = earlier.publication.published, earlier.when, later.when
    if not published or not then or not now or then.end < published.date():
        return False
    return not (now.start <= then.end and then.start <= now.end)


def moment(claim: Claim) -> bool:
    """Tell whether the claim is of one day or a few."""
    return bool(claim.when and claim.when.end - claim.when.start <= MOMENT)


def bygone(claim: Claim, beside: Claim) -> bool:
    """Tell whether a claim looks back at an event long before either article: "in 1994".

    An article of May may well speak of March, if the other one is of March itself.
    """
    known = [c.publication.published for c in (claim, beside) if c.publication.published]
    last = _last_day(claim)
    return bool(known and last) and min(known).date() - (last or date.max) > BYGONE


def of_old(one: Claim, other: Claim) -> bool:
    """Tell whether one of the two is of weeks before both articles, and the other is not.

    "In May 31 people died at the station", told in July, is no toll of July's market.
    """
    known = [c.publication.published for c in (one, other) if c.publication.published]
    dated = [w for w in (one.when, other.when) if w]
    if not known or len(dated) != 1 or meet(one, other):
        return False
    first, span = min(known).date(), dated[0].end - dated[0].start
    if span <= SEASON:
        return first - dated[0].end > NEAR
    return span > MOST_OF_A_YEAR and dated[0].end.year < first.year  # "nine cases last year"


def _last_day(claim: Claim) -> date | None:
    when = claim.when
    if when:
        return None if when.end - when.start > YEARS else when.end
    return _end_of_year(claim.quote)


@lru_cache(MEMORY)
def _end_of_year(quote: str) -> date | None:
    """Return the last day of the year that an undated sentence names: "Muriel in 1998"."""
    years = [int(y) for y in _IN_YEAR.findall(fold(quote))]
    return date(max(years), 12, 31) if years else None


def _long(claim: Claim) -> bool:
    return bool(claim.when and claim.when.end - claim.when.start > SEASON)
