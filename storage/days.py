"""The days of the clock: one row a channel and local day, claimed once by whoever comes first."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from secrets import token_hex

from sqlalchemy import ColumnElement, Engine, Select, delete, false, select, true, update
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.newsroom.channel import Channel, Kind
from bot.newsroom.digestday import LATE, DigestDay, DigestKind, DigestState
from bot.newsroom.localday import Due, local_day
from bot.newsroom.post import Letter, LetterKind, Post
from storage.channels import AWAY, as_channel, hold
from storage.database import writing
from storage.inserting import insert_new
from storage.outbox import put_letter
from storage.tables import ChannelRow, DigestRow

PUT_BACK = timedelta(minutes=5)
"""A clock that is set right by less harms nothing: a digest looks back as far behind the last."""


class Days:
    """The days of all workspaces; the clock asks past every viewer, what it says is checked."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def channels(self) -> Sequence[Channel]:
        """Return every channel that wants digests and has the bot in it, of all workspaces.

        A direct message has no morning meeting, a workspace without a token none for now.
        """
        wanted = select(ChannelRow).where(
            col(ChannelRow.digest) == true(),
            col(ChannelRow.member) == true(),
            col(ChannelRow.kind) != Kind.DIRECT.value,
            col(ChannelRow.workspace).not_in(AWAY),
        )
        in_order = wanted.order_by(col(ChannelRow.workspace), col(ChannelRow.id))
        with Session(self._engine) as session:
            return tuple(as_channel(row) for row in session.scalars(in_order))

    def stopped(self, since: date) -> Sequence[tuple[Channel, date]]:
        """Return channels that want digests but no longer have the bot, with their last day.

        Only those whose last digest came on the day or later.
        """
        own = (col(DigestRow.workspace) == col(ChannelRow.workspace)) & (
            col(DigestRow.channel) == col(ChannelRow.id)
        )
        gone = (col(ChannelRow.digest) == true()) & (col(ChannelRow.member) == false())
        gone &= col(ChannelRow.workspace).not_in(AWAY)
        asked = select(ChannelRow, col(DigestRow.day)).join(DigestRow, own)
        newest = asked.where(gone, col(DigestRow.day) >= since).order_by(col(DigestRow.day))
        with Session(self._engine) as session:
            found = [(as_channel(row), day) for row, day in session.execute(newest)]
        last = {(one.workspace, one.id): (one, day) for one, day in found}
        return tuple(last.values())

    def begin(self, channel: Channel, kind: DigestKind, due: Due, now: datetime) -> bool:
        """Claim a day of a channel and put its letter into the outbox, in one transaction.

        False when the day, or a later one, was claimed before. The first day of a channel is
        claimed without a letter: what was recorded before anybody expected a digest is no news.
        """
        newest = self.last(channel, kind)
        if newest is not None and newest.ran_at - now > PUT_BACK:
            newest = self._put_right(channel, kind, now)
        if newest is not None and newest.day >= due.day:  # so it is at nearly every tick
            return False
        with Session(writing(self._engine)) as session, session.begin():
            hold(session, channel)
            last = _last(session, channel, kind)
            if last is not None and last.day >= due.day:
                return False
            if not insert_new(session, _row(channel, kind, due, now, last)):
                return False
            if last is None:
                return True
            return put_letter(session, _letter(channel, kind, due.day), now)

    def _put_right(self, channel: Channel, kind: DigestKind, now: datetime) -> DigestDay | None:
        """Let the days fit a clock that was put back, and return the newest that is left.

        A day that has not come yet is due when it comes; what is recorded from now on is told by
        the next digest, though the last one was made at what was taken for a later hour.
        """
        today = local_day(channel.schedule, now)
        wrong = (*_where(channel, kind), col(DigestRow.ran_at) > now)
        with Session(writing(self._engine)) as session, session.begin():
            session.execute(delete(DigestRow).where(*wrong, col(DigestRow.day) > today))
            session.execute(update(DigestRow).where(*wrong).values(ran_at=now))
        return self.last(channel, kind)

    def day(self, channel: Channel, kind: DigestKind, day: date) -> DigestDay | None:
        """Return one day's row."""
        with Session(self._engine) as session:
            asked = _of(channel, kind).where(col(DigestRow.day) == day)
            row = session.scalars(asked).first()
            return _as_day(row) if row else None

    def last(self, channel: Channel, kind: DigestKind) -> DigestDay | None:
        """Return the newest row of the channel."""
        with Session(self._engine) as session:
            row = _last(session, channel, kind)
            return _as_day(row) if row else None

    def end(self, day: DigestDay, state: DigestState) -> None:
        """Remember what became of the day's digest."""
        with Session(writing(self._engine)) as session, session.begin():
            ended(session, day, state)


def ended(session: Session, day: DigestDay, state: DigestState) -> None:
    """Remember in this transaction what became of the day's digest."""
    session.execute(
        update(DigestRow)
        .where(col(DigestRow.workspace) == day.workspace)
        .where(col(DigestRow.channel) == day.channel)
        .where(col(DigestRow.kind) == day.kind.value, col(DigestRow.day) == day.day)
        .values(state=state.value)
    )


def _of(channel: Channel, kind: DigestKind) -> Select[DigestRow]:
    return select(DigestRow).where(*_where(channel, kind))


def _where(channel: Channel, kind: DigestKind) -> tuple[ColumnElement[bool], ...]:
    return (
        col(DigestRow.workspace) == channel.workspace,
        col(DigestRow.channel) == channel.id,
        col(DigestRow.kind) == kind.value,
    )


def _last(session: Session, channel: Channel, kind: DigestKind) -> DigestRow | None:
    return session.scalars(_of(channel, kind).order_by(col(DigestRow.day).desc()).limit(1)).first()


def _row(
    channel: Channel, kind: DigestKind, due: Due, now: datetime, last: DigestRow | None
) -> DigestRow:
    """Return the row of a new day; it looks back to the moment at which the last one was made."""
    return DigestRow(
        workspace=channel.workspace,
        channel=channel.id,
        public_when_recorded=False,  # what a digest was made of is nobody else's business
        kind=kind.value,
        day=due.day,
        state=(DigestState.OPEN if last else DigestState.FIRST).value,
        since=last.ran_at if last else now,
        ran_at=now,
        late=now - due.at > LATE,
    )


def _letter(channel: Channel, kind: DigestKind, day: date) -> Letter:
    """Return the day's letter; the row makes it the only one, unless a clock was put back."""
    about = f"{channel.workspace}:{channel.id}:{kind.value}:{day.isoformat()}"
    key = f"digest:{about}:{token_hex(4)}"
    post = Post(channel.workspace, channel.id, "", "", "")
    return Letter(key, LetterKind.DIGEST, post, words=f"{kind.value} {day.isoformat()}")


def _as_day(row: DigestRow) -> DigestDay:
    return DigestDay(
        workspace=row.workspace,
        channel=row.channel,
        kind=DigestKind(row.kind),
        day=row.day,
        state=DigestState(row.state),
        since=row.since,
        ran_at=row.ran_at,
        late=row.late,
    )
