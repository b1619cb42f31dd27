"""The one way to the tables of the archive: a session that shows its viewer what he may see."""

from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from sqlalchemy import ColumnElement, Connection, Engine, and_, event, false, or_, select, tuple_
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria
from sqlalchemy.orm.util import LoaderCriteriaOption
from sqlmodel import col

from bot.newsroom.channel import Kind
from bot.newsroom.viewer import Viewer
from storage.tables import ChannelRow, Recorded

CONFIDENTIAL = tuple(Recorded.__subclasses__())
"""Every table that says where its rows were recorded."""


class Sight(Session):
    """A session for one viewer, used for one answer and thrown away.

    The rule is added to every query of mapped classes, joins, aliases and sub-queries included.
    SQLAlchemy cannot add it to a bare `table.select()`, to text, or to a row that the session
    holds already; so there are no such queries here, and no session serves two viewers.
    """

    def __init__(self, engine: Engine | Connection, viewer: Viewer) -> None:
        super().__init__(engine, expire_on_commit=False)
        self.viewer = viewer


@event.listens_for(Sight, "do_orm_execute")
def _keep_to_rule(asked: ORMExecuteState) -> None:
    if isinstance(asked.session, Sight) and not asked.is_insert:
        asked.statement = asked.statement.options(*_criteria(_to_the_minute(asked.session.viewer)))


def visible(table: type[Recorded], viewer: Viewer) -> ColumnElement[bool]:
    """Return the rule of `bot.newsroom.viewer.may_see` as a condition on the rows of a table."""
    here = viewer.channel
    own = and_(col(table.workspace) == here.workspace, col(table.channel) == here.id)
    if here.outsiders:
        return own
    return or_(own, and_(col(table.workspace) == here.workspace, _open(table, viewer.now)))


def _open(table: type[Recorded], now: datetime) -> ColumnElement[bool]:
    """Say that the row was recorded in an open channel that is open still, under no embargo."""
    open_now = select(col(ChannelRow.workspace), col(ChannelRow.id)).where(
        col(ChannelRow.kind) == Kind.PUBLIC, col(ChannelRow.outsiders) == false()
    )
    return and_(
        col(table.public_when_recorded),
        or_(col(table.embargo).is_(None), col(table.embargo) <= now),
        tuple_(col(table.workspace), col(table.channel)).in_(open_now),
    )


def _to_the_minute(viewer: Viewer) -> Viewer:
    """Return the viewer with the minute in which he looks: embargoes end at whole minutes."""
    return replace(viewer, now=viewer.now.replace(second=0, microsecond=0))


@lru_cache(maxsize=256)
def _criteria(viewer: Viewer) -> tuple[LoaderCriteriaOption, ...]:
    return tuple(
        with_loader_criteria(table, visible(table, viewer), include_aliases=True)
        for table in CONFIDENTIAL
    )
