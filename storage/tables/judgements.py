"""The tables of what people decided: marks, corrections, same or not, names, and the trail."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from storage.tables.base import NUMBER, Instant, Numbered, Recorded


class StatusRow(Numbered, Recorded, table=True):
    """A person's mark on a claim; all marks stay, the newest that was not undone holds."""

    __tablename__ = "statuses"

    claim: int = Field(foreign_key="claims.number", ondelete="CASCADE", index=True, sa_type=NUMBER)
    status: str
    person: str
    marked_at: datetime = Field(sa_type=Instant)
    note: str
    link: str
    key: str = Field(unique=True)  # of the event that set it, so that none counts twice
    undone: bool = False


class EditRow(Numbered, Recorded, table=True):
    """A person's correction of one facet; all stay, the newest that was not undone holds."""

    __tablename__ = "edits"

    claim: int = Field(foreign_key="claims.number", ondelete="CASCADE", index=True, sa_type=NUMBER)
    facet: str
    position: int  # of the figure in the claim, else 0
    before: str
    after: str
    person: str
    edited_at: datetime = Field(sa_type=Instant)
    key: str = Field(unique=True)
    undone: bool = False


class PartedRow(Recorded, table=True):
    """Two claims that a person called not related."""

    __tablename__ = "parted"

    later: int = Field(
        primary_key=True, foreign_key="claims.number", ondelete="CASCADE", sa_type=NUMBER
    )
    earlier: int = Field(
        primary_key=True,
        foreign_key="claims.number",
        ondelete="CASCADE",
        index=True,
        sa_type=NUMBER,
    )
    person: str
    said_at: datetime = Field(sa_type=Instant)


class JoinedRow(Recorded, table=True):
    """Two claims that a person called the same claim, or of one story."""

    __tablename__ = "joined"

    later: int = Field(
        primary_key=True, foreign_key="claims.number", ondelete="CASCADE", sa_type=NUMBER
    )
    earlier: int = Field(
        primary_key=True,
        foreign_key="claims.number",
        ondelete="CASCADE",
        index=True,
        sa_type=NUMBER,
    )
    same: bool  # the same claim; else only of one story
    person: str
    said_at: datetime = Field(sa_type=Instant)


class AliasRow(Numbered, Recorded, table=True):
    """Another name of one and the same claimant, as people of the newsroom said so."""

    __tablename__ = "aliases"
    __table_args__ = (UniqueConstraint("workspace", "channel", "alias"),)

    alias: str
    name: str
    person: str
    said_at: datetime = Field(sa_type=Instant)


class StoryNameRow(Numbered, Recorded, table=True):
    """What people call the story that a claim belongs to; the newest name in a story holds."""

    __tablename__ = "story_names"

    claim: int = Field(foreign_key="claims.number", ondelete="CASCADE", index=True, sa_type=NUMBER)
    name: str
    person: str
    said_at: datetime = Field(sa_type=Instant)


class SettledRow(Numbered, Recorded, table=True):
    """What a person said came of a claim about a time that has passed; `by`, `note` are empty."""

    __tablename__ = "settled"

    claim: int = Field(foreign_key="claims.number", ondelete="CASCADE", index=True, sa_type=NUMBER)
    outcome: str
    by: int | None = Field(
        foreign_key="claims.number", ondelete="CASCADE", index=True, sa_type=NUMBER
    )
    person: str
    note: str
    settled_at: datetime = Field(sa_type=Instant)
    key: str = Field(unique=True)
    undone: bool = False


class ActRow(Numbered, Recorded, table=True):
    """One deed in the trail of a claim; it holds ids and no words, and outlives the claim."""

    __tablename__ = "acts"

    claim: str = Field(index=True)
    deed: str
    person: str
    done_at: datetime = Field(sa_type=Instant)
    detail: str
