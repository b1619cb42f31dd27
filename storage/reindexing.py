"""How all claims of a channel are indexed anew: in portions, each taken up where the last ended.

A channel of hundreds of thousands of claims takes minutes, in which others have to be able to
write. Who sees what goes by the channel itself, from the moment in which it closed or opened; the
keys follow. Until then look-up asks for the keys of a channel that opened as well, and leaves
out of what it finds the claims of one that closed; these still count in how common a key is.
"""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Engine, bindparam, func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.newsroom.channel import Channel
from bot.newsroom.viewer import Viewer
from storage.channels import OPEN
from storage.database import writing
from storage.indexing import KeysOf, hold_index, refresh
from storage.portions import AT_ONCE, portion
from storage.sight import Sight
from storage.tables import ArticleRow, ChannelRow, ClaimRow, VersionRow

UNFINISHED = select(col(ChannelRow.id), OPEN).where(
    col(ChannelRow.workspace) == bindparam("in_workspace"), col(ChannelRow.indexed_to).is_not(None)
)
"""Asked at each look-up, and so made once."""


def begin(session: Session, channel: Channel) -> None:
    """Have all claims of a channel that is on record indexed anew, from its first article on."""
    session.get_one(ChannelRow, (channel.workspace, channel.id)).indexed_to = 0


def go_on(engine: Engine, keys_of: KeysOf, now: datetime) -> bool:
    """Index the next portion anew, of the channel that is least far; False if there is none.

    What is filed meanwhile is indexed as the channel stands then, and once more when it is its
    turn. The portion and up to where it went are written together.
    """
    channel = _least_far(engine)
    if channel is None:
        return False
    with Sight(writing(engine), Viewer(channel, now)) as session, session.begin():
        key = (channel.workspace, channel.id)
        row = session.get(ChannelRow, key, with_for_update=True)
        if row is not None and row.indexed_to is not None:
            hold_index(session)
            some, more = _portion(session, row.indexed_to)
            refresh(session, some, keys_of)
            row.indexed_to = some[-1] if more else None
    return True


def unfinished(session: Session, workspace: str) -> Mapping[str, bool]:
    """Return the channels of a workspace that are being indexed anew, and whether each is open."""
    rows = session.connection().execute(UNFINISHED, {"in_workspace": workspace})
    return {row[0]: row[1] for row in rows}


def _least_far(engine: Engine) -> Channel | None:
    """Return a channel that is to be indexed anew: a small one does not wait for a large one."""
    asked = (
        select(col(ChannelRow.workspace), col(ChannelRow.id))
        .where(col(ChannelRow.indexed_to).is_not(None))
        .order_by(col(ChannelRow.indexed_to))
    )
    with Session(engine) as session:
        found = session.execute(asked.limit(1)).first()
        return Channel(*found) if found else None


def _portion(session: Sight, after: int) -> tuple[list[int], bool]:
    """Return the numbers of the channel's next articles, in order, and if there are more."""
    here = session.viewer.channel
    asked = (
        select(col(ArticleRow.number), func.count(col(ClaimRow.number)))
        .outerjoin(VersionRow, col(VersionRow.article) == col(ArticleRow.number))
        .outerjoin(ClaimRow, col(ClaimRow.reading) == col(VersionRow.number))
        .where(col(ArticleRow.workspace) == here.workspace, col(ArticleRow.channel) == here.id)
        .where(col(ArticleRow.number) > after)
        .group_by(col(ArticleRow.number))
        .order_by(col(ArticleRow.number))
        .limit(AT_ONCE + 1)
    )
    return portion(session.execute(asked).all())
