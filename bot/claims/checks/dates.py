"""Dates that do not fit: with the calendar, or with what stood in earlier articles."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from bot.claims.compare import said_when
from bot.claims.days import WEEKDAYS, month_of
from bot.claims.model import Certainty, Check, CheckKind, Claim, Reading
from bot.claims.once import once_a_claim
from bot.claims.quoting import in_marks
from bot.claims.subject import subject_of
from bot.claims.vocabulary import COUNTRIES
from bot.claims.words import skeleton

_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_WEEKDAY = rf"\b({'|'.join(WEEKDAYS)}),?\s+"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?\b"
DATED = (
    re.compile(rf"{_WEEKDAY}{_MONTH}\s+{_DAY}(?:,?\s+(\d{{4}}))?", re.IGNORECASE),
    re.compile(
        rf"{_WEEKDAY}(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH}(?:\s+(\d{{4}}))?", re.IGNORECASE
    ),
)
STILL_TO_COME = re.compile(
    # "it would be the first regatta that Varno ever held"
    r"\bfirst\b(?!\s+(?:reported|told|half|quarter|of all))|\bnever before\b|\bunprecedented\b"
)
_WOULD = re.compile(r"\bwould (?:be|mark|make)\b|\bif (?:confirmed|true)\b", re.IGNORECASE)
CLEAR = timedelta(days=60)


def misfit_dates(reading: Reading, earlier: Sequence[Claim]) -> tuple[Check, ...]:
    """Return claims whose date cannot be right together with the calendar or earlier claims."""
    return tuple(check for claim in reading.claims for check in _of(claim, earlier))


def _of(claim: Claim, earlier: Sequence[Claim]) -> Iterator[Check]:
    wrong_day = _wrong_weekday(claim)
    if wrong_day:
        yield Check(CheckKind.DATE, (claim,), wrong_day)
    before = [c for c in earlier if _too_early(claim, c)] if _began(claim) else []
    if before:
        best = max(before, key=lambda c: len(subject_of(c).all & subject_of(claim).all))
        yield Check(CheckKind.DATE, (claim, best), _line(claim, best))


def _wrong_weekday(claim: Claim) -> str:
    """Check "Friday, May 3" against the calendar of the year of publication."""
    published = claim.publication.published
    for match in (m for pattern in DATED for m in pattern.finditer(claim.quote)):
        weekday, day, month, year = _parts(match)
        found = _date(year, month, day) if year else _nearest(published, month, day)
        if found and WEEKDAYS[found.weekday()] != weekday:
            return f"“{match.group(0)}” is a {WEEKDAYS[found.weekday()].capitalize()}."
    return ""


def _parts(match: re.Match[str]) -> tuple[str, int, int, int]:
    weekday, one, two, year = match.groups()
    day, month = (two, one) if two.isdigit() else (one, two)
    return weekday.casefold(), int(day), month_of(month), int(year or 0)


def _nearest(published: datetime | None, month: int, day: int) -> date | None:
    """Return the date of that name nearest to the publication; none for an undated article."""
    if not published:
        return None
    years = (published.year - 1, published.year, published.year + 1)
    dates = [d for y in years if (d := _date(y, month, day))]
    return min(dates, key=lambda d: abs(d - published.date()), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@once_a_claim
def _awaits(claim: Claim) -> bool:
    """Tell whether an event is called the first, or to come: "would be the first barges ever"."""
    if not STILL_TO_COME.search(claim.quote.lower()):
        return False
    return claim.certainty is not Certainty.CERTAIN or bool(_WOULD.search(claim.quote))


def _began(claim: Claim) -> bool:
    """Tell whether the time is said to run up to the article: "since May 2013"."""
    published = claim.publication.published
    if not published or not claim.when or claim.certainty is Certainty.POSSIBLE:
        return False
    return published.date() - claim.when.end <= timedelta(2)


def _too_early(claim: Claim, other: Claim) -> bool:
    """Tell whether the claim dates an event before an article that still awaits it.

    "Since May 2013 … towed some 370 barges" beside "would be the first barges ever
    towed" of April 2014.
    """
    published = other.publication.published
    if not claim.when or not published or published.date() - claim.when.start < CLEAR:
        return False
    return _awaits(other) and _one_event(claim, other)


def _one_event(claim: Claim, other: Claim) -> bool:
    a, b = subject_of(claim), subject_of(other)
    names = a.names & b.names
    doing = {skeleton(w) for w in claim.words & other.words} - COUNTRIES
    return bool(names) and len(doing) > 1


def _line(claim: Claim, other: Claim) -> str:
    when = said_when(claim.when) if claim.when else ""
    return f"The date does not fit: {when}; earlier {in_marks(other.quote)}"
