"""Whether the figures of two claims are of one period, as a forecast for 2031 is not of 2030."""

import re
from datetime import timedelta

from bot.claims.model import Claim
from bot.claims.occasions import NEAR, period_of
from bot.claims.values import unit

PERIOD = timedelta(days=80)  # a quarter or more: the forecast for 2031 is not the one for 2030
MONTH = timedelta(days=31)
ANOTHER_RELEASE = timedelta(days=20)  # statistics of the next month come out four weeks later
_YEAR_ON_YEAR = re.compile(
    r"\b(?:(?:than|from|over|on) a year (?:earlier|ago|before)|year[- ]on[- ]year|on the year"
    r"|compared with a year|12 months to|annual rate)\b",
    re.IGNORECASE,
)


def another_period(later: Claim, earlier: Claim) -> bool:
    """Tell whether figures belong to different periods, or one is a forecast for another time."""
    one, other = period_of(later.quote), period_of(earlier.quote)
    if one and other:  # a profit for January, a profit for all of 2030
        return one != other
    return _of_another_month(later, earlier) or _by_days(later, earlier)


def _of_another_month(later: Claim, earlier: Claim) -> bool:
    """Tell yearly rates that come out each month: May's is no later count of April's."""
    dates = [c.publication.published for c in (later, earlier)]
    if not dates[0] or not dates[1] or not earlier.when or later.when:
        return False
    monthly = earlier.when.end - earlier.when.start <= MONTH
    apart = abs(dates[0] - dates[1]) >= ANOTHER_RELEASE
    return monthly and apart and all(_YEAR_ON_YEAR.search(c.quote) for c in (later, earlier))


def _by_days(later: Claim, earlier: Claim) -> bool:
    if not later.when or not earlier.when:
        return _of_another_year(later, earlier) or _of_another_year(earlier, later)
    (a, b), (c, d) = (later.when.start, later.when.end), (earlier.when.start, earlier.when.end)
    if a <= d and c <= b:
        return False
    long = min(b - a, d - c) >= PERIOD
    apart = max(a - d, c - b) >= NEAR and bool({unit(f) for f in later.figures} & {"count"})
    rated = {unit(f) for f in (*later.figures, *earlier.figures)} - {"count"}
    guess = bool(rated) and _foretold(later) is not _foretold(earlier)
    return long or apart or guess or later.certainty is not earlier.certainty


def _foretold(claim: Claim) -> bool:
    """Tell whether it looks ahead: a forecast for December is not November's figure."""
    published = claim.publication.published
    return bool(published and claim.when and claim.when.start > published.date())


def _of_another_year(dated: Claim, undated: Claim) -> bool:
    """Tell whether a rate or sum for some period is set against one that is for this year."""
    published = undated.publication.published
    if not dated.when or undated.when or not published:
        return False
    long = dated.when.end - dated.when.start >= PERIOD
    this_year = dated.when.start.year <= published.year <= dated.when.end.year
    return long and not this_year and all(unit(f) != "count" for f in dated.figures)
