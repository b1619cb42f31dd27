"""What has to be seen to when an older state of the database takes the place of a newer one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Select, column, inspect, literal, select, table, update

from bot.newsroom.act import Deed
from bot.newsroom.trouble import SetUpTrouble
from storage.database import upgrade, writing
from storage.health import Version, version_of

LONG_AGO = date(1970, 1, 1)
STEPS = "alembic_version"

# As they are since the second release: what is replaced may be older or newer than our tables.
ACTS = table("acts", column("workspace"), column("claim"), column("deed"))
CLAIMS = table("claims", column("workspace"), column("id"))
SWEPT = table("swept", column("day"))


@dataclass(frozen=True, slots=True)
class Before:
    """What of the database in place matters to the next: which claims were forgotten in it.

    Each by its workspace and id.
    """

    forgotten: frozenset[tuple[str, str]] = frozenset()


def before(engine: Engine, *, replace: bool) -> Before:
    """Return what matters of the database in place; raises SetUpTrouble unless it may go."""
    with engine.connect() as connection:
        if not replace and _holds_something(connection):
            raise SetUpTrouble(
                "There is something on record in DATABASE_URL already: put that aside by "
                "`python -m bot backup`, and add --replace to put the backup in its place."
            )
        return Before(_forgotten(connection))


def made_ready(engine: Engine, there: Before) -> tuple[str, ...]:
    """Bring what came from a backup up to date; return what is on record again of the forgotten.

    Raises SetUpTrouble when it is none of ours, or was made by a newer version. That the days'
    sweeps were done is forgotten: what is too old by now goes within a minute of the next start.
    """
    if version_of(engine) is Version.NONE:
        raise SetUpTrouble("The file holds no database of the bot: take another.")
    upgrade(engine)
    with writing(engine).begin() as connection:
        connection.execute(update(SWEPT).values(day=LONG_AGO))
        claims = _pairs(connection, select(CLAIMS.c.workspace, CLAIMS.c.id))
    return tuple(sorted(claim for _, claim in claims & there.forgotten))


def _holds_something(connection: Connection) -> bool:
    names = set(inspect(connection).get_table_names()) - {STEPS}
    return any(
        connection.execute(select(literal(1)).select_from(table(name)).limit(1)).first()
        for name in sorted(names)
    )


def _forgotten(connection: Connection) -> frozenset[tuple[str, str]]:
    if not inspect(connection).has_table(ACTS.name):
        return frozenset()
    deeds = select(ACTS.c.workspace, ACTS.c.claim).where(ACTS.c.deed == Deed.FORGOTTEN.value)
    return _pairs(connection, deeds)


def _pairs(connection: Connection, asked: Select[Any]) -> frozenset[tuple[str, str]]:
    return frozenset((place, claim) for place, claim in connection.execute(asked))
