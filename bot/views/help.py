"""What the command can do, and what is offered for a word that it does not know."""

from enum import StrEnum

from bot.newsroom.verbs import COMMAND, USAGES, Verb
from bot.views.blocks import (
    VALUE_LIMIT,
    Block,
    Button,
    Message,
    actions,
    clip,
    mrkdwn,
    paragraph,
    words,
)

HOW = (
    "Paste an article's link in a channel that I am in, and I answer in its thread if it differs."
)
NOTE = "A claim is shown where it was recorded; one from a public channel also elsewhere here."


class Offer(StrEnum):
    """The buttons under a word that was not understood."""

    RUN = "offer_run"
    RECORD = "offer_record"
    HELP = "offer_help"


def help_message() -> Message:
    """Return the list of verbs, from their registry."""
    lines = [f"{COMMAND} {usage.usage}: {usage.line}" for usage in USAGES]
    return Message(mrkdwn("\n".join([HOW, *lines, NOTE])), (how_to(), paragraph([words(NOTE)])))


def how_to() -> Block:
    """Return what to paste, and under it what to type."""
    bullets = [
        [words(f"{COMMAND} {usage.usage}", bold=True), words(f" {usage.line}")] for usage in USAGES
    ]
    return paragraph([words(HOW)], bullets)


def offer_message(text: str, nearest: Verb | None, corrected: str) -> Message:
    """Return the answer to an unknown word: nothing is recorded, the likely acts are offered.

    `corrected` is the text with the nearest verb put right ("show C-7KQ2").
    """
    said = f"Nothing was recorded: “{clip(text, 80)}” does not open with a verb that I know."
    buttons = []
    if nearest is not Verb.ADD:
        buttons.append(Button(Offer.RECORD, "Record it", f"{Verb.ADD.value} {text}"))
    if nearest is not None:
        said += f" Did you mean {COMMAND} {nearest.value}?"
        buttons.insert(0, Button(Offer.RUN, f"{COMMAND} {corrected}", corrected))
    if len(text) + len(Verb.ADD.value) >= VALUE_LIMIT:  # it would come back cut
        buttons = []
    help_button = Button(Offer.HELP, "Help")
    return Message(mrkdwn(said), (paragraph([words(said)]), actions(*buttons, help_button)))
