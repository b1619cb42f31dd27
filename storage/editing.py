"""People's corrections of claims: written, and taken back."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlmodel import col

from bot.newsroom.act import Act, Deed
from bot.newsroom.edit import Edit
from bot.newsroom.undo import Undo
from storage.deeds import note, seen_claim, stamp, standing, undone
from storage.inserting import insert_new
from storage.sight import Sight
from storage.tables import ClaimRow, EditRow


def edit(session: Sight, edits: Sequence[Edit], key: str) -> bool:
    """Write corrections of one claim, once for each key; False if the viewer may not see it."""
    claim = seen_claim(session, edits[0].claim) if edits else None
    if claim is None:
        return False
    for one in edits:
        row = EditRow(
            **stamp(session, claim),
            claim=claim.known,
            facet=one.facet.value,
            position=one.position,
            before=one.before,
            after=one.after,
            person=one.person,
            edited_at=one.edited_at,
            key=_key(key, one),
        )
        if insert_new(session, row):
            detail = f"{one.facet.value} edited"
            note(session, claim, Act(claim.id, Deed.EDITED, one.person, one.edited_at, detail))
    return True


def unedit(session: Sight, undo: Undo, now: datetime) -> tuple[str, ...]:
    """Take the corrections of one event back; return the id of their claim."""
    asked = select(EditRow, ClaimRow).join(ClaimRow, col(ClaimRow.number) == EditRow.claim)
    of_event = col(EditRow.key).startswith(f"{undo.what}/", autoescape=True)
    own = asked.where(of_event, col(EditRow.person) == undo.person, standing(EditRow))
    found = session.execute(own).all()
    for row, _ in found:
        row.undone = True
    for claim in {claim.id: claim for _, claim in found}.values():
        note(session, claim, undone(claim, undo.person, now, Deed.EDITED))
    return tuple({claim.id for _, claim in found})


def _key(event: str, one: Edit) -> str:
    return f"{event}/{one.facet.value}/{one.position}"
