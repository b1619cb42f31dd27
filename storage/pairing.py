"""Pairs that people called the same claim, or not related: set, found again, taken back."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, or_, select, true
from sqlmodel import col

from bot.newsroom.act import Act, Deed
from bot.newsroom.judgement import Same
from bot.newsroom.undo import Undo
from storage.deeds import is_any, note, seen_claim, stamp, undone
from storage.inserting import insert_new
from storage.parting import unparted
from storage.sight import Sight
from storage.tables import ClaimRow, JoinedRow, PartedRow

TABLES: Mapping[Deed, type[JoinedRow | PartedRow]] = {
    Deed.JOINED: JoinedRow,
    Deed.PARTED: PartedRow,
    Deed.MERGED: JoinedRow,
}
MOST_PARTED = 20
WORDS = {
    Deed.JOINED: "called the same as {}",
    Deed.PARTED: "parted from {}",
    Deed.MERGED: "its story put together with that of {}",
}


def pair_up(session: Sight, deed: Deed, pair: tuple[str, str], act: Act) -> bool:
    """Remember what a person said of two claims (later, earlier), in place of the contrary.

    Their stories are merged where they are not called the same but of one story.

    False if the viewer may not see both. `act` is who and when; its claim and words are of no
    account.
    """
    rows = _both(session, pair)
    if rows is None:
        return False
    later, earlier = rows
    for table in TABLES.values():
        if table is not TABLES[deed]:
            session.execute(delete(table).where(_is(table, later, earlier)))
    more = {"same": deed is Deed.JOINED} if TABLES[deed] is JoinedRow else {}
    row = TABLES[deed](
        **stamp(session, later, earlier),
        later=later.known,
        earlier=earlier.known,
        person=act.person,
        said_at=act.done_at,
        **more,
    )
    if insert_new(session, row):
        for one, other in ((later, earlier), (earlier, later)):
            detail = WORDS[deed].format(other.id)
            note(session, one, Act(one.id, deed, act.person, act.done_at, detail), other)
    return True


def unpair(session: Sight, undo: Undo, now: datetime) -> tuple[str, ...]:
    """Take back what a person said of pairs; return the ids of their claims."""
    table = TABLES[undo.deed]
    ids: list[str] = []
    for pair in undo.pairs:
        rows = _both(session, pair)
        own = _is(table, *rows) & (col(table.person) == undo.person) if rows else ~true()
        row = session.scalars(select(table).where(own)).first()
        if rows is None or row is None:
            continue
        session.delete(row)
        for claim in rows:
            note(session, claim, undone(claim, undo.person, now, undo.deed))
            ids.append(claim.id)
    return tuple(ids)


def separate(session: Sight, deed: Deed, pair: tuple[str, str], act: Act) -> bool:
    """Let go of what anybody said of a pair, whichever came first; False if nobody had."""
    rows, table = _both(session, pair), TABLES[deed]
    if rows is None:
        return False
    said = or_(_is(table, *rows), _is(table, *reversed(rows)))
    gone = session.scalars(select(table).where(said)).all()
    for row in gone:
        session.delete(row)
    for claim in rows if gone else ():
        note(session, claim, undone(claim, act.person, act.done_at, deed))
    return bool(gone)


def parted(session: Sight, numbers: Collection[int]) -> Sequence[tuple[int, int]]:
    """Return the pairs (later, earlier) of row numbers with one of these that people parted."""
    either = or_(col(PartedRow.later).in_(numbers), col(PartedRow.earlier).in_(numbers))
    asked = select(col(PartedRow.later), col(PartedRow.earlier)).where(either)
    rows = session.execute(asked.order_by(col(PartedRow.said_at).desc()).limit(MOST_PARTED)).all()
    return tuple((later, earlier) for later, earlier in rows)


def any_same(session: Sight) -> bool:
    """Tell whether people have called any claims the same that the viewer may see."""
    same = select(col(JoinedRow.later)).where(col(JoinedRow.same) == true())
    return is_any(session, same)


def same_as(session: Sight, numbers: Collection[int]) -> Mapping[int, tuple[Same, ...]]:
    """Return with which others people called each of these claims the same, by row number."""
    either = or_(col(JoinedRow.later).in_(numbers), col(JoinedRow.earlier).in_(numbers))
    said = select(JoinedRow).where(either, col(JoinedRow.same) == true(), unparted(JoinedRow))
    rows = session.scalars(said).all()
    ends = {end for row in rows for end in (row.later, row.earlier)}
    asked = select(col(ClaimRow.number), col(ClaimRow.id)).where(col(ClaimRow.number).in_(ends))
    ids = {number: claim for number, claim in session.execute(asked).all() if number}
    found: defaultdict[int, tuple[Same, ...]] = defaultdict(tuple)
    for row in rows:
        for one, other in ((row.later, row.earlier), (row.earlier, row.later)):
            if one in ids and other in ids:
                found[one] = (*found[one], Same(ids[other], row.person))
    return found


def _both(session: Sight, pair: tuple[str, str]) -> tuple[ClaimRow, ClaimRow] | None:
    later, earlier = (seen_claim(session, claim) for claim in pair)
    return (later, earlier) if later and earlier and later.id != earlier.id else None


def _is(
    table: type[JoinedRow | PartedRow], later: ClaimRow, earlier: ClaimRow
) -> ColumnElement[bool]:
    return (col(table.later) == later.known) & (col(table.earlier) == earlier.known)
