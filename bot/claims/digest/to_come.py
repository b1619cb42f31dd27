"""What was announced for a day: one item an event, overdue, due today or within a week."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from bot.claims.brief.excerpts import of_subject, of_words
from bot.claims.brief.pieces import by, cited, label, opened, plain_text
from bot.claims.checks.due import one_event, to_come
from bot.claims.compare import said_when
from bot.claims.digest.items import NOWHERE, Item, Section, Story, item
from bot.claims.model import Certainty, Claim, Line, Link, Piece, Polarity, When

VAGUE = timedelta(days=8)
"""What is announced for a longer time than a week has no day on which it would be due."""
WEEKEND = timedelta(days=1)
AHEAD = timedelta(days=7)
FEW = 4  # words
BACK = timedelta(days=14)
"""After that nobody asks any more what came of it."""


class Standing(IntEnum):
    """How an event lies to the day on which is looked."""

    OVERDUE = 0
    TODAY = 1
    SOON = 2


@dataclass(frozen=True, slots=True)
class Event:
    """An announced event: all claims that announce it, the oldest publication first."""

    claims: tuple[Claim, ...]
    when: When
    standing: Standing
    reported: tuple[Link, ...] = ()  # from later claims that tell what came of it


def events(story: Story, today: date) -> tuple[Event, ...]:
    """Return the events that are due, soonest first; three sentences about one weekend are one.

    Those that people settled are left out.
    """
    groups: list[list[Claim]] = []
    for claim in sorted(filter(is_dated, story.claims), key=_by_publication):
        group = next((g for g in groups if any(one_event(claim, c) for c in g)), None)
        if group is None:
            groups.append([claim])
        else:
            group.append(claim)
    found = (_event(group, story.links, today) for group in groups)
    open_ones = (e for e in found if e and not _is_settled(e, story.settled))
    return tuple(sorted(open_ones, key=lambda event: (event.standing, event.when.end)))


def is_dated(claim: Claim) -> bool:
    """Tell whether a claim announces something for a day or a few days."""
    when = claim.when
    if not when or not to_come(claim) or claim.conditional:
        return False
    return claim.polarity is Polarity.AFFIRMED and when.end - when.start < VAGUE


def due_items(story: Story, today: date, told: Collection[str]) -> Iterator[Item]:
    """Yield a line for each event; what a later article reports of it stands beside it.

    `told` are ids of claims that the digest tells already: their report is no second line.
    """
    for event in events(story, today):
        if any(link.later.id in told for link in event.reported):
            continue
        line = _reported(event) if event.reported else _open(event)
        asks = event.standing is Standing.OVERDUE and not event.reported
        found = item(Section.DUE, line, (event.standing, event.when.end.toordinal()))
        due = event.claims[0].id if asks else ""
        key = f"due/{event.claims[0].id}"
        yield Item(key, found.state, found.section, line, found.weight, due)


def outcomes(announced: Iterable[Claim], links: Iterable[Link]) -> tuple[Link, ...]:
    """Return shown links from later claims that tell flatly what came of an announced event."""
    ids = {claim.id for claim in announced}
    return tuple(
        link
        for link in links
        if link.shown and link.earlier.id in ids and _tells(link.later, link.earlier)
    )


def _tells(later: Claim, earlier: Claim) -> bool:
    """Tell a report of the event: published since it began, about those days, looking back."""
    published = later.publication.published
    if not published or not earlier.when or published.date() < earlier.when.start:
        return False
    flat = later.certainty is Certainty.CERTAIN and later.polarity is not Polarity.UNCONFIRMED
    return flat and not later.conditional and not to_come(later) and one_event(later, earlier)


def _event(group: Sequence[Claim], links: Iterable[Link], today: date) -> Event | None:
    soonest = min((c.when for c in group if c.when), key=lambda when: when.end)
    standing = _standing(soonest, today)
    if standing is None:
        return None
    return Event(tuple(group), soonest, standing, outcomes(group, links))


def _standing(when: When, today: date) -> Standing | None:
    if today > when.end:
        return Standing.OVERDUE if today - when.end <= BACK else None
    if today == when.end or (today >= when.start and when.end - when.start <= WEEKEND):
        return Standing.TODAY
    return Standing.SOON if when.end - today <= AHEAD else None


def _is_settled(event: Event, settled: Collection[str]) -> bool:
    return any(claim.id in settled for claim in event.claims)


def _by_publication(claim: Claim) -> tuple[float, int]:
    published = claim.publication.published
    return published.timestamp() if published else 0.0, claim.start


WORDS = {Standing.OVERDUE: "overdue", Standing.TODAY: "due today"}


def _open(event: Event) -> Line:
    head = WORDS.get(event.standing, "") or f"due {said_when(event.when)}"
    pieces = [label(head), *_said(event.claims[0])]
    if event.standing is Standing.OVERDUE:
        pieces.append(plain_text(f"; that was {said_when(event.when)}"))
    if len(event.claims) > 1:
        pieces.append(plain_text(f"; {len(event.claims)} claims say so"))
    return opened((*pieces, plain_text(".")))


def _reported(event: Event) -> Line:
    newest = max(event.reported, key=lambda link: _by_publication(link.later))
    pieces = [label("reported since"), *_said(newest.later), plain_text(". Announced, ")]
    return opened((*pieces, *_said(newest.earlier), plain_text(".")))


def _said(claim: Claim) -> tuple[Piece, ...]:
    time = claim.when.text if claim.when else ""
    words = of_words(claim, time) if time in claim.quote else of_subject(claim, claim.words)
    if len(words.split()) < FEW:  # "Wednesday" alone announces nothing
        words = claim.quote.strip().rstrip(".")
    return (*by(claim, NOWHERE), *cited(words, claim))
