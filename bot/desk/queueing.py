"""Telling people, once and alone, how long it takes where many links came in at once."""

from datetime import datetime, timedelta
from math import ceil

from bot.desk.desk import Desk
from bot.newsroom.channel import Replies
from bot.newsroom.post import Letter, LetterKind, Wait

PATIENT = timedelta(seconds=15)  # so long nobody wonders
MANY = 10  # events; before so few one is soon next
A_MINUTE = 60.0  # seconds; a shorter wait is over before one has read of it
AGAIN_S = 1800  # nobody is told twice in half an hour
LINE = (
    "There is a queue: yours comes in about {minutes}. Nothing is lost; "
    "the answers come by themselves."
)


def tell_of_waits(desk: Desk, pace: float) -> int:
    """Tell who waits where the queue is long; return how many were told.

    `pace` is how many seconds one event takes one worker.
    """
    now, told = desk.clock(), 0
    for wait in desk.inbox.waits(now, PATIENT):
        seconds = wait.before * pace / max(1, wait.workers)
        if wait.before >= MANY and seconds >= A_MINUTE and _may_be_told(desk, wait):
            told += desk.outbox.put(_line(wait, seconds, now), now)
    if told:
        desk.wake()
    return told


def _may_be_told(desk: Desk, wait: Wait) -> bool:
    here = desk.archive.channel(wait.post.workspace, wait.post.channel)
    return bool(wait.respond_to) or here.voice is not Replies.OFF


def _line(wait: Wait, seconds: float, now: datetime) -> Letter:
    minutes = ceil(seconds / A_MINUTE)
    spelt = f"{minutes} minute{'' if minutes == 1 else 's'}"
    post, span = wait.post, int(now.timestamp()) // AGAIN_S
    key = f"queue:{post.workspace}:{post.channel}:{post.person}:{span}"
    words = LINE.format(minutes=spelt)
    return Letter(key, LetterKind.TELL, post, words=words, respond_to=wait.respond_to)
