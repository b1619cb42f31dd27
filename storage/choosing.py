"""Which event a worker takes next: in the order of each channel, and none that nobody can take."""

from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, tuple_, update
from sqlalchemy.orm import Session, aliased
from sqlmodel import col

from bot.newsroom.post import Event
from storage.leasing import LEASED, is_due
from storage.places import AWAY
from storage.tables import InboxRow

WAITING, DONE, DEAD = "waiting", "done", "dead"


TRIES = 6
"""After so many failures an event is dead: some ten minutes, and most outages of a site end."""

LEASING = 0x0E7EC02E  # any number, the same in every process that leases
CROWD = 20  # events; where more wait, nobody waits for all of them

_COMMAND = col(InboxRow.event) == Event.COMMAND.value  # has no post to keep an order for


def next_due(session: Session, now: datetime) -> Select[InboxRow]:
    """Ask for the event to take next, this transaction being the only one that takes any.

    Else two workers would each take one of the same channel, neither seeing the other's yet.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(LEASING)))
    return _fairly(now) if _is_crowded(session, now) else _due(now).order_by(col(InboxRow.number))


def bury(session: Session, now: datetime) -> None:
    """Give up events whose last try never came back: the worker died of them each time."""
    reason = f"the worker ended {TRIES} times while at it"
    session.execute(
        update(InboxRow)
        .where(col(InboxRow.state) == LEASED, col(InboxRow.not_before) <= now)
        .where(col(InboxRow.attempts) >= TRIES)
        .values(state=DEAD, token="", reason=reason)
        .execution_options(synchronize_session=False)
    )


def _due(now: datetime) -> Select[InboxRow]:
    """Ask for the events that are due, but for those behind another one of their channel."""
    free = or_(_COMMAND, and_(~_behind_its_post(), ~_in_a_busy_channel()))
    return (
        select(InboxRow)
        .where(col(InboxRow.state).in_([WAITING, LEASED]), is_due(InboxRow, now))
        .where(free, col(InboxRow.workspace).not_in(AWAY))
    )


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


def _is_crowded(session: Session, now: datetime) -> bool:
    some = select(col(InboxRow.number)).where(waiting(now)).limit(CROWD + 1).subquery()
    return (session.scalar(select(func.count()).select_from(some)) or 0) > CROWD


def _fairly(now: datetime) -> Select[InboxRow]:
    """Ask for a command first, else for the head of any channel: all channels move on."""
    heads = (
        select(func.min(col(InboxRow.number)))
        .where(waiting(now), ~_COMMAND)
        .group_by(col(InboxRow.workspace), col(InboxRow.channel))
    )
    first = or_(_COMMAND, col(InboxRow.state) == LEASED, col(InboxRow.number).in_(heads))
    return _due(now).where(first).order_by(_COMMAND.desc(), func.random())


def waiting(now: datetime) -> ColumnElement[bool]:
    """Whether an event could be taken now, as far as its own state goes."""
    return and_(col(InboxRow.state) == WAITING, is_due(InboxRow, now))
