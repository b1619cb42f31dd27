"""How a story reads: its claims, newest first and a page at a time, and what can be done."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from bot.claims.days import said_day
from bot.claims.model import Claim
from bot.newsroom.story import LONGEST_NAME, Story
from bot.newsroom.verbs import Verb
from bot.views.blocks import (
    Block,
    Button,
    Message,
    actions,
    modal,
    mrkdwn,
    paragraph,
    plain,
    words,
)
from bot.views.controls import next_page
from bot.views.inputs import Field, given, text_input, ticked, ticks
from bot.views.phrases import count, quoted, sentence, source, told_by
from bot.views.slip import Slip

PAGE = 8
QUOTE = 240  # of a claim: eight of them are read on a phone
MOST_TICKS = 90  # claims in the form to split; ten boxes a block, so that all of them fit
WHICH = "Which claims do not belong? They are parted from the rest for everybody."
MORE = "More claims"
OTHER = "Id of a claim of the other story"
MERGED = "Both stories are one from then on; nothing is copied."
ALONE = "It hangs together with no other claim, so there is nothing to split."


class Telling(StrEnum):
    """The buttons under a story."""

    NAME = "story_name"
    MERGE = "story_merge"
    SPLIT = "story_split"
    WATCH = "story_watch"
    MUTE = "story_mute"


class Naming(StrEnum):
    """The modal that names a story, and its field."""

    MODAL = "naming_story_modal"
    NAME = "naming_story_name"


class Merging(StrEnum):
    """The modal that merges two stories, and its field."""

    MODAL = "merging_modal"
    OTHER = "merging_other"


class Splitting(StrEnum):
    """The modal that splits a story, and its fields."""

    MODAL = "splitting_modal"
    CLAIMS = "splitting_claims"


def story_message(story: Story, page: int = 1) -> Message:
    """Return one page of a story with its name, by whom it was named, and the buttons."""
    first = (page - 1) * PAGE
    listed = story.claims[first : first + PAGE]
    head = _head(story, first, len(listed))
    said = [f"{one.id}: {told_by(one)}: {quoted(one.quote, QUOTE)}" for one in listed]
    blocks = [paragraph([words(head, bold=True)], [sentence(one, QUOTE) for one in listed])]
    if story.named:
        by = f"Named by {story.named.person}, {said_day(story.named.said_at)}."
        blocks.append(paragraph([words(by)]))
    blocks.append(_buttons(story))
    if len(story.claims) > first + PAGE:
        blocks.append(next_page(f"{Verb.STORY} {story.claim}", page + 1))
    return Message(mrkdwn("\n".join([head, *said])), tuple(blocks))


def naming_modal(story: Story, slip: Slip) -> Block:
    """Return the modal that asks what a story is to be called."""
    hint = f"At most {LONGEST_NAME} characters, for everybody who sees the story."
    now = story.named.name if story.named else ""
    return modal(
        "Name this story",
        [text_input(Field(Naming.NAME, "Name", hint, must=True), now)],
        callback_id=Naming.MODAL,
        submit=plain("Name"),
        private_metadata=slip.written(),
    )


def merging_modal(story: Story, slip: Slip) -> Block:
    """Return the modal that asks which other story this one is to be one with."""
    return modal(
        "Merge stories",
        [
            paragraph([words(_whole(story))]),
            text_input(Field(Merging.OTHER, OTHER, MERGED, must=True)),
        ],
        callback_id=Merging.MODAL,
        submit=plain("Merge"),
        private_metadata=slip.written(),
    )


def splitting_modal(story: Story, slip: Slip) -> Block:
    """Return the modal that offers a story's claims, to be ticked where they do not belong."""
    if len(story.claims) == 1:
        return modal("Split a story", [paragraph([words(ALONE)])])
    claims = story.claims[:MOST_TICKS]
    fields = ticks(Splitting.CLAIMS.value, (WHICH, MORE), [_option(one) for one in claims])
    return modal(
        "Split a story",
        fields,
        callback_id=Splitting.MODAL,
        submit=plain("Split"),
        private_metadata=slip.written(),
    )


def split_off(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the ids of the claims ticked in a submitted modal's state values."""
    return ticked(values, Splitting.CLAIMS.value)


def name_in(values: Mapping[str, Any]) -> str:
    """Return the name that was put into the modal."""
    return given(values, Naming.NAME)


def other_in(values: Mapping[str, Any]) -> str:
    """Return the id that was put into the modal."""
    return given(values, Merging.OTHER)


def _head(story: Story, first: int, listed: int) -> str:
    whole = _whole(story)
    if listed == len(story.claims):
        return f"{whole}, newest first."
    if not listed:
        return f"{whole}. There are no more."
    return f"{whole}. These are {first + 1} to {first + listed}, newest first."


def _whole(story: Story) -> str:
    return f"{story.title}: {count(len(story.claims), 'claim')}"


def _buttons(story: Story) -> Block:
    labels = (
        (Telling.NAME, "Name", "Name this story"),
        (Telling.MERGE, "Merge", "Make this story and another one"),
        (Telling.SPLIT, "Split", "Say which claims do not belong"),
        (Telling.WATCH, "Watch", "Be told when this story changes"),
        (Telling.MUTE, "Mute", "Hear nothing of this story in this channel"),
    )
    return actions(*(Button(one, label, story.claim, told) for one, label, told in labels))


def _option(claim: Claim) -> tuple[str, str, str]:
    more = f"{told_by(claim)}; {source(claim.publication)}"
    return claim.id, f"{claim.id}: {claim.quote}", more
