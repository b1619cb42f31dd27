"""How what comes in is kept: by one statement a database, many events in one commit."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Engine,
    Executable,
    bindparam,
    false,
    func,
    literal,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import col

from bot.newsroom.post import Incoming
from storage.channels import OPEN
from storage.states import WAITING
from storage.tables import ChannelRow, bare

NOT_KEPT = re.compile("[\\x00\\ud800-\\udfff]")
"""NUL, which PostgreSQL's text cannot hold, and halves of characters, which neither database can:
JSON can bring both in, and an event that is refused would be delivered and refused again."""

GIVEN = tuple(
    "workspace channel key event ts thread person text links respond_to state token attempts "
    "not_before received_at reason".split()
)


def keep(engine: Engine, came: Sequence[tuple[Incoming, datetime]]) -> Sequence[bool]:
    """Keep each event that is new, all in one transaction; tell of each whether it was."""
    with engine.begin() as connection:
        statement = _KEEP[connection.dialect.name]
        return [connection.execute(statement, _values(*one)).first() is not None for one in came]


def _keeping(insert: Callable[..., sqlite.Insert | postgresql.Insert]) -> Executable:
    """Return the statement that keeps an event; made once, since making it is what takes long.

    Whether the channel is open is looked up in it, as far as is known. It is of the bare table:
    what comes in is kept before anybody sees it.
    """
    is_open = (
        select(OPEN)
        .where(col(ChannelRow.workspace) == bindparam("workspace"))
        .where(col(ChannelRow.id) == bindparam("channel"))
        .scalar_subquery()
    )
    values: dict[str, ColumnElement[Any]] = {name: bindparam(name) for name in GIVEN}
    values["public_when_recorded"] = func.coalesce(is_open, false())
    return insert(bare("inbox")).values(values).on_conflict_do_nothing().returning(literal(1))


def _values(incoming: Incoming, now: datetime) -> dict[str, object]:
    post = incoming.post
    return {
        "workspace": post.workspace,
        "channel": post.channel,
        "key": incoming.key,
        "event": incoming.event.value,
        "ts": post.ts,
        "thread": post.thread,
        "person": post.person,
        "text": _kept(incoming.text),
        "links": [_kept(link) for link in incoming.links],
        "respond_to": incoming.respond_to,
        "state": WAITING,
        "token": "",
        "attempts": 0,
        "not_before": now,
        "received_at": now,
        "reason": "",
    }


def _kept(text: str) -> str:
    return NOT_KEPT.sub("", text)


_KEEP = {"sqlite": _keeping(sqlite.insert), "postgresql": _keeping(postgresql.insert)}
