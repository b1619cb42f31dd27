"""Where in the newsroom something was said: a post, and what the bot has to say in return."""

from dataclasses import dataclass
from enum import StrEnum

TRIES = 6
"""After so many failures an event is dead: some ten minutes, and most outages of a site end."""


@dataclass(frozen=True, slots=True)
class Post:
    """A message of a person; `thread` is the ts of its thread's parent, or its own."""

    workspace: str
    channel: str
    ts: str
    thread: str
    person: str


class Event(StrEnum):
    """What can come in and must not be lost."""

    MESSAGE = "message"
    EDITED = "edited"
    DELETED = "deleted"
    COMMAND = "command"
    IMPORTED = "imported"  # an article of the past: read, and nothing said
    PASTED = "pasted"  # words put in by hand, with where they come from
    FORGET = "forget"  # claims that a person wants gone; the text is a written Wanted
    AGREED = "agreed"  # links of a message that its author, asked, wants to have read


@dataclass(frozen=True, slots=True)
class Incoming:
    """One event as it came in; `key` is unique for it however often it is delivered.

    `text` is the wire text of the message (links as `<https://...>`), what followed the command,
    or a written `Pasted`.
    `respond_to` is the address for the answer to a command, usable for 30 minutes.
    """

    key: str
    event: Event
    post: Post
    text: str = ""
    links: tuple[str, ...] = ()
    respond_to: str = ""


@dataclass(frozen=True, slots=True)
class Leased:
    """An incoming event held by one worker until its lease runs out; `token` fences the others.

    One that is `restored` waited in a backup, and may have been dealt with since.
    """

    incoming: Incoming
    token: str
    attempts: int
    restored: bool = False

    @property
    def is_hopeless(self) -> bool:
        """Tell whether every try that there may be has begun, and none came back."""
        return self.attempts > TRIES


@dataclass(frozen=True, slots=True)
class Wait:
    """The last event for which a person waits in a channel, and how many come before it.

    `workers` is how many events are at work right now.
    """

    post: Post
    before: int
    workers: int
    respond_to: str = ""


class LetterKind(StrEnum):
    """What the bot can have to say."""

    BRIEF = "brief"  # one reply in the thread, on all that the post brought in
    REVISE = "revise"  # put what stands now in place of our reply to this post
    REMOVE = "remove"  # take our reply and reaction to this post away
    REACT = "react"  # one reaction: read, nothing to say
    ASK = "ask"  # for the one who posted alone: shall these links be read; `words` is their list
    RECORDED = "recorded"  # the brief of `article`, for the one alone who had it read
    TELL = "tell"  # words for the one who posted alone: trouble, or the answer to a command
    ANSWER = "answer"  # the answer to a command that only asks, made when sent; `words` is it
    SHARE = "share"  # such an answer, for everybody in the channel
    NOTICE = "notice"  # words for everybody who reads there: the newsroom's owner, directly
    DIGEST = "digest"  # a channel's digest of a local day; `words` are its kind and the day
    DUE = "due"  # in a claim's thread: its day has passed; `words` is its id
    EXPORT = "export"  # claims in a file for everybody; `words` are its form and the filters
    DONE = "done"  # what one person decided, with the way back; `words` is a written Done
    SPARED = "spared"  # for one alone: shall what a deleted message brought in go too
    REDACT = "redact"  # a post of ours shows a claim that went; `words` are its kind and its ts
    UNSAY = "unsay"  # what may have been posted, unseen, goes; `words` are its kind and its mark
    WATCHED = "watched"  # what set a person's watches off; `words` are their ids and the claims'
    PICTURE = "picture"  # the history of a figure for everybody, drawn; `words` is the command


OF_FILES = frozenset({LetterKind.PICTURE, LetterKind.EXPORT})
"""What is posted as a file: it stays in the workspace when its channel goes."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What to say, not yet the words (but for TELL, whose words are `words`); sent exactly once.

    `key` is unique and goes along as message metadata. `article` is the archive's id of a reading,
    of RECORDED alone.
    """

    key: str
    kind: LetterKind
    post: Post
    article: str = ""
    words: str = ""
    respond_to: str = ""


@dataclass(frozen=True, slots=True)
class Posting:
    """A letter held by one sender; `retry` when an earlier try ended in an unknown outcome."""

    letter: Letter
    token: str
    attempts: int
    retry: bool = False
