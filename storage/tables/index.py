"""The tables of the index by which claims are found; hashed with its scope, it names nobody."""

from sqlalchemy import BigInteger, LargeBinary
from sqlmodel import Field, SQLModel


class KeyRow(SQLModel, table=True):
    """A word or name under which a claim is found, hashed with its scope.

    Workspace, channel and visibility are inside `key`: it cannot be asked for without them.
    """

    __tablename__ = "claim_key"
    __table_args__ = ({"sqlite_with_rowid": False},)

    key: int = Field(primary_key=True, sa_type=BigInteger)
    claim: int = Field(
        primary_key=True,
        foreign_key="claims.number",
        ondelete="CASCADE",
        index=True,
        sa_type=BigInteger,
    )


class KeyedRow(SQLModel, table=True):
    """All keys of a claim, eight bytes each, a key as often as the claim says it."""

    __tablename__ = "keyed"

    claim: int = Field(
        primary_key=True, foreign_key="claims.number", ondelete="CASCADE", sa_type=BigInteger
    )
    keys: bytes = Field(sa_type=LargeBinary)


class KeyCountRow(SQLModel, table=True):
    """How many claims stand under a key; triggers of the database keep it, so that it is true."""

    __tablename__ = "key_count"
    __table_args__ = ({"sqlite_with_rowid": False},)

    key: int = Field(primary_key=True, sa_type=BigInteger)
    claims: int = Field(sa_type=BigInteger)
