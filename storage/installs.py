"""Which workspaces let the bot in, their tokens sealed, and which installations are begun."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from sqlalchemy import Engine, delete, func, select, update
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.newsroom.install import Install, Stopped
from bot.newsroom.trouble import SetUpTrouble
from storage.database import clear_log, writing
from storage.inserting import insert_new
from storage.sealing import Keyring
from storage.states import POSTING, WAITING
from storage.tables import InstallRow, InstallStateRow, OutboxRow, WorkspaceRow
from storage.turns import Turn, take_turn

NO_TOKEN = "no_token"  # noqa: S105 - the bot was never installed there, or not since
WRONG_KEY = "wrong_key"
OURS = (NO_TOKEN, WRONG_KEY)
"""Reasons of our own why a workspace is stopped; the others are Slack's codes."""

FRESH = timedelta(minutes=10)
"""How long an installation may take from the first page to the last."""

NO_KEY_OPENS = (
    "TOKEN_KEYS opens none of the tokens in the database ({} of them): set the key that sealed "
    "them, alone or behind a new one. If it is lost, `python -m bot uninstall` and the id of each "
    "workspace drops its token."
)


class Installs:
    """The workspaces with the bot in them, for any number of processes at once.

    Nothing is remembered between two questions: a token that one process drops is dropped for all.
    """

    def __init__(self, engine: Engine, ring: Keyring) -> None:
        self._engine = engine
        self._ring = ring

    def keep(self, install: Install) -> None:
        """Keep a workspace that let the bot in, and whatever waits for it goes on."""
        with Session(writing(self._engine)) as session, session.begin():
            hold_installs(session)
            insert_new(session, WorkspaceRow(id=install.workspace))
            session.merge(self._row(install))
            workspace = session.get_one(WorkspaceRow, install.workspace)
            workspace.left_at, workspace.stopped = None, ""
        clear_log(self._engine)

    def of(self, workspace: str) -> Install | None:
        """Return how the bot is in a workspace, None where it is not."""
        with Session(self._engine) as session:
            row = session.get(InstallRow, workspace)
            return self._install(row) if row else None

    def every(self) -> Sequence[Install]:
        """Return all workspaces that have the bot, by their ids."""
        asked = select(InstallRow).order_by(col(InstallRow.workspace))
        with Session(self._engine) as session:
            return tuple(map(self._install, session.scalars(asked)))

    def stop(self, install: Install, reason: str) -> None:
        """Let nothing be said in a workspace whose token is worth nothing, until it has another.

        Nothing becomes of it where the bot was installed again since.
        """
        same = select(col(InstallRow.workspace)).where(
            col(InstallRow.workspace) == install.workspace,
            col(InstallRow.installed_at) == install.at,
        )
        with Session(writing(self._engine)) as session, session.begin():
            session.execute(
                update(WorkspaceRow)
                .where(col(WorkspaceRow.id).in_(same))
                .values(stopped=reason)
                .execution_options(synchronize_session=False)
            )

    def drop(self, workspace: str) -> bool:
        """Drop a workspace's token, and stop it; False where there is none."""
        return drop_token(self._engine, workspace)

    def settle(self) -> None:
        """Seal every token under the first key, and stop each workspace that has no usable one.

        Raises SetUpTrouble where no key opens any token.
        """
        with Session(writing(self._engine)) as session, session.begin():
            hold_installs(session)
            rows = list(session.scalars(select(InstallRow)))
            opened = {row.workspace for row in rows if self._seal_anew(row)}
            if rows and not opened:
                raise SetUpTrouble(NO_KEY_OPENS.format(len(rows)))
            known = {row.workspace for row in rows}
            for workspace in session.scalars(select(WorkspaceRow)):
                ours = WRONG_KEY if workspace.id in known else NO_TOKEN
                if workspace.id not in opened:
                    workspace.stopped = ours
                elif workspace.stopped in OURS:
                    workspace.stopped = ""
        clear_log(self._engine)

    def _seal_anew(self, row: InstallRow) -> bool:
        token = self._ring.open(row.workspace, row.sealed)
        if token and not self._ring.is_current(row.workspace, row.sealed):
            row.sealed = self._ring.seal(row.workspace, token)
        return bool(token)

    def _row(self, install: Install) -> InstallRow:
        return InstallRow(
            workspace=install.workspace,
            sealed=self._ring.seal(install.workspace, install.token),
            bot_id=install.bot_id,
            bot_user=install.bot_user,
            person=install.person,
            enterprise=install.enterprise,
            scopes=sorted(install.scopes),
            installed_at=install.at,
        )

    def _install(self, row: InstallRow) -> Install:
        return Install(
            workspace=row.workspace,
            token=self._ring.open(row.workspace, row.sealed),
            bot_id=row.bot_id,
            bot_user=row.bot_user,
            at=row.installed_at,
            person=row.person,
            enterprise=row.enterprise,
            scopes=frozenset(row.scopes),
        )


class Begun:
    """Installations that were begun: each is ended once, and soon, or never."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        self._engine = writing(engine)
        self._clock = clock

    def issue(self) -> str:
        """Return a state that nobody can guess, and forget those that came to nothing."""
        state, now = token_urlsafe(32), self._clock()
        with Session(self._engine) as session, session.begin():
            session.execute(delete(InstallStateRow).where(col(InstallStateRow.until) <= now))
            session.add(InstallStateRow(hash=_hash(state), until=now + FRESH))
        return state

    def consume(self, state: str) -> bool:
        """Tell whether the state was issued a while ago and not yet used; it is used now."""
        gone = (
            delete(InstallStateRow)
            .where(col(InstallStateRow.hash) == _hash(state))
            .returning(col(InstallStateRow.until))
            .execution_options(synchronize_session=False)
        )
        with Session(self._engine) as session, session.begin():
            until = session.scalars(gone).first()
        return until is not None and self._clock() < until


def hold_installs(session: Session) -> None:
    """Make others wait who change which workspaces have a token, to the end of the transaction.

    One that starts must not take a workspace that lets the bot in at this moment for one without.
    """
    take_turn(session.connection(), Turn.INSTALL)


def drop_token(engine: Engine, workspace: str) -> bool:
    """Drop a workspace's token, which takes no key, and stop it; False where there is none."""
    gone = delete(InstallRow).where(col(InstallRow.workspace) == workspace)
    with Session(writing(engine)) as session, session.begin():
        hold_installs(session)
        row = session.scalars(gone.returning(col(InstallRow.workspace))).first()
        if row is not None:
            session.get_one(WorkspaceRow, workspace).stopped = NO_TOKEN
    clear_log(engine)
    return row is not None


def stopped(session: Session) -> Sequence[Stopped]:
    """Return the workspaces without a usable token, with how many letters wait there."""
    letters = (
        select(func.count())
        .where(col(OutboxRow.workspace) == col(WorkspaceRow.id))
        .where(col(OutboxRow.state).in_([WAITING, POSTING]))
        .scalar_subquery()
    )
    asked = select(col(WorkspaceRow.id), col(WorkspaceRow.stopped), letters)
    asked = asked.where(col(WorkspaceRow.stopped) != "", col(WorkspaceRow.left_at).is_(None))
    rows = session.execute(asked.order_by(col(WorkspaceRow.id)))
    return tuple(Stopped(*row) for row in rows)


def _hash(state: str) -> str:
    return sha256(state.encode()).hexdigest()
