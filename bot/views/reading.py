"""The reply to an article of which nothing differs, in a channel that wants to hear of each."""

from collections.abc import Sequence

from bot.claims.model import Brief
from bot.views.blocks import Block, Message, mrkdwn, paragraph, words
from bot.views.brief import Ticket, brief_controls
from bot.views.phrases import count, source

NOTHING = "nothing earlier differs"


def read_message(briefs: Sequence[Brief], ticket: Ticket) -> Message:
    """Return what was read, in a line each, with the controls of a reply."""
    lines = [said_of(brief) for brief in briefs]
    blocks: list[Block] = [paragraph([words(line)]) for line in lines]
    return Message(mrkdwn("\n".join(lines)), (*blocks, brief_controls(ticket)))


def said_of(brief: Brief) -> str:
    """Return "Read Courier, 3 Mar 2026: 7 claims, nothing earlier differs."."""
    return f"Read {source(brief.publication)}: {count(len(brief.claims), 'claim')}, {NOTHING}."
