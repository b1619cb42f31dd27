"""Somebody pressed or submitted something: who, where, and which event it was."""

from dataclasses import dataclass

from bot.newsroom.post import Post


@dataclass(frozen=True, slots=True)
class Press:
    """One press of one person; `key` is unique for it however often it is delivered.

    `post.person` is the one who pressed; `post.ts` and `thread` are those of the message that our
    reply answers, empty where there is none. `respond_to` takes the answer for 30 minutes.
    """

    key: str
    post: Post
    respond_to: str = ""
