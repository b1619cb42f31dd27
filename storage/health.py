"""How a database does, for whoever runs the bot: counts, ids and times, no words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import ColumnElement, Engine, Select, case, func, or_, select
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.newsroom.channel import Kind
from bot.newsroom.install import Stopped
from bot.newsroom.post import LetterKind
from storage.alone import file_of
from storage.channels import AWAY
from storage.database import migrations, read_only
from storage.installs import stopped
from storage.leasing import Row, is_due, moments
from storage.outbox import PUTTING_RIGHT
from storage.refusals import plainly
from storage.states import DEAD, LEASED, POSTED, POSTING, WAITING
from storage.tables import ChannelRow, InboxRow, OutboxRow, PartedRow

LATE = {
    "events": timedelta(minutes=30),  # a burst of two thousand links is read in less
    "letters": timedelta(minutes=10),  # longer than any delay between two tries
}
"""For longer than this nothing waits in a queue while all is well."""


class Version(StrEnum):
    """How the tables stand to this version of the bot."""

    NONE = "none"
    OLDER = "older"
    CURRENT = "current"
    NEWER = "newer"


@dataclass(frozen=True, slots=True)
class Dead:
    """An event or a letter that was given up, by its key, and why.

    `rights` is whether it was to put right, or take back, a post that stands.
    """

    what: str
    key: str
    reason: str
    rights: bool = False


@dataclass(frozen=True, slots=True)
class Noise:
    """How often the bot spoke in a channel, and how often people called a pair not related.

    `channel` is its name, of one that is not open its id.
    """

    channel: str
    replies: int
    not_related: int


@dataclass(frozen=True, slots=True)
class Queue:
    """How the inbox ("events") or the outbox ("letters") stands, over all workspaces.

    What was in hand of a process that died waits too, once its lease is over. `oldest` is when
    the oldest of those came that wait.
    """

    what: str
    waiting: int
    in_hand: int
    dead: int
    oldest: datetime | None

    def age(self, now: datetime) -> float:
        """Return for how many seconds the oldest waits, 0 where nothing does."""
        return max(0.0, (now - self.oldest).total_seconds()) if self.oldest else 0.0

    def is_late(self, now: datetime) -> bool:
        """Tell whether the oldest waits for longer than it does while all is well."""
        return self.age(now) > LATE[self.what].total_seconds()


def is_missing(url: str) -> bool:
    """Tell whether the address is a SQLite file that is not there yet."""
    file = file_of(url)
    return file is not None and not file.exists()


def version_of(engine: Engine) -> Version:
    """Tell how the tables stand, and change nothing; raises SetUpTrouble for closed ones."""
    with plainly(engine), engine.connect() as connection:
        now = MigrationContext.configure(connection).get_current_revision()
        steps = ScriptDirectory.from_config(migrations(connection))
        known = {step.revision for step in steps.walk_revisions()}
        newest = steps.get_current_head()
    if now is None:
        return Version.NONE
    if now == newest:
        return Version.CURRENT
    return Version.OLDER if now in known else Version.NEWER


class Health:
    """What can be counted in the queues and in the channels."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def dead(self, since: datetime) -> Sequence[Dead]:
        """Return what was given up since a moment, the oldest first, and posts that stand.

        Those were to be taken back, however long ago. Of workspaces that left nothing is told.
        """
        with Session(self._engine) as session:
            events = _given_up(InboxRow).where(col(InboxRow.not_before) >= since)
            stand = col(OutboxRow.kind).in_(PUTTING_RIGHT)
            lately = or_(col(OutboxRow.not_before) >= since, stand)
            letters = _given_up(OutboxRow).where(lately)
            return (
                *(Dead("event", one.key, one.reason) for one in session.scalars(events)),
                *(
                    Dead("letter", one.key, one.reason, one.kind in PUTTING_RIGHT)
                    for one in session.scalars(letters)
                ),
            )

    def is_read_only(self) -> bool:
        """Tell whether nothing can be written now, as on a PostgreSQL server that stands by."""
        with self._engine.connect() as connection:
            return read_only(connection)

    def queues(self, now: datetime) -> tuple[Queue, Queue]:
        """Return how inbox and outbox stand; what lies for workspaces that left is not counted.

        Nor is what waits for a workspace without a token: that is told by `stopped`.
        """
        with Session(self._engine) as session:
            return _queue(session, InboxRow, now), _queue(session, OutboxRow, now)

    def stopped(self) -> Sequence[Stopped]:
        """Return the workspaces that have no usable token."""
        with Session(self._engine) as session:
            return stopped(session)

    def noise(self, since: datetime, most: int) -> Sequence[Noise]:
        """Return the channels with the most replies since then, the loudest first."""
        posted = col(OutboxRow.state) == POSTED, col(OutboxRow.sent_ts) != ""
        replies = col(OutboxRow.kind) == LetterKind.BRIEF.value
        with Session(self._engine) as session:
            said = _by_channel(
                session, OutboxRow, replies, *posted, col(OutboxRow.received_at) >= since
            )
            wrong = _by_channel(session, PartedRow, col(PartedRow.said_at) >= since)
            rows = session.scalars(select(ChannelRow))
            names = {(row.workspace, row.id): _name(row) for row in rows}
        found = [
            Noise(names.get(one, one[1]), said.get(one, 0), wrong.get(one, 0))
            for one in {**said, **wrong}
        ]
        return sorted(found, key=lambda one: (-one.replies, -one.not_related, one.channel))[:most]


def _by_channel(
    session: Session, table: type[OutboxRow | PartedRow], *wanted: ColumnElement[bool]
) -> dict[tuple[str, str], int]:
    """Count rows by workspace and channel: two newsrooms may share one."""
    place = col(table.workspace), col(table.channel)
    asked = select(*place, func.count()).where(*wanted).group_by(*place)
    return {(row[0], row[1]): row[2] for row in session.execute(asked)}


def _given_up(table: type[Row]) -> Select[Row]:
    own = col(table.workspace).not_in(AWAY)
    return select(table).where(col(table.state) == DEAD, own).order_by(col(table.number))


def _queue(session: Session, table: type[InboxRow | OutboxRow], now: datetime) -> Queue:
    state = col(table.state)
    held = state.in_([LEASED, POSTING])
    stands = case((held & is_due(table), WAITING), (held, LEASED), else_=state)
    asked = (
        select(stands, func.count(), func.min(col(table.received_at)))
        .where(state.in_([WAITING, LEASED, POSTING, DEAD]), col(table.workspace).not_in(AWAY))
        .group_by(stands)
    )
    rows = {row[0]: row for row in session.execute(asked, moments(now))}
    counts = {name: row[1] for name, row in rows.items()}
    return Queue(
        "events" if table is InboxRow else "letters",
        waiting=counts.get(WAITING, 0),
        in_hand=counts.get(LEASED, 0),
        dead=counts.get(DEAD, 0),
        oldest=rows[WAITING][2] if WAITING in rows else None,
    )


def _name(row: ChannelRow) -> str:
    return f"#{row.name}" if row.kind == Kind.PUBLIC.value and row.name else row.id
