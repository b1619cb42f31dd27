"""What a person is told alone after a decision: what was done, and the way back."""

from enum import StrEnum

from bot.newsroom.undo import UNDO_FOR, Done
from bot.views.blocks import Button, Message, actions, mrkdwn, paragraph, words


class Undoing(StrEnum):
    """The button under what was done."""

    UNDO = "done_undo"


def done_message(done: Done) -> Message:
    """Return the line and its button, with how long that works."""
    minutes = int(UNDO_FOR.total_seconds() // 60)
    line = f"Done: {done.line} Undo works for {minutes} minutes."
    button = Button(Undoing.UNDO, "Undo", done.undo.written(), "Take this decision back")
    return Message(mrkdwn(line), (paragraph([words(line)]), actions(button)))
