"""What has to be seen to when an older state of the database takes the place of a newer one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Select, column, inspect, literal, select, table, update
from sqlmodel import col

from bot.newsroom.act import Deed
from bot.newsroom.trouble import SetUpTrouble
from storage.database import upgrade, writing
from storage.health import Version, version_of
from storage.inbox import RESTORED
from storage.states import LEASED, POSTING, WAITING
from storage.tables import InboxRow, OutboxRow, SweptRow

LONG_AGO = date(1970, 1, 1)
STEPS = "alembic_version"

# As they are since the second release: what is replaced may be older or newer than our tables.
ACTS = table("acts", column("workspace"), column("claim"), column("deed"))
CLAIMS = table("claims", column("workspace"), column("id"))
WORKSPACES = table("workspaces", column("id"), column("left_at"))


@dataclass(frozen=True, slots=True)
class Before:
    """What of the database in place matters to the next: what was forgotten in it.

    `knows` is whether it can tell: one that holds nothing cannot. Claims go by workspace and id;
    `workspaces` are those that have the bot.
    """

    knows: bool = False
    forgotten: frozenset[tuple[str, str]] = frozenset()
    workspaces: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Back:
    """What had gone and is on record again, by ids; `known` is whether anybody could tell."""

    known: bool
    claims: tuple[str, ...] = ()
    workspaces: tuple[str, ...] = ()

    @property
    def told(self) -> Iterator[str]:
        """Yield lines for the operator."""
        if not self.known:
            yield "What was forgotten since the backup was made is back, and nobody knows of it."
        if self.claims:
            ids = ", ".join(self.claims)
            yield f"Forgotten once and back with it, to be forgotten anew: {ids}"
        if self.workspaces:
            ids = ", ".join(self.workspaces)
            yield f"Workspaces without the bot that are back with it, tokens too: {ids}"
            yield "`python -m bot uninstall` and such an id drops its token."


def before(engine: Engine, *, replace: bool) -> Before:
    """Return what matters of the database in place; raises SetUpTrouble unless it may go."""
    with engine.connect() as connection:
        if not _holds_something(connection):
            return Before()
        if not replace:
            raise SetUpTrouble(
                "There is something on record in DATABASE_URL already: put that aside by "
                "`python -m bot backup`, and add --replace to put the backup in its place."
            )
        if not inspect(connection).has_table(ACTS.name):
            return Before()
        return Before(knows=True, forgotten=_forgotten(connection), workspaces=_having(connection))


def bring_up_to_date(engine: Engine) -> None:
    """Bring a backup up to date; raises SetUpTrouble when it is none of ours, or newer than us."""
    if version_of(engine) is Version.NONE:
        raise SetUpTrouble("The file holds no database of the bot: take another.")
    upgrade(engine)


def made_ready(engine: Engine, there: Before) -> Back:
    """Bring what came from a backup up to date; return what is on record again of what had gone.

    Raises SetUpTrouble as `bring_up_to_date`. That the days' sweeps were done is forgotten: what
    is too old by now goes within a minute of the next start. What was to be said or
    answered is looked for first: it may have been posted since the backup was made.
    """
    bring_up_to_date(engine)
    with writing(engine).begin() as connection:
        connection.execute(update(SweptRow).values(day=LONG_AGO))
        unsaid = update(OutboxRow).where(col(OutboxRow.state).in_([WAITING, POSTING]))
        connection.execute(unsaid.values(retry=True))
        unread = update(InboxRow).where(col(InboxRow.state).in_([WAITING, LEASED]))
        connection.execute(unread.values(reason=RESTORED))
        if not there.knows:
            return Back(known=False)
        claims = _pairs(connection, select(CLAIMS.c.workspace, CLAIMS.c.id)) & there.forgotten
        workspaces = _having(connection) - there.workspaces
    return Back(True, tuple(sorted(claim for _, claim in claims)), tuple(sorted(workspaces)))


def _holds_something(connection: Connection) -> bool:
    names = set(inspect(connection).get_table_names()) - {STEPS}
    return any(
        connection.execute(select(literal(1)).select_from(table(name)).limit(1)).first()
        for name in sorted(names)
    )


def _forgotten(connection: Connection) -> frozenset[tuple[str, str]]:
    deeds = select(ACTS.c.workspace, ACTS.c.claim).where(ACTS.c.deed == Deed.FORGOTTEN.value)
    return _pairs(connection, deeds)


def _having(connection: Connection) -> frozenset[str]:
    have = select(WORKSPACES.c.id).where(WORKSPACES.c.left_at.is_(None))
    return frozenset(connection.execute(have).scalars())


def _pairs(connection: Connection, asked: Select[Any]) -> frozenset[tuple[str, str]]:
    return frozenset((place, claim) for place, claim in connection.execute(asked))
