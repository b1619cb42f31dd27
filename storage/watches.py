"""Who watches what: set, listed for the person alone, snoozed, stopped."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Engine, delete, select, update
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.claims.model import Claim
from bot.newsroom.status import Status
from bot.newsroom.viewer import Viewer
from bot.newsroom.watch import Watch, WatchKind
from storage import marking
from storage.database import writing
from storage.deeds import seen_claim
from storage.inserting import insert_new
from storage.sight import Sight
from storage.tables import ClaimRow, WatchRow


class Watches:
    """The watches of all workspaces.

    A watch is its person's own, whoever else may see where it was set: it is looked up by the
    person, and no viewer is asked. What it tells of is another matter, and seen by its home.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def set(self, viewer: Viewer, watch: Watch, key: str) -> bool:
        """Keep a watch, once for each key; False if the viewer may not see its claim."""
        with Sight(writing(self._engine), viewer) as session, session.begin():
            claim = seen_claim(session, watch.what) if watch.kind is WatchKind.STORY else None
            if watch.kind is WatchKind.STORY and claim is None:
                return False
            insert_new(session, _row(watch, claim, key))
            return True

    def of(self, workspace: str, person: str) -> Sequence[Watch]:
        """Return all watches of a person, the newest first."""
        asked = select(WatchRow).where(
            col(WatchRow.workspace) == workspace, col(WatchRow.person) == person
        )
        with Session(self._engine) as session:
            rows = session.scalars(asked.order_by(col(WatchRow.number).desc())).all()
            return tuple(as_watch(row) for row in rows)

    def stop(self, workspace: str, person: str, watch: str) -> bool:
        """Let go of a person's watch; False if there is none of that id."""
        gone = delete(WatchRow).where(
            col(WatchRow.workspace) == workspace,
            col(WatchRow.person) == person,
            col(WatchRow.id) == watch,
        )
        with Session(writing(self._engine)) as session, session.begin():
            return session.execute(gone.returning(col(WatchRow.number))).first() is not None

    def reopened(self, viewer: Viewer, person: str) -> Sequence[tuple[Claim, Status]]:
        """Return the claims of a newer version of which the person marked an earlier one."""
        with Sight(self._engine, viewer) as session:
            return tuple(marking.reopened(session, person))

    def snooze(self, workspace: str, person: str, watch: str, until: datetime) -> bool:
        """Tell nothing of a person's watch until then; False if there is none of that id."""
        change = (
            update(WatchRow)
            .where(
                col(WatchRow.workspace) == workspace,
                col(WatchRow.person) == person,
                col(WatchRow.id) == watch,
            )
            .values(snoozed_until=until)
        )
        with Session(writing(self._engine)) as session, session.begin():
            return session.execute(change.returning(col(WatchRow.number))).first() is not None


def as_watch(row: WatchRow) -> Watch:
    """Return the watch that a row tells of."""
    return Watch(
        id=row.id,
        workspace=row.workspace,
        channel=row.channel,
        person=row.person,
        kind=WatchKind(row.kind),
        what=row.what,
        made_at=row.made_at,
        snoozed_until=row.snoozed_until,
        direct=row.direct,
    )


def _row(watch: Watch, claim: ClaimRow | None, key: str) -> WatchRow:
    return WatchRow(
        workspace=watch.workspace,
        channel=watch.channel,
        public_when_recorded=False,
        id=watch.id,
        person=watch.person,
        kind=watch.kind.value,
        what=watch.what,
        direct=watch.direct,
        claim=claim.known if claim else None,
        snoozed_until=watch.snoozed_until,
        made_at=watch.made_at,
        key=key,
    )
