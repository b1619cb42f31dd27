"""The tables of what people watch, what they were told of it, and what they muted."""

from datetime import datetime

from sqlalchemy import ForeignKeyConstraint, Index, UniqueConstraint
from sqlmodel import Field

from storage.tables.base import NUMBER, Instant, Numbered, Recorded


class WatchRow(Numbered, Recorded, table=True):
    """One watch of one person; `claim` is one of its story, NULL for every other kind.

    `direct` is the direct messages in which it is told, "" where its own channel is told.
    """

    __tablename__ = "watches"
    __table_args__ = (
        UniqueConstraint("workspace", "id"),
        Index(None, "workspace", "kind"),
        Index(None, "workspace", "person"),
    )

    id: str
    person: str
    kind: str
    what: str
    direct: str = ""
    claim: int | None = Field(
        foreign_key="claims.number", ondelete="CASCADE", index=True, sa_type=NUMBER
    )
    snoozed_until: datetime | None = Field(sa_type=Instant)
    made_at: datetime = Field(sa_type=Instant)
    key: str = Field(unique=True)


class ToldRow(Recorded, table=True):
    """A claim of which the watch's person was told; never twice."""

    __tablename__ = "told"

    watch: int = Field(
        primary_key=True, foreign_key="watches.number", ondelete="CASCADE", sa_type=NUMBER
    )
    claim: int = Field(
        primary_key=True,
        foreign_key="claims.number",
        ondelete="CASCADE",
        index=True,
        sa_type=NUMBER,
    )
    told_at: datetime = Field(sa_type=Instant)


class MuteRow(Recorded, table=True):
    """A story, by one of its claims, of which the channel wants to hear nothing."""

    __tablename__ = "mutes"
    __table_args__ = (
        ForeignKeyConstraint(
            ["workspace", "channel"], ["channels.workspace", "channels.id"], ondelete="CASCADE"
        ),
        Index(None, "workspace", "channel"),
    )

    claim: int = Field(
        primary_key=True, foreign_key="claims.number", ondelete="CASCADE", sa_type=NUMBER
    )
    channel: str = Field(primary_key=True)
    person: str
    said_at: datetime = Field(sa_type=Instant)
    until: datetime | None = Field(sa_type=Instant)
