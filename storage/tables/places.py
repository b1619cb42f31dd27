"""The tables of workspaces and of channels: as they were last seen, and what people set."""

from datetime import date, datetime, time

from sqlalchemy import JSON, BigInteger, ForeignKeyConstraint, Index, text
from sqlmodel import Field, SQLModel

from storage.tables.base import Instant

TO_BE_INDEXED = text("indexed_to IS NOT NULL")


class WorkspaceRow(SQLModel, table=True):
    """A workspace of which something is on record, and the settings of its newsroom.

    `left_at` is when it took the bot away: nothing is sent there any more. `stopped` is why
    nothing can be said there for now: Slack's word for a token that is worth nothing, or ours.
    """

    __tablename__ = "workspaces"

    id: str = Field(primary_key=True)
    own_outlets: list[str] = Field(default_factory=list, sa_type=JSON)
    checkers: list[str] = Field(default_factory=list, sa_type=JSON)
    allowed: list[str] = Field(default_factory=list, sa_type=JSON)
    quota: int = 0
    owner: str = ""
    hold: bool = False
    left_at: datetime | None = Field(default=None, sa_type=Instant)
    stopped: str = Field(default="", sa_column_kwargs={"server_default": ""})


class ChannelRow(SQLModel, table=True):
    """A channel as it is now; decides who sees what was recorded in it.

    `replies` is "" where nobody chose; `days` are ISO weekdays; `seen_at` is when Slack was asked.
    While its claims are indexed anew, `indexed_to` is the number of the article up to which that
    is done.
    """

    __tablename__ = "channels"
    __table_args__ = (
        Index(
            "ix_channels_indexed_to",
            "workspace",
            sqlite_where=TO_BE_INDEXED,
            postgresql_where=TO_BE_INDEXED,
        ),
    )

    workspace: str = Field(primary_key=True, foreign_key="workspaces.id", ondelete="CASCADE")
    id: str = Field(primary_key=True)
    name: str
    kind: str
    outsiders: bool
    member: bool
    replies: str
    sensitive: bool
    bots: list[str] = Field(default_factory=list, sa_type=JSON)
    digest: bool = True
    digest_at: time = time(9)
    days: list[int] = Field(default_factory=list, sa_type=JSON)
    zone: str = "Etc/UTC"
    weekly: bool = False
    retention: int = 0
    seen_at: datetime | None = Field(default=None, sa_type=Instant)
    indexed_to: int | None = Field(default=None, sa_type=BigInteger)


class SpentRow(SQLModel, table=True):
    """Links that one event brought into a channel, counted against its quota of the day."""

    __tablename__ = "spent"
    __table_args__ = (
        ForeignKeyConstraint(
            ["workspace", "channel"], ["channels.workspace", "channels.id"], ondelete="CASCADE"
        ),
        Index(None, "workspace", "channel", "day"),
    )

    key: str = Field(primary_key=True)
    workspace: str
    channel: str
    day: date
    links: int
