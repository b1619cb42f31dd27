"""What is due by the clock: asked every half a minute, and done once for each local day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from bot.desk.desk import Desk
from bot.newsroom.channel import Channel
from bot.newsroom.digestday import DigestKind
from bot.newsroom.localday import due
from bot.newsroom.schedule import Schedule


def tick(desk: Desk) -> int:
    """Begin every digest whose local time has come; return how many letters were written."""
    now = desk.clock()
    begun = sum(_begun(desk, channel, now) for channel in desk.days.channels())
    if begun:
        desk.wake()
    return begun


def _begun(desk: Desk, channel: Channel, now: datetime) -> int:
    """Begin what is due in a channel: its digest and, with the first one of a week, the week's."""
    begun = 0
    for kind, schedule in _kinds(channel.schedule):
        found = due(schedule, now)
        begun += found is not None and desk.days.begin(channel, kind, found, now)
    return begun


def _kinds(schedule: Schedule) -> Iterator[tuple[DigestKind, Schedule]]:
    if schedule.weekly and schedule.days:
        yield DigestKind.WEEKLY, replace(schedule, days=frozenset({min(schedule.days)}))
    yield DigestKind.DAILY, schedule
