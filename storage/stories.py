"""Names of stories and the pairs across which people split them; a story itself is no row."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Engine, and_, delete, or_, select
from sqlmodel import col

from bot.newsroom.act import Act, Deed
from bot.newsroom.story import StoryName
from bot.newsroom.undo import Undo
from bot.newsroom.viewer import Viewer
from storage.database import writing
from storage.deeds import note, seen_claim, stamp, undone
from storage.inserting import insert_new
from storage.parting import unparted
from storage.sight import Sight
from storage.tables import ClaimRow, JoinedRow, PartedRow, RelationRow, StoryNameRow


class Stories:
    """The stories of all workspaces; each call is one transaction in its viewer's sight."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def name(self, viewer: Viewer, wanted: StoryName) -> bool:
        """Name the story of a claim; False if the viewer may not see it."""
        with Sight(writing(self._engine), viewer) as session, session.begin():
            claim = seen_claim(session, wanted.claim)
            if claim is None:
                return False
            row = StoryNameRow(
                **stamp(session, claim),
                claim=claim.known,
                name=wanted.name,
                person=wanted.person,
                said_at=wanted.said_at,
            )
            session.add(row)
            note(session, claim, Act(claim.id, Deed.TITLED, wanted.person, wanted.said_at))
            return True

    def named(self, viewer: Viewer, claims: Collection[str]) -> StoryName | None:
        """Return the newest name that was given to any of the claims, None where none was."""
        asked = (
            select(StoryNameRow, col(ClaimRow.id))
            .join(ClaimRow, col(ClaimRow.number) == col(StoryNameRow.claim))
            .where(col(ClaimRow.id).in_(claims))
            .order_by(col(StoryNameRow.number).desc())
            .limit(1)
        )
        with Sight(self._engine, viewer) as session:
            found = session.execute(asked).first()
            return _as_name(*found) if found else None

    def split(
        self,
        viewer: Viewer,
        away: Collection[str],
        stay: Collection[str],
        by: tuple[str, datetime],
    ) -> int:
        """Part every pair of linked claims across, by a person at a moment; return how many."""
        person, moment = by
        with Sight(writing(self._engine), viewer) as session, session.begin():
            rows = _rows(session, {*away, *stay})
            gone = {number for number, row in rows.items() if row.id in away}
            pairs = _across(session, gone, rows.keys() - gone)
            for later, earlier in pairs:
                where = stamp(session, rows[later], rows[earlier])
                row = PartedRow(
                    **where, later=later, earlier=earlier, person=person, said_at=moment
                )
                insert_new(session, row)
            for number in sorted(gone if pairs else ()):
                claim = rows[number]
                note(session, claim, Act(claim.id, Deed.SPLIT, person, moment))
            return len(pairs)


def unname(session: Sight, undo: Undo, now: datetime) -> tuple[str, ...]:
    """Take a person's name for a story back; return the id of the claim by which it was named."""
    claim = seen_claim(session, undo.claim)
    if claim is None:
        return ()
    own = and_(
        col(StoryNameRow.claim) == claim.known,
        col(StoryNameRow.person) == undo.person,
        col(StoryNameRow.said_at) == undo.done_at,
    )
    row = session.scalars(select(StoryNameRow).where(own)).first()
    if row is None:
        return ()
    session.delete(row)
    note(session, claim, undone(claim, undo.person, now, Deed.TITLED))
    return (claim.id,)


def unsplit(session: Sight, undo: Undo, now: datetime) -> tuple[str, ...]:
    """Take back all that a person parted at one moment; return the ids of the claims."""
    own = and_(col(PartedRow.person) == undo.person, col(PartedRow.said_at) == undo.done_at)
    asked = select(col(PartedRow.later), col(PartedRow.earlier)).where(own)
    ends = {end for pair in session.execute(asked).all() for end in pair}
    session.execute(delete(PartedRow).where(own).execution_options(synchronize_session=False))
    claims = session.scalars(select(ClaimRow).where(col(ClaimRow.number).in_(ends))).all()
    for claim in claims:
        note(session, claim, undone(claim, undo.person, now, Deed.SPLIT))
    return tuple(claim.id for claim in claims)


def _as_name(row: StoryNameRow, claim: str) -> StoryName:
    return StoryName(claim, row.name, row.person, row.said_at)


def _rows(session: Sight, claims: Collection[str]) -> Mapping[int, ClaimRow]:
    asked = select(ClaimRow).where(col(ClaimRow.id).in_(claims))
    return {row.known: row for row in session.scalars(asked)}


def _across(
    session: Sight, away: Collection[int], stay: Collection[int]
) -> Sequence[tuple[int, int]]:
    """Return the linked and joined pairs (later, earlier) of which one end goes and one stays."""
    pairs: dict[tuple[int, int], None] = {}
    for table in (RelationRow, JoinedRow):
        later, earlier = col(table.later), col(table.earlier)
        either = or_(
            and_(later.in_(away), earlier.in_(stay)), and_(later.in_(stay), earlier.in_(away))
        )
        asked = select(later, earlier).where(either, unparted(table))
        pairs |= dict.fromkeys((one, other) for one, other in session.execute(asked).all())
    return tuple(pairs)
