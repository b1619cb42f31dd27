"""The tables of the clock: one row a channel and local day, what was said, how far was swept."""

from datetime import date, datetime

from sqlalchemy import ForeignKeyConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.tables.base import Instant, Numbered, Recorded


class DigestRow(Numbered, Recorded, table=True):
    """The digest of one channel and local day: who claims the row, makes it, and nobody else.

    `state` is "nothing" when there was nothing to say; `since` is where it began to look.
    """

    __tablename__ = "digests"
    __table_args__ = (
        UniqueConstraint("workspace", "channel", "kind", "day"),
        ForeignKeyConstraint(
            ["workspace", "channel"], ["channels.workspace", "channels.id"], ondelete="CASCADE"
        ),
    )

    kind: str  # "daily" or "weekly"
    day: date
    state: str
    since: datetime = Field(sa_type=Instant)
    ran_at: datetime = Field(sa_type=Instant)
    late: bool = False


class DigestedRow(Recorded, table=True):
    """What a channel's digests have said: an item by its key, and what stood in it then.

    The key is made of claim ids and the state is a hash: no words are kept.
    """

    __tablename__ = "digested"
    __table_args__ = (
        ForeignKeyConstraint(
            ["workspace", "channel"], ["channels.workspace", "channels.id"], ondelete="CASCADE"
        ),
    )

    workspace: str = Field(primary_key=True)
    channel: str = Field(primary_key=True)
    item: str = Field(primary_key=True)
    state: str
    mentions: int
    said_on: date


class SweptRow(SQLModel, table=True):
    """Up to which moment a channel's readings were looked at for their age, and on which day."""

    __tablename__ = "swept"
    __table_args__ = (
        ForeignKeyConstraint(
            ["workspace", "channel"], ["channels.workspace", "channels.id"], ondelete="CASCADE"
        ),
    )

    workspace: str = Field(primary_key=True)
    channel: str = Field(primary_key=True)
    day: date
    until: datetime = Field(sa_type=Instant)
