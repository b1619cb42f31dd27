"""What came in and is not yet dealt with: kept once, leased to one worker, tried again."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Engine,
    Executable,
    Select,
    and_,
    bindparam,
    false,
    func,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session, aliased
from sqlmodel import SQLModel, col

from bot.newsroom.post import Event, Incoming, Leased
from storage.database import writing
from storage.leasing import after, change, is_due, post_of, take
from storage.places import AWAY, OPEN
from storage.tables import ChannelRow, InboxRow
from storage.together import Together

TRIES = 6
"""After so many failures an event is dead: some ten minutes, and most outages of a site end."""

FIRST_DELAY_S = 5
GROWTH = 3  # 5 s, 15 s, 45 s, 2 min 15 s, 6 min 45 s

NOT_KEPT = re.compile("[\\x00\\ud800-\\udfff]")
"""NUL, which PostgreSQL's text cannot hold, and halves of characters, which neither database can:
JSON can bring both in, and an event that is refused would be delivered and refused again."""

GIVEN = tuple(
    "workspace channel key event ts thread person text links respond_to state token attempts "
    "not_before received_at reason".split()
)

WAITING, LEASED, DONE, DEAD = "waiting", "leased", "done", "dead"


class Inbox:
    """The inbox of all workspaces, for any number of threads and processes at once."""

    def __init__(self, engine: Engine) -> None:
        self._engine = writing(engine)
        self._keep = Together(self._write)

    def put(self, incoming: Incoming, now: datetime) -> bool:
        """Keep the event; False when it is there already. What comes at once shares a commit."""
        return self._keep((incoming, now))

    def lease(self, now: datetime, seconds: float) -> Leased | None:
        """Hand out the oldest event that is due and that nobody holds.

        Events of one post come one after the other: a deletion waits until the reading of the
        message that it deletes has ended.
        """
        with Session(self._engine) as session, session.begin():
            _bury(session, now)
            taken = take(session, _due(now), after(now, seconds), LEASED)
            return _leased(taken[0]) if taken else None

    def done(self, leased: Leased) -> bool:
        """Mark as dealt with and blank its text; False if the lease was lost."""
        with Session(self._engine) as session, session.begin():
            return finish(session, leased)

    def overtaken(self, leased: Leased) -> bool:
        """Tell whether a newer edit or the deletion of the same post came in too.

        Events come out of order: a deletion may be here before the message that it deletes, and
        so may an edit, which is newer than the message whenever it came.
        """
        if leased.incoming.event in {Event.DELETED, Event.COMMAND, Event.PASTED, Event.FORGET}:
            return False
        with Session(self._engine) as session:
            return session.scalars(_overtaking(leased.incoming)).first() is not None

    def fail(self, leased: Leased, now: datetime, reason: str) -> bool:
        """Put back with a growing delay; True when it has failed too often and is now dead."""
        dead = leased.attempts >= TRIES
        again = after(now, FIRST_DELAY_S * GROWTH ** (leased.attempts - 1))
        values = {"state": DEAD if dead else WAITING, "not_before": again, "reason": reason}
        with Session(self._engine) as session, session.begin():
            return change(session, InboxRow, _held(leased), values) and dead

    def dead(self) -> Sequence[str]:
        """Return one line, key and reason, for each event that nobody tries any more."""
        asked = select(InboxRow).where(col(InboxRow.state) == DEAD).order_by(col(InboxRow.number))
        with Session(self._engine) as session:
            return tuple(f"{row.key}: {row.reason}" for row in session.scalars(asked))

    def _write(self, came: Sequence[tuple[Incoming, datetime]]) -> Sequence[bool]:
        with self._engine.begin() as connection:
            return [
                connection.execute(_KEEP[connection.dialect.name], _values(*one)).first()
                is not None
                for one in came
            ]


def finish(session: Session, leased: Leased) -> bool:
    """Mark the event as done and blank it; False, and nothing changed, if the lease was lost."""
    blanked = {"state": DONE, "text": "", "links": [], "respond_to": ""}
    return change(session, InboxRow, _held(leased), blanked)


def _held(leased: Leased) -> tuple[str, str]:
    return leased.incoming.key, leased.token


def _keeping(insert: Callable[..., sqlite.Insert | postgresql.Insert]) -> Executable:
    """Return the statement that keeps an event; made once, since making it is what takes long.

    Whether the channel is open is looked up in it, as far as is known.
    """
    table = SQLModel.metadata.tables[InboxRow.__tablename__]
    is_open = (
        select(OPEN)
        .where(col(ChannelRow.workspace) == bindparam("workspace"))
        .where(col(ChannelRow.id) == bindparam("channel"))
        .scalar_subquery()
    )
    values: dict[str, ColumnElement[Any]] = {name: bindparam(name) for name in GIVEN}
    values["public_when_recorded"] = func.coalesce(is_open, false())
    return insert(table).values(values).on_conflict_do_nothing().returning(literal(1))


def _values(incoming: Incoming, now: datetime) -> dict[str, object]:
    post = incoming.post
    return {
        "workspace": post.workspace,
        "channel": post.channel,
        "key": incoming.key,
        "event": incoming.event.value,
        "ts": post.ts,
        "thread": post.thread,
        "person": post.person,
        "text": _kept(incoming.text),
        "links": [_kept(link) for link in incoming.links],
        "respond_to": incoming.respond_to,
        "state": WAITING,
        "token": "",
        "attempts": 0,
        "not_before": now,
        "received_at": now,
        "reason": "",
    }


def _kept(text: str) -> str:
    return NOT_KEPT.sub("", text)


def _leased(row: InboxRow) -> Leased:
    incoming = Incoming(
        key=row.key,
        event=Event(row.event),
        post=post_of(row),
        text=row.text,
        links=tuple(row.links),
        respond_to=row.respond_to,
    )
    return Leased(incoming, row.token, row.attempts)


def _bury(session: Session, now: datetime) -> None:
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
    """Ask for the events that are due, but for those behind another one of the same post."""
    before = aliased(InboxRow)
    open_before = (
        select(col(before.number))
        .where(col(before.workspace) == col(InboxRow.workspace))
        .where(col(before.channel) == col(InboxRow.channel))
        .where(col(before.ts) == col(InboxRow.ts), col(before.number) < col(InboxRow.number))
        .where(col(before.state).in_([WAITING, LEASED]))
    )
    alone = col(InboxRow.event) == Event.COMMAND.value  # a command has no post to keep order for
    return (
        select(InboxRow)
        .where(col(InboxRow.state).in_([WAITING, LEASED]), is_due(InboxRow, now))
        .where(or_(alone, ~open_before.exists()), col(InboxRow.workspace).not_in(AWAY))
        .order_by(col(InboxRow.number))
    )


def _overtaking(incoming: Incoming) -> Select[InboxRow]:
    post, own = incoming.post, aliased(InboxRow)
    number = select(col(own.number)).where(col(own.key) == incoming.key).scalar_subquery()
    edited = col(InboxRow.event) == Event.EDITED.value
    if incoming.event is Event.EDITED:
        edited = and_(edited, col(InboxRow.number) > number)
    if incoming.event is Event.AGREED:  # to these links, whatever the message says by now
        edited = false()
    return (
        select(InboxRow)
        .where(col(InboxRow.workspace) == post.workspace, col(InboxRow.channel) == post.channel)
        .where(col(InboxRow.ts) == post.ts, col(InboxRow.key) != incoming.key)
        .where(or_(col(InboxRow.event) == Event.DELETED.value, edited))
        .limit(1)
    )


_KEEP = {"sqlite": _keeping(sqlite.insert), "postgresql": _keeping(postgresql.insert)}
