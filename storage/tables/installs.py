"""The tables of workspaces that let the bot in: their tokens, sealed, and installations begun."""

from datetime import datetime

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from storage.tables.base import Instant


class InstallRow(SQLModel, table=True):
    """The bot in one workspace; `sealed` is its token as the keyring sealed it."""

    __tablename__ = "installs"

    workspace: str = Field(primary_key=True, foreign_key="workspaces.id", ondelete="CASCADE")
    sealed: bytes
    bot_id: str
    bot_user: str
    person: str
    enterprise: str
    scopes: list[str] = Field(default_factory=list, sa_type=JSON)
    installed_at: datetime = Field(sa_type=Instant)


class InstallStateRow(SQLModel, table=True):
    """An installation that somebody has begun: what comes back must bring the same state.

    Of the state only the hash is kept, so that nobody who reads the table can bring it.
    """

    __tablename__ = "install_states"

    hash: str = Field(primary_key=True)
    until: datetime = Field(sa_type=Instant)
