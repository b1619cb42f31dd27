"""Who waits how long for what came in, where more came at once than can be read at once."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, distinct, func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.newsroom.post import Wait
from storage.choosing import waiting
from storage.leasing import moments, post_of
from storage.states import LEASED
from storage.tables import InboxRow

MOST = 50  # of those who wait; the others are told at the next look


def waits(session: Session, now: datetime, longer: timedelta) -> Sequence[Wait]:
    """Return the last event of each person and channel where the first has waited longer."""
    last = func.max(col(InboxRow.number))
    asked = (
        select(last)
        .where(waiting(), col(InboxRow.person) != "")
        .group_by(col(InboxRow.workspace), col(InboxRow.channel), col(InboxRow.person))
        .having(func.min(col(InboxRow.received_at)) < now - longer)
        .order_by(last)
        .limit(MOST)
    )
    workers = _count(session, now, col(InboxRow.state) == LEASED)
    places = select(func.count(distinct(col(InboxRow.channel)))).where(waiting())
    channels = session.scalar(places, moments(now)) or 0
    last_ones = select(InboxRow).where(col(InboxRow.number).in_(asked))
    rows = session.scalars(last_ones, moments(now)).all()
    return [
        Wait(post_of(row), _before(session, row, now, channels), workers, row.respond_to)
        for row in rows
    ]


def _before(session: Session, row: InboxRow, now: datetime, channels: int) -> int:
    """Count what comes before it: all that is older, or its share where channels take turns."""
    older = waiting(), col(InboxRow.number) < row.known
    here = col(InboxRow.workspace) == row.workspace, col(InboxRow.channel) == row.channel
    share = channels * (1 + _count(session, now, *older, *here)) - 1
    return min(_count(session, now, *older), share)


def _count(session: Session, now: datetime, *wanted: ColumnElement[bool]) -> int:
    asked = select(func.count()).select_from(InboxRow).where(*wanted)
    return session.scalar(asked, moments(now)) or 0
