"""Notifications of a sensitive channel: they name nobody and quote nothing."""

from dataclasses import replace

from bot.newsroom.viewer import Viewer
from bot.views.blocks import Message

MASK = "There is something on the record in a sensitive channel: open it to read it."


def masked(message: Message) -> Message:
    """Return the message with nothing in the words that a locked screen shows.

    What has no blocks would be lost, and is left as it is: it holds only words of ours.
    """
    return replace(message, text=MASK) if message.blocks else message


def as_it_may_ring(viewer: Viewer, message: Message) -> Message:
    """Return the message with the words that a notification may show in the viewer's channel."""
    return masked(message) if viewer.channel.sensitive else message
