"""The one way to the tables of the archive: a session that shows its viewer what he may see."""

from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Engine,
    Select,
    and_,
    bindparam,
    event,
    or_,
    select,
    tuple_,
)
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria
from sqlalchemy.orm.context import _ORMCompileState
from sqlalchemy.orm.interfaces import CriteriaOption
from sqlmodel import col

from bot.newsroom.embargo import of_the_minute
from bot.newsroom.viewer import Viewer
from storage.channels import OPEN
from storage.tables import ChannelRow, Instant, Recorded

CONFIDENTIAL = tuple(Recorded.__subclasses__())
"""Every table that says where its rows were recorded."""


class Sight(Session):
    """A session for one viewer, used for one answer and thrown away.

    The rule is added to every query of mapped classes, joins, aliases and sub-queries included.
    SQLAlchemy cannot add it to a query of a table that is `bare`, to text, or to a row that the
    session holds already: the first says why it goes past the viewer, there is no text, and no
    session serves two viewers.
    """

    def __init__(self, engine: Engine | Connection, viewer: Viewer) -> None:
        super().__init__(engine, expire_on_commit=False)
        self.viewer = viewer


def visible(table: type[Recorded], viewer: Viewer) -> ColumnElement[bool]:
    """Return the rule of `bot.newsroom.viewer.may_see` as a condition on the rows of a table."""
    workspace, channel, now = _bound(viewer)
    own = and_(col(table.workspace) == workspace, col(table.channel) == channel)
    if viewer.channel.outsiders:
        return own
    return or_(own, and_(col(table.workspace) == workspace, _open(table, now)))


def _bound(
    viewer: Viewer,
) -> tuple[BindParameter[str], BindParameter[str], BindParameter[datetime]]:
    """Return the viewer's workspace, channel and moment, under names that no column has."""
    here = viewer.channel
    return (
        bindparam("viewer_workspace", here.workspace),
        bindparam("viewer_channel", here.id),
        bindparam("viewer_now", viewer.now, Instant),
    )


def _open(table: type[Recorded], now: BindParameter[datetime]) -> ColumnElement[bool]:
    """Say that the row was recorded in an open channel that is open still, under no embargo."""
    open_now = select(col(ChannelRow.workspace), col(ChannelRow.id)).where(OPEN)
    return and_(
        col(table.public_when_recorded),
        or_(col(table.embargo).is_(None), col(table.embargo) <= now),
        tuple_(col(table.workspace), col(table.channel)).in_(open_now),
    )


class _Rule(CriteriaOption):
    """The rule for one viewer on all tables, as one option of a query.

    SQLAlchemy tells queries apart by a key that it makes anew each time; spelled out table by
    table, the rule took longer than the query. What is compiled differs by outsiders alone; the
    viewer is bound.
    """

    def __init__(self, viewer: Viewer) -> None:
        self._key = (_Rule, viewer.channel.outsiders)
        self._bound = _bound(viewer)
        self._tables = [
            with_loader_criteria(table, visible(table, viewer), include_aliases=True)
            for table in CONFIDENTIAL
        ]

    def _gen_cache_key(self, _: object, bound: list[BindParameter[Any]]) -> tuple[object, ...]:
        bound.extend(self._bound)
        return self._key

    def process_compile_state(self, compile_state: _ORMCompileState) -> None:
        """Add the rule to a query of rows."""
        self.get_global_criteria(compile_state.global_attributes)

    def process_compile_state_replaced_entities(
        self, compile_state: _ORMCompileState, _: object
    ) -> None:
        """Add the rule to a query that was made over."""
        self.process_compile_state(compile_state)

    def get_global_criteria(self, attributes: dict[Any, Any]) -> None:
        """Add the rule to any other query."""
        for table in self._tables:
            table.get_global_criteria(attributes)


@event.listens_for(Sight, "do_orm_execute")
def _keep_to_rule(asked: ORMExecuteState) -> None:
    if isinstance(asked.session, Sight) and not asked.is_insert:
        viewer = asked.session.viewer
        minute = replace(viewer, now=of_the_minute(viewer.now))
        asked.statement = asked.statement.options(_rule(minute))


@lru_cache(maxsize=32)  # 140 KB each, and with each minute there are others
def _rule(viewer: Viewer) -> _Rule:
    return _Rule(viewer)


def row_numbers(session: Sight, asked: Select[int | None]) -> list[int]:
    """Return the numbers that are asked for: a row that is found has one."""
    return [number for number in session.scalars(asked) if number is not None]
