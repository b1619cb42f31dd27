"""The modal in which a person records words by hand: a statement, a tip, a paywalled page."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from bot.newsroom.pasted import Pasted
from bot.newsroom.post import Post
from bot.views.blocks import Block, modal, plain
from bot.views.inputs import INPUT_LIMIT, Field, datepicker, given, text_input

TITLE = "Record a claim"
HINT = "A statement, a tip, a transcript, or the text of a page that I cannot open."
LONGER = f"Each box holds {INPUT_LIMIT:,} characters; go on here where that is too little."
STAYS = "What you record by hand stays in this channel and out of exports."
EMBARGO = "6 Mar 9:00, tomorrow 9 am or Friday 00:01 GMT; without a zone, by this channel's."
NO_WORDS = "Put at least one sentence here."
NO_LINK = "A link begins with https://"


class Adding(StrEnum):
    """What the modal is called, and its fields."""

    MODAL = "adding_modal"
    TEXT = "adding_text"
    MORE = "adding_more"
    REST = "adding_rest"
    OUTLET = "adding_outlet"
    LINK = "adding_link"
    DAY = "adding_day"
    EMBARGO = "adding_embargo"


TEXTS = (Adding.TEXT, Adding.MORE, Adding.REST)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where the modal was opened, and where its answer goes."""

    post: Post
    respond_to: str = ""

    def written(self) -> str:
        """Return it as the modal's private metadata."""
        post = self.post
        return json.dumps([post.channel, post.ts, post.thread, self.respond_to])

    @classmethod
    def read(cls, written: str, workspace: str, person: str) -> "Sheet":
        """Read it back."""
        channel, ts, thread, respond_to = json.loads(written)
        return cls(Post(workspace, channel, ts, thread, person), respond_to)


def adding_modal(sheet: Sheet, text: str = "") -> Block:
    """Return the modal; `text` stands in it already, as far as its three boxes hold."""
    first, more, rest = (text[i * INPUT_LIMIT : (i + 1) * INPUT_LIMIT] for i in range(len(TEXTS)))
    return modal(
        TITLE,
        [
            text_input(Field(Adding.TEXT, "Text", HINT, must=True), first, lines=True),
            text_input(Field(Adding.MORE, "Text, continued", LONGER), more, lines=True),
            text_input(Field(Adding.REST, "Text, end"), rest, lines=True),
            text_input(Field(Adding.OUTLET, "Outlet")),
            text_input(Field(Adding.LINK, "Link")),
            datepicker(Field(Adding.DAY, "Published on", STAYS)),
            text_input(Field(Adding.EMBARGO, "Embargo until", EMBARGO)),
        ],
        callback_id=Adding.MODAL,
        submit=plain("Record"),
        private_metadata=sheet.written(),
    )


def pasted(values: Mapping[str, Any]) -> Pasted:
    """Return what was put into the modal's fields."""
    day = given(values, Adding.DAY)
    return Pasted(
        text=_joined([given(values, field) for field in TEXTS]),
        outlet=given(values, Adding.OUTLET).strip(),
        link=given(values, Adding.LINK).strip(),
        published=date.fromisoformat(day) if day else None,
        embargo=given(values, Adding.EMBARGO).strip(),
    )


def faults(put: Pasted) -> dict[str, str]:
    """Return what is wrong, by field; nothing where it can be recorded."""
    wrong = {}
    if not any(map(str.isalnum, put.text)):
        wrong[Adding.TEXT.value] = NO_WORDS
    if put.link and not put.link.lower().startswith(("http://", "https://")):
        wrong[Adding.LINK.value] = NO_LINK
    return wrong


def _joined(boxes: Sequence[str]) -> str:
    """Join the boxes: one that is full goes on in the next, any other ends its paragraph."""
    ends = ("" if len(box) == INPUT_LIMIT else "\n\n" for box in boxes)
    return "".join(box + end for box, end in zip(boxes, ends, strict=True) if box.strip()).strip()
