"""What is due by the clock: asked every half a minute, and done once for each local day."""

from datetime import datetime

from bot.desk.desk import Desk
from bot.newsroom.channel import Channel
from bot.newsroom.digestday import DigestKind
from bot.newsroom.localday import due


def tick(desk: Desk) -> int:
    """Begin every digest whose local time has come; return how many letters were written."""
    now = desk.clock()
    begun = sum(_begun(desk, channel, now) for channel in desk.days.channels())
    if begun:
        desk.wake()
    return begun


def _begun(desk: Desk, channel: Channel, now: datetime) -> bool:
    found = due(channel.schedule, now)
    return found is not None and desk.days.begin(channel, DigestKind.DAILY, found, now)
