"""How a post lets go of what it brought in: readings go when no post brings them in any more."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, select
from sqlmodel import col

from bot.newsroom.post import Post
from bot.newsroom.trouble import NotAllowed
from storage.holding import held
from storage.letting_go import forget_readings
from storage.sight import Sight, row_numbers
from storage.tables import BroughtRow, VersionRow

NOBODY = ""
"""Who deleted a message: Slack does not tell."""

WORKED_ON = "Somebody has worked with that since."


def withdraw(session: Sight, post: Post, readings: Collection[str], now: datetime) -> set[int]:
    """Take the post away from these readings of its channel; those that no other brings in go.

    Return the numbers of the articles that have lost a version and have another. Raises
    NotAllowed where somebody has worked with one since it was asked whether it may go.
    """
    if not readings:  # nearly every filing only adds
        return set()
    own = col(VersionRow.channel) == post.channel
    asked = select(col(VersionRow.number)).where(own, col(VersionRow.id).in_(readings))
    versions = set(row_numbers(session, asked))
    _part(session, post, versions)
    brought = select(col(BroughtRow.reading)).where(col(BroughtRow.reading).in_(versions))
    going = versions - set(session.scalars(brought))
    if held(session, going):
        raise NotAllowed(WORKED_ON)
    return forget_readings(session, going, NOBODY, now)


def _part(session: Sight, post: Post, versions: Collection[int]) -> None:
    session.execute(
        delete(BroughtRow)
        .where(col(BroughtRow.reading).in_(versions))
        .where(col(BroughtRow.channel) == post.channel, col(BroughtRow.ts) == post.ts)
    )
