"""How trouble reads to the one person whom it concerns."""

from bot.newsroom.verbs import HANDLE
from bot.views.blocks import (
    Block,
    Message,
    mention,
    modal,
    mrkdwn,
    one_line,
    paragraph,
    person,
    words,
)

ELSEWHERE = "I do not work in this channel: the newsroom chose the channels in which I do."

GONE = "That is not to be seen here any more."

LEFT = "You are no longer in the channel where you opened this. Nothing was changed."


def told_message(text: str) -> Message:
    """Return words for one person, a paragraph a line; the words may be strangers'."""
    lines = [line for line in text.split("\n") if line.strip()] or [""]
    return Message(mrkdwn(text), tuple(paragraph([words(line)]) for line in lines[:20]))


def with_invitation(message: Message) -> Message:
    """Return an answer with a word on how to bring the bot into the channel."""
    line = f"I am not in this channel, so pasted links are not read here: /invite @{HANDLE}"
    return Message(f"{message.text}\n{mrkdwn(line)}", (*message.blocks, paragraph([words(line)])))


def elsewhere_message(owner: str) -> Message:
    """Return the answer where the newsroom does not want the bot; `owner` is whom to ask."""
    if not owner:
        return one_line(ELSEWHERE)
    ask = [words(f"{ELSEWHERE} Ask "), person(owner), words(".")]
    return Message(f"{mrkdwn(ELSEWHERE)} Ask {mention(owner)}.", (paragraph(ask),))


def left_modal() -> Block:
    """Return what stands in place of a modal whose reader is no longer where he opened it."""
    return _instead(LEFT)


def gone_modal() -> Block:
    """Return what stands in place of a modal whose claim or story has gone."""
    return _instead(f"{GONE} Nothing was changed.")


def _instead(line: str) -> Block:
    return modal("On the Record", [paragraph([words(line)])])
