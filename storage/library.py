"""How people search the archive: by words, and by who says it, where, since when, marked how."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import UTC, date, datetime, time

from sqlalchemy import ColumnElement, Engine, and_, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from bot.claims.model import Claim
from bot.newsroom.edit import Facet
from bot.newsroom.query import Query
from bot.newsroom.status import Mark
from bot.newsroom.viewer import Viewer
from storage.deeds import standing
from storage.indexing import scoped
from storage.keying import counts
from storage.reaching import reached
from storage.rebuilding import claims_numbered
from storage.reindexing import unfinished
from storage.search import scopes_of
from storage.sight import Sight, row_numbers
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

FEW = 5_000
"""Claims under a word that are put in order at once, in some hundredths of a second."""

FIRST_LOT, LARGEST_LOT = 50, 10_000
"""Readings in one question; SQLite takes some thirty thousand values."""

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
            numbers = self._found(session, asked, offset + limit)[offset:]
            claims = claims_numbered(session, numbers)
            return tuple(claims[number] for number in numbers if number in claims)

    def story(self, viewer: Viewer, claim_id: str) -> Sequence[Claim]:
        """Return the claims that hang together with one, it among them; none if it is unseen."""
        with Sight(self._engine, viewer) as session:
            asked = select(col(ClaimRow.number)).where(col(ClaimRow.id) == claim_id)
            story = reached(session, row_numbers(session, asked))
            return tuple(claims_numbered(session, story).values())

    def _found(self, session: Sight, asked: Query, most: int) -> list[int]:
        """Return the row numbers of the newest claims that meet all of the query.

        Where very many may meet it, the readings are gone through, the newest first, until there
        are enough: to put all of them in order took seconds.
        """
        keys = self._keys(session, asked)
        wanted = [*_of_readings(asked)]
        conditions = [_is_indexed(), *_under(keys), *wanted, *_of_claims(asked)]
        rare = _rare(session, keys)
        if rare or asked.came_from or asked.status not in {None, Mark.UNVERIFIED}:
            return _newest(session, [*rare, *conditions], most)
        found = list[int]()
        for readings in _readings(session, wanted):
            inside = col(ClaimRow.reading).in_(readings)
            found += _newest(session, [inside, *conditions], most - len(found))
            if len(found) == most:
                break
        return found

    def _keys(self, session: Sight, asked: Query) -> list[list[int]]:
        """Return the keys of each word that is asked for, one for each scope."""
        words = self._words_of(f"{asked.words} {asked.about}")
        if not words:
            return []
        scopes = scopes_of(session, unfinished(session, session.viewer.workspace))
        return [[scoped(scope, word) for scope in scopes] for word in words]


def _rare(session: Sight, keys: Sequence[Sequence[int]]) -> tuple[ColumnElement[bool], ...]:
    """Say that the claim stands under the rarest word; nothing where all words are common."""
    known = counts(session, [key for some in keys for key in some])
    claims = {sum(known.get(key, 0) for key in some): some for some in keys}
    if not claims or min(claims) > FEW:
        return ()
    under = select(col(KeyRow.claim)).where(col(KeyRow.key).in_(claims[min(claims)]))
    return (col(ClaimRow.number).in_(under),)


def _newest(session: Sight, conditions: Sequence[ColumnElement[bool]], most: int) -> list[int]:
    found = (
        select(col(ClaimRow.number))
        .join(VersionRow, col(VersionRow.number) == col(ClaimRow.reading))
        .where(*conditions)
        .order_by(col(VersionRow.published).desc().nulls_last(), col(ClaimRow.number))
    )
    return row_numbers(session, found.limit(most))


def _readings(
    session: Sight, wanted: Sequence[ColumnElement[bool]]
) -> Iterator[Sequence[int | None]]:
    """Yield the readings that the viewer may see, the newest first and undated ones at the end.

    They come in ever larger lots: most of what is asked for is among the first.
    """
    published, number = col(VersionRow.published), col(VersionRow.number)
    every = select(number).where(col(VersionRow.workspace) == session.viewer.workspace, *wanted)
    dated = every.where(published.is_not(None)).order_by(published.desc(), number)
    undated = every.where(published.is_(None)).order_by(number)
    for in_order in (dated, undated):
        start, lot = 0, FIRST_LOT
        while readings := session.scalars(in_order.limit(lot).offset(start)).all():
            yield readings
            start, lot = start + len(readings), min(4 * lot, LARGEST_LOT)


def _under(keys: Sequence[Sequence[int]]) -> Iterator[ColumnElement[bool]]:
    """Say for each word that the claim stands under one of its keys."""
    for some in keys:
        stands = col(KeyRow.claim) == col(ClaimRow.number)
        yield select(col(KeyRow.claim)).where(stands, col(KeyRow.key).in_(some)).exists()


def _of_readings(asked: Query) -> Iterator[ColumnElement[bool]]:
    if asked.outlet:
        yield _has(VersionRow.outlet, asked.outlet)
    if asked.since:
        yield _since(asked.since)


def _of_claims(asked: Query) -> Iterator[ColumnElement[bool]]:
    if asked.by:
        yield _said_by(asked.by)
    if asked.came_from:
        chain = select(col(SourcingRow.claim)).where(_has(SourcingRow.via, asked.came_from))
        yield col(ClaimRow.number).in_(chain)
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
        col(EditRow.facet) == Facet.CLAIMANT.value, standing(EditRow), _has(EditRow.after, name)
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
    overtaken = select(col(newer.number)).where(
        col(newer.claim) == col(StatusRow.claim),
        col(newer.number) > col(StatusRow.number),
        standing(newer),
    )
    held = select(col(StatusRow.claim)).where(standing(StatusRow), ~overtaken.exists())
    is_so = col(ClaimRow.number).in_(held.where(col(StatusRow.status) == mark.value))
    if mark is not Mark.UNVERIFIED:
        return is_so
    marked = select(col(StatusRow.claim)).where(standing(StatusRow))
    return or_(is_so, col(ClaimRow.number).not_in(marked))


def _has(column: object, words: str) -> ColumnElement[bool]:
    return col(column).icontains(words, autoescape=True)
