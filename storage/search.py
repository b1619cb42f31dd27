"""The index of claims by name, word and counted thing, and the search for candidates in it.

Each key is hashed together with its scope: the workspace for claims that show in all of it, the
channel for the others. A search asks for the scopes of its viewer only, so that claims hidden
from him neither crowd out the others nor change what counts as rare.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from hashlib import blake2b
from heapq import nlargest
from math import log

from sqlalchemy import (
    BigInteger,
    Executable,
    Select,
    Text,
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
from sqlmodel import SQLModel, col

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

ARTICLES_AT_ONCE = 100


def candidates(session: Sight, keys: Collection[str], limit: int) -> Sequence[Claim]:
    """Return claims that share keys, most and rarest shared first, then newest."""
    here = session.viewer.channel
    scopes = [_own(here)] if here.outsiders else [_own(here), _everybody(here)]
    asked = [scoped(scope, key) for scope in scopes for key in set(keys)]
    ranked = nlargest(limit, _scores(_hits(session, asked)).items(), key=_best)
    claims = claims_numbered(session, [number for number, _ in ranked])
    return tuple(claims[number] for number, _ in ranked if number in claims)


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
            {
                "number": number,
                **_bound(session, {scoped(scopes[public], k) for k in keys_of(claim)}),
            }
            for number, claim, public in _newest(session, some)
        ]
        if rows:
            session.connection().execute(_remembering(session), rows)


def scoped(scope: str, key: str) -> int:
    """Return 63 bits of a hash over both: a number without sign in every database."""
    digest = blake2b(f"{scope}\0{key}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def _own(channel: Channel) -> str:
    return f"channel\0{channel.workspace}\0{channel.id}"


def _everybody(channel: Channel) -> str:
    return f"workspace\0{channel.workspace}"


def _hits(session: Sight, keys: Sequence[int]) -> list[list[int]]:
    """Return the newest claims of each key, by row number."""
    newest = min(NEWEST_PER_KEY, MOST_HITS // (len(keys) or 1) + 1)
    wanted = _each(session).cte("wanted")
    claims = (
        select(col(KeyRow.claim).label("claim"))
        .where(col(KeyRow.key) == wanted.c.key)
        .order_by(col(KeyRow.claim).desc())
        .limit(bindparam("newest"))
        .correlate(wanted)
        .subquery()
    )
    gather = func.json_group_array if _is_sqlite(session) else func.json_agg
    gathered = select(cast(gather(claims.c.claim), Text)).correlate(wanted).scalar_subquery()
    asked = select(gathered).select_from(wanted)
    found = session.scalars(asked, {"newest": newest, **_bound(session, keys)})
    return [json.loads(hits) for hits in found if hits]


def _scores(hits: Iterable[Sequence[int]]) -> dict[int, float]:
    """Add up what the keys of each claim weigh: one of few claims more than one of hundreds."""
    scores: defaultdict[int, float] = defaultdict(float)
    for claims in hits:
        weight = log(1 + NEWEST_PER_KEY / (len(claims) or 1))
        for claim in claims:
            scores[claim] += weight
    return scores


def _best(scored: tuple[int, float]) -> tuple[float, int]:
    """Say what comes first: the higher score, then the claim that was recorded later."""
    number, score = scored
    return round(score, 6), number


def _remembering(session: Sight) -> Executable:
    """Return the statement that puts one claim, `number`, under many keys."""
    keys = _each(session).subquery()
    rows = select(keys.c.key, cast(bindparam("number"), BigInteger))
    return insert(SQLModel.metadata.tables["claim_key"]).from_select(["key", "claim"], rows)


def _each(session: Sight) -> Select[int]:
    """Ask for each of the keys; bound as one value, so that one statement serves any number."""
    if _is_sqlite(session):
        listed = func.json_each(bindparam("keys")).table_valued(column("value", BigInteger))
        return select(listed.c.value.label("key"))
    array = cast(bindparam("keys"), ARRAY(BigInteger))
    return select(func.unnest(array).label("key"))


def _bound(session: Sight, keys: Collection[int]) -> dict[str, object]:
    return {"keys": json.dumps([*keys]) if _is_sqlite(session) else [*keys]}


def _is_sqlite(session: Sight) -> bool:
    return session.get_bind().dialect.name == "sqlite"


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
