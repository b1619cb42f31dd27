"""The settings of workspaces, as people made them."""

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.newsroom.workspace import Workspace
from storage.database import writing
from storage.places import insert_new
from storage.tables import WorkspaceRow


class Places:
    """The settings of all workspaces."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def workspace(self, workspace: str) -> Workspace:
        """Return the settings of a workspace, those of nobody's choice where none were made."""
        with Session(self._engine) as session:
            row = session.scalars(
                select(WorkspaceRow).where(col(WorkspaceRow.id) == workspace)
            ).first()
            return _workspace(row) if row else Workspace(workspace)

    def keep_workspace(self, workspace: Workspace) -> None:
        """Keep the settings of a workspace."""
        wanted = _row(workspace)
        with Session(writing(self._engine)) as session, session.begin():
            if not insert_new(session, wanted):
                session.merge(wanted)


def _workspace(row: WorkspaceRow) -> Workspace:
    return Workspace(
        id=row.id,
        own_outlets=tuple(row.own_outlets),
        checkers=tuple(row.checkers),
        allowed=tuple(row.allowed),
        quota=row.quota,
        owner=row.owner,
        hold=row.hold,
    )


def _row(workspace: Workspace) -> WorkspaceRow:
    return WorkspaceRow(
        id=workspace.id,
        own_outlets=list(workspace.own_outlets),
        checkers=list(workspace.checkers),
        allowed=list(workspace.allowed),
        quota=workspace.quota,
        owner=workspace.owner,
        hold=workspace.hold,
    )
