"""Announced events: which claims announce one, what moved it, what was reported of it since."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from bot.claims.checks.due import one_event, to_come
from bot.claims.digest.items import Story
from bot.claims.model import Certainty, Claim, DifferenceKind, Link, Polarity, When

VAGUE = timedelta(days=8)
"""What is announced for a longer time than a week has no day on which it would be due."""
WEEKEND = timedelta(days=1)
AHEAD = timedelta(days=7)
BACK = timedelta(days=14)
"""After that nobody asks any more what came of it."""
_DEADLINE = re.compile(
    # "by May 29", "by Wednesday night", "by the end of March"; not "by June", not "by spring"
    r"""(?:by|before|until|no\ later\ than)\s
        (?:.*(?<!\d)\d{1,2}(?:st|nd|rd|th)?\b|.*day\b|the\ end\ of\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_ASIDE = re.compile(r"\b(?:was|were)\s+(?:today|tonight|tomorrow)\b")
"""Somebody's own plans: "his flight was tomorrow" announces nothing."""


class Standing(IntEnum):
    """How an event lies to the day on which is looked."""

    OVERDUE = 0
    TODAY = 1
    SOON = 2


@dataclass(frozen=True, slots=True)
class Event:
    """An announced event: all claims that announce it, the oldest publication first.

    `before` are claims that announced it for other days, until it was moved.
    """

    claims: tuple[Claim, ...]
    when: When
    standing: Standing
    reported: tuple[Link, ...] = ()  # from later claims that tell what came of it
    before: tuple[Claim, ...] = ()


def events(story: Story, today: date) -> tuple[Event, ...]:
    """Return the events that are due, soonest first; three sentences about one weekend are one.

    Those that people settled are left out, and those that were moved to another day since.
    """
    groups: list[list[Claim]] = []
    for claim in sorted(filter(is_dated, story.claims), key=by_publication):
        group = next((g for g in groups if any(one_event(claim, c) for c in g)), None)
        if group is None:
            groups.append([claim])
        else:
            group.append(claim)
    moves = [link for link in story.links if _is_moved(link)]
    found = (_event(group, story.links, moves, today) for group in groups)
    open_ones = (e for e in found if e and not _is_settled(e, story.settled))
    return tuple(sorted(open_ones, key=lambda event: (event.standing, event.when.end)))


def is_dated(claim: Claim) -> bool:
    """Tell whether a claim announces something for a day, a few days, or a last day."""
    when = claim.when
    if not when or not to_come(claim) or claim.conditional:
        return False
    if claim.polarity is not Polarity.AFFIRMED or _ASIDE.search(claim.quote):
        return False
    return when.end - when.start < VAGUE or is_deadline(when)


def is_deadline(when: When) -> bool:
    """Tell a last day, before which it may come any day: "by Wednesday night"."""
    return bool(_DEADLINE.match(when.text))


def by_publication(claim: Claim) -> tuple[float, int]:
    """Order claims by publication, those of one article as they stand in it."""
    published = claim.publication.published
    return published.timestamp() if published else 0.0, claim.start


def outcomes(event: Event, links: Iterable[Link]) -> tuple[Link, ...]:
    """Return shown links from later claims that tell flatly what came of an announced event."""
    ids = {claim.id for claim in (*event.claims, *event.before)}
    return tuple(
        link
        for link in links
        if link.shown and link.earlier.id in ids and _tells(link.later, event.when)
    )


def _tells(later: Claim, when: When) -> bool:
    """Tell a report of the event: published since it began, not of days before, looking back."""
    published = later.publication.published
    if not published or published.date() < when.start:
        return False
    if later.when and later.when.end < when.start:
        return False
    flat = later.certainty is Certainty.CERTAIN and later.polarity is not Polarity.UNCONFIRMED
    return flat and not later.conditional and not to_come(later)


def _event(
    group: Sequence[Claim], links: Sequence[Link], moves: Sequence[Link], today: date
) -> Event | None:
    ids = {claim.id for claim in group}
    if any(link.earlier.id in ids and link.later.id not in ids for link in moves):
        return None
    soonest = min((c.when for c in group if c.when), key=lambda when: when.end)
    standing = _standing(soonest, today)
    if standing is None:
        return None
    event = Event(tuple(group), soonest, standing, before=_before(ids, moves))
    return Event(event.claims, soonest, standing, outcomes(event, links), event.before)


def _is_moved(link: Link) -> bool:
    """Tell an announcement that puts an event on other days: "has been moved to December 12".

    Links that are too weak to be shown count too: better no reminder than one of a day that
    holds no longer.
    """
    later, earlier = link.later, link.earlier
    if later.certainty is Certainty.POSSIBLE or later.polarity is not Polarity.AFFIRMED:
        return False
    timed = any(one.kind is DifferenceKind.TIME for one in link.differences)
    return timed and to_come(later) and to_come(earlier) and not _overlap(later, earlier)


def _overlap(one: Claim, other: Claim) -> bool:
    a, b = one.when, other.when
    return a is not None and b is not None and a.start <= b.end and b.start <= a.end


def _before(ids: Collection[str], moves: Iterable[Link]) -> tuple[Claim, ...]:
    """Return the announcements that those of these ids moved to their day."""
    moved = (link.earlier for link in moves if link.later.id in ids and link.earlier.id not in ids)
    return tuple(sorted(dict.fromkeys(moved), key=by_publication))


def _standing(when: When, today: date) -> Standing | None:
    if today > when.end:
        return Standing.OVERDUE if today - when.end <= BACK else None
    weekend = when.end - when.start <= WEEKEND and not is_deadline(when)
    if today == when.end or (today >= when.start and weekend):
        return Standing.TODAY
    return Standing.SOON if when.end - today <= AHEAD else None


def _is_settled(event: Event, settled: Collection[str]) -> bool:
    return any(claim.id in settled for claim in event.claims)
