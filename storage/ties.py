"""How the links and checks of a reading are written, each tied to its claims."""

from collections.abc import Collection, Mapping

from sqlalchemy import insert, select
from sqlmodel import col

from bot.claims.model import Brief, Check, Link, Reading
from bot.newsroom.filing import Entry
from storage.rows import checked_rows, relation_row, stamp_of
from storage.sight import Sight
from storage.tables import CheckedRow, CheckRow, ClaimRow, VersionRow


def tie(session: Sight, entry: Entry) -> None:
    """Write the entry's links and checks; the claims of the reading are written already.

    One that rests on a claim which was withdrawn while the article was read is left out.
    """
    if entry.reading is None or entry.brief is None:
        return
    own = col(VersionRow.channel) == session.viewer.channel.id
    asked = select(VersionRow).where(own, col(VersionRow.id) == entry.article)
    version = session.scalars(asked).one()
    numbers = _numbers(session, _claims_of(entry.brief))
    for link in entry.brief.links:
        _write_link(session, link, numbers, version)
    for check in entry.brief.checks:
        resting = _resting(check, entry.reading)
        if all(claim in numbers for claim in resting):
            _write_check(session, check, [numbers[claim] for claim in resting], version)


def _claims_of(brief: Brief) -> set[str]:
    ends = {end.id for link in brief.links for end in (link.later, link.earlier)}
    return ends | {claim.id for check in brief.checks for claim in check.claims}


def _numbers(session: Sight, ids: Collection[str]) -> dict[str, int]:
    """Return the row numbers of those of the claims that are there and that the channel sees."""
    asked = select(col(ClaimRow.id), col(ClaimRow.number)).where(col(ClaimRow.id).in_(ids))
    return {claim: number for claim, number in session.execute(asked) if number is not None}


def _resting(check: Check, reading: Reading) -> list[str]:
    """Return the ids of the filed claims that a check rests on: a headline is never filed."""
    headline = reading.title.id if reading.title else ""
    return [claim.id for claim in check.claims if claim.id != headline]


def _write_link(
    session: Sight, link: Link, numbers: Mapping[str, int], version: VersionRow
) -> None:
    if link.later.id in numbers and link.earlier.id in numbers:
        ends = (numbers[link.later.id], numbers[link.earlier.id])
        session.add(relation_row(link, ends, version.known, stamp_of(version)))


def _write_check(session: Sight, check: Check, claims: list[int], version: VersionRow) -> None:
    stamp = stamp_of(version)
    row = CheckRow(
        **stamp,
        reading=version.known,
        kind=check.kind.value,
        line=check.line,
        rests_on=len(claims),
    )
    session.add(row)
    session.flush()
    if claims:
        session.execute(insert(CheckedRow), checked_rows(row.known, claims, stamp))
