"""How the names that people said are one read, and those that they are asked about."""

from collections.abc import Sequence

from bot.claims.days import said_day
from bot.newsroom.aliases import Alias
from bot.newsroom.verbs import COMMAND, Verb
from bot.views.blocks import Block, Button, Message, actions, mrkdwn, paragraph, words
from bot.views.help import Offer
from bot.views.phrases import count

NOBODY = "Nobody has said yet that two names are one here."
HOW = f"{COMMAND} alias L. Orsk = Lena Orsk says that two names are one claimant's."
PERHAPS = "Perhaps one and the same? Only you can tell."
SHOWN = 40


def names_message(kept: Sequence[Alias], proposed: Sequence[tuple[str, str]]) -> Message:
    """Return the aliases, the newest first, and a button for each pair that may be one."""
    head = f"{count(len(kept), 'alias').replace('aliass', 'aliases')} here." if kept else NOBODY
    lines = [f"{one.alias} is {one.name}" for one in reversed(kept)]
    bullets = [
        [words(line), words(f" ({one.person}, {said_day(one.said_at)})")]
        for line, one in zip(lines[:SHOWN], reversed(kept), strict=False)
    ]
    blocks = [paragraph([words(head, bold=True)], bullets), paragraph([words(HOW)])]
    pairs = [f"{alias} = {name}" for alias, name in proposed]
    if proposed:
        blocks.append(paragraph([words(PERHAPS, bold=True)]))
        blocks += map(_asked, proposed)
    told = [head, *lines[:SHOWN], HOW, *([PERHAPS, *pairs] if proposed else [])]
    return Message(mrkdwn("\n".join(told)), tuple(blocks))


def _asked(pair: tuple[str, str]) -> Block:
    alias, name = pair
    command = f"{Verb.ALIAS} {alias} = {name}"
    return actions(Button(Offer.RUN, f"{alias} is {name}", command, f"Say that {alias} is {name}"))
