"""When the claimed event happens, as days: the time that belongs to the claim's own clause."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Span, Token

from bot.claims.clauses import Clauses, Seat
from bot.claims.dayrules import count_of
from bot.claims.days import Days, Tense
from bot.claims.model import Publication, When
from bot.claims.timewords import Written, times_in

_LEAD = re.compile(
    r"\b(?P<lead>by|no later than|before|since|until|till|through|after|from|following|ahead of"
    r"|between)"
    r"(?P<least> at least)?(?: (?:about|around|at the latest|early|late|the|mid))*[ -]?$",
    re.IGNORECASE,
)
_TO = re.compile(r" (?:and|to|until|till|through) (?:the )?| ?[-–] ?", re.IGNORECASE)
# "up from 40 last Friday", "more than in 2019": the time of what is compared with
_COMPARED = re.compile(
    r"\b(?:from|against|versus|v\.?|vs\.?|compared (?:with|to)) (?:\w+ ){0,3}?[~$£€]?"
    r"(?!\d[\d.:]* ?[ap]\.?m\b)\d[\d.,]*\w*"  # "left from Orsk at 4.20am on Friday"
    r"(?: ?%| per ?cent| percent| \w+lion)?(?: an? \w+)? (?:in |on )?(?:the )?$"
    r"|\b(?:up|down) from (?:[^,;:]|,(?=\d))*$"
    r"|(?<!later )\b(?:than|above|below) (?:\w+ ){0,3}$"
    r"|\bcompared (?:with|to) (?:[\w.,%]+ ){0,4}$",
    re.IGNORECASE,
)
# "the worst storm since 1987" tells no storm's time
_RANKED = re.compile(
    r"\b(?:worst|best|first|(?:bigg|larg|small|high|low|deadli|heavi|strong|weak|hott|cold|dri|wett"
    r"|long|short|sharp|steep|fast|slow|busi|great)est)\b[^,;.]{0,40} since"
    r" (?:at least )?(?:the )?$",
    re.IGNORECASE,
)
_ANY_DAY = re.compile(
    r"\b(?:on an?|any|every|each)(?: other| second| first| last)? $", re.IGNORECASE
)
# "for five days from Monday", "the two-day fair planned for Friday"
_LASTING = re.compile(
    r"\b(?P<n>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)[ -]"
    r"(?P<unit>hour|day|week)s?\b(?! (?:ago|later|after|before|earlier|old))[^.;:]{0,60}?"
    r"\b(?:from|start\w*|beg[iau]n\w*|planned|scheduled|due|called)(?: (?:to|for|on|start|begin"
    r"|the|early|late|[\d:.]+ ?[ap]\.?m\.?|noon|midnight))* $"
    r"|\b(?:beg[iau]n\w*|start\w*|launch\w*|stag\w+|hold|call\w*) an? (?P<m>\d{1,3}|two|three"
    r"|four|five|six|seven|ten)-(?P<per>hour|day|week) (?:\w+ ){1,2}(?:on |from )?$",
    re.IGNORECASE,
)
# "use-by dates from 28 May", "a letter dated May 3", "a report, out on Thursday, says"
_OF_PAPER = re.compile(
    r"\b(?:use-by|best-before|sell-by|expiry|expiration|production|departure|birth) dates?\b"
    r"[^,;.]{0,30}$|\bdated (?:\w+ )?$"
    r"|\b(?:report|study|survey|figures|data|review|paper|audit|minutes|results|book)\b"
    r"[^.;]{0,60}, (?:due )?out (?:on |in |early |late |next |last )*$",
    re.IGNORECASE,
)
_SINCE_BEGUN = re.compile(
    r"\bsince (?:[\w’']+ ){1,5}(?:began|started|broke out|erupted|opened|struck|was (?:\w+)ed)"
    r" (?:on |in |late |early )*$",
    re.IGNORECASE,
)
_FIXED = re.compile(
    r"\b(?:set|fixed|scheduled|booked|listed) (?:the|an?|its|his|her|their|\d+)"
    r"(?: [\w’']+){1,6} for (?:the )?$",
    re.IGNORECASE,
)
_NIGHT_S = re.compile(
    r" (?:\w+ ){0,2}?(?:attack|raid|assault|shelling|strike|bombardment|bombing|fire|blaze|storm"
    r"|blast|explosion|shooting|crash|clash|landslide|earthquake|ambush|incursion)s?\b",
    re.IGNORECASE,
)
_HOURS_OF_DAY = 24
_DAYS_OF_WEEK = 7
_NAMES_OF_DAYS = frozenset({"weekday", "near", "ago"})
_RESCHEDULED = re.compile(
    r"\b(?:put(?:ting)? (?:back|off)|mov|postpon|delay|push|reschedul|defer|brought|bring|extend"
    r"|adjourn)\w*"
    r"(?: [\w’']+){0,5} (?:to|until|till|for|by) (?:the )?$",
    re.IGNORECASE,
)
_MOVED_FROM = re.compile(
    r"\b(?:mov|postpon|delay|push|reschedul|defer|brought|bring)\w*(?: [\w’']+){0,4} from"
    r" (?:the )?$",
    re.IGNORECASE,
)
_DAY_OF_LINK = re.compile(r"(?<!\d)(20\d\d)[/-](\d\d)[/-](\d\d)(?!\d)")
_AFTER_ALL = 9
"""The rank of a clock time without a day, which counts only where no day stands."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A time with its days; the lower the rank, the nearer to the claim."""

    rank: int
    start: int
    end: int
    days: Days


