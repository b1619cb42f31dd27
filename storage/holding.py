"""What may not go: under a legal hold all, else what people marked, edited, named or watch."""

from collections.abc import Collection

from sqlalchemy import false, select
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.newsroom.forgetting import ON_HOLD
from bot.newsroom.trouble import NotAllowed
from storage.sight import Sight
from storage.tables import (
    BroughtRow,
    ClaimRow,
    EditRow,
    StatusRow,
    StoryNameRow,
    WorkspaceRow,
    bare,
)

UNDONE = ("statuses", "edits", "settled")
TOUCHING = (*UNDONE, "story_names", "watches")


def require_no_hold(session: Session, workspace: str) -> None:
    """Raise NotAllowed under a legal hold, which nobody sets before the transaction is over.

    A page was read since the desk looked, which takes seconds.
    """
    asked = select(col(WorkspaceRow.hold)).where(col(WorkspaceRow.id) == workspace)
    if session.scalar(asked.with_for_update()):
        raise NotAllowed(ON_HOLD)


def held(session: Sight, readings: Collection[int]) -> set[int]:
    """Return those of the readings with whose claims people worked.

    By the bare tables, past the viewer: what somebody watches elsewhere is held for him too.
    Nobody is told by it who that is, or where.
    """
    claims = bare("claims")
    found: set[int] = set()
    for name in TOUCHING:
        table = bare(name)
        asked = select(claims.c.reading).join(table, table.c.claim == claims.c.number)
        asked = asked.where(claims.c.reading.in_(readings))
        if name in UNDONE:
            asked = asked.where(table.c.undone == false())
        found |= set(session.connection().execute(asked).scalars())
    return found


def workers(session: Sight, reading: int) -> tuple[str, ...]:
    """Return who, in the viewer's channel, marked, edited or named claims of a reading."""
    here = session.viewer.channel.id
    people: dict[str, None] = {}
    for table in (StatusRow, EditRow, StoryNameRow):
        asked = (
            select(col(table.person))
            .join(ClaimRow, col(ClaimRow.number) == col(table.claim))
            .where(col(ClaimRow.reading) == reading, col(table.channel) == here)
            .order_by(col(table.number))
        )
        people |= dict.fromkeys(session.scalars(asked))
    return tuple(people)


def brought_by_others(session: Sight, readings: Collection[int], ts: str) -> set[int]:
    """Return those of the readings that another post of the channel brings in too."""
    asked = select(col(BroughtRow.reading)).where(
        col(BroughtRow.reading).in_(readings), col(BroughtRow.ts) != ts
    )
    return set(session.scalars(asked))
