"""How all that is on record in a SQLite file is carried to PostgreSQL, row by row."""

from typing import Any

from sqlalchemy import JSON, ColumnElement, Connection, Engine, Table, Text, select, type_coerce
from sqlmodel import SQLModel

from storage.database import upgrade, writing

AT_ONCE = 5_000  # rows that are read into memory
NUMBER = "number"


def carry(source: Engine, target: Engine) -> None:
    """Make the tables in an empty database and fill them, in one transaction.

    The source is up to date. Rows keep their numbers, and the next ones go on from there.
    """
    upgrade(target)
    with source.connect() as old, writing(target).begin() as new:
        new.exec_driver_sql("ALTER TABLE claim_key DISABLE TRIGGER USER")  # counts come along
        for table in SQLModel.metadata.sorted_tables:
            _pour(old, new, table)
            if NUMBER in table.columns:
                _go_on_from_there(new, table)
        new.exec_driver_sql("ALTER TABLE claim_key ENABLE TRIGGER USER")


def _pour(old: Connection, new: Connection, table: Table) -> None:
    quote = new.dialect.identifier_preparer.quote
    names = ", ".join(quote(column.name) for column in table.columns)
    asked = select(*map(_as_it_lies, table.columns))
    rows = old.execute(asked, execution_options={"yield_per": AT_ONCE})
    cursor: Any = new.connection.cursor()
    with cursor, cursor.copy(f"COPY {quote(table.name)} ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _as_it_lies(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Leave JSON the text that it is in both."""
    return type_coerce(column, Text) if isinstance(column.type, JSON) else column


def _go_on_from_there(new: Connection, table: Table) -> None:
    """Have the next row numbered after the last one."""
    name = new.dialect.identifier_preparer.quote(table.name)
    new.exec_driver_sql(
        f"SELECT setval(pg_get_serial_sequence('{name}', '{NUMBER}'),"  # noqa: S608 - our tables
        f" coalesce(max({NUMBER}), 1), max({NUMBER}) IS NOT NULL) FROM {name}"
    )
