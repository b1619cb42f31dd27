"""Two claims side by side, and what differs between them."""

from bot.claims.model import Claim, Link
from bot.views.blocks import Block, Message, mrkdwn, paragraph, words
from bot.views.marks import NOBODY, Judged, beside
from bot.views.phrases import labelled, reference, said_by

ALIKE = "No facet that I read differs."
UNLINKED = "I did not relate these two by myself; they stand side by side because you asked."


def comparison_message(link: Link, judged: Judged = NOBODY, *, related: bool) -> Message:
    """Return both sentences, earlier one first, and a line for each facet that differs."""
    relation = f": {link.relation.value.replace('_', ' ')}." if related else "."
    head = f"{link.later.id} beside {link.earlier.id}{relation}"
    lines = [difference.line for difference in link.differences] or [ALIKE]
    lines += [] if related else [UNLINKED]
    sides = (("Earlier", link.earlier), ("Later", link.later))
    bullets = [
        labelled(side, words(_said(one)), reference(one), *_marks(one, judged))
        for side, one in sides
    ]
    block = paragraph([words(head, bold=True)], [*bullets, *([words(line)] for line in lines)])
    said = [f"{side}: {_said(one)}{beside(one.id, judged)}" for side, one in sides]
    return Message(mrkdwn("\n".join([head, *said, *lines])), (block,))


def _marks(claim: Claim, judged: Judged) -> list[Block]:
    told = beside(claim.id, judged)
    return [words(told)] if told else []


def _said(claim: Claim) -> str:
    return said_by(claim)
