"""Where Slack lets the bot speak no more: what was told there stops, and its owner is told."""

import json

import structlog

from bot.desk.desk import Desk
from bot.newsroom.post import Letter, LetterKind, Post

CLOSED = frozenset({"not_in_channel", "channel_not_found", "is_archived"})
"""Slack's reasons that no later try will change by itself."""

STOPPED = (
    "Your watch {} has stopped: I can no longer post where it was told. Set it anew elsewhere."
)

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
