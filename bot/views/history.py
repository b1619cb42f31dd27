"""How a figure went, as lines that can be read out and as the words beside its picture."""

from bot.claims.history import History, Point
from bot.claims.model import Certainty, Polarity
from bot.views.blocks import Block, Message, clip, mrkdwn, paragraph, words
from bot.views.controls import picture
from bot.views.marks import NOBODY, Judged, beside, runs_beside
from bot.views.phrases import begun, count, figure, reference, source, strength, told_by

ROWS = 40
ALT_LIMIT = 1_000
NO_DATE = "Without a date, so not in order"


def history_message(told: History, command: str, judged: Judged = NOBODY) -> Message:
    """Return the table: each number as printed, who gave it, where and when, oldest first.

    `command` is the one that it answers, for the button that posts it with its picture; beside
    each number stands what people have said of its claim.
    """
    head = heading(told)
    blocks = [
        paragraph([words(head, bold=True)], [_row(one, judged) for one in told.points[:ROWS]])
    ]
    left = len(told.points) - ROWS
    if left > 0:
        blocks.append(paragraph([words(f"and {count(left, 'later figure')}.")]))
    if told.undated:
        rows = [_row(one, judged) for one in told.undated[:ROWS]]
        blocks.append(paragraph([words(NO_DATE, bold=True)], rows))
    if len(told.points) > 1:
        blocks.append(picture(command))
    said = [f"{_line(one)}{beside(one.claim.id, judged)}" for one in told.points[:ROWS]]
    return Message(mrkdwn("\n".join([head, *said])), tuple(blocks))


def heading(told: History) -> str:
    """Return "North Korean soldiers: 4 figures, oldest first.", or what else was counted."""
    what = begun(told.what) or "This figure"
    return f"{what}: {count(len(told.points) + len(told.undated), 'figure')}, oldest first."


def alt_text(told: History) -> str:
    """Return in words what the picture shows."""
    return clip("; ".join([heading(told), *map(_line, told.points)]), ALT_LIMIT)


def _line(point: Point) -> str:
    return f"{source(point.claim.publication)}: {_said(point)} [{point.claim.id}]"


def _row(point: Point, judged: Judged) -> list[Block]:
    before = f"{source(point.claim.publication)}: {_said(point)} "
    return [words(before), reference(point.claim), *runs_beside(point.claim.id, judged)]


def _said(point: Point) -> str:
    """Return “around 730” (soldiers, total), Lena Orsk, possible."""
    claim = point.claim
    flat = claim.polarity is Polarity.AFFIRMED and claim.certainty is Certainty.CERTAIN
    return f"{figure(point.figure)}, {told_by(claim)}" + ("" if flat else f", {strength(claim)}")
