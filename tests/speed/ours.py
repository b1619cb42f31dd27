"""The archive's own look-up, over tables that are filled at one go for the measurement.

What is filed one by one ends in the same rows; only the index over `claim_key.claim`, which
deletions need and look-up does not, is left out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import Any

import numpy as np
from sqlalchemy import Connection, Engine, insert, text
from sqlmodel import SQLModel

from bot.claims.keys import keys
from bot.claims.model import Article, Claim
from bot.newsroom.filing import Entry
from bot.newsroom.viewer import Viewer
from storage import search
from storage.archive import Archive
from storage.database import open_database, upgrade, writing
from storage.indexing import EVERY, everybodys, own, scoped
from storage.postings import packed
from storage.rows import Stamp, claim_row, version_row
from storage.sight import Sight
from tests.speed.made_up import CLAIMS_AN_ARTICLE, Made, lots
from tests.speed.peers import TOP, Ask
from tests.storage.shelf import CITY, SOURCES, WORLD

ARTICLES_AT_ONCE = 400
NOW = datetime(2026, 3, 4, 9, tzinfo=UTC)
SCOPES = {True: everybodys(WORLD), False: own(SOURCES)}
PAIR = [("columns", ">i2"), ("size", ">i4"), ("one", ">i8"), ("again", ">i4"), ("other", ">i8")]
"""A row of two numbers in PostgreSQL's binary COPY, each after its size in bytes."""

LOOSENED = {
    "sqlite": (
        "DROP TRIGGER claim_key_in",
        "DROP INDEX ix_claim_key_claim",
    ),
    "postgresql": (
        "DROP TRIGGER claim_key_in ON claim_key",
        "DROP INDEX ix_claim_key_claim",
        "ALTER TABLE claim_key DROP CONSTRAINT fk_claim_key_claim",
    ),
}


@dataclass(slots=True)
class Index:
    """The rows of the index, gathered in columns; `said` is what each claim says, packed."""

    keys: list[Any] = field(default_factory=list)
    claims: list[Any] = field(default_factory=list)

    def add(self, number: int, hashed: list[int]) -> None:
        """Put a claim under its keys."""
        once = np.unique(np.array(hashed, dtype=np.int64))
        self.keys.append(once)
        self.claims.append(np.full(len(once), number, dtype=np.int64))

    def rows(self) -> tuple[Any, Any]:
        """Return both columns, by key and then by claim."""
        by_key, by_claim = np.concatenate(self.keys), np.concatenate(self.claims)
        order = np.lexsort((by_claim, by_key))
        return by_key[order], by_claim[order]


class Ours:
    """The archive on one database, asked as the desk asks it."""

    def __init__(self, address: str, claims: Iterable[Made]) -> None:
        self._engine = open_database(address)
        upgrade(self._engine)
        kind = self._engine.dialect.name
        self.name = f"on the record, {kind}"
        self._archive = Archive(self._engine, keys, lambda: NOW)
        for channel in (WORLD, CITY, SOURCES):
            self._archive.keep_channel(channel)
        _fill(self._engine, claims)

    def rank(self, made: Made) -> list[int]:
        """Return the numbers of the best twenty."""
        with Sight(self._engine, Viewer(CITY)) as session:
            return search.ranking(session, frozenset(keys(made.claim)), TOP)

    def ask(self, made: Made) -> list[int]:
        """Return the same, but build the twenty claims with all their facets."""
        found = self._archive.candidates(Viewer(CITY), frozenset(keys(made.claim)), TOP)
        return [_number(claim) for claim in found]

    def asks(self) -> dict[str, Ask]:
        """Return both ways to be asked."""
        return {self.name: self.rank, f"{self.name}, claims built": self.ask}

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()


def _fill(engine: Engine, claims: Iterable[Made]) -> None:
    index, number = Index(), 0
    with writing(engine).begin() as connection:
        for statement in LOOSENED[engine.dialect.name]:
            connection.execute(text(statement))
        for some in lots(claims, ARTICLES_AT_ONCE * CLAIMS_AN_ARTICLE):
            _enter(connection, number, some)
            keyed = [*_keyed(index, number, some)]
            connection.execute(insert(_table("keyed")), keyed)
            number += len(some)
        by_key, by_claim = index.rows()
        _pour(connection, "claim_key (key, claim)", by_key, by_claim)
        once, counts = np.unique(by_key, return_counts=True)
        _pour(connection, "key_count (key, claims)", once, counts)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(
            text("ANALYZE" if engine.dialect.name == "sqlite" else "VACUUM ANALYZE")
        )


def _enter(connection: Connection, before: int, some: list[Made]) -> None:
    """Write articles, versions and claims; all are numbered from 1."""
    articles, versions, claims = [], [], []
    for place, made in enumerate(some, before):
        number, stamp = place // CLAIMS_AN_ARTICLE + 1, _stamp(made)
        if place % CLAIMS_AN_ARTICLE == 0:
            article = Article(made.claim.publication, "Some words. " * 20)
            entry = Entry(f"A{number}", None, None, made.claim.publication.url, f"{number}")
            version = version_row(entry, article, number, stamp, NOW)
            articles.append({**stamp, "number": number, "link": entry.link})
            versions.append({**version.model_dump(), "number": number})
        row = claim_row(made.claim, place % CLAIMS_AN_ARTICLE, number, stamp)
        claims.append({**row.model_dump(), "number": place + 1})
    for name, rows in (("articles", articles), ("versions", versions), ("claims", claims)):
        connection.execute(insert(_table(name)), rows)


def _keyed(index: Index, before: int, some: list[Made]) -> Iterator[dict[str, Any]]:
    for number, made in enumerate(some, before + 1):
        said = [_hashed(key, seen=made.seen) for key in keys(made.claim)]
        index.add(number, [*said, _hashed(EVERY, seen=made.seen)])
        yield {"claim": number, "keys": packed(said)}


@cache
def _hashed(key: str, *, seen: bool) -> int:
    return scoped(SCOPES[seen], key)


def _stamp(made: Made) -> Stamp:
    channel = WORLD if made.seen else SOURCES
    return Stamp(workspace=channel.workspace, channel=channel.id, public_when_recorded=made.seen)


def _number(claim: Claim) -> int:
    _, article, place = claim.id.split("-")
    return int(article) * CLAIMS_AN_ARTICLE + int(place) + 1


def _table(name: str) -> Any:
    return SQLModel.metadata.tables[name]


def _pour(connection: Connection, into: str, *columns: Any) -> None:
    """Write two columns of numbers, as fast as the database takes them."""
    raw: Any = connection.connection.driver_connection
    if connection.dialect.name == "sqlite":
        pairs = zip(*(column.tolist() for column in columns), strict=True)
        raw.executemany(f"INSERT INTO {into} VALUES (?, ?)", pairs)  # noqa: S608 - names of ours
        return
    rows: Any = np.empty(len(columns[0]), dtype=PAIR)
    rows["columns"], rows["size"], rows["again"], rows["one"], rows["other"] = 2, 8, 8, *columns
    with raw.cursor() as cursor, cursor.copy(f"COPY {into} FROM STDIN (FORMAT binary)") as copy:
        copy.write(b"PGCOPY\n\xff\r\n\0" + bytes(8))
        for some in np.array_split(rows, len(rows) // 100_000 + 1):
            copy.write(some.tobytes())
        copy.write(b"\xff\xff")
