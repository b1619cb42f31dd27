"""Two claims side by side, and what differs between them."""

from bot.claims.model import Link
from bot.views.blocks import Message, mrkdwn, paragraph, words
from bot.views.marks import NOBODY, Judged, beside, runs_beside
from bot.views.phrases import labelled, relation, said_by, sentence

ALIKE = "No facet that I read differs."
UNLINKED = "I did not relate these two by myself; they stand side by side because you asked."


def comparison_message(link: Link, judged: Judged = NOBODY, *, related: bool) -> Message:
    """Return both sentences, earlier one first, and a line for each facet that differs."""
    end = f": {relation(link)}." if related else "."
    head = f"{link.later.id} beside {link.earlier.id}{end}"
    lines = [difference.line for difference in link.differences] or [ALIKE]
    lines += [] if related else [UNLINKED]
    sides = (("Earlier", link.earlier), ("Later", link.later))
    bullets = [labelled(side, *sentence(one), *runs_beside(one.id, judged)) for side, one in sides]
    block = paragraph([words(head, bold=True)], [*bullets, *([words(line)] for line in lines)])
    said = [f"{side}: {said_by(one)}{beside(one.id, judged)}" for side, one in sides]
    return Message(mrkdwn("\n".join([head, *said, *lines])), (block,))
