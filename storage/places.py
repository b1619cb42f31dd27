"""What people set for channels and newsrooms, and how Slack has a channel now."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from sqlalchemy import Engine, delete, func, or_, select, update
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.newsroom.act import Act, Deed
from bot.newsroom.channel import Channel
from bot.newsroom.post import Letter, LetterKind, Post
from bot.newsroom.settings import SETTINGS, Chosen, Name, shown
from bot.newsroom.trouble import SetUpTrouble
from bot.newsroom.viewer import Viewer
from bot.newsroom.workspace import Workspace
from storage import channels, reindexing
from storage.channels import OPEN
from storage.database import writing
from storage.inserting import insert_new
from storage.moving import move
from storage.outbox import put_letter
from storage.sight import Sight
from storage.tables import ActRow, ChannelRow, SpentRow, WorkspaceRow

WORDS = {Name.OUTLETS}
"""Settings whose value is a person's own words: the trail names the setting alone."""


PERSON = re.compile("[UW][A-Z0-9]+")
NO_PERSON = "{} is no member's id: it stands in the member's profile in Slack, as U0123."
WHICH = "Name the newsroom with --workspace; on record there are: {}."
APPOINTED = (
    "You are the newsroom's owner for me now: you are told when something stops, and you alone "
    "set what holds for all of it (/claim settings). Whoever runs me named you."
)


class Places:
    """Channels and newsrooms of all workspaces, with their settings.

    When a channel opens or closes, or has another id, its claims are to be indexed anew.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def workspace(self, workspace: str) -> Workspace:
        """Return the settings of a newsroom; of an unknown one nothing is set."""
        with Session(self._engine) as session:
            return _workspace(session, workspace)

    def saw(self, seen: Channel) -> Channel:
        """Remember how Slack has a channel, and return it as it stands, with what people set.

        An answer that was asked for before the one that is remembered opens nothing.
        """
        with Sight(writing(self._engine), Viewer(seen)) as session, session.begin():
            row = channels.hold(session, seen)
            if not (seen.is_open and _is_older(seen, row)):
                was_open = channels.is_open(session, seen.workspace, seen.id)
                _see(row, seen)
                session.flush()
                if was_open != seen.is_open:
                    reindexing.begin(session, seen)
            return channels.seen(session, seen.workspace, seen.id)

    def doors(self, workspace: str) -> frozenset[tuple[str, str, bool]]:
        """Return how every channel of a workspace stands: its id, its kind, if with outsiders."""
        asked = select(col(ChannelRow.id), col(ChannelRow.kind), col(ChannelRow.outsiders))
        with Session(self._engine) as session:
            rows = session.execute(asked.where(col(ChannelRow.workspace) == workspace))
            return frozenset((row.id, row.kind, row.outsiders) for row in rows)

    def open_but_old(self, workspace: str, before: datetime) -> Sequence[str]:
        """Return the channels that stand open by a word of Slack's from before a moment."""
        seen_at = col(ChannelRow.seen_at)
        asked = select(col(ChannelRow.id)).where(
            col(ChannelRow.workspace) == workspace,
            OPEN,
            or_(seen_at.is_(None), seen_at <= before),
        )
        with Session(self._engine) as session:
            return session.scalars(asked).all()

    def confirm(self, workspace: str, channels: Collection[str], now: datetime) -> None:
        """Remember that Slack was asked now, and that these are open.

        One that closed meanwhile, by a newer word, stays closed.
        """
        if not channels:
            return
        ours = (col(ChannelRow.workspace) == workspace, col(ChannelRow.id).in_(channels))
        with Session(writing(self._engine)) as session, session.begin():
            session.execute(update(ChannelRow).where(*ours, OPEN).values(seen_at=now))

    def choose(
        self, viewer: Viewer, change: Callable[[Chosen], Chosen], person: str, now: datetime
    ) -> Sequence[Name]:
        """Change settings of the viewer's channel and newsroom in one go, each with its act.

        Returns the names of those that are other now. What `change` raises changes nothing.
        """
        here = viewer.channel
        with Sight(writing(self._engine), viewer) as session, session.begin():
            row = channels.hold(session, here)
            before = Chosen(channels.as_channel(row), _held(session, here.workspace))
            after = change(before)
            channels.overwrite(row, replace(after.channel, workspace=here.workspace, id=here.id))
            _keep(session, after.workspace)
            changed = _changed(before, after)
            for name in changed:
                session.add(_act(session, Act("", Deed.SET, person, now, _detail(after, name))))
            return changed

    def trail(self, viewer: Viewer, most: int) -> Sequence[Act]:
        """Return the newest acts of setting what holds in the viewer's channel."""
        whole = (col(ActRow.detail).startswith(one.name.value) for one in SETTINGS if one.whole)
        holds = or_(col(ActRow.channel) == viewer.channel.id, *whole)
        asked = select(ActRow).where(col(ActRow.deed) == Deed.SET.value, holds)
        with Sight(self._engine, viewer) as session:
            rows = session.scalars(asked.order_by(col(ActRow.number).desc()).limit(most))
            return tuple(Act("", Deed.SET, row.person, row.done_at, row.detail) for row in rows)

    def moved(self, workspace: str, old: str, new: str) -> None:
        """Let a channel, with all that was recorded in it, have another id from now on.

        Nothing becomes of one that nobody knows: Slack may tell of the same change twice.
        """
        viewer = Viewer(Channel(workspace, old))
        with Sight(writing(self._engine), viewer) as session, session.begin():
            row = session.get(ChannelRow, (workspace, old))
            if row is None:
                return
            after = replace(channels.as_channel(row), id=new)
            channels.overwrite(channels.hold(session, after), after)
            session.flush()
            move(session, workspace, old, new)
            whole = _held(session, workspace)
            allowed = tuple(new if one == old else one for one in whole.allowed)
            _keep(session, replace(whole, allowed=allowed))
            session.execute(
                delete(ChannelRow).where(
                    col(ChannelRow.workspace) == workspace, col(ChannelRow.id) == old
                )
            )
            reindexing.begin(session, after)

    def spend(self, channel: Channel, key: str, day: date, links: int) -> int:
        """Count links of a local day, once for each key, and return how many came before them."""
        row = SpentRow(
            key=key, workspace=channel.workspace, channel=channel.id, day=day, links=links
        )
        here = (
            col(SpentRow.workspace) == channel.workspace,
            col(SpentRow.channel) == channel.id,
        )
        others = select(func.coalesce(func.sum(col(SpentRow.links)), 0)).where(
            *here, col(SpentRow.day) == day, col(SpentRow.key) != key
        )
        with Session(writing(self._engine)) as session, session.begin():
            channels.hold(session, channel)
            session.execute(delete(SpentRow).where(*here, col(SpentRow.day) < day))
            before = int(session.scalar(others) or 0)
            insert_new(session, row)
            return before


