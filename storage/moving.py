"""How a channel gets another id, though something may be on record under that one already.

Slack tells of it by an event, and messages may come under the new id before that event does.
"""

from sqlalchemy import Table, and_, delete, exists, func, select, update
from sqlalchemy.orm import Session

from storage.sight import CONFIDENTIAL
from storage.tables import SpentRow, bare

MOVING = (*(str(row.__tablename__) for row in CONFIDENTIAL), str(SpentRow.__tablename__))
"""Every table that says in which channel something is."""

ONCE_A_CHANNEL = {
    "digests": ("kind", "day"),
    "digested": ("item",),
    "aliases": ("alias",),
    "showed": ("sent", "claim"),
    "mutes": ("claim",),
}
"""What may stand there once: where both have it, the row of the new id is the newer one."""


def move(session: Session, workspace: str, old: str, new: str) -> None:
    """Let all that was recorded in a channel be of another id; the channel itself stays.

    By the bare tables, past the viewer: it is of one id or the other for everybody.
    """
    _append_versions(session, workspace, old, new)
    for name, keys in ONCE_A_CHANNEL.items():
        _drop_doubles(session, bare(name), keys, (workspace, old, new))
    for name in MOVING:
        table = bare(name)
        own = and_(table.c.workspace == workspace, table.c.channel == old)
        session.connection().execute(update(table).where(own).values(channel=new))


def _append_versions(session: Session, workspace: str, old: str, new: str) -> None:
    """Let an article that both have be one: what the old id has are its earlier versions."""
    articles, versions = bare("articles"), bare("versions")
    theirs = articles.alias()
    both = select(articles.c.number, theirs.c.number).where(
        articles.c.workspace == workspace,
        articles.c.channel == old,
        theirs.c.workspace == workspace,
        theirs.c.channel == new,
        articles.c.link == theirs.c.link,
    )
    for earlier, later in session.connection().execute(both).all():
        own = versions.c.article == earlier
        newest = select(func.max(versions.c.version)).where(own)
        before = session.connection().execute(newest).scalar_one()
        moved = {"article": later, "version": versions.c.version - before}  # 0 and down
        session.connection().execute(update(versions).where(own).values(moved))
        session.connection().execute(delete(articles).where(articles.c.number == earlier))


def _drop_doubles(
    session: Session, table: Table, keys: tuple[str, ...], channels: tuple[str, str, str]
) -> None:
    workspace, old, new = channels
    other = table.alias()
    same = and_(
        other.c.workspace == workspace,
        other.c.channel == new,
        *(other.c[key] == table.c[key] for key in keys),
    )
    own = and_(table.c.workspace == workspace, table.c.channel == old)
    session.connection().execute(delete(table).where(own, exists().where(same)))
