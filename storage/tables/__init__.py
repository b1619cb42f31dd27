"""The tables, each family in a module of its own; nothing outside storage imports them."""

from storage.tables.articles import ArticleRow, BroughtRow, VersionRow
from storage.tables.base import Instant, Recorded
from storage.tables.claims import AliasRow, ClaimRow, FigureRow, KeyRow, SourcingRow, StatusRow
from storage.tables.places import ChannelRow, WorkspaceRow
from storage.tables.queues import InboxRow, OutboxRow
from storage.tables.relations import CheckedRow, CheckRow, PartedRow, RelationRow

__all__ = [
    "AliasRow",
    "ArticleRow",
    "BroughtRow",
    "ChannelRow",
    "CheckRow",
    "CheckedRow",
    "ClaimRow",
    "FigureRow",
    "InboxRow",
    "Instant",
    "KeyRow",
    "OutboxRow",
    "PartedRow",
    "Recorded",
    "RelationRow",
    "SourcingRow",
    "StatusRow",
    "VersionRow",
    "WorkspaceRow",
]
