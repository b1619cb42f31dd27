"""Asking before a link is opened: fetching a page tells its owner that somebody looks."""

import json
from collections.abc import Sequence
from hashlib import blake2b

from bot.desk.desk import Desk
from bot.newsroom.channel import Channel, Replies
from bot.newsroom.embargo import phrase
from bot.newsroom.post import Leased, Letter, LetterKind, Post
from bot.newsroom.viewer import Viewer


def asks_first(channel: Channel) -> bool:
    """Tell whether a link is not opened until the one who posted it said so, or never."""
    return channel.sensitive or channel.voice is Replies.ASK


def ask(desk: Desk, viewer: Viewer, leased: Leased, links: Sequence[str]) -> tuple[Letter, ...]:
    """Return the question to the one who posted the links, once for the same links of a post.

    What stands in the thread already is not asked about again, and a bot cannot be asked.
    """
    post = leased.incoming.post
    new = [link for link in links if not _stands_in_thread(desk, viewer, post, link)]
    if not new or not post.person:
        return ()
    embargo = phrase(leased.incoming.text)  # goes along, for when they are read
    new += [embargo] if embargo else []
    sign = blake2b("\n".join(new).encode(), digest_size=8).hexdigest()
    key = f"ask:{post.workspace}:{post.channel}:{post.ts}:{sign}"
    return (Letter(key, LetterKind.ASK, post, words=json.dumps(new)),)


def _stands_in_thread(desk: Desk, viewer: Viewer, post: Post, link: str) -> bool:
    filed = desk.archive.latest(viewer, desk.canonical(link))
    return filed is not None and desk.archive.said_in_thread(post, filed.text_hash)
