"""Which claims hang together: those that can be reached from one over links that a viewer sees."""

from collections.abc import Collection, Iterator

from sqlalchemy import Select, or_, select
from sqlmodel import col

from storage.parting import unparted
from storage.sight import Sight
from storage.tables import ClaimRow, JoinedRow, RelationRow

MOST_REACHED = 500
"""Claims of one story; what hangs together beyond that is no story that anybody can follow."""


def reached(session: Sight, numbers: Collection[int]) -> set[int]:
    """Return the row numbers of all claims that hang together with these, these among them.

    Both ends of every step are claims that the viewer may see; pairs that people parted are no
    step, those that they joined are one.
    """
    found, edge = set(numbers), set(numbers)
    while edge and len(found) < MOST_REACHED:
        edge = {end for pair in _steps(session, edge) for end in pair} - found
        found |= edge
    return found


def _steps(session: Sight, edge: Collection[int]) -> Iterator[tuple[int, int]]:
    for table in (RelationRow, JoinedRow):
        asked = _over(table, edge).where(unparted(table))
        yield from ((later, earlier) for later, earlier in session.execute(asked).all())


def _over(table: type[RelationRow | JoinedRow], edge: Collection[int]) -> Select[int, int]:
    seen = select(col(ClaimRow.number))  # those of the viewer, and no others
    return (
        select(col(table.later), col(table.earlier))
        .where(or_(col(table.later).in_(edge), col(table.earlier).in_(edge)))
        .where(col(table.later).in_(seen), col(table.earlier).in_(seen))
    )
