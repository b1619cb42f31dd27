"""How a person says what is wrong with a reply: the source, a figure, a match, or all of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from typing import Any

from bot.claims.cited import resting, shown_first
from bot.claims.model import Brief, Claim, Link
from bot.views.blocks import Block, modal, paragraph, plain, words
from bot.views.inputs import SELECT_OPTIONS, Field, given, radio, select, ticked, ticks
from bot.views.phrases import sentence, source
from bot.views.slip import Slip

TITLE = "Something wrong?"
NO_CLAIMS = "Nothing of this reply can be seen here any more."
NO_PAIRS = "That claim stands in no pair that could be parted."
CHOOSE = "Tick at least one pair, or close this."
ASK = "Which of these pairs are not related? They are not shown together again."
MORE = "More pairs"
MOST_PAIRS = 100  # of one claim; the fullest reply that was ever made has a tenth of that
HOW_LONG = "How long shall this channel hear nothing of its story?"
AGAIN = "again"


class Wrong(StrEnum):
    """The first modal, and its fields."""

    MODAL = "wrong_modal"
    WHAT = "wrong_what"
    CLAIM = "wrong_claim"


class Parting(StrEnum):
    """The modal in which pairs are called not related, and its field."""

    MODAL = "parting_modal"
    PAIRS = "parting_pairs"


class Muting(StrEnum):
    """The modal in which a story is muted, and its field."""

    MODAL = "muting_modal"
    LONG = "muting_long"


class What(StrEnum):
    """What can be wrong."""

    SOURCE = "wrong_source"
    FIGURE = "wrong_figure"
    MATCH = "not_related"
    STORY = "mute_story"


WHATS = (
    (What.SOURCE.value, "Wrong source: somebody else says it, or it came another way"),
    (What.FIGURE.value, "Wrong figure: the number, what it counts, or what kind it is"),
    (What.MATCH.value, "Not related: two claims have nothing to do with each other"),
    (What.STORY.value, "Mute this story: this channel wants no replies on it"),
)
LASTING = {
    "1": "For a day",
    "7": "For a week",
    "30": "For a month",
    "0": "Until somebody says otherwise",
    AGAIN: "Not at all: let it be heard again",
}


def wrong_modal(briefs: Sequence[Brief], slip: Slip) -> Block:
    """Return the modal that asks what is wrong, and in which claim of the reply."""
    claims = list(dict.fromkeys(claim for brief in briefs for claim in _told(brief)))
    if not claims:
        return modal(TITLE, [paragraph([words(NO_CLAIMS)])])
    listed = [(one.id, f"{one.id}: {one.quote}") for one in claims[:SELECT_OPTIONS]]
    return modal(
        TITLE,
        [
            radio(Field(Wrong.WHAT, "What is wrong?", must=True), WHATS),
            select(Field(Wrong.CLAIM, "In which claim?", must=True), listed, listed[0][0]),
        ],
        callback_id=Wrong.MODAL,
        submit=plain("Go on"),
        private_metadata=slip.written(),
    )


def said_wrong(values: Mapping[str, Any]) -> tuple[What, str]:
    """Return what is wrong, and the id of the claim in which it is."""
    return What(given(values, Wrong.WHAT)), given(values, Wrong.CLAIM)


def parting_modal(links: Sequence[Link], slip: Slip) -> Block:
    """Return the modal that offers each pair of the slip's claim, those that are shown first."""
    if not links:
        return modal(TITLE, [paragraph([words(NO_PAIRS)])])
    pairs = list(map(_option, shown_first(links)[:MOST_PAIRS]))
    fields = ticks(Parting.PAIRS.value, (ASK, MORE), pairs)
    return modal(
        TITLE,
        fields,
        callback_id=Parting.MODAL,
        submit=plain("Not related"),
        private_metadata=slip.written(),
    )


def parted_pairs(values: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return the pairs (later id, earlier id) ticked in a submitted modal's state values."""
    return tuple(
        (later, earlier)
        for later, earlier in (one.split(" ") for one in ticked(values, Parting.PAIRS.value))
    )


def muting_modal(claim: Claim, slip: Slip) -> Block:
    """Return the modal that asks for how long the story of a claim is to be muted."""
    return modal(
        "Mute this story",
        [
            paragraph(sentence(claim)),
            radio(Field(Muting.LONG, HOW_LONG, must=True), list(LASTING.items()), "7"),
        ],
        callback_id=Muting.MODAL,
        submit=plain("Mute"),
        private_metadata=slip.written(),
    )


def lasting(values: Mapping[str, Any]) -> timedelta | None:
    """Return for how long to mute; zero to hear again of the story, None for good."""
    chosen = given(values, Muting.LONG)
    if chosen == AGAIN:
        return timedelta(0)
    return timedelta(days=int(chosen)) if chosen != "0" else None


def first_field(view: Mapping[str, Any]) -> str:
    """Return the name of a modal's first field, for what is wrong with all of it."""
    return str(next(block["block_id"] for block in view["blocks"] if "element" in block))


def _told(brief: Brief) -> Iterator[Claim]:
    """Yield the claims that a reply rests on, those that it shows first; else all of them."""
    rested = list(resting(replace(brief, links=tuple(shown_first(brief.links)))))
    yield from rested or brief.claims


def _option(link: Link) -> tuple[str, str, str]:
    """Name both ids, since long sentences that are cut may look alike."""
    later, earlier = link.later, link.earlier
    before = f"{earlier.id}, {source(earlier.publication)}: {earlier.quote}"
    return f"{later.id} {earlier.id}", f"{later.id}: {later.quote}", before
