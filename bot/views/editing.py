"""The modal in which a person corrects what was read of a claim, facet by facet."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from bot.claims.model import Certainty, Polarity
from bot.newsroom.edit import Facet
from bot.newsroom.facets import Field as Place
from bot.newsroom.figures import HOW
from bot.newsroom.form import Form
from bot.newsroom.judgement import Judgement
from bot.views.blocks import Block, Button, actions, modal, paragraph, plain, words
from bot.views.inputs import Field, given, select, text_input
from bot.views.marks import in_full
from bot.views.phrases import quoted, sentence
from bot.views.slip import Slip

TITLE = "Edit a claim"
STALE = "Somebody else edited this claim while you had it open. What you typed is kept."
MOST_FIGURES = 20
HINTS = {
    Facet.CLAIMANT: "Who asserts it, by the fullest name; empty for the article itself.",
    Facet.VIA: "By what way it came, nearest the claimant first; put ; between them.",
    Facet.WHEN: "When it happens: 2026-03-03, or 2026-03-03 to 2026-03-05; empty for undated.",
    Facet.PLACES: "Where it happens; put ; between them.",
    Facet.FIGURE: f"Write {HOW}. Add (additional), (subset), (rate) or (total); empty drops it.",
}
LABELS = {
    Facet.CLAIMANT: "Claimant",
    Facet.VIA: "Chain",
    Facet.WHEN: "Time",
    Facet.PLACES: "Places",
    Facet.POLARITY: "Polarity",
    Facet.CERTAINTY: "Certainty",
}
CHOICES = {Facet.POLARITY: tuple(Polarity), Facet.CERTAINTY: tuple(Certainty)}


class Editing(StrEnum):
    """What the modal is called, and the button that turns to the other claim of a pair."""

    MODAL = "editing_modal"
    OTHER = "editing_other"


class Part(StrEnum):
    """What of a claim is to be put right; "" stands for all of it."""

    SOURCE = "source"
    FIGURES = "figures"


PARTS = {
    Part.SOURCE.value: {Facet.CLAIMANT, Facet.VIA},
    Part.FIGURES.value: {Facet.FIGURE},
}


def editing_modal(
    form: Form, slip: Slip, put: Mapping[Place, str] | None = None, changed: tuple[str, ...] = ()
) -> Block:
    """Return the modal with what stands in the claim, or what was `put` into it before.

    `changed` are lines on what others have changed since it was opened.
    """
    slip = replace(slip, claim=form.claim.id, stamp=form.stamp)
    shown = {place: form.fields.get(place, "") for place in places(form, slip)}
    filled = [_field(form, slip, place, text) for place, text in {**shown, **(put or {})}.items()]
    return modal(
        TITLE,
        [*_head(form, slip, changed), *filled],
        callback_id=Editing.MODAL,
        submit=plain("Save"),
        private_metadata=slip.written(),
    )


def places(form: Form, slip: Slip) -> list[Place]:
    """Return the fields that the modal has, in order, a new figure last."""
    wanted = PARTS.get(slip.part, set(Facet))
    figures = sorted(place for facet, place in form.fields if facet is Facet.FIGURE)
    after = (figures[-1] + 1) if figures else 0
    known = [(Facet.FIGURE, place) for place in (*figures[:MOST_FIGURES], after)]
    plain_ones = [(facet, 0) for facet in Facet if facet is not Facet.FIGURE]
    return [place for place in (*plain_ones, *known) if place[0] in wanted]


def name_of(place: Place, slip: Slip) -> str:
    """Return the name of a field; with the stamp in it no client keeps what stood there before."""
    facet, number = place
    return f"{facet.value}.{number}.{slip.stamp}"


def put_into(values: Mapping[str, Any], form: Form, slip: Slip) -> dict[Place, str]:
    """Return what stands in the fields of a submitted modal."""
    known = {place: name_of(place, slip) for place in places(form, slip)}
    return {place: given(values, name) for place, name in known.items() if name in values}


def label_of(form: Form, place: Place) -> str:
    """Return what a field is called: "Claimant", "Figure “at least 14”"."""
    facet, number = place
    if facet is not Facet.FIGURE:
        return LABELS[facet]
    if number < len(form.claim.figures):
        return f"Figure {quoted(form.claim.figures[number].text)}"
    return "Another figure"


def _head(form: Form, slip: Slip, changed: tuple[str, ...]) -> Iterator[Block]:
    yield paragraph(sentence(form.claim), list(in_full(Judgement(edits=form.edits))))
    if changed:
        yield paragraph([words(STALE, bold=True)], [[words(line)] for line in changed])
    if slip.other:
        yield actions(Button(Editing.OTHER, f"Edit {slip.other} instead", slip.other))


def _field(form: Form, slip: Slip, place: Place, text: str) -> Block:
    facet, _ = place
    field = Field(name_of(place, slip), label_of(form, place), HINTS.get(facet, ""))
    if facet in CHOICES:
        return select(
            replace(field, must=True), [(one.value, one.value) for one in CHOICES[facet]], text
        )
    return text_input(field, text)
