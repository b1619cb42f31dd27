"""What a modal carries along, so that its answer finds back to where it was opened."""

import json
from dataclasses import dataclass

from bot.newsroom.post import Post
from bot.newsroom.press import Press
from bot.views.brief import Ticket


@dataclass(frozen=True, slots=True)
class Slip:
    """From which reply a modal was opened, at which claim, and how far one has leafed.

    `other` is the other claim of the pair, `stamp` that of the form as it was shown, `part` what
    of the form is wanted ("" for all), `page` the page of Details that it was opened from (0 for
    none: a command opened it).
    """

    ticket: Ticket
    respond_to: str = ""
    page: int = 0
    claim: str = ""
    other: str = ""
    stamp: str = ""
    part: str = ""

    def written(self) -> str:
        """Return it as a modal's private metadata."""
        facets = [self.respond_to, self.page, self.claim, self.other, self.stamp, self.part]
        return json.dumps([self.ticket.post.channel, self.ticket.written(), *facets])

    @classmethod
    def read(cls, written: str, workspace: str) -> "Slip":
        """Read it back."""
        channel, ticket, *facets = json.loads(written)
        return cls(Ticket.read(ticket, workspace, channel), *facets)

    def press(self, key: str, person: str) -> Press:
        """Return the press of a person in the modal."""
        post = self.ticket.post
        return Press(
            key, Post(post.workspace, post.channel, post.ts, post.thread, person), self.respond_to
        )


def slip_at(post: Post, claim: str = "", respond_to: str = "") -> Slip:
    """Return the slip of a modal that no reply opened: a command, or an answer to one."""
    return Slip(Ticket(post, ()), respond_to, claim=claim)
