"""What every table shares: where a row was recorded, moments that stay aware, its bare form."""

from datetime import UTC, datetime

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, Table
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

NUMBER = BigInteger().with_variant(Integer, "sqlite")
"""A row number; SQLite counts up by itself only in a column that is called INTEGER."""

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.metadata.naming_convention = NAMING


class Instant(TypeDecorator[datetime]):
    """An aware moment, kept in UTC: SQLite has no zones and would hand it back naive."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment in UTC; a naive one is a mistake of the caller."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a zone cannot be stored")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment aware, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class Numbered(SQLModel):
    """A row that the database numbers: the later it was written, the higher the number."""

    number: int | None = Field(default=None, primary_key=True, sa_type=NUMBER)

    @property
    def known(self) -> int:
        """Return the number, which the database gives when the row is written."""
        if self.number is None:
            raise ValueError("the row has not been written yet")
        return self.number


class Recorded(SQLModel):
    """Where a row was recorded, whether that channel was open then, until when an embargo holds.

    What the rule who sees what needs of a row; how the channel stands now is in `channels`.
    """

    workspace: str
    channel: str
    public_when_recorded: bool = Field(default=False)
    embargo: datetime | None = Field(default=None, sa_type=Instant)


def bare(name: str) -> Table:
    """Return a table past every viewer: whoever uses it says in its docstring why."""
    return SQLModel.metadata.tables[name]
