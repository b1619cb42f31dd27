"""What came in and is not yet dealt with: kept once, leased to one worker, tried again."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import Engine, Select, and_, false, or_, select
from sqlalchemy.orm import Session, aliased
from sqlmodel import col

from bot.newsroom.post import TRIES, Event, Incoming, Leased, Wait
from storage.arriving import keep
from storage.choosing import next_due, open_by_now
from storage.database import writing
from storage.leasing import after, change, post_of, take
from storage.queueing import waits
from storage.sharing import Together
from storage.states import DEAD, DONE, LEASED, NO_WORDS_IN, WAITING
from storage.tables import InboxRow

FIRST_DELAY_S = 5
RESTORED = "It waited in a backup: what it set off may have been said since."
"""Why an event that came out of a backup waits."""
GROWTH = 3  # 5 s, 15 s, 45 s, 2 min 15 s, 6 min 45 s


class Inbox:
    """The inbox of all workspaces, for any number of threads and processes at once."""

    def __init__(self, engine: Engine) -> None:
        self._read, self._engine = engine, writing(engine)
        self._keep = Together(partial(keep, self._engine))

    def put(self, incoming: Incoming, now: datetime) -> bool:
        """Keep the event; False when it is there already. What comes at once shares a commit."""
        return self._keep((incoming, now))

    def lease(self, now: datetime, seconds: float) -> Leased | None:
        """Hand out the oldest event that is due and that nobody holds.

        What is read in one channel is read in its order: an article is compared with the one
        pasted before it, and a deletion waits until the message that it deletes was read. Only
        what failed and is to be tried again lets others by; commands wait for nothing.
        """
        with Session(self._read) as session:
            open_ones = open_by_now(session, now)
        if not open_ones:
            return None
        with Session(self._engine) as session, session.begin():
            due = next_due(session, open_ones)
            taken = take(session, due, now, after(now, seconds), LEASED)
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
        with Session(self._read) as session:
            return session.scalars(_overtaking(leased.incoming)).first() is not None

    def fail(self, leased: Leased, now: datetime, reason: str) -> bool:
        """Put back with a growing delay; True when it has failed too often and is now dead."""
        dead = leased.attempts >= TRIES
        again = after(now, FIRST_DELAY_S * GROWTH ** (leased.attempts - 1))
        values = {"state": DEAD if dead else WAITING, "not_before": again, "reason": reason}
        values |= NO_WORDS_IN if dead else {}
        with Session(self._engine) as session, session.begin():
            return change(session, InboxRow, _held(leased), values) and dead

    def waits(self, now: datetime, longer: timedelta) -> Sequence[Wait]:
        """Return who has waited longer, by person and channel; some of them, if there are many."""
        with Session(self._read) as session:
            return waits(session, now, longer)


def finish(session: Session, leased: Leased) -> bool:
    """Mark the event as done and blank it; False, and nothing changed, if the lease was lost."""
    return change(session, InboxRow, _held(leased), {"state": DONE, **NO_WORDS_IN})


def _held(leased: Leased) -> tuple[str, str]:
    return leased.incoming.key, leased.token


def _leased(row: InboxRow) -> Leased:
    incoming = Incoming(
        key=row.key,
        event=Event(row.event),
        post=post_of(row),
        text=row.text,
        links=tuple(row.links),
        respond_to=row.respond_to,
    )
    return Leased(incoming, row.token, row.attempts, row.reason == RESTORED)


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
