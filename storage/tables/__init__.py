"""The tables, each family in a module of its own; nothing outside storage imports them."""

from storage.tables.articles import ArticleRow, BroughtRow, VersionRow
from storage.tables.base import Instant, Recorded, bare
from storage.tables.claims import ClaimRow, FigureRow, SourcingRow
from storage.tables.days import DigestedRow, DigestRow, SweptRow
from storage.tables.index import KeyCountRow, KeyedRow, KeyRow
from storage.tables.installs import InstallRow, InstallStateRow
from storage.tables.judgements import (
    ActRow,
    AliasRow,
    EditRow,
    JoinedRow,
    PartedRow,
    SettledRow,
    StatusRow,
    StoryNameRow,
)
from storage.tables.places import ChannelRow, SpentRow, WorkspaceRow
from storage.tables.queues import InboxRow, OutboxRow, ShowedRow
from storage.tables.relations import CheckedRow, CheckRow, RelationRow
from storage.tables.watching import MuteRow, ToldRow, WatchRow

__all__ = [
    "ActRow",
    "AliasRow",
    "ArticleRow",
    "BroughtRow",
    "ChannelRow",
    "CheckRow",
    "CheckedRow",
    "ClaimRow",
    "DigestRow",
    "DigestedRow",
    "EditRow",
    "FigureRow",
    "InboxRow",
    "InstallRow",
    "InstallStateRow",
    "Instant",
    "JoinedRow",
    "KeyCountRow",
    "KeyRow",
    "KeyedRow",
    "MuteRow",
    "OutboxRow",
    "PartedRow",
    "Recorded",
    "RelationRow",
    "SettledRow",
    "ShowedRow",
    "SourcingRow",
    "SpentRow",
    "StatusRow",
    "StoryNameRow",
    "SweptRow",
    "ToldRow",
    "VersionRow",
    "WatchRow",
    "WorkspaceRow",
    "bare",
]
