"""What a person can search for: words, and filters such as by:"Interior Ministry" since:7d."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.claims.days import WEEKDAYS
from bot.newsroom.status import Mark
from bot.newsroom.trouble import Unclear

FILTERS = frozenset({"by", "about", "from", "outlet", "since", "status", "page"})
SINCE = "I cannot read that day. Write since:2026-03-04, since:7d, since:2w or since:monday."
STATUS = f"There is no such status. It is one of: {', '.join(Mark)}."
NOTHING = "Search for what? Put words or filters after it: /claim find toll by:ministry since:7d"

MOST_DIGITS = 5  # of a page's number
DAYS_IN = {"d": 1, "w": 7, "m": 30}

_PART = re.compile(r'(?:(?P<name>[A-Za-z]+):\s?)?(?:["“”](?P<quoted>[^"“”]*)["“”]|(?P<bare>\S+))')
_AGO = re.compile(r"(\d{1,4})([dwm])")


@dataclass(frozen=True, slots=True)
class Query:
    """A search; an empty facet asks for nothing. `came_from` is a link of the chain (from:AP)."""

    words: str = ""
    by: str = ""
    about: str = ""
    came_from: str = ""
    outlet: str = ""
    since: date | None = None
    status: Mark | None = None
    page: int = 1


def query(typed: str, today: date, *, all_at_worst: bool = False) -> Query:
    """Read what was typed after "find"; raises Unclear for a filter that says nothing.

    Nothing typed asks for nothing, and is Unclear too, unless it shall ask for all.
    """
    words: list[str] = []
    said: dict[str, str] = {}
    for part in _PART.finditer(typed):
        name = (part["name"] or "").lower()
        if name in FILTERS:
            said[name] = (part["quoted"] or part["bare"] or "").strip()
        else:
            words.append(part[0].strip('"“”'))
    asked = Query(
        words=" ".join(words),
        by=said.get("by", ""),
        about=said.get("about", ""),
        came_from=said.get("from", ""),
        outlet=said.get("outlet", ""),
        since=day(said["since"], today) if "since" in said else None,
        status=_mark(said["status"]) if "status" in said else None,
        page=_page(said.get("page", "")),
    )
    if asked == Query(page=asked.page) and not all_at_worst:
        raise Unclear(NOTHING)
    return asked


def day(said: str, today: date) -> date:
    """Return the day that was meant: "2026-03-04", "7d" ago, "yesterday", last "monday".

    Raises Unclear.
    """
    said = said.lower()
    if said in {"today", "yesterday"}:
        return today - timedelta(days=said == "yesterday")
    if said in WEEKDAYS:
        return today - timedelta(days=(today.weekday() - WEEKDAYS.index(said)) % 7)
    if ago := _AGO.fullmatch(said):
        return today - timedelta(days=int(ago[1]) * DAYS_IN[ago[2]])
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise Unclear(SINCE) from None


def _mark(said: str) -> Mark:
    try:
        return Mark(said.lower())
    except ValueError:
        raise Unclear(STATUS) from None


def paged(typed: str) -> tuple[str, int]:
    """Return what was typed without its page, and the page: "C-7KQ2 page:2" is the second."""
    page = 1
    kept = []
    for word in typed.split():
        name, sign, said = word.partition(":")
        if sign and name.lower() == "page":
            page = _page(said)
        else:
            kept.append(word)
    return " ".join(kept), page


def _page(said: str) -> int:
    return max(1, int(said)) if said.isdecimal() and len(said) < MOST_DIGITS else 1
