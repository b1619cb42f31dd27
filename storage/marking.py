"""People's marks on claims: set, found again, taken back."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from bot.claims.model import Claim
from bot.newsroom.act import Act, Deed
from bot.newsroom.status import Mark, Status
from bot.newsroom.undo import Undo
from storage.correcting import Said
from storage.deeds import is_any, note, seen_claim, stamp, standing, undone
from storage.indexing import is_newest
from storage.inserting import insert_new
from storage.rebuilding import claims_numbered, said_where
from storage.sight import Sight
from storage.tables import ClaimRow, StatusRow, VersionRow

MOST_REOPENED = 20


def mark(session: Sight, status: Status, key: str) -> bool:
    """Set a mark, once for each key; False if the viewer may not see the claim."""
    claim = seen_claim(session, status.claim)
    if claim is None:
        return False
    row = StatusRow(
        **stamp(session, claim),
        claim=claim.known,
        status=status.mark.value,
        person=status.person,
        marked_at=status.marked_at,
        note=status.note,
        link=status.link,
        key=key,
    )
    if insert_new(session, row):
        detail = f"marked {status.mark.value}"
        note(session, claim, Act(claim.id, Deed.MARKED, status.person, status.marked_at, detail))
    return True


def unmark(session: Sight, undo: Undo, now: datetime) -> tuple[str, ...]:
    """Take a mark back; return the id of its claim, nothing if there is none of the person's."""
    own = (
        col(StatusRow.key) == undo.what,
        col(StatusRow.person) == undo.person,
        standing(StatusRow),
    )
    asked = select(StatusRow, ClaimRow).join(ClaimRow, col(ClaimRow.number) == StatusRow.claim)
    found = session.execute(asked.where(*own)).first()
    if found is None:
        return ()
    row, claim = found
    row.undone = True
    note(session, claim, undone(claim, undo.person, now, Deed.MARKED))
    return (claim.id,)


def any_marks(session: Sight) -> bool:
    """Tell whether people have marked anything that the viewer may see."""
    return is_any(session, select(col(StatusRow.number)).where(standing(StatusRow)))


def statuses_of(session: Sight, said: Collection[Said]) -> Mapping[str, Status]:
    """Return the mark that holds for each claim, by its id.

    One of the same quote in an earlier version of the article is told too, as outdated: it was
    said of the earlier text, and the claim is open again.
    """
    articles = {version.article for _, version in said}
    set_on = defaultdict[tuple[int, str], list[tuple[int, StatusRow]]](list)
    for row, quote, article, since in session.execute(
        select(StatusRow, col(ClaimRow.quote), col(VersionRow.article), col(VersionRow.version))
        .join(ClaimRow, col(ClaimRow.number) == col(StatusRow.claim))
        .join(VersionRow, col(VersionRow.number) == col(ClaimRow.reading))
        .where(standing(StatusRow), col(VersionRow.article).in_(articles))
        .order_by(col(StatusRow.number))
    ).all():
        set_on[article, quote].append((since, row))
    newest = _newest(session, col(VersionRow.article).in_({key[0] for key in set_on}))
    found = {}
    for claim, version in said:
        known = [
            (since, row)
            for since, row in set_on[version.article, claim.quote]
            if since <= version.version
        ]
        if known:
            since, last = known[-1]
            found[claim.id] = _status(last, claim.id, outdated=since < newest[version.article])
    return found


def reopened(session: Sight, person: str) -> Sequence[tuple[Claim, Status]]:
    """Return the claims that a person marked and that a newer version has again, unmarked since.

    The newest such marks come first, at most `MOST_REOPENED`.
    """
    newer = aliased(VersionRow)
    asked = (
        select(col(newer.number), col(ClaimRow.quote))
        .join(VersionRow, col(VersionRow.article) == col(newer.article))
        .join(ClaimRow, col(ClaimRow.reading) == col(VersionRow.number))
        .join(StatusRow, col(StatusRow.claim) == col(ClaimRow.number))
        .where(standing(StatusRow), col(StatusRow.person) == person)
        .where(col(newer.version) > col(VersionRow.version), is_newest(newer))
        .order_by(col(StatusRow.number).desc())
        .limit(MOST_REOPENED)
    )
    wanted = dict.fromkeys((number, quote) for number, quote in session.execute(asked).all())
    if not wanted:
        return ()
    among = col(ClaimRow.reading).in_({number for number, _ in wanted})
    said = [
        (row, version)
        for row, version in said_where(session, among)
        if (row.reading, row.quote) in wanted
    ]
    marks = statuses_of(session, said)
    claims = claims_numbered(session, [row.known for row, _ in said])
    return tuple(
        (claims[row.known], mark)
        for row, _ in said
        if (mark := marks.get(row.id)) and mark.outdated and mark.person == person
    )


def _newest(session: Sight, which: ColumnElement[bool]) -> dict[int, int]:
    """Return the newest version of each article."""
    asked = select(col(VersionRow.article), func.max(col(VersionRow.version))).where(which)
    rows = session.execute(asked.group_by(col(VersionRow.article))).all()
    return {article: version or 0 for article, version in rows}


def _status(row: StatusRow, claim: str, *, outdated: bool) -> Status:
    return Status(
        claim=claim,
        mark=Mark(row.status),
        person=row.person,
        marked_at=row.marked_at,
        note=row.note,
        link=row.link,
        outdated=outdated,
    )
