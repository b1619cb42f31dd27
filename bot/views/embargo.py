"""How an embargo reads: beside what is under it, and in the list of a channel's embargoes."""

from collections.abc import Sequence
from datetime import datetime

from bot.newsroom.embargo import UNTIL_SAID, Embargo, said
from bot.newsroom.verbs import COMMAND
from bot.views.blocks import MESSAGE_BLOCKS, Block, Message, mrkdwn, one_line, paragraph, words
from bot.views.phrases import source, titled

NONE = "Nothing in this channel is under embargo."
HELD = "Under embargo {}. Nothing of it shows outside this channel before then."
OPEN = "Under embargo, its end not said. Nothing of it shows outside this channel."
MOST = 20
HOW = (
    f"To change one: {COMMAND} embargo, then its link or the id of a claim in it, then until "
    "when, or lift."
)


def with_embargo(message: Message, until: datetime | None, zone: str) -> Message:
    """Return a message that says first, plainly, that what it shows is under embargo."""
    if until is None:
        return message
    line = OPEN if until >= UNTIL_SAID else HELD.format(said(until, zone))
    head, blocks = paragraph([words(line, bold=True)]), message.blocks
    if len(blocks) == MESSAGE_BLOCKS:  # the controls at the end stay
        blocks = (*blocks[: MESSAGE_BLOCKS - 2], blocks[-1])
    return Message(f"{mrkdwn(line)}\n{message.text}", (head, *blocks))


def embargoes_message(standing: Sequence[Embargo], zone: str) -> Message:
    """Return the embargoes that hold in a channel, and how they are changed."""
    if not standing:
        return one_line(NONE)
    lines = [_line(one, zone) for one in standing[:MOST]]
    left = len(standing) - len(lines)
    more = [[words(f"and {left} more")]] if left else []
    spoken = "; ".join(f"{source(one.publication)} {said(one.until, zone)}" for one in standing)
    head = paragraph([words("Under embargo here", bold=True)], [*lines, *more])
    return Message(mrkdwn(f"Under embargo here: {spoken}."), (head, paragraph([words(HOW)])))


def _line(one: Embargo, zone: str) -> list[Block]:
    publication = one.publication
    return [
        words(f"{source(publication)}: "),
        *titled(publication),
        words(f" {said(one.until, zone)}"),
    ]
