"""Pairs of claims that a person called not related, and how no link joins them again."""

from sqlalchemy import ColumnElement, and_, or_, select

from storage.tables import JoinedRow, RelationRow, bare


def unparted(
    table: type[RelationRow | JoinedRow] = RelationRow,
) -> ColumnElement[bool]:
    """Say of a link that nobody has parted its claims, whichever came first.

    By the bare table, past the viewer: what one channel found wrong is wrong for all, and a
    link that is not there tells nobody who parted it.
    """
    parted = bare("parted").c
    same = and_(parted.later == table.later, parted.earlier == table.earlier)
    turned = and_(parted.later == table.earlier, parted.earlier == table.later)
    return ~select(parted.person).where(or_(same, turned)).exists()
