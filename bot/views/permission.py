"""The question whether a pasted link shall be read, for the one who posted it alone."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.newsroom.post import Post
from bot.views.blocks import (
    VALUE_LIMIT,
    Block,
    Button,
    Message,
    actions,
    clip,
    link,
    mrkdwn,
    paragraph,
    words,
)

ASKING = "Read it? Fetching tells the site that somebody looks."
SEVERAL = "Read these {}? Fetching tells the sites that somebody looks."
NEVER = (
    "This channel is marked sensitive, so I open no links here: fetching tells the site that "
    "somebody looks. Paste the text instead, and I compare that."
)
TOO_LONG = "Their addresses are too long for a button: use /claim with one of them."

HELD = " What is read will be under embargo {}."

MOST = 10  # links that are listed
LINE = 200  # characters of each


class Permission(StrEnum):
    """The buttons under the question."""

    READ = "permission_read"
    LATER = "permission_later"
    ALWAYS = "permission_always"
    PASTE = "permission_paste"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a button carries back: the post, which links in it are meant, what it said of them.

    `embargo` is how the post spoke of one, "" where it did not.
    """

    post: Post
    links: tuple[str, ...]
    embargo: str = ""

    def written(self) -> str:
        """Return it as a button's value; workspace, channel and person come back by themselves."""
        said = (self.embargo,) if self.embargo else ()
        told = [self.post.ts, self.post.thread, *self.links, *said]
        return json.dumps(told, ensure_ascii=False)

    @classmethod
    def read(cls, value: str, workspace: str, channel: str, person: str) -> "Wanted":
        """Read a button's value back."""
        ts, thread, *said = json.loads(value)
        return cls.of(Post(workspace, channel, ts, thread, person), said)

    @classmethod
    def of(cls, post: Post, said: Sequence[str]) -> "Wanted":
        """Part the links of a post from what was said of them, which is no address."""
        links = tuple(one for one in said if "://" in one)
        return cls(post, links, next((one for one in said if "://" not in one), ""))


def permission_message(wanted: Wanted, *, sensitive: bool, held: str = "") -> Message:
    """Return the question, or for a sensitive channel what to do instead.

    `held` is what was understood of an embargo beside the links: "until Fri 6 Mar 2026, 09:00".
    """
    if sensitive:
        paste = Button(Permission.PASTE, "Paste the text", Wanted(wanted.post, ()).written())
        return Message(mrkdwn(NEVER), (paragraph([words(NEVER)]), actions(paste)))
    many = len(wanted.links)
    asking = ASKING if many == 1 else SEVERAL.format(many)
    asking += HELD.format(held) if held else ""
    listed = paragraph(
        [words(asking)], [[link(url, clip(url, LINE))] for url in wanted.links[:MOST]]
    )
    if len(wanted.written()) > VALUE_LIMIT:
        return Message(mrkdwn(f"{asking} {TOO_LONG}"), (listed, paragraph([words(TOO_LONG)])))
    return Message(mrkdwn(asking), (listed, _choice(wanted)))


def _choice(wanted: Wanted) -> Block:
    value = wanted.written()
    return actions(
        Button(Permission.READ, "Read it", value, "Open the link and compare the article"),
        Button(Permission.LATER, "Not now", spoken="Leave the link alone"),
        Button(Permission.ALWAYS, "Always here", value, "Read it, and never ask here again"),
    )
