"""What people say came of announced events: written, and taken back."""

from datetime import datetime

from sqlalchemy import false, select
from sqlmodel import col

from bot.newsroom.act import Act, Deed
from bot.newsroom.outcome import Settlement
from bot.newsroom.undo import Undo
from storage.deeds import claim_row, note, stamp, undone
from storage.places import insert_new
from storage.sight import Sight
from storage.tables import ClaimRow, SettledRow


def settle(session: Sight, said: Settlement, key: str) -> bool:
    """Write what came of a claim's event, once for each key; False if the claim is not seen."""
    claim = claim_row(session, said.claim)
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


def unsettle(session: Sight, undo: Undo, now: datetime) -> tuple[str, ...]:
    """Take back what a person said came of it; return the id of the claim."""
    own = (col(SettledRow.key) == undo.what, col(SettledRow.person) == undo.person)
    asked = select(SettledRow, ClaimRow).join(ClaimRow, col(ClaimRow.number) == SettledRow.claim)
    found = session.execute(asked.where(*own, col(SettledRow.undone) == false())).first()
    if found is None:
        return ()
    row, claim = found
    row.undone = True
    note(session, claim, undone(claim, undo.person, now, Deed.SETTLED))
    return (claim.id,)
