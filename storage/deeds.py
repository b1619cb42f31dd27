"""How every deed on a claim leaves a row in its trail, and whether what was done still stands."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, false, select
from sqlmodel import col

from bot.newsroom.act import Act, Deed
from storage.channels import is_open
from storage.rows import Stamp
from storage.sight import Sight
from storage.tables import ActRow, ClaimRow, EditRow, SettledRow, StatusRow

MOST_ACTS = 50


def seen_claim(session: Sight, claim_id: str) -> ClaimRow | None:
    """Return the claim's row, None when there is none or the viewer may not see it."""
    return session.scalars(select(ClaimRow).where(col(ClaimRow.id) == claim_id)).first()


def stamp(session: Sight, *claims: ClaimRow) -> Stamp:
    """Return where something said of the claims is recorded.

    It shows elsewhere where the channel is open and all of the claims do, once they do.
    """
    here = session.viewer.channel
    public = all(claim.public_when_recorded for claim in claims)
    return Stamp(
        workspace=here.workspace,
        channel=here.id,
        public_when_recorded=public and is_open(session, here.workspace, here.id),
        embargo=max((claim.embargo for claim in claims if claim.embargo), default=None),
    )


def note(session: Sight, claim: ClaimRow, act: Act, *others: ClaimRow) -> None:
    """Write the deed into the trail of its claim; its words may name other claims."""
    row = ActRow(
        **stamp(session, claim, *others),
        claim=act.claim,
        deed=act.deed.value,
        person=act.person,
        done_at=act.done_at,
        detail=act.detail,
    )
    session.add(row)


def trail(session: Sight, claim_id: str) -> Sequence[Act]:
    """Return what was done with the claim, newest first, as far as the viewer may see it."""
    asked = select(ActRow).where(col(ActRow.claim) == claim_id)
    rows = session.scalars(asked.order_by(col(ActRow.number).desc()).limit(MOST_ACTS))
    return tuple(
        Act(row.claim, Deed(row.deed), row.person, row.done_at, row.detail) for row in rows
    )


def undone(claim: ClaimRow, person: str, now: datetime, what: Deed) -> Act:
    """Return the act of taking a deed back."""
    return Act(claim.id, Deed.UNDONE, person, now, what.value)


def standing(table: type[EditRow | SettledRow | StatusRow]) -> ColumnElement[bool]:
    """Say that nobody has taken it back."""
    return col(table.undone) == false()


def is_any(session: Sight, asked: Select[Any]) -> bool:
    """Tell whether there is a row of what is asked for that the viewer may see."""
    return session.scalars(asked.limit(1)).first() is not None
