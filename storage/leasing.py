"""How one of many workers takes a row of the inbox or the outbox, and how it changes only that."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from secrets import token_hex
from typing import TypeVar

from sqlalchemy import ColumnElement, Engine, Select, bindparam, or_, update
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.newsroom.post import Post
from storage.states import LEASED, POSTING
from storage.tables import BroughtRow, InboxRow, OutboxRow
from storage.tables.base import Instant

Row = TypeVar("Row", InboxRow, OutboxRow)
FARTHEST = timedelta(hours=1)
"""No wait and no lease is longer: a time beyond it was set by a clock that was put back since."""


NOW, TOO_FAR = bindparam("now", type_=Instant), bindparam("too_far", type_=Instant)
"""What a statement asks by that is put together once: to do so costs more than to run it."""


def moments(now: datetime) -> Mapping[str, datetime]:
    """Return what stands for the moments in a statement that asks for what is due."""
    return {"now": now, "too_far": now + FARTHEST}


def is_due(row: type[InboxRow | OutboxRow]) -> ColumnElement[bool]:
    """Say that the time of a row has come, or was set by a clock that went wrong."""
    at = col(row.not_before)
    return or_(at <= NOW, at > TOO_FAR)


def first_free(due: Select[Row]) -> Select[Row]:
    """Ask for the first of the rows that nobody else is taking at this moment."""
    return due.limit(1).with_for_update(skip_locked=True)


def take(
    session: Session, due: Select[Row], now: datetime, until: datetime, state: str
) -> tuple[Row, str] | None:
    """Take the first row that is due, as `first_free` asks for it.

    Return it with the state that it was in; it has a new token, which fences all others, and
    one more attempt.
    """
    row = session.scalars(due, moments(now)).first()
    if row is None:
        return None
    before = row.state
    row.state, row.token, row.not_before = state, token_hex(8), until
    row.attempts += 1
    return row, before


def change(
    session: Session, table: type[Row], held: tuple[str, str], values: Mapping[str, object]
) -> bool:
    """Change the row that is held by this (key, token); False when it is no longer held so."""
    key, token = held
    changed = (
        update(table)
        .where(col(table.key) == key, col(table.token) == token)
        .values(**{"token": "", **values})
        .returning(col(table.number))
        .execution_options(synchronize_session=False)
    )
    return session.scalars(changed).first() is not None


def let_go(engine: Engine, now: datetime) -> None:
    """Make due at once what is held: for whoever is alone on the database, and just starts.

    Whoever held it is dead; whether a letter was posted is looked up, as after any lost lease.
    """
    with Session(engine) as session, session.begin():
        for table, state in ((InboxRow, LEASED), (OutboxRow, POSTING)):
            held = update(table).where(col(table.state) == state)
            session.execute(held.values(not_before=now))


def post_of(row: BroughtRow | InboxRow | OutboxRow) -> Post:
    """Return the post that the row is about."""
    return Post(row.workspace, row.channel, row.ts, row.thread, row.person)


def after(now: datetime, seconds: float) -> datetime:
    """Return the moment so many seconds from now."""
    return now + timedelta(seconds=seconds)
