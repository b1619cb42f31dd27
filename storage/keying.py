"""How keys and claims are written to the index tables and asked for, on each database."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
from sqlalchemy import (
    BigInteger,
    CompoundSelect,
    Executable,
    Select,
    Text,
    bindparam,
    cast,
    column,
    func,
    insert,
    select,
    union_all,
)
from sqlalchemy.dialects.postgresql import ARRAY

from storage.sight import Sight
from storage.tables import bare
from storage.weighing import Numbers, packed

SQLITE = "sqlite"

Keys = Sequence[int]


def put(session: Sight, every: Mapping[int, int], said: Mapping[int, Sequence[int]]) -> None:
    """Write claims under the keys that they say, and each under one more, whether said or not."""
    if not said:
        return
    both = sorted((key, one) for one, keys in said.items() for key in {*keys, every[one]})
    rows = [{"key": key, "claim": claim} for key, claim in both]  # what lies together, together
    keyed = [{"claim": claim, "keys": packed(keys)} for claim, keys in said.items()]
    connection = session.connection()
    if connection.dialect.name == SQLITE:
        connection.execute(insert(bare("claim_key")), rows)
    else:  # in one statement, so that each key is counted once
        columns = {name: [row[name] for row in rows] for name in ("key", "claim")}
        connection.execute(_many_at_once(), columns)
    connection.execute(insert(bare("keyed")), keyed)


def counts(session: Sight, keys: Keys) -> dict[int, int]:
    """Return how many claims stand under each of the keys; those without any are left out."""
    kind = session.get_bind().dialect.name
    found = session.connection().execute(_counting(kind), _bound(kind, keys=keys))
    return {row.key: row.claims for row in found.all()}


def newest(
    session: Sight, rare: Keys, most: int, hot: Keys, few: int
) -> list[tuple[int, Numbers]]:
    """Return each key with its newest claims, by row number: most of the rare, few of the hot."""
    kind = session.get_bind().dialect.name
    bound = {**_bound(kind, rare=rare, hot=hot), "most": most, "few": few}
    found = session.connection().execute(_newest(kind), bound)
    return [(key, _listed(hits)) for key, hits in found.all() if len(hits) > len("[]")]


def _listed(hits: str) -> Numbers:
    """Read numbers that the database has listed: "[1,2]" is SQLite's form, "{1,2}" the other."""
    return np.fromstring(hits[1:-1], np.int64, sep=",")


def all_keys(session: Sight, claims: Sequence[int]) -> list[tuple[int, bytes]]:
    """Return each of the claims, by row number, with all its keys as it says them, packed."""
    kind = session.get_bind().dialect.name
    found = session.connection().execute(_saying(kind), _bound(kind, keys=claims))
    return [(claim, keys) for claim, keys in found.all()]


# The statements are made once, of bare tables: no row of them belongs to a viewer, and making a
# statement anew took longer than answering it.


@cache
def _counting(kind: str) -> Select[Any]:
    table, wanted = bare("key_count"), _each(kind, "keys").subquery()
    return select(table.c.key, table.c.claims).join(wanted, table.c.key == wanted.c.key)


@cache
def _newest(kind: str) -> CompoundSelect[Any]:
    return union_all(_newest_of(kind, "rare", "most"), _newest_of(kind, "hot", "few"))


def _newest_of(kind: str, keys: str, limit: str) -> Select[Any]:
    table, wanted = bare("claim_key"), _each(kind, keys).cte(keys)
    claims = (
        select(table.c.claim)
        .where(table.c.key == wanted.c.key)
        .order_by(table.c.claim.desc())
        .limit(bindparam(limit))
        .correlate(wanted)
    )
    if kind == SQLITE:
        listed = claims.subquery()
        every = select(func.json_group_array(listed.c.claim)).scalar_subquery()
        return select(wanted.c.key, every).select_from(wanted)
    array = cast(func.array(claims.scalar_subquery()), Text)
    return select(wanted.c.key, array).select_from(wanted)


@cache
def _saying(kind: str) -> Select[Any]:
    table, wanted = bare("keyed"), _each(kind, "keys").subquery()
    return select(table.c.claim, table.c["keys"]).join(wanted, table.c.claim == wanted.c.key)


def _many_at_once() -> Executable:
    array = ARRAY(BigInteger)
    rows = select(
        func.unnest(cast(bindparam("key"), array)), func.unnest(cast(bindparam("claim"), array))
    )
    return insert(bare("claim_key")).from_select(["key", "claim"], rows)


def _each(kind: str, name: str) -> Select[Any]:
    """Ask for each of the keys; bound as one value, so that one statement serves any number."""
    if kind == SQLITE:
        listed = func.json_each(bindparam(name)).table_valued(column("value", BigInteger))
        return select(listed.c.value.label("key"))
    array = cast(bindparam(name), ARRAY(BigInteger))
    return select(func.unnest(array).label("key"))


def _bound(kind: str, **keys: Keys) -> dict[str, Any]:
    return {name: json.dumps(some) if kind == SQLITE else some for name, some in keys.items()}