def when_of(
    sentence: Span,
    published: date | None,
    cue: Token | None = None,
    told: frozenset[int] = frozenset(),
) -> When | None:
    """Return the days of the claimed event, None where the sentence gives none or vague ones.

    Times of the utterance, those on `cue`, do not count; `told` holds the indexes of the tokens
    that attribute, so that what stands before a closing one is the claim's own. `published` is
    the day that relative times are counted from; without it only dates with a year resolve.
    """
    text = sentence.text
    times = [each for each in times_in(text) if not _is_beside(text[: each.start])]
    if not times:
        return None
    clauses = Clauses(sentence, cue, told)
    told_on = _day_of_saying(times, clauses, published)
    spans = (
        _place(text, span, clauses, told_on if span[0].kind == "overnight" else published)
        for span in _spans(text, times)
    )
    return _chosen(text, [each for each in spans if each])


def _day_of_saying(
    times: Sequence[Written], clauses: Clauses, published: date | None
) -> date | None:
    """Return the day that "overnight" is counted from: "Orsk said on Sunday that a raid ..."."""
    said = (t for t in times if t.kind == "weekday" and clauses.seat(t) is None)
    days = next(said, None)
    found = days.days(published, Tense.PAST) if days and published else None
    return found[1] if found else published


def day_of(publication: Publication) -> date | None:
    """Return the day on which an article came out where it was written, None if it is undated.

    Times of publication are often told in UTC. A link that names the day before or after, as
    ".../2025/08/05/..." does of what came out at 04:20 on August 6, names the newsroom's own.
    """
    if publication.published is None:
        return None
    day = publication.published.date()
    named = [_link_day(found) for found in _DAY_OF_LINK.finditer(publication.url)]
    return next((each for each in named if each and abs((each - day).days) == 1), day)


def _link_day(found: re.Match[str]) -> date | None:
    try:
        return date(*(int(part) for part in found.groups()))
    except ValueError:
        return None


def _is_beside(before: str) -> bool:
    """Tell by the text before a time that it is another's or any: "never on a Sunday"."""
    return any(rule.search(before[-80:]) for rule in BESIDE)


BESIDE = (_COMPARED, _ANY_DAY, _RANKED, _MOVED_FROM, _OF_PAPER)


def _spans(text: str, times: Sequence[Written]) -> Iterator[tuple[Written, ...]]:
    """Give the times one by one, the two ends of a range together."""
    rest = list(times)
    while rest:
        first = rest.pop(0)
        if rest and _is_range(text, first, rest[0]):
            yield first, rest.pop(0)
        else:
            yield (first,)


def _is_range(text: str, first: Written, last: Written) -> bool:
    """Tell "between Friday and Saturday", "from May to July" and "Monday to Friday"."""
    between = text[first.end : last.start].lower()
    if _lead(text, first)[0] in {"between", "from"} or between == " through ":
        return bool(_TO.fullmatch(between))
    return first.kind == last.kind and between.strip() in {"to", "till", "until", "-", "–"}


def _lead(text: str, time: Written) -> tuple[str, int]:
    """Return the word that leads a time ("by", "since") and where it starts."""
    window = max(0, time.start - 30)
    found = _LEAD.search(text[window : time.start])
    if not found:
        begun = _SINCE_BEGUN.search(text[: time.start][-80:])
        return ("since" if begun else ""), time.start
    return ("at least" if found["least"] else found["lead"].lower()), window + found.start()


