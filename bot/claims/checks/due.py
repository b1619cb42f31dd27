"""Events that an article announces for a time that resolves to dates."""

from collections.abc import Iterable

from bot.claims.compare import said_when
from bot.claims.measure import pairs
from bot.claims.model import Check, CheckKind, Claim, Polarity, Reading
from bot.claims.vocabulary import BODIES


def due(reading: Reading) -> tuple[Check, ...]:
    """Return the events to come, one check an event however many claims announce it."""
    events: list[list[Claim]] = []
    for claim in filter(to_come, reading.claims):
        event = next((e for e in events if any(one_event(claim, c) for c in e)), None)
        if event is None:
            events.append([claim])
        else:
            event.append(claim)
    return tuple(Check(CheckKind.DUE, tuple(e), _line(e)) for e in events)


def to_come(claim: Claim) -> bool:
    """Tell whether the time is after the publication; an undated article announces nothing."""
    published = claim.publication.published
    if not published or not claim.when or claim.polarity is Polarity.UNCONFIRMED:
        return False
    return claim.when.end > published.date()


def one_event(one: Claim, other: Claim) -> bool:
    """Tell whether two claims announce the same thing: the bank's forecast, the ministry's."""
    a, b = one.when, other.when
    if not a or not b or a.start > b.end or b.start > a.end:
        return False
    same_measure = any(p.likeness > 0.8 for p in pairs(one, other))  # noqa: PLR2004 - nearly one label
    return same_measure or len((one.words & other.words) - BODIES) > 1


def _line(event: Iterable[Claim]) -> str:
    times = [claim.when for claim in event if claim.when]
    soonest = min(times, key=lambda when: when.end)
    return f"Due: {said_when(soonest)}."
