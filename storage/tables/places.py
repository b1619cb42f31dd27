"""The tables of workspaces and of channels as they were last seen."""

from sqlmodel import Field, SQLModel


class WorkspaceRow(SQLModel, table=True):
    """A workspace of which something is on record."""

    __tablename__ = "workspaces"

    id: str = Field(primary_key=True)


class ChannelRow(SQLModel, table=True):
    """A channel as it is now; decides who sees what was recorded in it."""

    __tablename__ = "channels"

    workspace: str = Field(primary_key=True, foreign_key="workspaces.id", ondelete="CASCADE")
    id: str = Field(primary_key=True)
    name: str
    kind: str
    outsiders: bool
    member: bool
    replies: str
    sensitive: bool
