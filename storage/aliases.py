"""The names that people of the newsroom said are one claimant's."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlmodel import col

from bot.claims.words import fold
from bot.newsroom.aliases import Alias, Aliases
from bot.newsroom.undo import Undo
from storage.channels import is_open
from storage.sight import Sight
from storage.tables import AliasRow, ClaimRow

LOOKED_AT = 2_000
"""The newest claims whose claimants are looked through for names that may be one."""


def aliases_of(session: Sight) -> Aliases:
    """Return all aliases that the viewer may see, oldest first."""
    rows = session.scalars(select(AliasRow).order_by(col(AliasRow.number)))
    return Aliases(tuple(Alias(row.alias, row.name, row.person, row.said_at) for row in rows))


def keep(session: Sight, alias: Alias) -> None:
    """Keep an alias, in place of what this channel said of that name before."""
    forget(session, alias.alias)
    here = session.viewer.channel
    row = AliasRow(
        workspace=here.workspace,
        channel=here.id,
        public_when_recorded=is_open(session, here.workspace, here.id),
        alias=alias.alias,
        name=alias.name,
        person=alias.person,
        said_at=alias.said_at,
    )
    session.add(row)


def forget(session: Sight, alias: str) -> bool:
    """Let go of an alias that the viewer may see; False if there is none."""
    rows = session.scalars(select(AliasRow)).all()
    gone = [row.known for row in rows if fold(row.alias) == fold(alias)]
    session.execute(delete(AliasRow).where(col(AliasRow.number).in_(gone)))
    return bool(gone)


def unname(session: Sight, undo: Undo, _now: datetime) -> tuple[str, ...]:
    """Take back a person's own alias; return its name, nothing if there is none."""
    own = col(AliasRow.alias) == undo.what, col(AliasRow.person) == undo.person
    row = session.scalars(select(AliasRow).where(*own)).first()
    if row is None:
        return ()
    session.delete(row)
    return (undo.what,)


def name_again(session: Sight, undo: Undo, now: datetime) -> tuple[str, ...]:
    """Keep an alias again that a person has removed; return its name."""
    alias, _, name = undo.what.partition(" = ")
    keep(session, Alias(alias, name, undo.person, now))
    return (alias,)


def claimants(session: Sight) -> Sequence[str]:
    """Return the names of claimants on record, those of the newest claims first."""
    named = col(ClaimRow.claimant).is_not(None)
    asked = select(col(ClaimRow.claimant)).where(named).order_by(col(ClaimRow.number).desc())
    return tuple(dict.fromkeys(name for name in session.scalars(asked.limit(LOOKED_AT)) if name))
