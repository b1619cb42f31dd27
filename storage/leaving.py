"""How a whole channel or workspace goes, with every row that was recorded there."""

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session
from sqlmodel import col

from storage.installs import hold_installs
from storage.letting_go import forget_readings
from storage.sight import CONFIDENTIAL, Sight, row_numbers
from storage.states import DEAD, NO_WORDS_OUT, POSTING, WAITING
from storage.tables import (
    ActRow,
    ChannelRow,
    InstallRow,
    OutboxRow,
    VersionRow,
    WorkspaceRow,
    bare,
)

GONE = "the workspace took the bot away"


def forget_channel(session: Sight, now: datetime) -> None:
    """Forget all of the viewer's channel but the trail, and put right what showed it elsewhere.

    By the bare tables: all of it is the channel's own, and the rule has nothing to add.
    """
    here = session.viewer.channel
    asked = select(col(VersionRow.number)).where(col(VersionRow.channel) == here.id)
    forget_readings(session, row_numbers(session, asked), "", now)
    session.flush()
    for table in CONFIDENTIAL:
        if table is not ActRow:
            rows = bare(str(table.__tablename__))
            own = (rows.c.workspace == here.workspace) & (rows.c.channel == here.id)
            session.connection().execute(delete(rows).where(own))
    session.execute(
        delete(ChannelRow).where(
            col(ChannelRow.workspace) == here.workspace, col(ChannelRow.id) == here.id
        )
    )


def forget_workspace(session: Session, workspace: str) -> None:
    """Forget every row of a workspace, by the bare tables: there is nobody left to see it."""
    for table in CONFIDENTIAL:
        rows = bare(str(table.__tablename__))
        session.execute(delete(rows).where(rows.c.workspace == workspace))
    session.execute(delete(WorkspaceRow).where(col(WorkspaceRow.id) == workspace))


def drop_token(session: Session, workspace: str, moment: datetime) -> bool:
    """Drop the workspace's token; False where the bot was installed there after the moment.

    Slack tells in whole seconds when the bot was taken away, and may tell it late.
    """
    hold_installs(session)
    row = session.get(InstallRow, workspace)
    if row is not None and row.installed_at.replace(microsecond=0) > moment:
        return False
    session.execute(delete(InstallRow).where(col(InstallRow.workspace) == workspace))
    return True


def stop_sending(session: Session, workspace: str, now: datetime) -> None:
    """Give up every letter to the workspace: its tokens are worth nothing any more."""
    session.execute(
        update(OutboxRow)
        .where(col(OutboxRow.workspace) == workspace)
        .where(col(OutboxRow.state).in_([WAITING, POSTING]))
        .values(state=DEAD, reason=GONE, token="", not_before=now, **NO_WORDS_OUT)
        .execution_options(synchronize_session=False)
    )
