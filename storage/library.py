"""How people search the archive: by words, and by who says it, where, since when, marked how."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import UTC, date, datetime, time

from sqlalchemy import ColumnElement, Engine, and_, false, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from bot.claims.model import Claim
from bot.newsroom.edit import Facet
from bot.newsroom.query import Query
from bot.newsroom.status import Mark
from bot.newsroom.viewer import Viewer
from storage.correcting import NOT_UNDONE
from storage.indexing import scoped
from storage.reaching import reached
from storage.rebuilding import claims_numbered
from storage.reindexing import unfinished
from storage.search import scopes_of
from storage.sight import Sight
from storage.tables import (
    AliasRow,
    ClaimRow,
    EditRow,
    KeyedRow,
    KeyRow,
    SourcingRow,
    StatusRow,
    VersionRow,
)

WordsOf = Callable[[str], Collection[str]]
"""Gives the keys that words which a person typed have in the index."""


class Library:
    """The archive as a person searches it; of an article only the newest version is found."""

    def __init__(self, engine: Engine, words_of: WordsOf) -> None:
        self._engine = engine
        self._words_of = words_of

    def search(self, viewer: Viewer, asked: Query, limit: int, offset: int = 0) -> Sequence[Claim]:
        """Return claims that meet all of the query, the newest first."""
        with Sight(self._engine, viewer) as session:
            found = (
                select(col(ClaimRow.number))
                .join(VersionRow, col(VersionRow.number) == col(ClaimRow.reading))
                .where(_is_indexed(), *self._conditions(session, asked))
                .order_by(col(VersionRow.published).desc().nulls_last(), col(ClaimRow.number))
                .limit(limit)
                .offset(offset)
            )
            numbers = [number for number in session.scalars(found) if number is not None]
            claims = claims_numbered(session, numbers)
            return tuple(claims[number] for number in numbers if number in claims)

    def story(self, viewer: Viewer, claim_id: str) -> Sequence[Claim]:
        """Return the claims that hang together with one, it among them; none if it is unseen."""
        with Sight(self._engine, viewer) as session:
            asked = select(col(ClaimRow.number)).where(col(ClaimRow.id) == claim_id)
            seeds = [number for number in session.scalars(asked) if number is not None]
            return tuple(claims_numbered(session, reached(session, seeds)).values())

    def _conditions(self, session: Sight, asked: Query) -> Iterator[ColumnElement[bool]]:
        words, here = self._words_of(f"{asked.words} {asked.about}"), session.viewer.channel
        scopes = scopes_of(session, unfinished(session, here.workspace)) if words else ()
        for key in words:
            hashed = [scoped(scope, key) for scope in scopes]
            under = select(col(KeyRow.claim)).where(col(KeyRow.key).in_(hashed))
            yield col(ClaimRow.number).in_(under)
        if asked.by:
            yield _said_by(asked.by)
        if asked.came_from:
            chain = select(col(SourcingRow.claim)).where(_has(SourcingRow.via, asked.came_from))
            yield col(ClaimRow.number).in_(chain)
        if asked.outlet:
            yield _has(VersionRow.outlet, asked.outlet)
        if asked.since:
            yield _since(asked.since)
        if asked.status:
            yield _marked(asked.status)


def _is_indexed() -> ColumnElement[bool]:
    """Say that the claim is in the index: one of an older version is not."""
    return select(col(KeyedRow.claim)).where(col(KeyedRow.claim) == ClaimRow.number).exists()


def _said_by(name: str) -> ColumnElement[bool]:
    """Say that the claimant's name has these letters, or is another name of one that has.

    A name that a person put in place of what was read counts as well.
    """
    others = select(col(AliasRow.name)).where(_has(AliasRow.alias, name))
    aliases = select(col(AliasRow.alias)).where(_has(AliasRow.name, name))
    said = col(ClaimRow.claimant)
    put_right = select(col(EditRow.claim)).where(
        col(EditRow.facet) == Facet.CLAIMANT.value, NOT_UNDONE, _has(EditRow.after, name)
    )
    edited = col(ClaimRow.number).in_(put_right)
    return or_(_has(ClaimRow.claimant, name), said.in_(others), said.in_(aliases), edited)


def _since(day: date) -> ColumnElement[bool]:
    """Say that the article came out on the day or later; an undated one, that it was read so."""
    moment = datetime.combine(day, time(), UTC)
    undated = col(VersionRow.published).is_(None)
    read = and_(undated, col(VersionRow.fetched_at) >= moment)
    return or_(col(VersionRow.published) >= moment, read)


def _marked(mark: Mark) -> ColumnElement[bool]:
    """Say that the newest mark is this one; a claim that nobody marked is unverified."""
    newer = aliased(StatusRow)
    standing = col(StatusRow.undone) == false()
    overtaken = select(col(newer.number)).where(
        col(newer.claim) == col(StatusRow.claim),
        col(newer.number) > col(StatusRow.number),
        col(newer.undone) == false(),
    )
    held = select(col(StatusRow.claim)).where(standing, ~overtaken.exists())
    is_so = col(ClaimRow.number).in_(held.where(col(StatusRow.status) == mark.value))
    if mark is not Mark.UNVERIFIED:
        return is_so
    return or_(is_so, col(ClaimRow.number).not_in(select(col(StatusRow.claim)).where(standing)))


def _has(column: object, words: str) -> ColumnElement[bool]:
    return col(column).icontains(words, autoescape=True)
