"""How people type times, days, zones, people and amounts; raises Unfit where they do not fit."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import time
from difflib import get_close_matches
from functools import partial

from bot.newsroom.schedule import WORKDAYS
from bot.newsroom.trouble import Unfit

DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
EVERY_DAY = frozenset(range(1, 8))
NOTHING = {"", "none", "no", "never", "0", "off", "all", "everybody"}
MOST_IDS = 50
MOST_NAMES = 25  # of 100 characters: they fit into one field of a modal
LONGEST_NAME = 100

# "<@U024|dana>", "<#C02|world>", and a bare id as it stands in an app's address: B01ABC2
_MARKED = re.compile(r"<[@#](\w+)(?:\|[^<>]*)?>")
_BARE = re.compile(r"[A-Z][A-Z0-9]*\d[A-Z0-9]*")
# such as: 9, 9:30, 09.30, 5 pm, 5:15pm
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*([ap])?\.?(?:m\.?)?", re.IGNORECASE)
_NOON = 12
_LAST_HOUR, _LAST_MINUTE = 23, 59
_HOW_TIME = "Write a time of day: 9:00, 17.30 or 5 pm."
_HOW_DAYS = "Write days: mon-fri, mon wed fri, or daily."


@dataclass(frozen=True, slots=True)
class Known:
    """What can be named: every zone, and the bots that were seen in the channel, name to id."""

    zones: Collection[str] = ()
    bots: Mapping[str, str] = field(default_factory=dict)


def switch(typed: str) -> bool:
    """Read "on" or "off"; raises Unfit."""
    word = typed.lower()
    if word not in {"on", "yes", "off", "no"}:
        raise Unfit("Write on or off.")
    return word in {"on", "yes"}


def clock_time(typed: str) -> time:
    """Read a local time of day, to the minute; raises Unfit."""
    found = _TIME.fullmatch(typed)
    if not found:
        raise Unfit(_HOW_TIME)
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= _NOON:
            raise Unfit(_HOW_TIME)
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        raise Unfit(_HOW_TIME)
    return time(hour, minute)


def weekdays(typed: str) -> frozenset[int]:
    """Read ISO weekdays: "mon-fri" is 1 to 5, "fri-mon" is 5, 6, 7 and 1; raises Unfit."""
    typed = typed.lower().strip()
    if typed in {"daily", "every day", "all", "always"}:
        return EVERY_DAY
    if typed in {"workdays", "weekdays"}:
        return WORKDAYS
    parts = re.split(r"[\s,;]+|\band\b", re.sub(r"\s*(?:-|–|to)\s*", "-", typed))
    found = frozenset(day for part in parts if part for day in _span(part))
    if not found:
        raise Unfit(_HOW_DAYS)
    return found


def said_days(days: Collection[int]) -> str:
    """Return weekdays as they can be typed: "mon-fri", "daily", "mon, wed"."""
    if frozenset(days) == EVERY_DAY:
        return "daily"
    if frozenset(days) == WORKDAYS:
        return "mon-fri"
    return ", ".join(DAY_NAMES[day - 1] for day in sorted(days))


def zone(typed: str, zones: Collection[str]) -> str:
    """Read an IANA zone by its name or by its city: "oslo" is Europe/Oslo; raises Unfit."""
    asked = "_".join(typed.split()).lower()
    by_name = {one.lower(): one for one in zones}
    if asked in by_name:
        return by_name[asked]
    in_city = sorted(one for one in zones if one.lower().rpartition("/")[2] == asked)
    if len(in_city) == 1:
        return in_city[0]
    cities = {one.rpartition("/")[2].lower(): one for one in zones}
    near = in_city or [cities[one] for one in get_close_matches(asked, cities, 3)]
    hint = f"Did you mean {' or '.join(near)}?" if near else "Write one such as Europe/Oslo."
    raise Unfit(f"There is no time zone of that name. {hint}")


def amount(typed: str, most: int, of: str) -> int:
    """Read a whole number with or without what it counts, 0 for none or never; raises Unfit."""
    word = typed.lower().removesuffix(of).removesuffix(of[:-1]).strip()
    if word in NOTHING:
        return 0
    if not word.isascii() or not word.isdigit() or not 1 <= int(word[:9]) <= most:
        raise Unfit(f"Write a number of {of} from 1 to {most:,}, or none.")
    return int(word)


def names(typed: str) -> tuple[str, ...]:
    """Read names parted by commas, each once, as written; raises Unfit."""
    if typed.lower() in NOTHING:
        return ()
    whole = typed.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    found = tuple(dict.fromkeys(" ".join(one.split()) for one in re.split(r"[,;\n]", whole)))
    found = tuple(one for one in found if one)
    if len(found) > MOST_NAMES or any(len(one) > LONGEST_NAME for one in found):
        raise Unfit(f"At most {MOST_NAMES} names of {LONGEST_NAME} characters, with commas.")
    return found


def ids(
    typed: str, what: str, letters: str, known: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """Read Slack ids out of mentions, bare ids and known names, parted by commas.

    `letters` are those with which such ids begin; `what` is named where one is not understood.
    Raises Unfit.
    """
    if typed.lower() in NOTHING:
        return ()
    marked = re.split(r"[,;\n]|(?<=>)\s+(?=<)", typed)
    read = partial(_id, what=what, letters=letters, known=known or {})
    found = tuple(dict.fromkeys(read(one.strip()) for one in marked if one.strip()))
    if len(found) > MOST_IDS:
        raise Unfit(f"At most {MOST_IDS} can be named.")
    return found


def _id(typed: str, what: str, letters: str, known: Mapping[str, str]) -> str:
    marked = _MARKED.fullmatch(typed)
    bare = marked[1] if marked else typed
    if bare[0] in letters and _BARE.fullmatch(bare):
        return bare
    by_name = {name.lower(): one for name, one in known.items()}
    if typed.lower() in by_name:
        return by_name[typed.lower()]
    seen = f" Seen here: {', '.join(sorted(known))}." if known else ""
    sign = "#" if letters[0] == "C" else "@"
    raise Unfit(f"“{typed[:40]}” is not {what} that I know. Pick it with {sign} and a name.{seen}")


def _span(part: str) -> list[int]:
    """Return the days of "wed" or of "mon-fri", by the first three letters of each."""
    ends = [one[:3] for one in part.split("-")]
    if not 1 <= len(ends) <= 2 or any(end not in DAY_NAMES for end in ends):  # noqa: PLR2004
        raise Unfit(_HOW_DAYS)
    first, last = (DAY_NAMES.index(end) for end in (ends[0], ends[-1]))
    return [(first + n) % 7 + 1 for n in range((last - first) % 7 + 1)]
