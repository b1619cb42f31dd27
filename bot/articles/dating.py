"""What moment a page's date means: its written forms, and what they leave open."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from bot.claims.days import month_of

_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
# "October 27, 2013", "Oct. 27th, 2013"; "27 October 2013"; "Sun 27 Oct 2013, 10.30 GMT"
_MONTH_FIRST = re.compile(
    rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.IGNORECASE
)
_DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(\d{{4}})\b", re.IGNORECASE
)
_ISO_DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
# ".../2013/05/27/...", ".../2013-05-27-...", ".../20130527/..."; ".../2013/may/27/..."
_URL_DAY = re.compile(r"[/_-](20\d\d|199\d)([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=\D|$)")
_URL_MONTH = re.compile(rf"/(20\d\d|199\d)/{_MONTH}/(\d{{1,2}})(?=\D|$)", re.IGNORECASE)
_DAY_FORM = re.compile(r"\d{4}-?\d{2}-?\d{2}")
_MAIL_FORM = re.compile(r"[A-Za-z]{3}, \d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d")
_SPACE_BEFORE_ZONE = re.compile(r"\s+(?=[+-]\d\d:?\d\d$|Z$)")

_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)  # before the web: a default, not a date
_AHEAD = timedelta(days=2)  # clocks and embargoes


def moment(text: str, basis: str, now: datetime) -> tuple[datetime, str] | None:
    """Return the aware moment that a written date means and its basis, None if it means none.

    A day without a time is noon UTC, a time without a zone is UTC; the basis says so. A date
    before the web or days ahead of `now` is none.
    """
    found = _exact(text.strip()) or _day(text)
    if not found:
        return None
    when, open_end = found
    try:
        when = when.astimezone(UTC)
    except (OverflowError, ValueError):
        return None
    return (when, basis + open_end) if _EARLIEST <= when <= now + _AHEAD else None


def moment_of_url(url: str, now: datetime) -> tuple[datetime, str] | None:
    """Return the day that an address names, at noon UTC: ".../2013/05/27/barges"."""
    path = url.partition("?")[0]
    if found := _URL_DAY.search(path):
        return moment(f"{found[1]}-{found[3]}-{found[4]}", "url", now)
    if found := _URL_MONTH.search(path):
        return moment(f"{found[3]} {found[2]} {found[1]}", "url", now)
    return None


def _exact(text: str) -> tuple[datetime, str] | None:
    """Read the forms that machines write."""
    if _DAY_FORM.fullmatch(text):
        return None
    try:
        if _MAIL_FORM.match(text):
            when = parsedate_to_datetime(text)
        else:
            when = datetime.fromisoformat(_SPACE_BEFORE_ZONE.sub("", text))
    except (ValueError, TypeError, IndexError):
        return None
    if when.tzinfo is None:
        return when.replace(tzinfo=UTC), ", no time zone given"
    return when, ""


def _day(text: str) -> tuple[datetime, str] | None:
    """Read a day as people write it; "10/11/2024" is two days, so it is none."""
    if found := _ISO_DAY.search(text):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    elif found := _MONTH_FIRST.search(text):
        year, month, day = int(found[3]), month_of(found[1]), int(found[2])
    elif found := _DAY_FIRST.search(text):
        year, month, day = int(found[3]), month_of(found[2]), int(found[1])
    else:
        return None
    try:
        return datetime(year, month, day, 12, tzinfo=UTC), ", day only"
    except ValueError:
        return None
