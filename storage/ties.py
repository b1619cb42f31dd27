"""How the links and checks of a reading are written, each tied to its claims."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import insert, select
from sqlmodel import col

from bot.claims.cited import resting
from bot.claims.model import Check, Link, Reading
from bot.newsroom.filing import Entry
from storage.rows import check_row, checked_rows, relation_row, stamp_of
from storage.sight import Sight
from storage.tables import CheckedRow, CheckRow, ClaimRow, RelationRow, VersionRow

Resting = tuple[Check, Sequence[int]]
"""A check and the row numbers of the filed claims that it rests on."""


def tie(session: Sight, entry: Entry) -> None:
    """Write the entry's links and checks; the claims of the reading are written already.

    One that rests on a claim which was withdrawn while the article was read is left out.
    """
    if entry.reading is None or entry.brief is None:
        return
    own = col(VersionRow.channel) == session.viewer.channel.id
    asked = select(VersionRow).where(own, col(VersionRow.id) == entry.article)
    version = session.scalars(asked).one()
    numbers = _numbers(session, {claim.id for claim in resting(entry.brief)})
    _write_links(session, entry.brief.links, numbers, version)
    _write_checks(session, _whole(entry.brief.checks, entry.reading, numbers), version)


def _numbers(session: Sight, ids: Collection[str]) -> dict[str, int]:
    """Return the row numbers of those of the claims that are there and that the channel sees."""
    asked = select(col(ClaimRow.id), col(ClaimRow.number)).where(col(ClaimRow.id).in_(ids))
    return {claim: number for claim, number in session.execute(asked) if number is not None}


def _whole(checks: Sequence[Check], reading: Reading, numbers: Mapping[str, int]) -> list[Resting]:
    """Return the checks all of whose filed claims are there: a headline is never filed."""
    headline = reading.title.id if reading.title else ""
    ids = [[one.id for one in check.claims if one.id != headline] for check in checks]
    return [
        (check, [numbers[one] for one in resting])
        for check, resting in zip(checks, ids, strict=True)
        if all(one in numbers for one in resting)
    ]


def _write_links(
    session: Sight, links: Sequence[Link], numbers: Mapping[str, int], version: VersionRow
) -> None:
    stamp = stamp_of(version)
    tied = [link for link in links if {link.later.id, link.earlier.id} <= numbers.keys()]
    ends = [(numbers[link.later.id], numbers[link.earlier.id]) for link in tied]
    rows = [
        relation_row(link, both, version.known, stamp)
        for link, both in zip(tied, ends, strict=True)
    ]
    if rows:
        session.execute(insert(RelationRow), rows)


def _write_checks(session: Sight, checks: Sequence[Resting], version: VersionRow) -> None:
    if not checks:
        return
    stamp = stamp_of(version)
    rows = [check_row(check, len(claims), version.known, stamp) for check, claims in checks]
    into = insert(CheckRow).returning(col(CheckRow.number), sort_by_parameter_order=True)
    numbers = session.scalars(into, rows).all()
    numbered = zip(numbers, checks, strict=True)
    resting = [row for n, (_, claims) in numbered for row in checked_rows(n or 0, claims, stamp)]
    if resting:
        session.execute(insert(CheckedRow), resting)
