"""How keys and claims are written to the index tables and asked for, on each database."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from struct import pack, unpack
from typing import Any

from sqlalchemy import (
    BigInteger,
    Executable,
    Select,
    Text,
    bindparam,
    cast,
    column,
    func,
    insert,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import SQLModel, col

from storage.sight import Sight
from storage.tables import KeyCountRow, KeyedRow, KeyRow

EIGHT = 8  # bytes of a key


def put(session: Sight, every: Mapping[int, int], said: Mapping[int, Sequence[int]]) -> None:
    """Write claims under the keys that they say, and each under one more, whether said or not."""
    if not said:
        return
    rows = [
        {"key": key, "claim": claim}
        for claim, keys in said.items()
        for key in sorted({*keys, every[claim]})
    ]
    keyed = [{"claim": claim, "keys": packed(keys)} for claim, keys in said.items()]
    connection, tables = session.connection(), SQLModel.metadata.tables
    if _is_sqlite(session):
        connection.execute(insert(tables["claim_key"]), rows)
    else:  # in one statement, so that each key is counted once
        both = {name: [row[name] for row in rows] for name in ("key", "claim")}
        connection.execute(_many_at_once(), both)
    connection.execute(insert(tables["keyed"]), keyed)


def counts(session: Sight, keys: Collection[int]) -> dict[int, int]:
    """Return how many claims stand under each of the keys; those without any are left out."""
    wanted = _each(session).subquery()
    asked = select(col(KeyCountRow.key), col(KeyCountRow.claims)).join(
        wanted, col(KeyCountRow.key) == wanted.c.key
    )
    return {row.key: row.claims for row in session.execute(asked, _bound(session, keys))}


def newest(session: Sight, keys: Sequence[int], most: int) -> dict[int, list[int]]:
    """Return the newest claims of each key, by row number."""
    if not keys or most <= 0:
        return {}
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
    asked = select(wanted.c.key, gathered).select_from(wanted)
    found = session.execute(asked, {"newest": most, **_bound(session, keys)})
    return {key: json.loads(hits) for key, hits in found if hits}


def all_keys(session: Sight, claims: Collection[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield each of the claims, by row number, with all its keys as it says them."""
    wanted = _each(session).subquery()
    asked = select(col(KeyedRow.claim), col(KeyedRow.keys)).join(
        wanted, col(KeyedRow.claim) == wanted.c.key
    )
    for claim, keys in session.execute(asked, _bound(session, claims)):
        yield claim, unpacked(keys)


def packed(keys: Sequence[int]) -> bytes:
    """Return keys as bytes."""
    return pack(f"<{len(keys)}q", *keys)


def unpacked(keys: bytes) -> tuple[int, ...]:
    """Return the keys that were packed."""
    return unpack(f"<{len(keys) // EIGHT}q", keys)


def _many_at_once() -> Executable:
    array = ARRAY(BigInteger)
    rows = select(
        func.unnest(cast(bindparam("key"), array)), func.unnest(cast(bindparam("claim"), array))
    )
    return insert(SQLModel.metadata.tables["claim_key"]).from_select(["key", "claim"], rows)


def _each(session: Sight) -> Select[int]:
    """Ask for each of the keys; bound as one value, so that one statement serves any number."""
    if _is_sqlite(session):
        listed = func.json_each(bindparam("keys")).table_valued(column("value", BigInteger))
        return select(listed.c.value.label("key"))
    array = cast(bindparam("keys"), ARRAY(BigInteger))
    return select(func.unnest(array).label("key"))


def _bound(session: Sight, keys: Collection[int]) -> dict[str, Any]:
    return {"keys": json.dumps([*keys]) if _is_sqlite(session) else [*keys]}


def _is_sqlite(session: Sight) -> bool:
    return session.get_bind().dialect.name == "sqlite"
