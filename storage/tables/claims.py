"""The tables of claims, of their figures and of their sourcing."""

from datetime import date

from sqlalchemy import JSON, Index, UniqueConstraint, text
from sqlmodel import Field

from storage.tables.base import NUMBER, Numbered, Recorded

ABOUT_A_DAY = text("when_end IS NOT NULL")


class ClaimRow(Numbered, Recorded, table=True):
    """One claim of one reading; `position` is its place among the claims of the article."""

    __tablename__ = "claims"
    __table_args__ = (
        UniqueConstraint("workspace", "id"),
        Index(
            "ix_claims_when_end",
            "workspace",
            "when_end",
            sqlite_where=ABOUT_A_DAY,
            postgresql_where=ABOUT_A_DAY,
        ),
    )

    id: str
    reading: int = Field(
        foreign_key="versions.number", ondelete="CASCADE", index=True, sa_type=NUMBER
    )
    position: int
    quote: str
    start: int
    end: int
    claimant: str | None
    cue: str
    polarity: str
    certainty: str
    when_start: date | None
    when_end: date | None
    when_text: str
    places: list[str] = Field(sa_type=JSON)
    names: list[str] = Field(sa_type=JSON)
    words: list[str] = Field(sa_type=JSON)
    about: list[str] = Field(sa_type=JSON)
    conditional: bool


class FigureRow(Recorded, table=True):
    """One figure of a claim, in the order of the sentence; an open side is NULL."""

    __tablename__ = "figures"

    claim: int = Field(
        primary_key=True, foreign_key="claims.number", ondelete="CASCADE", sa_type=NUMBER
    )
    position: int = Field(primary_key=True)
    low: float | None
    high: float | None
    unit: str
    what: str
    text: str
    start: int
    end: int
    modifier: str | None
    scope: str | None
    outcome: str | None
    per: str


class SourcingRow(Recorded, table=True):
    """One link of the chain between the claimant and the article, nearest the claimant first."""

    __tablename__ = "sourcing"

    claim: int = Field(
        primary_key=True, foreign_key="claims.number", ondelete="CASCADE", sa_type=NUMBER
    )
    position: int = Field(primary_key=True)
    via: str
