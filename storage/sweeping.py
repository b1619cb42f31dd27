"""How what is old goes, a channel, all that one said: in portions, since others have to write.

A channel of a hundred thousand claims takes most of a minute. What is killed on the way goes on
where it ended, and a legal hold stops it between two portions.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import ColumnElement, Engine, func, select, true
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.newsroom.channel import Channel
from bot.newsroom.forgetting import NOTHING, Found, Swept, Wanted
from bot.newsroom.post import Leased
from bot.newsroom.viewer import Viewer
from storage import channels, indexing, leaving
from storage.database import writing
from storage.holding import held, require_no_hold, workers
from storage.inserting import insert_new
from storage.leasing import change
from storage.letting_go import forget, forget_readings
from storage.portions import AT_ONCE, CLAIMS_AT_ONCE, portion
from storage.sight import Sight, row_numbers
from storage.tables import ClaimRow, InboxRow, SweptRow, VersionRow, WorkspaceRow


class Sweep:
    """A channel's readings from before a moment, of which what nobody holds on to goes."""

    def __init__(self, engine: Engine, channel: Channel, before: datetime) -> None:
        self._engine, self._channel, self._before = writing(engine), channel, before
        self._after = 0
        self.gone = 0

    def some(self, day: date, keys_of: indexing.KeysOf, now: datetime) -> bool:
        """Forget the next portion; False if there is none, or nothing is to go on this day."""
        with Sight(self._engine, Viewer(self._channel)) as session, session.begin():
            channels.hold(session, self._channel)
            if not _is_due(session, self._channel, day):
                return False
            old = col(VersionRow.fetched_at) < self._before
            readings, _ = _portion(session, old, self._after)
            if not readings:
                return False
            indexing.hold_index(session)
            going = {*readings} - held(session, readings)
            left = forget_readings(session, going, "", now)
            indexing.refresh(session, left, keys_of)
        self._after = readings[-1]
        self.gone += len(going)
        return True

    def end(self, day: date) -> Swept | None:
        """Have the day done, once; return what is to be told of it, None where it was done."""
        with Sight(self._engine, Viewer(self._channel)) as session, session.begin():
            channels.hold(session, self._channel)
            if not _is_due(session, self._channel, day):
                return None
            since = _done(session, self._channel, day, self._before)
            return _told(session, self.gone, _kept(session, since, self._before))


def forget_most(
    engine: Engine, viewer: Viewer, leased: Leased, found: Found, keys_of: indexing.KeysOf
) -> Found:
    """Forget most of the claims that were found, and return the last portion, for the filing.

    From the first portion on the event wants gone whatever there is: who takes it up after a kill
    finds less than the person was told of. Nothing is left where the lease was lost.
    """
    post, now = leased.incoming.post, viewer.now
    whatever = replace(Wanted.read(leased.incoming.text), count=-1).written()
    held_so = (leased.incoming.key, leased.token)
    values = {"token": leased.token, "text": whatever}
    while len(found.claims) > CLAIMS_AT_ONCE and not found.readings:
        with Sight(writing(engine), viewer) as session, session.begin():
            if not change(session, InboxRow, held_so, values):
                return NOTHING
            channels.hold(session, viewer.channel)
            require_no_hold(session, viewer.workspace)
            indexing.hold_index(session)
            going = replace(found, claims=found.claims[:CLAIMS_AT_ONCE])
            indexing.refresh(session, forget(session, going, post.person, now), keys_of)
        found = replace(found, claims=found.claims[CLAIMS_AT_ONCE:])
    return found


def forget_some(engine: Engine, channel: Channel, now: datetime) -> bool:
    """Forget a portion of what was recorded in a channel; False if there is no more."""
    with Sight(writing(engine), Viewer(channel)) as session, session.begin():
        if _on_hold(session, channel):
            return False
        indexing.hold_index(session)
        readings, more = _portion(session, true(), 0)
        forget_readings(session, readings, "", now)
        return more


def forget_rest(engine: Engine, channel: Channel, now: datetime) -> None:
    """Forget what is left of a channel, and the channel."""
    with Sight(writing(engine), Viewer(channel)) as session, session.begin():
        if not _on_hold(session, channel):
            indexing.hold_index(session)
            leaving.forget_channel(session, now)


def _is_due(session: Session, channel: Channel, day: date) -> bool:
    row = session.get(SweptRow, (channel.workspace, channel.id))
    return not (row and row.day >= day) and not _on_hold(session, channel)


def _on_hold(session: Session, channel: Channel) -> bool:
    row = session.get(WorkspaceRow, channel.workspace)
    return bool(row and row.hold)


def _portion(session: Sight, wanted: ColumnElement[bool], after: int) -> tuple[list[int], bool]:
    """Return the numbers of the channel's next readings, in order, and if there are more."""
    asked = (
        select(col(VersionRow.number), func.count(col(ClaimRow.number)))
        .outerjoin(ClaimRow, col(ClaimRow.reading) == col(VersionRow.number))
        .where(col(VersionRow.channel) == session.viewer.channel.id, wanted)
        .where(col(VersionRow.number) > after)
        .group_by(col(VersionRow.number))
        .order_by(col(VersionRow.number))
        .limit(AT_ONCE + 1)
    )
    return portion(session.execute(asked).all())


def _done(session: Sight, channel: Channel, day: date, before: datetime) -> datetime:
    """Note that the day's sweep is done; return up to where the last one looked."""
    row = SweptRow(workspace=channel.workspace, channel=channel.id, day=day, until=before)
    if insert_new(session, row):
        return datetime.min.replace(tzinfo=before.tzinfo)
    row = session.get_one(SweptRow, (channel.workspace, channel.id))
    since, row.day, row.until = row.until, day, max(before, row.until)
    return since


def _kept(session: Sight, since: datetime, before: datetime) -> list[int]:
    """Return those of the old readings still there that no sweep has met."""
    asked = select(col(VersionRow.number)).where(
        col(VersionRow.channel) == session.viewer.channel.id,
        col(VersionRow.fetched_at) >= since,
        col(VersionRow.fetched_at) < before,
    )
    return row_numbers(session, asked)


def _told(session: Sight, gone: int, kept: Collection[int]) -> Swept:
    """Return what is to be told of a sweep: the claims of what was kept, and who worked on it."""
    inside = col(ClaimRow.reading).in_(kept)
    claims = session.scalars(select(col(ClaimRow.id)).where(inside).order_by(col(ClaimRow.number)))
    people = dict.fromkeys(one for reading in kept for one in workers(session, reading))
    return Swept(gone, tuple(claims), tuple(people))
