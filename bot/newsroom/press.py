"""Somebody pressed or submitted something: who, where, which event it was; a word in return."""

from dataclasses import dataclass

from bot.newsroom.post import Incoming, Letter, LetterKind, Post


@dataclass(frozen=True, slots=True)
class Press:
    """One press of one person; `key` is unique for it however often it is delivered.

    `post.person` is the one who pressed; `post.ts` and `thread` are those of the message that our
    reply answers, empty where there is none. `respond_to` takes the answer for 30 minutes.
    """

    key: str
    post: Post
    respond_to: str = ""


def word_for(whom: Press | Incoming, words: str, end: str = "tell") -> Letter:
    """Return words for the one person whose press or event it was; `end` ends the letter's key."""
    key = f"{whom.key}/{end}"
    return Letter(key, LetterKind.TELL, whom.post, words=words, respond_to=whom.respond_to)
