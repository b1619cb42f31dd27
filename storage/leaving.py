"""How a whole channel or workspace goes, with every row that was recorded there."""

import json
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, or_, select, update
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.newsroom.post import OF_FILES, LetterKind
from storage.installs import hold_installs
from storage.letting_go import forget_readings
from storage.outbox import PUTTING_RIGHT
from storage.sight import CONFIDENTIAL, Sight, row_numbers
from storage.states import DEAD, NO_WORDS_OUT, WAITING
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
            if table is OutboxRow:
                own &= ~_takes_a_file_back()
            session.connection().execute(delete(rows).where(own))
    session.execute(
        delete(ChannelRow).where(
            col(ChannelRow.workspace) == here.workspace, col(ChannelRow.id) == here.id
        )
    )


def _takes_a_file_back() -> ColumnElement[bool]:
    """Say that a letter takes back a file: those stay in the workspace when their channel goes."""
    words = col(OutboxRow.words)
    of_files = or_(*(words.startswith(json.dumps([kind])[:-1]) for kind in OF_FILES))
    return and_(col(OutboxRow.kind) == LetterKind.REDACT.value, of_files)


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
    """Give up what was to be said in the workspace: its tokens are worth nothing any more.

    What puts posts right waits for the bot to come back, and of what is just being posted is to
    be known where it stands.
    """
    session.execute(
        update(OutboxRow)
        .where(col(OutboxRow.workspace) == workspace)
        .where(col(OutboxRow.state) == WAITING, col(OutboxRow.kind).not_in(PUTTING_RIGHT))
        .values(state=DEAD, reason=GONE, token="", not_before=now, **NO_WORDS_OUT)
        .execution_options(synchronize_session=False)
    )
