"""The controls under an answer that one person alone reads: the next page, and sharing it."""

import re
from dataclasses import replace
from enum import StrEnum

from bot.views.blocks import VALUE_LIMIT, Block, Button, Message, actions, paragraph, person, words

_PAGE = re.compile(r"\s*\bpage:\s?\d*")


class Answered(StrEnum):
    """The buttons under an answer."""

    MORE = "answer_more"
    SHARE = "answer_share"
    PICTURE = "answer_picture"


def next_page(command: str, page: int) -> Block:
    """Return the button that leads to another page of the answer to the command."""
    turned = f"{_PAGE.sub('', command)} page:{page}"
    return actions(Button(Answered.MORE, "More", turned, "Show the next page"))


def picture(command: str) -> Block:
    """Return the button that posts the answer with its picture."""
    told = "Post this table in the channel with a picture of it"
    return actions(Button(Answered.PICTURE, "Post with picture", command, told))


def with_share(message: Message, command: str) -> Message:
    """Return the answer with a button to show it to the channel.

    A command that is too long to come back whole from a button gets none.
    """
    if len(command) > VALUE_LIMIT:
        return message
    told = "Post this answer in the channel, for everybody"
    button = actions(Button(Answered.SHARE, "Share in channel", command, told))
    *before, last = message.blocks
    if last["type"] == "actions":
        both = {**last, "elements": [*last["elements"], *button["elements"]]}
        return replace(message, blocks=(*before, both))
    return replace(message, blocks=(*message.blocks, button))


def shared(message: Message, sharer: str) -> Message:
    """Return an answer as everybody reads it: without controls, and with who shared it."""
    plain = [block for block in message.blocks if block["type"] != "actions"]
    credit = paragraph([words("Shared by "), person(sharer)])
    return replace(message, blocks=(*plain, credit))
