"""Which event a worker takes next: in the order of each channel, and none that nobody can take."""

from datetime import datetime
from functools import cache

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, tuple_
from sqlalchemy.orm import Session, aliased
from sqlmodel import col

from bot.newsroom.post import Event
from storage.channels import AWAY
from storage.leasing import first_free, is_due, moments
from storage.states import LEASED, WAITING
from storage.tables import InboxRow
from storage.turns import Turn, take_turn

CROWD = 20  # events; where more wait, nobody waits for all of them

_OPEN = col(InboxRow.state).in_([WAITING, LEASED]), is_due(InboxRow)
_COMMAND = col(InboxRow.event) == Event.COMMAND.value  # has no post to keep an order for


def open_by_now(session: Session, now: datetime) -> int:
    """Count the events that are waiting or whose worker is overdue, up to a crowd and one more."""
    return session.scalar(_open(), moments(now)) or 0


def next_due(session: Session, open_ones: int) -> Select[InboxRow]:
    """Ask for the event to take next, this transaction being the only one that takes any.

    Else two workers would each take one of the same channel, neither seeing the other's yet.
    """
    take_turn(session.connection(), Turn.LEASE)
    return _fairly() if open_ones > CROWD else _in_order()


@cache
def _open() -> Select[int]:
    some = select(col(InboxRow.number)).where(*_OPEN).limit(CROWD + 1).subquery()
    return select(func.count()).select_from(some)


@cache
def _in_order() -> Select[InboxRow]:
    return first_free(_due().order_by(col(InboxRow.number)))


def _due() -> Select[InboxRow]:
    """Ask for the events that are due, but for those behind another one of their channel."""
    free = or_(_COMMAND, and_(~_behind_its_post(), ~_in_a_busy_channel()))
    return select(InboxRow).where(*_OPEN, free, col(InboxRow.workspace).not_in(AWAY))


def _behind_its_post() -> ColumnElement[bool]:
    """Whether an older event of the same post is open, be it only to be tried again later."""
    before = aliased(InboxRow)
    return (
        select(col(before.number))
        .where(col(before.workspace) == col(InboxRow.workspace))
        .where(col(before.channel) == col(InboxRow.channel))
        .where(col(before.ts) == col(InboxRow.ts), col(before.number) < col(InboxRow.number))
        .where(col(before.state).in_([WAITING, LEASED]))
        .exists()
    )


def _in_a_busy_channel() -> ColumnElement[bool]:
    """Whether another event of the channel is at work, or was when its worker died."""
    other = aliased(InboxRow)
    busy = select(col(other.workspace), col(other.channel)).where(
        col(other.state) == LEASED, col(other.event) != Event.COMMAND.value
    )
    place = tuple_(col(InboxRow.workspace), col(InboxRow.channel))
    return and_(col(InboxRow.state) == WAITING, place.in_(busy))


@cache
def _fairly() -> Select[InboxRow]:
    """Ask for a command first, else for the head of any channel: all channels move on."""
    heads = (
        select(func.min(col(InboxRow.number)))
        .where(waiting(), ~_COMMAND)
        .group_by(col(InboxRow.workspace), col(InboxRow.channel))
    )
    first = or_(_COMMAND, col(InboxRow.state) == LEASED, col(InboxRow.number).in_(heads))
    return first_free(_due().where(first).order_by(_COMMAND.desc(), func.random()))


def waiting() -> ColumnElement[bool]:
    """Whether an event could be taken now, as far as its own state goes."""
    return and_(col(InboxRow.state) == WAITING, is_due(InboxRow))
