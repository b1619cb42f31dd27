"""When a reading came, for a channel, and which readings came lately."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, case, select
from sqlmodel import col

from storage.sight import Sight, row_numbers
from storage.tables import VersionRow


def late_readings(session: Sight, since: datetime) -> list[int]:
    """Return the readings that can have come since: few, whatever else is on record."""
    recent = select(col(VersionRow.number)).where(
        col(VersionRow.workspace) == session.viewer.workspace
    )
    late = (col(VersionRow.fetched_at) > since, col(VersionRow.embargo) > since)
    return [n for one in late for n in row_numbers(session, recent.where(one))]


def came(session: Sight) -> ColumnElement[datetime]:
    """Give the moment from which on a reading is there for the channel: an embargo's end."""
    fetched, embargo = col(VersionRow.fetched_at), col(VersionRow.embargo)
    elsewhere = col(VersionRow.channel) != session.viewer.channel.id
    return case((and_(elsewhere, embargo > fetched), embargo), else_=fetched)