def _place(
    text: str, times: tuple[Written, ...], clauses: Clauses, published: date | None
) -> _Placed | None:
    """Resolve one time in its clause."""
    first, last = times[0], times[-1]
    seat = clauses.seat(first)
    if seat is None:
        return None
    lead, start = _lead(text, first)
    tense = _tense(text, first, seat, lead)
    begins, ends = _ends(first, last, published, tense)
    if begins is None or ends is None:
        return None
    if first is not last or (seat.negated and lead == "before") or _is_moved(text, first):
        lead = ""
    days = _led(lead, (begins[0], _last_day(text[: first.start], *ends)), published, tense)
    if seat.nominal and first.kind == "overnight" and not _NIGHT_S.match(text, first.end):
        return None  # "an overnight curfew"
    rank = _AFTER_ALL if first.kind == "clock" else seat.rank
    return _Placed(rank, start, last.end, days) if days and days[0] <= days[1] else None


def _ends(
    first: Written, last: Written, published: date | None, tense: Tense
) -> tuple[Days | None, Days | None]:
    """Resolve both ends of a range, each that names no year beside the other one."""
    ends = last.days(published, tense)
    if first is last or ends is None:
        return ends, ends
    if published and tense is Tense.OPEN and ends[1] < published and last.floats():
        ends = last.days(published, Tense.FUTURE) or ends  # "runs from November to February"
    if first.floats():  # "May to March": the May before that March
        return first.days(ends[0], Tense.PAST), ends
    begins = first.days(published, tense)
    if begins and begins[0] > ends[1] and last.floats():  # "next Monday to Friday"
        return begins, last.days(begins[0], Tense.FUTURE)
    return begins, ends


def _last_day(before: str, begins: date, ends: date) -> date:
    """Return the last day of what lasts from a day: 72 hours from Friday end on Sunday."""
    found = _LASTING.search(before[-120:])
    if begins != ends or not found:
        return ends
    count, unit = count_of(found["n"] or found["m"]), (found["unit"] or found["per"]).lower()
    if unit == "hour":
        count = count // _HOURS_OF_DAY if count % _HOURS_OF_DAY == 0 else 1
    lasting = timedelta(max(count, 1) * (_DAYS_OF_WEEK if unit == "week" else 1) - 1)
    return begins + min(lasting, date.max - begins)


def _tense(text: str, time: Written, seat: Seat, lead: str) -> Tense:
    """Return which way a time points: as its verb does, if it is the verb's own."""
    if lead == "since":
        return Tense.PAST
    if _is_moved(text, time):
        return Tense.FUTURE
    if seat.nominal and time.kind not in _NAMES_OF_DAYS and not time.wrap:
        return Tense.OPEN
    return seat.tense


def _is_moved(text: str, time: Written) -> bool:
    """Tell the new day of what was "put off until May 6"."""
    before = text[: time.start][-60:]
    return bool(_RESCHEDULED.search(before) or _FIXED.search(before))


def _led(lead: str, days: Days, published: date | None, tense: Tense) -> Days | None:
    """Return the days that "by", "since", "until" and their like make of a time."""
    if lead in {"", "between", "from"}:
        return _so_far(days, published, tense)
    if lead in {"after", "following", "ahead of", "at least"} or published is None:
        return None
    if lead == "since":
        return days[0], published
    if tense is Tense.PAST or days[1] < published:
        return (
            days if lead in {"by", "no later than"} else None
        )  # "had sold 3,500 tickets by Friday noon"
    return published, days[1]


def _so_far(days: Days, published: date | None, tense: Tense) -> Days:
    """Cut a period at publication if what is told has happened: "35 drowned this year"."""
    running = published and tense is Tense.PAST and days[0] <= published < days[1]
    return (days[0], published) if running and published else days


def _chosen(text: str, placed: Sequence[_Placed]) -> When | None:
    """Return the time nearest to the claim; None where two as near disagree."""
    best = min((each.rank for each in placed), default=0)
    nearest = [each for each in placed if each.rank == best]
    if not nearest:
        return None
    first = min(nearest, key=lambda each: each.days[1] - each.days[0])
    if any(first.days[0] < each.days[0] or each.days[1] < first.days[1] for each in nearest):
        return None
    return When(*first.days, text[first.start : first.end])
