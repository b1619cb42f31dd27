"""What is due by the clock: asked every half a minute, and done once for each local day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from bot.desk.desk import Desk
from bot.newsroom.channel import Channel
from bot.newsroom.digestday import DigestKind
from bot.newsroom.localday import due
from bot.newsroom.post import Letter, LetterKind, Post
from bot.newsroom.schedule import Schedule
from bot.newsroom.trouble import NotAllowed

STOPPED = "The digest of {} has stopped: it was archived, or I was taken out of it."
LOOK_BACK = timedelta(days=7)
"""How old the last digest may be when a stop is told of."""

log = structlog.get_logger()


def tick(desk: Desk) -> int:
    """Begin every digest whose local time has come; return how many letters were written."""
    now = desk.clock()
    begun = sum(_begun(desk, channel, now) for channel in desk.days.channels())
    if begun:
        desk.wake()
    return begun


def tell_of_stops(desk: Desk) -> int:
    """Tell each newsroom's owner, once, of channels whose digest stopped; return of how many.

    They were archived, or the bot was taken out of them.
    """
    now, told = desk.clock(), 0
    for channel, last in desk.days.stopped(now.date() - LOOK_BACK):
        owner = desk.places.workspace(channel.workspace).owner
        if owner:
            told += _told_of(desk, channel, f"{last}", owner)
    if told:
        desk.wake()
    return told


def _told_of(desk: Desk, channel: Channel, last: str, owner: str) -> bool:
    """Tell of one stop; that Slack does not answer for one workspace holds up no other."""
    try:
        return _tell_of(desk, channel, last, owner)
    except Exception as error:  # noqa: BLE001 - whatever it was, the next tick tries again
        log.warning("stop not told", channel=channel.id, reason=type(error).__name__)
        return False


def _tell_of(desk: Desk, channel: Channel, last: str, owner: str) -> bool:
    name = f"#{channel.name}" if channel.is_open and channel.name else "a private channel"
    try:
        place = desk.direct(channel.workspace, owner)
    except NotAllowed:
        place = owner  # who has left: Slack refuses the letter, and `check` names it
    key = f"stopped:{channel.workspace}:{channel.id}:{last}"
    post = Post(channel.workspace, place, "", "", owner)
    letter = Letter(key, LetterKind.NOTICE, post, words=STOPPED.format(name))
    return desk.outbox.put(letter, desk.clock())


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
