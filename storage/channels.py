"""How channels are remembered, and the workspaces that they are in."""

from sqlalchemy import Select, and_, false, or_, select
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.newsroom.channel import Channel, Kind, Replies
from bot.newsroom.schedule import Schedule
from storage.inserting import insert_new
from storage.tables import ChannelRow, WorkspaceRow

OPEN = and_(col(ChannelRow.kind) == Kind.PUBLIC.value, col(ChannelRow.outsiders) == false())
"""That what is recorded in a channel may show elsewhere in its workspace."""


AWAY = select(col(WorkspaceRow.id)).where(
    or_(col(WorkspaceRow.left_at).is_not(None), col(WorkspaceRow.stopped) != "")
)
"""The workspaces to which nothing can be said for now: what is due there waits."""


def hold(session: Session, channel: Channel) -> ChannelRow:
    """Return the channel's row, locked to the end of the transaction; it is made if need be.

    The lock makes filings into one channel wait for each other, and for a change of the channel.
    """
    asked = _asked(channel.workspace, channel.id).with_for_update()
    row = session.scalars(asked).first()
    if row is None:
        insert_new(session, WorkspaceRow(id=channel.workspace))
        insert_new(session, _row(channel))
        row = session.scalars(asked).one()
    return row


def overwrite(row: ChannelRow, channel: Channel) -> None:
    """Make the row say how the channel is now; how far its claims are indexed stays."""
    for name, value in _row(channel).model_dump(exclude={"indexed_to"}).items():
        setattr(row, name, value)


def seen(session: Session, workspace: str, channel: str) -> Channel:
    """Return the channel as last seen; one that was never seen counts as private."""
    row = session.scalars(_asked(workspace, channel)).first()
    return as_channel(row) if row else Channel(workspace, channel)


def every(session: Session) -> list[Channel]:
    """Return all channels of all workspaces, for what is done to the whole archive."""
    return [as_channel(row) for row in session.scalars(select(ChannelRow))]


def is_open(session: Session, workspace: str, channel: str) -> bool:
    """Tell whether what is recorded in the channel may show elsewhere, as far as is known."""
    return bool(session.scalar(_asked(workspace, channel).where(OPEN).with_only_columns(OPEN)))


def _asked(workspace: str, channel: str) -> Select[ChannelRow]:
    return select(ChannelRow).where(
        col(ChannelRow.workspace) == workspace, col(ChannelRow.id) == channel
    )


def _row(channel: Channel) -> ChannelRow:
    return ChannelRow(
        workspace=channel.workspace,
        id=channel.id,
        name=channel.name,
        kind=channel.kind.value,
        outsiders=channel.outsiders,
        member=channel.member,
        replies=channel.replies.value if channel.replies else "",
        sensitive=channel.sensitive,
        bots=list(channel.bots),
        digest=channel.schedule.on,
        digest_at=channel.schedule.at,
        days=sorted(channel.schedule.days),
        zone=channel.schedule.zone,
        weekly=channel.schedule.weekly,
        retention=channel.retention,
        seen_at=channel.seen_at,
    )


def as_channel(row: ChannelRow) -> Channel:
    """Return the channel that a row tells of."""
    return Channel(
        workspace=row.workspace,
        id=row.id,
        name=row.name,
        kind=Kind(row.kind),
        outsiders=row.outsiders,
        member=row.member,
        replies=Replies(row.replies) if row.replies else None,
        sensitive=row.sensitive,
        bots=tuple(row.bots),
        schedule=_schedule(row),
        retention=row.retention,
        seen_at=row.seen_at,
    )


def _schedule(row: ChannelRow) -> Schedule:
    return Schedule(row.digest, row.digest_at, frozenset(row.days), row.zone, row.weekly)
