"""Events that an article announces for a time that resolves to dates."""

import re
from collections.abc import Iterable

from bot.claims.compare import said_when
from bot.claims.corrections import corrects_itself
from bot.claims.measure import pairs
from bot.claims.model import Check, CheckKind, Claim, Polarity, Reading
from bot.claims.vocabulary import BODIES

_OFF = re.compile(
    # "would not begin in September" announces nothing for September
    r"\b(?:(?:will|would|did|does)(?: not|n['’]t)|won['’]t) (?:now )?(?:begin|start|open"
    r"|reopen|resume|take place|go ahead|happen|be held)\b(?!.*\b(?:before|until|till)\b)",
    re.IGNORECASE,
)
_MONTH_OR_YEAR = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d{4})?|\d{4}|(?:this|next) year"
)
_PERIOD = (
    r"\b(?<!due )(?<!set )(?<!planned )(?<!scheduled )(?<!slated )(?<!hope )(?<!hopes )(?<!aim )"
    r"(?<!aims )(?<!aiming )for (?:the )?"
)


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
    off = claim.polarity is Polarity.DENIED and _OFF.search(claim.quote)
    if off or corrects_itself(claim) or _of_a_period(claim):
        return False
    return claim.when.end > published.date()


def _of_a_period(claim: Claim) -> bool:
    """Tell what the time only names: "wages for October", "the budget for 2027"."""
    text = claim.when.text if claim.when else ""
    return bool(_MONTH_OR_YEAR.fullmatch(text)) and bool(
        re.search(rf"{_PERIOD}{re.escape(text)}\b", claim.quote)
    )


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
