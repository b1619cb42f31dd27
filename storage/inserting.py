"""How a row is inserted only once, on each database."""

from collections.abc import Sequence

from sqlalchemy import Table, literal
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session
from sqlmodel import SQLModel

from storage.tables import bare


def insert_new(session: Session, row: SQLModel) -> bool:
    """Insert the row unless one with its key is there; tell whether it was inserted.

    RETURNING tells it: of the count the drivers say different things, PostgreSQL's -1.
    """
    statement = _insert(session, type(row)).values(row.model_dump(exclude_none=True))
    inserted = statement.on_conflict_do_nothing().returning(literal(1))
    return session.execute(inserted).first() is not None


def insert_all_new(session: Session, rows: Sequence[SQLModel]) -> None:
    """Insert rows of one table, all at once, but for those that are there.

    Into the bare table, which takes many at once: nothing is shown to anybody.
    """
    if rows:
        table = bare(str(rows[0].__tablename__))
        values = [row.model_dump(exclude_none=True) for row in rows]
        session.connection().execute(_insert(session, table).on_conflict_do_nothing(), values)


def _insert(session: Session, table: type[SQLModel] | Table) -> sqlite.Insert | postgresql.Insert:
    dialect = session.get_bind().dialect.name
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
