"""Pairs of claims that a person called not related, and how no link joins them again."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_, select
from sqlmodel import SQLModel, col

from storage.deeds import stamp
from storage.places import insert_new
from storage.sight import Sight
from storage.tables import ClaimRow, JoinedRow, PartedRow, RelationRow


def part(session: Sight, pair: tuple[str, str], person: str, now: datetime) -> bool:
    """Remember that the two claims are not related; False if the viewer may not see both."""
    asked = select(ClaimRow).where(col(ClaimRow.id).in_(pair))
    rows = {row.id: row for row in session.scalars(asked)}
    if len(rows) != len(pair):
        return False
    later, earlier = (rows[claim] for claim in pair)
    row = PartedRow(
        **stamp(session, later, earlier),
        later=later.known,
        earlier=earlier.known,
        person=person,
        said_at=now,
    )
    insert_new(session, row)
    return True


def together(
    table: type[RelationRow | JoinedRow] = RelationRow,
) -> ColumnElement[bool]:
    """Say of a link that nobody has parted its claims, whichever came first.

    By the bare table, past the viewer: what one channel found wrong is wrong for all, and a
    link that is not there tells nobody who parted it.
    """
    parted = SQLModel.metadata.tables["parted"].c
    same = and_(parted.later == table.later, parted.earlier == table.earlier)
    turned = and_(parted.later == table.earlier, parted.earlier == table.later)
    return ~select(parted.person).where(or_(same, turned)).exists()
