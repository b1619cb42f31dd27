"""How the facets of a claim are written for a person to correct, and how that is read back."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from bot.claims.model import Certainty, Claim, Figure, Polarity, When
from bot.newsroom.edit import Edit, Facet
from bot.newsroom.figures import read_figure, written_figure
from bot.newsroom.trouble import Unfit

Field = tuple[Facet, int]
"""A facet, and for a figure its place in the claim as it was read (else 0)."""

LONGEST = 300
"""Characters of one field: the longest chain of a real article has half of that."""

MOST_NAMES = 12  # places, or links of a chain
DAYS = "Write a day as 2026-03-03, several as 2026-03-03 to 2026-03-05, or leave it empty."
MANY = f"Put ; between them, {MOST_NAMES} at most."
TOO_LONG = f"That is longer than {LONGEST} characters."
CHOOSE = "Choose one of: {}."
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?: (?:to|until|-|–|/) (\d{4}-\d\d-\d\d))?")


def written(claim: Claim) -> dict[Field, str]:
    """Return every facet as a person writes it: {(CLAIMANT, 0): "ministry", …}."""
    plain = {
        Facet.CLAIMANT: claim.claimant or "",
        Facet.VIA: "; ".join(claim.via),
        Facet.POLARITY: claim.polarity.value,
        Facet.CERTAINTY: claim.certainty.value,
        Facet.WHEN: _days(claim.when) if claim.when else "",
        Facet.PLACES: "; ".join(claim.places),
    }
    figures = {
        (Facet.FIGURE, place): written_figure(figure) for place, figure in enumerate(claim.figures)
    }
    return {(facet, 0): text for facet, text in plain.items()} | figures


def standing(claim: Claim, edits: Iterable[Edit]) -> dict[Field, str]:
    """Return the facets with the edits over them; `claim` is as the machine read it."""
    return written(claim) | {(edit.facet, edit.position): edit.after for edit in edits}


def corrected(claim: Claim, edits: Iterable[Edit]) -> Claim:
    """Return the claim with the edits over it, oldest first; its quote never changes.

    An edit that can no longer be read counts for nothing.
    """
    over = {(edit.facet, edit.position): edit.after for edit in edits}
    now = claim
    for (facet, _), text in over.items():
        if facet is not Facet.FIGURE:
            now = _or_as_it_was(now, facet, text)
    figures = {place: text for (facet, place), text in over.items() if facet is Facet.FIGURE}
    return replace(now, figures=_figures(claim, figures)) if figures else now


def _or_as_it_was(claim: Claim, facet: Facet, text: str) -> Claim:
    try:
        return READERS[facet](claim, text)
    except Unfit:
        return claim


def fitting(claim: Claim, field: Field, text: str) -> str:
    """Return what a person typed into a field as it is kept; raises Unfit with what to write."""
    facet, place = field
    text = " ".join(text.split())
    if len(text) > LONGEST:
        raise Unfit(TOO_LONG)
    if facet is not Facet.FIGURE:
        return written(READERS[facet](claim, text))[facet, 0]
    return written_figure(read_figure(text, claim, _figure_at(claim, place))) if text else ""


def _figures(claim: Claim, over: Mapping[int, str]) -> tuple[Figure, ...]:
    """Return the figures of the claim, those edited in their places; an empty text drops one."""
    last = max(len(claim.figures), *(place + 1 for place in over))
    found = (_figure(claim, place, over.get(place)) for place in range(last))
    return tuple(figure for figure in found if figure)


def _figure(claim: Claim, place: int, text: str | None) -> Figure | None:
    before = _figure_at(claim, place)
    if text is None:
        return before
    if not text:
        return None
    try:
        return read_figure(text, claim, before)
    except Unfit:
        return before


def _figure_at(claim: Claim, place: int) -> Figure | None:
    return claim.figures[place] if place < len(claim.figures) else None


def _claimant(claim: Claim, text: str) -> Claim:
    return replace(claim, claimant=text or None)


def _via(claim: Claim, text: str) -> Claim:
    return replace(claim, via=_names(text))


def _places(claim: Claim, text: str) -> Claim:
    return replace(claim, places=_names(text))


def _names(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(";") if name.strip())
    if len(names) > MOST_NAMES:
        raise Unfit(MANY)
    return names


def _polarity(claim: Claim, text: str) -> Claim:
    try:
        return replace(claim, polarity=Polarity(text))
    except ValueError:
        raise Unfit(CHOOSE.format(", ".join(Polarity))) from None


def _certainty(claim: Claim, text: str) -> Claim:
    try:
        return replace(claim, certainty=Certainty(text))
    except ValueError:
        raise Unfit(CHOOSE.format(", ".join(Certainty))) from None


def _when(claim: Claim, text: str) -> Claim:
    if not text:
        return replace(claim, when=None)
    days = _DAYS.fullmatch(text)
    if days is None:
        raise Unfit(DAYS)
    first, last = _day(days[1]), _day(days[2] or days[1])
    if last < first:
        raise Unfit(DAYS)
    return replace(claim, when=When(first, last, claim.when.text if claim.when else ""))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Unfit(DAYS) from None


def _days(when: When) -> str:
    first, last = when.start.isoformat(), when.end.isoformat()
    return first if first == last else f"{first} to {last}"


READERS: Mapping[Facet, Callable[[Claim, str], Claim]] = {
    Facet.CLAIMANT: _claimant,
    Facet.VIA: _via,
    Facet.POLARITY: _polarity,
    Facet.CERTAINTY: _certainty,
    Facet.WHEN: _when,
    Facet.PLACES: _places,
}
"""Every facet but the figures, with what puts a text in its place; raises Unfit."""
