"""The modal in which a person marks a claim: the mark, and the ground for it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from bot.claims.model import Claim
from bot.newsroom.judgement import Judgement
from bot.newsroom.status import Mark, Marking
from bot.views.blocks import Block, modal, paragraph, plain
from bot.views.inputs import Field, given, select, text_input
from bot.views.marks import in_full
from bot.views.phrases import sentence
from bot.views.slip import Slip

TITLE = "Mark a claim"
GROUND = "Confirmed, false and withdrawn need a note or a link."
MARKS = {
    Mark.UNVERIFIED: "Unverified: nobody has checked it, or it is open again",
    Mark.CONFIRMED: "Confirmed: checked, and it holds",
    Mark.DISPUTED: "Disputed: others say otherwise",
    Mark.DENIED: "Denied: whom it concerns denies it",
    Mark.FALSE: "False: checked, and it does not hold",
    Mark.WITHDRAWN: "Withdrawn: who said it takes it back",
}


class Marked(StrEnum):
    """What the modal is called, and its fields."""

    MODAL = "marking_modal"
    CLAIM = "marking_claim"
    MARK = "marking_mark"
    NOTE = "marking_note"
    LINK = "marking_link"


FIELDS = {"note": Marked.NOTE, "link": Marked.LINK}
"""Where what does not fit is told, by the field that it names; elsewhere it is the mark."""


def marking_modal(claim: Claim, judged: Judgement, slip: Slip) -> Block:
    """Return the modal for a claim; where it was opened at a pair, either can be chosen."""
    blocks = [paragraph(sentence(claim), list(in_full(judged)))]
    if slip.other:
        choice = [(slip.claim, f"{slip.claim}, the later one"), (slip.other, f"{slip.other}")]
        blocks.append(select(Field(Marked.CLAIM, "Which claim?", must=True), choice, slip.claim))
    marks = [(mark.value, text) for mark, text in MARKS.items()]
    fields = [
        select(Field(Marked.MARK, "Mark", GROUND, must=True), marks),
        text_input(Field(Marked.NOTE, "Note"), lines=True),
        text_input(Field(Marked.LINK, "Link")),
    ]
    return modal(
        TITLE,
        [*blocks, *fields],
        callback_id=Marked.MODAL,
        submit=plain("Mark"),
        private_metadata=slip.written(),
    )


def marking_in(values: Mapping[str, Any], slip: Slip) -> Marking:
    """Return what a submitted modal asks for."""
    return Marking(
        claim=given(values, Marked.CLAIM) or slip.claim,
        mark=Mark(given(values, Marked.MARK)),
        note=" ".join(given(values, Marked.NOTE).split()),
        link=given(values, Marked.LINK).strip(),
    )
