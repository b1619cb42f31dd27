"""How readings go when no post brings them in any more: with every word that was in them."""

from collections.abc import Collection

from sqlalchemy import delete, select
from sqlmodel import SQLModel, col

from bot.newsroom.post import Post
from storage.sight import Sight
from storage.tables import ArticleRow, BroughtRow, VersionRow


def withdraw(session: Sight, post: Post, readings: Collection[str]) -> set[int]:
    """Take the post away from these readings of its channel; those that no other brings in go.

    Return the numbers of the articles that have lost a version and have another.
    """
    own = col(VersionRow.channel) == post.channel
    asked = select(VersionRow).where(own, col(VersionRow.id).in_(readings))
    versions = {version.known: version.article for version in session.scalars(asked)}
    _part(session, post, versions)
    brought = select(col(BroughtRow.reading)).where(col(BroughtRow.reading).in_(versions))
    gone = versions.keys() - set(session.scalars(brought))
    if not gone:
        return set()
    _delete_checks(session, gone)
    session.execute(delete(VersionRow).where(col(VersionRow.number).in_(gone)))
    return _left(session, {versions[number] for number in gone})


def _part(session: Sight, post: Post, versions: Collection[int]) -> None:
    session.execute(
        delete(BroughtRow)
        .where(col(BroughtRow.reading).in_(versions))
        .where(col(BroughtRow.channel) == post.channel, col(BroughtRow.ts) == post.ts)
    )


def _delete_checks(session: Sight, readings: Collection[int]) -> None:
    """Delete every check whose line quotes a claim of these readings, wherever it was recorded.

    By the bare tables, past the viewer: a check of a private channel may quote a claim that
    goes here, and nobody here may know that there is one. All else goes by foreign keys.
    """
    tables = SQLModel.metadata.tables
    checks, checked, claims = tables["checks"], tables["checked"], tables["claims"]
    resting = (
        select(checked.c.check)
        .join(claims, claims.c.number == checked.c.claim)
        .where(claims.c.reading.in_(readings))
    )
    session.connection().execute(delete(checks).where(checks.c.number.in_(resting)))


def _left(session: Sight, articles: Collection[int]) -> set[int]:
    """Delete those of the articles that have no version left, and return the others."""
    asked = select(col(VersionRow.article)).where(col(VersionRow.article).in_(articles))
    left = set(session.scalars(asked))
    empty = set(articles) - left
    session.execute(delete(ArticleRow).where(col(ArticleRow.number).in_(empty)))
    return left
