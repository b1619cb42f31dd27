"""How a database does, for whoever runs the bot: counts, ids and times, no words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, func, make_url, select
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.newsroom.channel import Kind
from bot.newsroom.post import LetterKind
from storage.database import migrations
from storage.outbox import DEAD, POSTED, WAITING
from storage.tables import ChannelRow, InboxRow, OutboxRow, PartedRow


class Version(StrEnum):
    """How the tables stand to this version of the bot."""

    NONE = "none"
    OLDER = "older"
    CURRENT = "current"
    NEWER = "newer"


@dataclass(frozen=True, slots=True)
class Dead:
    """An event or a letter that nobody tries any more, by its key, and why."""

    what: str
    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class Noise:
    """How often the bot spoke in a channel, and how often people called a pair not related.

    `channel` is its name, of one that is not open its id.
    """

    channel: str
    replies: int
    not_related: int


def is_missing(url: str) -> bool:
    """Tell whether the address is a SQLite file that is not there yet."""
    try:
        address = make_url(url)
    except ArgumentError:
        return False
    file = address.database
    on_disk = address.drivername == "sqlite" and file not in {None, "", ":memory:"}
    return on_disk and not Path(str(file)).exists()


def version_of(engine: Engine) -> Version:
    """Tell how the tables stand, and change nothing."""
    with engine.connect() as connection:
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

    def dead(self) -> Sequence[Dead]:
        """Return what nobody tries any more, the oldest first."""
        with Session(self._engine) as session:
            events = select(InboxRow).where(col(InboxRow.state) == DEAD)
            letters = select(OutboxRow).where(col(OutboxRow.state) == DEAD)
            return (
                *(Dead("event", one.key, one.reason) for one in session.scalars(events)),
                *(Dead("letter", one.key, one.reason) for one in session.scalars(letters)),
            )

    def waiting_since(self) -> datetime | None:
        """Return when the oldest came of what is still to be dealt with or to be said."""
        with Session(self._engine) as session:
            oldest = [
                session.scalar(
                    select(func.min(table.received_at)).where(col(table.state) == WAITING)
                )
                for table in (InboxRow, OutboxRow)
            ]
        return min((moment for moment in oldest if moment), default=None)

    def noise(self, since: datetime, most: int) -> Sequence[Noise]:
        """Return the channels with the most replies since then, the loudest first."""
        replies = (
            select(col(OutboxRow.channel), func.count())
            .where(col(OutboxRow.kind) == LetterKind.BRIEF.value)
            .where(col(OutboxRow.state) == POSTED, col(OutboxRow.sent_ts) != "")
            .where(col(OutboxRow.received_at) >= since)
            .group_by(col(OutboxRow.channel))
        )
        parted = (
            select(col(PartedRow.channel), func.count())
            .where(col(PartedRow.said_at) >= since)
            .group_by(col(PartedRow.channel))
        )
        with Session(self._engine) as session:
            said = {row[0]: row[1] for row in session.execute(replies)}
            wrong = {row[0]: row[1] for row in session.execute(parted)}
            names = {row.id: _name(row) for row in session.scalars(select(ChannelRow))}
        found = [
            Noise(names.get(one, one), said.get(one, 0), wrong.get(one, 0))
            for one in {**said, **wrong}
        ]
        return sorted(found, key=lambda one: (-one.replies, -one.not_related, one.channel))[:most]


def _name(row: ChannelRow) -> str:
    return f"#{row.name}" if row.kind == Kind.PUBLIC.value and row.name else row.id
