"""How the brief of a pasted link reads in its thread."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.claims.brief import plain
from bot.claims.cited import cited
from bot.claims.model import Brief, Claim, Line, Style
from bot.newsroom.post import Post
from bot.views.blocks import (
    MESSAGE_BLOCKS,
    Block,
    Button,
    Message,
    actions,
    divider,
    mrkdwn,
    paragraph,
    words,
)
from bot.views.marks import NOBODY, Judged, shortly
from bot.views.phrases import drawn, reference

MARKED = "What people here said of them"


class Control(StrEnum):
    """The controls under a reply."""

    DETAILS = "brief_details"
    WRONG = "brief_wrong"


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a control carries back: the post that was answered and the readings told about."""

    post: Post
    articles: tuple[str, ...]

    def written(self) -> str:
        """Return the ticket as a button's value; workspace and channel come back by themselves."""
        return json.dumps([self.post.ts, self.post.thread, self.post.person, *self.articles])

    @classmethod
    def read(cls, value: str, workspace: str, channel: str) -> "Ticket":
        """Read a button's value back."""
        ts, thread, person, *articles = json.loads(value)
        return cls(Post(workspace, channel, ts, thread, person), tuple(articles))


def brief_message(briefs: Sequence[Brief], ticket: Ticket, judged: Judged = NOBODY) -> Message:
    """Return the one reply to a post, of the briefs that speak: finding first, then the lines.

    What people have said of the claims in those lines stands under them.
    """
    speaking = [brief for brief in briefs if brief.speaks]
    blocks = [block for brief in speaking for block in (divider(), *_blocks(brief, judged))][1:]
    said = [line for brief in speaking for line in (plain(brief), *_spoken(brief, judged)) if line]
    text = mrkdwn("\n".join(said))
    return Message(text, (*blocks[: MESSAGE_BLOCKS - 1], brief_controls(ticket)))


def brief_controls(ticket: Ticket) -> Block:
    """Return the row of controls under a reply."""
    return actions(
        Button(Control.DETAILS, "Details", ticket.written(), "Show every pair and how it differs"),
        Button(Control.WRONG, "Something wrong?", ticket.written(), "Say which pair is wrong"),
    )


def _blocks(brief: Brief, judged: Judged) -> Iterator[Block]:
    yield paragraph([words(brief.finding, bold=True)])
    known = {claim.id: claim for claim in cited(brief)}
    for line, bullets in _grouped(brief.lines):
        yield paragraph(_runs(line, known), [_runs(bullet, known) for bullet in bullets])
    marks = [(claim, shortly(judged[claim])) for claim in _cited(brief) if claim in judged]
    bullets_of_marks = [
        [reference(known[claim]), words(f" {told}")] for claim, told in marks if told
    ]
    if bullets_of_marks:
        yield paragraph([words(MARKED, bold=True)], bullets_of_marks)


def _spoken(brief: Brief, judged: Judged) -> Iterator[str]:
    """Yield what people have said of the claims, for ears: "[C-7KQ2] marked false by Lee"."""
    for claim in _cited(brief):
        if claim in judged and (told := shortly(judged[claim])):
            yield f"[{claim}] {told}"


def _cited(brief: Brief) -> list[str]:
    """Return the ids of the claims that the lines name, in their order."""
    known = {claim.id for claim in cited(brief)}
    pieces = (piece for line in brief.lines for piece in line.pieces)
    ids = (piece.text for piece in pieces if piece.style is Style.ID)
    return [claim for claim in dict.fromkeys(ids) if claim in known]


def _grouped(lines: Sequence[Line]) -> list[tuple[Line, list[Line]]]:
    """Put each bullet under the line that it belongs to; a bullet at the head stands as a line."""
    groups: list[tuple[Line, list[Line]]] = []
    for line in lines:
        if line.bullet and groups:
            groups[-1][1].append(line)
        else:
            groups.append((line, []))
    return groups


def _runs(line: Line, known: Mapping[str, Claim]) -> list[Block]:
    return [drawn(piece, known) for piece in line.pieces if piece.text]
