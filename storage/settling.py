"""What people say came of announced events: written, and taken back."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlmodel import col

from bot.newsroom.act import Act, Deed
from bot.newsroom.outcome import Came, Settlement
from bot.newsroom.undo import Undo
from storage.deeds import note, seen_claim, stamp, standing, undone
from storage.inserting import insert_new
from storage.sight import Sight
from storage.tables import ClaimRow, SettledRow


def settle(session: Sight, said: Settlement, key: str) -> bool:
    """Write what came of a claim's event, once for each key; False if the claim is not seen."""
    claim = seen_claim(session, said.claim)
    if claim is None:
        return False
    row = SettledRow(
        **stamp(session, claim),
        claim=claim.known,
        outcome=said.came.value,
        by=None,
        person=said.person,
        note="",
        settled_at=said.settled_at,
        key=key,
    )
    if insert_new(session, row):
        act = Act(claim.id, Deed.SETTLED, said.person, said.settled_at, said.came.value)
        note(session, claim, act)
    return True


def settlements(
    session: Sight, claims: Collection[str], since: datetime
) -> tuple[Settlement, ...]:
    """Return what people said after `since`, of each claim the newest, by the claims' ids."""
    asked = (
        select(SettledRow, col(ClaimRow.id))
        .join(ClaimRow, col(ClaimRow.number) == SettledRow.claim)
        .where(col(ClaimRow.id).in_(claims), standing(SettledRow))
        .where(col(SettledRow.settled_at) > since)
        .order_by(col(SettledRow.number))
    )
    newest = {claim: row for row, claim in session.execute(asked).all()}
    return tuple(
        Settlement(claim, Came(row.outcome), row.person, row.settled_at)
        for claim, row in sorted(newest.items())
    )


def unsettle(session: Sight, undo: Undo, now: datetime) -> tuple[str, ...]:
    """Take back what a person said came of it; return the id of the claim."""
    own = (col(SettledRow.key) == undo.what, col(SettledRow.person) == undo.person)
    asked = select(SettledRow, ClaimRow).join(ClaimRow, col(ClaimRow.number) == SettledRow.claim)
    found = session.execute(asked.where(*own, standing(SettledRow))).first()
    if found is None:
        return ()
    row, claim = found
    row.undone = True
    note(session, claim, undone(claim, undo.person, now, Deed.SETTLED))
    return (claim.id,)
