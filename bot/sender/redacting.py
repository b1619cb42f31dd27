"""Which claims a message or a file of ours shows, and how those that went are taken out of it."""

import json
import re
from contextlib import suppress

from bot.newsroom.post import OF_FILES, Letter
from bot.sender.outcomes import Refused
from bot.sender.slack import Slack, Upload
from bot.views.blocks import Message
from bot.views.forgetting import removed_message

NOTHING_THERE = "message_not_found"

_ID = re.compile(r"\bC-[0-9A-Z]{3,}\b")


def ids_in(message: Message) -> frozenset[str]:
    """Return the ids of the claims that a message shows: each quote has its id beside it."""
    said = frozenset(_ID.findall(f"{message.text} {json.dumps(message.blocks)}"))
    return said.union(message.beside)


def ids_in_file(file: Upload) -> frozenset[str]:
    """Return the ids of the claims in a file of text, or in the words beside a picture.

    Of one picture in a hundred the bytes, read as letters, spell what looks like an id of a claim
    that is not there: then it would be taken back at once.
    """
    said = f"{file.words} {file.alt_text}"
    with suppress(UnicodeDecodeError):
        said += f" {file.content.decode()}"
    return frozenset(_ID.findall(said))


def redact(slack: Slack, letter: Letter) -> None:
    """Take a post of ours that shows a claim that went away; a message says that it did."""
    kind, sent = json.loads(letter.words)
    if kind in OF_FILES:
        slack.delete_file(letter.post, sent)
        return
    try:
        slack.update(letter.post, sent, removed_message(), letter.key)
    except Refused as refused:
        if refused.code != NOTHING_THERE:
            slack.delete(letter.post, sent)
