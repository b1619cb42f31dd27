"""The tables of articles, of their versions and of the posts that brought them in."""

from datetime import datetime

from sqlalchemy import ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from storage.tables.base import NUMBER, Instant, Numbered, Recorded

KEYED_APART = text("keyed_until IS NOT NULL")
HELD = text("embargo IS NOT NULL")


class ArticleRow(Numbered, Recorded, table=True):
    """An article of one channel; the link is NULL for typed and pasted text, each its own."""

    __tablename__ = "articles"
    __table_args__ = (
        UniqueConstraint("workspace", "channel", "link"),
        Index("ix_articles_workspace_channel_number", "workspace", "channel", "number"),
        ForeignKeyConstraint(
            ["workspace", "channel"], ["channels.workspace", "channels.id"], ondelete="CASCADE"
        ),
    )

    link: str | None


class VersionRow(Numbered, Recorded, table=True):
    """One text of an article as it was read: what the desk calls a reading.

    The publication's moment is kept in UTC, with its offset in seconds beside it: 3 May 2013,
    00:30 in Oslo is still 3 May when it comes back. `keyed_until` is the embargo with which the
    keys of its claims were hashed, NULL where they had none.
    """

    __tablename__ = "versions"
    __table_args__ = (
        UniqueConstraint("workspace", "id"),
        UniqueConstraint("article", "version"),
        Index(None, "workspace", "channel", "text_hash"),
        Index("ix_versions_fetched_at", "workspace", "fetched_at"),
        Index("ix_versions_published", "workspace", "published", "number"),
        Index(
            "ix_versions_embargo",
            "workspace",
            "embargo",
            sqlite_where=HELD,
            postgresql_where=HELD,
        ),
        Index(
            "ix_versions_keyed_until",
            "workspace",
            sqlite_where=KEYED_APART,
            postgresql_where=KEYED_APART,
        ),
    )

    id: str
    article: int = Field(foreign_key="articles.number", ondelete="CASCADE", sa_type=NUMBER)
    version: int
    text: str
    text_hash: str
    url: str
    outlet: str
    title: str
    byline: str
    published: datetime | None = Field(sa_type=Instant)
    published_offset: int
    basis: str
    origin: str
    fetched_at: datetime = Field(sa_type=Instant)
    keyed_until: datetime | None = Field(default=None, sa_type=Instant)


class BroughtRow(Numbered, Recorded, table=True):
    """A post that brought a reading in; the reading goes when the last such post goes."""

    __tablename__ = "brought"
    __table_args__ = (
        UniqueConstraint("reading", "ts"),
        Index(None, "workspace", "channel", "ts"),
        Index("ix_brought_reading", "workspace", "channel", "reading"),
    )

    reading: int = Field(foreign_key="versions.number", ondelete="CASCADE", sa_type=NUMBER)
    ts: str
    thread: str
    person: str
