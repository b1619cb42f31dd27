"""The tables of links between claims and of checks, as they were found."""

from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field

from storage.tables.base import NUMBER, Numbered, Recorded


class RelationRow(Numbered, Recorded, table=True):
    """A link as it was found when `reading` was filed; it goes with either of its claims."""

    __tablename__ = "relations"

    reading: int = Field(
        foreign_key="versions.number", ondelete="CASCADE", index=True, sa_type=NUMBER
    )
    later: int = Field(foreign_key="claims.number", ondelete="CASCADE", index=True, sa_type=NUMBER)
    earlier: int = Field(
        foreign_key="claims.number", ondelete="CASCADE", index=True, sa_type=NUMBER
    )
    relation: str
    shown: bool
    score: float
    why: list[str] = Field(sa_type=JSON)
    differences: list[dict[str, Any]] = Field(sa_type=JSON)


class CheckRow(Numbered, Recorded, table=True):
    """A check of a reading; `line` quotes the claims it rests on, so it goes with any of them.

    `rests_on` counts them: a check that has lost one shows nowhere.
    """

    __tablename__ = "checks"

    reading: int = Field(
        foreign_key="versions.number", ondelete="CASCADE", index=True, sa_type=NUMBER
    )
    kind: str
    line: str
    rests_on: int


class CheckedRow(Recorded, table=True):
    """One of the claims that a check rests on, in order."""

    __tablename__ = "checked"

    check: int = Field(
        primary_key=True, foreign_key="checks.number", ondelete="CASCADE", sa_type=NUMBER
    )
    position: int = Field(primary_key=True)
    claim: int = Field(foreign_key="claims.number", ondelete="CASCADE", index=True, sa_type=NUMBER)
