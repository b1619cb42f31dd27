"""Stories of which a channel wants to hear nothing, for a while or until it says otherwise."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, delete, or_, select
from sqlmodel import col

from bot.newsroom.act import Act, Deed
from bot.newsroom.undo import Undo
from bot.newsroom.watch import Mute
from storage.channels import hold
from storage.deeds import note, seen_claim, stamp, undone
from storage.reaching import reached
from storage.sight import Sight
from storage.tables import ClaimRow, MuteRow


def mute(session: Sight, wish: Mute) -> bool:
    """Mute the story of a claim in the viewer's channel; False if the viewer may not see it."""
    claim = seen_claim(session, wish.claim)
    if claim is None:
        return False
    hold(session, session.viewer.channel)
    session.execute(delete(MuteRow).where(_own(session, [claim.known])))
    row = MuteRow(
        **stamp(session, claim) | {"public_when_recorded": False},
        claim=claim.known,
        person=wish.person,
        said_at=wish.said_at,
        until=wish.until,
    )
    session.add(row)
    note(session, claim, Act(claim.id, Deed.MUTED, wish.person, wish.said_at))
    return True


def unmute(session: Sight, claim_id: str, person: str, now: datetime) -> bool:
    """Let the channel hear again of the claim's story; False if that was not muted."""
    claim = seen_claim(session, claim_id)
    story = reached(session, [claim.known]) if claim else set()
    rows = session.scalars(select(MuteRow).where(_own(session, story))).all()
    for row in rows:
        session.delete(row)
    if claim and rows:
        note(session, claim, undone(claim, person, now, Deed.MUTED))
    return bool(rows)


def unsay(session: Sight, undo: Undo, now: datetime) -> tuple[str, ...]:
    """Take a person's own mute back; return the id of its claim."""
    claim = seen_claim(session, undo.what)
    own = _own(session, [claim.known]) if claim else _own(session, [])
    row = session.scalars(select(MuteRow).where(own, col(MuteRow.person) == undo.person)).first()
    if claim is None or row is None:
        return ()
    session.delete(row)
    note(session, claim, undone(claim, undo.person, now, Deed.MUTED))
    return (claim.id,)


def muted(session: Sight, now: datetime) -> frozenset[str]:
    """Return the ids of all claims in stories of which the viewer's channel wants no word."""
    here = session.viewer.channel.id
    asked = select(col(MuteRow.claim)).where(
        col(MuteRow.channel) == here,
        or_(col(MuteRow.until).is_(None), col(MuteRow.until) > now),
    )
    numbers = session.scalars(asked).all()
    if not numbers:
        return frozenset()
    story = reached(session, numbers)
    return frozenset(
        session.scalars(select(col(ClaimRow.id)).where(col(ClaimRow.number).in_(story)))
    )


def _own(session: Sight, claims: Collection[int]) -> ColumnElement[bool]:
    here = session.viewer.channel.id
    return (col(MuteRow.channel) == here) & col(MuteRow.claim).in_(claims)
