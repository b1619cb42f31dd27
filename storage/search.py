"""The index of claims by name, word and counted thing, and the search for candidates in it.

Each key is hashed together with its scope: the workspace for claims that show in all of it, the
channel for the others. A search asks for the scopes of its viewer only, so that claims hidden
from him neither crowd out the others nor change what counts as rare.
"""

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from hashlib import blake2b

from sqlalchemy import (
    BigInteger,
    Executable,
    Select,
    bindparam,
    cast,
    column,
    delete,
    func,
    insert,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import aliased
from sqlmodel import col

from bot.claims.model import Claim
from bot.newsroom.channel import Channel
from storage.places import is_open
from storage.rebuilding import claims_numbered, claims_where
from storage.sight import Sight
from storage.tables import ClaimRow, KeyRow, VersionRow

KeysOf = Callable[[Claim], frozenset[str]]
"""Gives the names, words and counted things under which a claim is to be found."""

NEWEST_PER_KEY = 300
"""How many claims one key yields; measured at a million claims, more cost time for little."""

MOST_HITS = 12_000
"""How many hits one search looks at. One claim has some thirty keys and gets all 300 of each; a
whole article has hundreds, and of its hot ones the newest forty do."""

TOP, TURN = 9.0, 10.0
"""The weight of a shared key is 1 + TOP · TURN / (TURN + claims that have the key).

So a key of one claim weighs seven times one of hundreds: near the usual logarithm, which SQLite
may have been built without.
"""

ARTICLES_AT_ONCE = 100


def candidates(session: Sight, keys: Collection[str], limit: int) -> Sequence[Claim]:
    """Return claims that share keys, most and rarest shared first, then newest."""
    here = session.viewer.channel
    scopes = [_own(here)] if here.outsiders else [_own(here), _everybody(here)]
    asked = sorted({scoped(scope, key) for scope in scopes for key in keys})
    ranked = list(session.scalars(*_ranking(session, asked, limit)))
    claims = claims_numbered(session, ranked)
    return tuple(claims[number] for number in ranked if number in claims)


def refresh(session: Sight, articles: Collection[int], keys_of: KeysOf) -> None:
    """Index the claims of the newest version of each of the viewer's articles, and no others."""
    here = session.viewer.channel
    scopes = {
        False: _own(here),
        True: _everybody(here) if is_open(session, here.workspace, here.id) else _own(here),
    }
    for some in _slices(sorted(articles)):
        session.execute(_forgetting(some))
        rows = [
            {"key": key, "claim": number}
            for number, claim, public in _newest(session, some)
            for key in {scoped(scopes[public], key) for key in keys_of(claim)}
        ]
        if rows:
            session.execute(insert(KeyRow), rows)


def scoped(scope: str, key: str) -> int:
    """Return 63 bits of a hash over both: a number without sign in every database."""
    digest = blake2b(f"{scope}\0{key}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def _own(channel: Channel) -> str:
    return f"channel\0{channel.workspace}\0{channel.id}"


def _everybody(channel: Channel) -> str:
    return f"workspace\0{channel.workspace}"


def _ranking(
    session: Sight, keys: Sequence[int], limit: int
) -> tuple[Executable, dict[str, object]]:
    """Return the query for the best claims' row numbers, and what it asks with.

    However many keys: one bound value, so that the query is compiled once for all of them.
    """
    newest = min(NEWEST_PER_KEY, MOST_HITS // (len(keys) or 1) + 1)
    bound: dict[str, object] = {"most": limit, "newest": newest - 1}
    if session.get_bind().dialect.name == "sqlite":
        wanted = func.json_each(bindparam("keys")).table_valued(column("value", BigInteger))
        return _ranked(select(wanted.c.value.label("key"))), bound | {"keys": json.dumps(keys)}
    array = cast(bindparam("keys"), ARRAY(BigInteger))
    return _ranked(select(func.unnest(array).label("key"))), bound | {"keys": list(keys)}


def _ranked(wanted: Select[int]) -> Select[tuple[int]]:
    key = wanted.cte("wanted").c.key
    older = aliased(KeyRow)
    oldest = (
        select(col(older.claim))
        .where(col(older.key) == key)
        .order_by(col(older.claim).desc())
        .limit(1)
        .offset(bindparam("newest"))
        .scalar_subquery()
    )
    hits = (
        select(col(KeyRow.key), col(KeyRow.claim))
        .join(key.table, col(KeyRow.key) == key)
        .where(col(KeyRow.claim) >= func.coalesce(oldest, 0))
        .cte("hits")
    )
    weight = 1.0 + TOP * TURN / (TURN + func.count())
    rarity = select(hits.c.key, weight.label("weight")).group_by(hits.c.key).cte("rarity")
    return (
        select(hits.c.claim)
        .join(rarity, rarity.c.key == hits.c.key)
        .group_by(hits.c.claim)
        .order_by(func.sum(rarity.c.weight).desc(), hits.c.claim.desc())
        .limit(bindparam("most"))
    )


def _newest(session: Sight, articles: Sequence[int]) -> Iterator[tuple[int, Claim, bool]]:
    """Yield the claims of the articles' newest versions, and whether they may show elsewhere."""
    newer = aliased(VersionRow)
    overtaken = (
        select(col(newer.number))
        .where(col(newer.article) == col(VersionRow.article))
        .where(col(newer.version) > col(VersionRow.version))
    )
    newest = select(col(VersionRow.number), col(VersionRow.public_when_recorded)).where(
        col(VersionRow.article).in_(articles), ~overtaken.exists()
    )
    for number, public in session.execute(newest).all():
        claims = claims_where(session, col(ClaimRow.reading) == number)
        yield from ((row, claim, public) for row, claim in claims.items())


def _forgetting(articles: Sequence[int]) -> Executable:
    claims = (
        select(col(ClaimRow.number))
        .join(VersionRow, col(VersionRow.number) == col(ClaimRow.reading))
        .where(col(VersionRow.article).in_(articles))
    )
    return delete(KeyRow).where(col(KeyRow.claim).in_(claims))


def _slices(articles: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield the articles in lots: a database takes only so many values in one question."""
    for start in range(0, len(articles), ARTICLES_AT_ONCE):
        yield articles[start : start + ARTICLES_AT_ONCE]