def appoint(engine: Engine, workspace: str, person: str) -> None:
    """Make a person the owner of a newsroom from outside of Slack, "" nobody; tell him directly.

    An owner who has left lifts no legal hold any more, and he alone could name the next one.
    `workspace` may be "" where there is one alone. Raises SetUpTrouble.
    """
    if person and not PERSON.fullmatch(person):
        raise SetUpTrouble(NO_PERSON.format(person))
    now = datetime.now(UTC)
    with Session(writing(engine)) as session, session.begin():
        every = session.scalars(select(col(WorkspaceRow.id))).all()
        known = [one for one in every if workspace in {"", one}]
        if len(known) != 1:
            raise SetUpTrouble(WHICH.format(", ".join(every) or "none"))
        session.get_one(WorkspaceRow, known[0]).owner = person
        if person:
            told = Post(known[0], person, "", "", person)
            key = f"owner:{known[0]}:{person}:{now.timestamp():.0f}"
            put_letter(session, Letter(key, LetterKind.NOTICE, told, words=APPOINTED), now)


def _is_older(seen: Channel, row: ChannelRow) -> bool:
    return bool(seen.seen_at and row.seen_at and seen.seen_at < row.seen_at)


def _see(row: ChannelRow, seen: Channel) -> None:
    row.name, row.kind = seen.name, seen.kind.value
    row.outsiders, row.member = seen.outsiders, seen.member
    if not _is_older(seen, row):
        row.seen_at = seen.seen_at or row.seen_at


def _workspace(session: Session, workspace: str) -> Workspace:
    row = session.get(WorkspaceRow, workspace)
    return _as_workspace(row) if row else Workspace(workspace)


def _held(session: Session, workspace: str) -> Workspace:
    """Return a newsroom's settings, locked to the end of the transaction."""
    asked = select(WorkspaceRow).where(col(WorkspaceRow.id) == workspace)
    return _as_workspace(session.scalars(asked.with_for_update()).one())


def _as_workspace(row: WorkspaceRow) -> Workspace:
    return Workspace(
        id=row.id,
        own_outlets=tuple(row.own_outlets),
        checkers=tuple(row.checkers),
        allowed=tuple(row.allowed),
        quota=row.quota,
        owner=row.owner,
        hold=row.hold,
    )


def _keep(session: Session, workspace: Workspace) -> None:
    insert_new(session, WorkspaceRow(id=workspace.id))
    row = session.get_one(WorkspaceRow, workspace.id)
    row.own_outlets, row.checkers = list(workspace.own_outlets), list(workspace.checkers)
    row.allowed, row.quota = list(workspace.allowed), workspace.quota
    row.owner, row.hold = workspace.owner, workspace.hold


def _changed(before: Chosen, after: Chosen) -> tuple[Name, ...]:
    every = (one.name for one in SETTINGS)
    return tuple(name for name in every if shown(before, name) != shown(after, name))


def _detail(after: Chosen, name: Name) -> str:
    return name.value if name in WORDS else f"{name.value} {shown(after, name)}"


def _act(session: Sight, act: Act) -> ActRow:
    here = session.viewer.channel
    return ActRow(
        workspace=here.workspace,
        channel=here.id,
        public_when_recorded=channels.is_open(session, here.workspace, here.id),
        claim=act.claim,
        deed=act.deed.value,
        person=act.person,
        done_at=act.done_at,
        detail=act.detail,
    )
