"""How keys and claims are written to the index tables and asked for, on each database."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from struct import pack, unpack
from typing import Any

from sqlalchemy import (
    BigInteger,
    Executable,
    Select,
    Table,
    Text,
    bindparam,
    cast,
    column,
    func,
    insert,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import SQLModel

from storage.sight import Sight

EIGHT = 8  # bytes of a key
SQLITE = "sqlite"


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
    connection = session.connection()
    if connection.dialect.name == SQLITE:
        connection.execute(insert(_table("claim_key")), rows)
    else:  # in one statement, so that each key is counted once
        both = {name: [row[name] for row in rows] for name in ("key", "claim")}
        connection.execute(_many_at_once(), both)
    connection.execute(insert(_table("keyed")), keyed)


def counts(session: Sight, keys: Collection[int]) -> dict[int, int]:
    """Return how many claims stand under each of the keys; those without any are left out."""
    kind = session.get_bind().dialect.name
    found = session.connection().execute(_counting(kind), _bound(kind, keys))
    return {row.key: row.claims for row in found.all()}


def newest(session: Sight, keys: Sequence[int], most: int) -> dict[int, list[int]]:
    """Return the newest claims of each key, by row number."""
    if not keys or most <= 0:
        return {}
    kind = session.get_bind().dialect.name
    found = session.connection().execute(_newest(kind), {"newest": most, **_bound(kind, keys)})
    return {key: json.loads(hits) for key, hits in found.all() if hits}


def all_keys(session: Sight, claims: Collection[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield each of the claims, by row number, with all its keys as it says them."""
    kind = session.get_bind().dialect.name
    found = session.connection().execute(_saying(kind), _bound(kind, claims))
    return ((claim, unpacked(keys)) for claim, keys in found.all())


# The statements are made once, of bare tables: no row of them belongs to a viewer, and making a
# statement anew took longer than answering it.


@cache
def _counting(kind: str) -> Select[Any]:
    table, wanted = _table("key_count"), _each(kind).subquery()
    return select(table.c.key, table.c.claims).join(wanted, table.c.key == wanted.c.key)


@cache
def _newest(kind: str) -> Select[Any]:
    table, wanted = _table("claim_key"), _each(kind).cte("wanted")
    claims = (
        select(table.c.claim)
        .where(table.c.key == wanted.c.key)
        .order_by(table.c.claim.desc())
        .limit(bindparam("newest"))
        .correlate(wanted)
        .subquery()
    )
    gather = func.json_group_array if kind == SQLITE else func.json_agg
    gathered = select(cast(gather(claims.c.claim), Text)).correlate(wanted).scalar_subquery()
    return select(wanted.c.key, gathered).select_from(wanted)


@cache
def _saying(kind: str) -> Select[Any]:
    table, wanted = _table("keyed"), _each(kind).subquery()
    return select(table.c.claim, table.c["keys"]).join(wanted, table.c.claim == wanted.c.key)


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
    return insert(_table("claim_key")).from_select(["key", "claim"], rows)


def _each(kind: str) -> Select[Any]:
    """Ask for each of the keys; bound as one value, so that one statement serves any number."""
    if kind == SQLITE:
        listed = func.json_each(bindparam("keys")).table_valued(column("value", BigInteger))
        return select(listed.c.value.label("key"))
    array = cast(bindparam("keys"), ARRAY(BigInteger))
    return select(func.unnest(array).label("key"))


def _bound(kind: str, keys: Collection[int]) -> dict[str, Any]:
    return {"keys": json.dumps([*keys]) if kind == SQLITE else [*keys]}


def _table(name: str) -> Table:
    return SQLModel.metadata.tables[name]
