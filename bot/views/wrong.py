"""How a person says that two claims of a reply are not related."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from bot.claims.model import Brief, Link
from bot.views.blocks import OPTIONS, Block, checkboxes, modal, paragraph, plain, words
from bot.views.brief import Ticket
from bot.views.phrases import source

TITLE = "Something wrong?"
NO_PAIRS = "This reply rests on no pair of claims that could be parted."
ASK = "Which of these pairs are not related? They are not shown together again."


class Wrong(StrEnum):
    """What the modal is called, and its one field."""

    MODAL = "wrong_modal"
    PAIRS = "wrong_pairs"


def wrong_modal(briefs: Sequence[Brief], ticket: Ticket) -> Block:
    """Return the modal that offers each pair of the reply, those that it shows first."""
    links = [link for brief in briefs for link in brief.links]
    links.sort(key=lambda link: (not link.shown, -link.score))
    if not links:
        return modal(TITLE, [paragraph([words(NO_PAIRS)])])
    field = checkboxes(Wrong.PAIRS, ASK, [_option(link) for link in links[:OPTIONS]])
    return modal(
        TITLE,
        [field],
        callback_id=Wrong.MODAL,
        submit=plain("Not related"),
        private_metadata=f"{ticket.post.channel} {ticket.written()}",
    )


def parted_pairs(values: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return the pairs (later id, earlier id) ticked in a submitted modal's state values."""
    chosen = values.get(Wrong.PAIRS, {}).get(Wrong.PAIRS, {}).get("selected_options") or ()
    pairs = (option["value"].split(" ") for option in chosen)
    return tuple((later, earlier) for later, earlier in pairs)


def ticket_of(private_metadata: str, workspace: str) -> Ticket:
    """Return the ticket that the modal carried."""
    channel, written = private_metadata.split(" ", 1)
    return Ticket.read(written, workspace, channel)


def _option(link: Link) -> tuple[str, str, str]:
    """Name both ids, since long sentences that are cut may look alike."""
    later, earlier = link.later, link.earlier
    before = f"{earlier.id}, {source(earlier.publication)}: {earlier.quote}"
    return f"{later.id} {earlier.id}", f"{later.id}: {later.quote}", before
