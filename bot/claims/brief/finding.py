"""The first line of a reply: which article, and what in it an editor should look at."""

from collections.abc import Sequence

from bot.claims.brief.headings import thing_of
from bot.claims.brief.pieces import NAMELESS, bodily, name_of, outlet_of
from bot.claims.brief.points import Point, Rank
from bot.claims.days import said_day
from bot.claims.model import Claim, Origin, Publication

PHRASES = {
    Rank.DATE: "a date does not fit",
    Rank.SUM: "a sum does not fit",
    Rank.CORRECTED: "it corrects an earlier version",
    Rank.WITHDRAWN: "{who} {takes} a claim back",
    Rank.REVERSED: "{who} {says} otherwise than before",
    Rank.DENIED: "{who} {denies} an earlier claim",
    Rank.CONTRADICTED: "{who} {contradicts} an earlier denial",
    Rank.FIGURES: "figures differ{what}",
    Rank.TOLL: "figures differ{what}",
    Rank.COUNTED: "there are figures where there were none{what}",
    Rank.OUTCOME: "an announced event came at another time",
    Rank.LATE: "a time announced earlier does not hold",
    Rank.CHANGED: "things have changed since an earlier denial",
}
UNNAMED = {
    Rank.WITHDRAWN: "a claim is taken back",
    Rank.DENIED: "an earlier claim is denied",
    Rank.CONTRADICTED: "an earlier denial is contradicted",
}
SINGULAR = {v: v for v in ("takes", "says", "denies", "contradicts")}
PLURAL = {"takes": "take", "says": "say", "denies": "deny", "contradicts": "contradict"}
MOST = 2  # phrases; more nobody takes in by ear
THINGS = 3  # named in one of them


def finding(publication: Publication, points: Sequence[Point]) -> str:
    """Return "Delta Post, 3 May 2013: a date does not fit; figures differ (troops). …"."""
    grouped: dict[str, list[Point]] = {}
    for point in points:
        who = _who(point) if "{who}" in PHRASES[point.rank] else ""
        grouped.setdefault(PHRASES[point.rank] + who, []).append(point)
    phrases = [_phrase(group) for group in list(grouped.values())[:MOST]]
    other = next((p.other for p in points if p.other), None)
    tail = f". {_elsewhere(publication, other)}" if other else ""
    return f"{source(publication)}: {'; '.join(phrases)}{tail}"


def _elsewhere(publication: Publication, other: Claim) -> str:
    """Name the other article, and say so where it came later than the one pasted."""
    here, there = publication.published, other.publication.published
    if publication.url and publication.url == other.publication.url:
        return "Earlier: another version of it"
    word = "Later" if here and there and there > here else "Earlier"
    return f"{word}: {source(other.publication)}"


def source(publication: Publication) -> str:
    """Return where and when: "Delta Post, 7 May 2013", "Courier, undated", "pasted text"."""
    if publication.origin is not Origin.PUBLISHED:
        return f"{publication.origin.value} text"
    when = said_day(publication.published) if publication.published else "undated"
    return f"{publication.outlet or 'unnamed outlet'}, {when}"


def _phrase(points: Sequence[Point]) -> str:
    harm_first = sorted(points, key=lambda p: p.rank is not Rank.TOLL)
    named = dict.fromkeys(_what(p) for p in harm_first)
    things = [thing for thing in named if thing != NAMELESS][:THINGS]
    first = points[0]
    later = first.link.later if first.link else first.claim
    phrase = (
        PHRASES[first.rank] if later.claimant else UNNAMED.get(first.rank, PHRASES[first.rank])
    )
    verbs = PLURAL if _plural(_who(first)) else SINGULAR
    what = f" ({', '.join(things)})" if things else ""
    return phrase.format(who=_who(first), what=what, **verbs)


def _plural(who: str) -> bool:
    """Tell "police officers" and "laboratory tests" from a firm named "Torbay Properties"."""
    last = who[who.rfind(" ") + 1 :]
    many = last.islower() and last.endswith("s") and not last.endswith(("ss", "us", "is"))
    return many or last.lower() in ("police", "people") or " and " in who


def _who(point: Point) -> str:
    later = point.link.later if point.link else point.claim
    return bodily(later.claimant) if later.claimant else outlet_of(later.publication)


def _what(point: Point) -> str:
    if point.pair:
        return thing_of(point)
    return name_of(point.claim.figures[0]) if point.claim.figures else "one thing"
