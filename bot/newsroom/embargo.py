"""Until when something may not be shown outside its channel: how people and pages say it.

A moment counts only where it can be read with certainty. Where an embargo is spoken of and its end
cannot be read, it holds until somebody says when it ends: that is safer than a guess.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.claims.model import Publication
from bot.newsroom.localday import zone_name
from bot.newsroom.moment import moment
from bot.newsroom.trouble import Unfit

UNTIL_SAID = datetime(9999, 1, 1, tzinfo=UTC)
"""The end of an embargo that nobody has named yet."""

HOW = "Write until when: 6 Mar 9:00, tomorrow 9 am, Friday 00:01 GMT or 2026-03-06 09:00."
MOST_HEAD = 12  # lines of a text that may be its head
LONGEST_PHRASE = 100
LONGEST_NOTICE = 160  # characters; a notice stands in a line of its own

# such as: "embargo until 6 Mar 9:00", or loud and with a colon: "EMBARGOED TILL: 00:01 GMT"
_UNTIL = re.compile(
    r"\bembargo(?:ed)?\b[\s:\u2013\u2014-]*\b(?:until|till|til|up to|to|before)\b[\s:]*([^\n<>]*)",
    re.IGNORECASE,
)
# a piece of a message that says nothing else: "under embargo", "embargoed!"
_BARE = re.compile(r"(?:(?:still|strictly|strict|under) )*(?:embargo|embargoed)", re.IGNORECASE)
_LINK = re.compile(r"<[^<>]*>|https?://\S+")
_PIECES = re.compile(r"[\n.,;:!?()\[\]*_~\u2013\u2014]|\s-\s")
# the line of a release: "EMBARGOED UNTIL 00:01 GMT FRIDAY 6 MARCH 2026", "Strict embargo: …",
# and those that hold it back until a day without that word: "Hold for release until …"
_NOTICE = re.compile(
    r"\W*(?:(?:strictly|strict|under|press|media|news|release)\s+)*"
    r"(?:embargo(?:ed)?\b(?P<mark>[\s:\u2013\u2014-]*)"
    r"(?P<until>until|till|til|up to|to|for|before)?\b"
    r"|not\s+(?:for|to\s+be)\s+(?:publication|publish\w*|release\w*|broadcast)\s+(?:before|until)\b"
    r"|hold\s+for\s+release\s+until\b)"
    r"[\s:]*(?:release|publication|broadcast)?\b[\s:]*(?:until|till|before|on|at)?\b[\s:]*"
    r"(?P<rest>.*)",
    re.IGNORECASE,
)
# what an end that cannot be read is made of all the same; "Embargo: what it means" has none of it
_SOME_TIME = re.compile(
    r"\d[:.]\d\d|\d\s*[ap]\.?m\b|hrs|noon|midnight|notice|today|tonight|tomorrow"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d|\d[/.-]\d",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Embargo:
    """One article of a channel under embargo, by the id of its newest reading there."""

    reading: str
    publication: Publication
    until: datetime


def asked_for(words: str, now: datetime, zone: str) -> datetime | None:
    """Return until when a message says that what stands in it is under embargo.

    None where it says nothing of one, or its moment has passed. Times without a zone are those of
    `zone`, the channel's.
    """
    words = _LINK.sub("\n", words)  # an address may speak of another embargo
    found = _UNTIL.search(words)
    if found:
        return _ahead(moment(found[1], now, zone), now)
    pieces = (" ".join(piece.split()) for piece in _PIECES.split(words))
    return UNTIL_SAID if any(_BARE.fullmatch(piece) for piece in pieces) else None


def phrase(words: str) -> str:
    """Return the part of a message that speaks of an embargo, "" where none does."""
    found = _UNTIL.search(_LINK.sub("\n", words))
    if found:
        return found[0].strip()[:LONGEST_PHRASE]
    return "under embargo" if asked_for(words, UNTIL_SAID, "UTC") else ""


def printed(title: str, text: str, now: datetime) -> datetime | None:
    """Return until when an article says that it is under embargo, None where it does not.

    The notice is a line of its own at the head. Its day, hour and zone all have to stand in it:
    "EMBARGOED UNTIL 00:01 GMT FRIDAY 6 MARCH 2026" is clear, "Embargo: Friday" is not.
    """
    lines = (title, *text.lstrip().splitlines()[:MOST_HEAD])
    found = (_noticed(line.strip(), now) for line in lines if len(line) <= LONGEST_NOTICE)
    return max((until for until in found if until), default=None)


def typed_end(typed: str, now: datetime, zone: str) -> datetime:
    """Read the end of an embargo from a field or after a command; raises Unfit."""
    words = re.sub(
        r"^\s*(?:embargo(?:ed)?\s+)?(?:(?:until|till|til|to)\b)?\s*", "", typed, count=1
    )
    found = moment(words, now, zone)
    if found is None:
        raise Unfit(HOW)
    if found <= now:
        raise Unfit(f"{said(found, zone)} has passed. {HOW}")
    return found


def said(until: datetime, zone: str) -> str:
    """Return the end of an embargo in words: "until Fri 6 Mar 2026, 09:00 (Europe/Oslo)"."""
    if until >= UNTIL_SAID:
        return "until somebody says when it ends"
    local = until.astimezone(ZoneInfo(zone))
    return f"until {local:%a} {local.day} {local:%b %Y, %H:%M} ({zone_name(zone)})"


def of_the_minute(now: datetime) -> datetime:
    """Return the minute of a moment: embargoes begin and end at whole minutes."""
    return now.replace(second=0, microsecond=0)


def _noticed(line: str, now: datetime) -> datetime | None:
    found = _NOTICE.fullmatch(line)
    if found is None:
        return None
    until = moment(found["rest"], now, "")
    return _ahead(until, now) if until or _is_a_notice(found) else None


def _is_a_notice(found: re.Match[str]) -> bool:
    """Tell a notice from news about one: "Embargo on oil tightened" is none."""
    if not found["rest"]:
        return True
    marked = found["mark"] is None or found["until"] or found["mark"].strip()
    return bool(marked and _SOME_TIME.search(found["rest"]))


def _ahead(until: datetime | None, now: datetime) -> datetime | None:
    """Return the end of an embargo that holds; where it is not clear, that nobody knows."""
    if until is None:
        return UNTIL_SAID
    return until if until > now else None
