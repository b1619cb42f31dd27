"""What Slack does not let the bot say: watches told there stop, what was to go is tried again."""

import json
from datetime import timedelta

import structlog

from bot.desk.desk import Desk
from bot.newsroom.post import Letter, LetterKind, Post

CLOSED = frozenset({"not_in_channel", "channel_not_found", "is_archived"})
"""Slack's reasons that no later try will change by itself."""

STOPPED = (
    "Your watch {} has stopped: I can no longer post where it was told. Set it anew elsewhere."
)

AGAIN = timedelta(hours=1)

log = structlog.get_logger()


def stop_there(desk: Desk, letter: Letter, code: str) -> None:
    """Stop the watches that a letter was to tell of, refused for such a reason; say so directly.

    How the channel is now is asked anew: of a digest that stops the owner is told by the clock.
    """
    if code not in CLOSED:
        return
    post = letter.post
    desk.memory.forget(post.workspace, post.channel)
    if letter.kind is not LetterKind.WATCHED:
        return
    ids = [one for one in json.loads(letter.words) if _stopped(desk, post, one)]
    try:
        place = desk.direct(post.workspace, post.person) if ids else ""
    except Exception as error:  # noqa: BLE001 - the letter given up says it to the operator
        log.warning("stop not told", letter=letter.key, reason=type(error).__name__)
        return
    if place and place != post.channel:
        words = STOPPED.format(", ".join(ids))
        told = Post(post.workspace, place, "", "", post.person)
        key = f"{letter.key}/stopped"
        desk.outbox.put(Letter(key, LetterKind.NOTICE, told, words=words), desk.clock())


def _stopped(desk: Desk, post: Post, watch: str) -> bool:
    return desk.watches.stop(post.workspace, post.person, watch)


def put_right(desk: Desk) -> bool:
    """Try each hour again to take back what was to go, however long Slack was away.

    Where the bot is in a channel no more, that waits until it is: then the channel is heeded.
    """
    now = desk.clock()
    resumed = desk.outbox.resume_since(now - AGAIN, now, CLOSED)
    if resumed:
        desk.wake()
    return resumed
