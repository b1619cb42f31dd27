"""Embargoes: put on what was recorded, changed, listed, and what is tidied once they ended.

Nothing has to be done when one ends: the rule who sees what goes by the present moment. What is
done then, some time later, are two courtesies: keys go into the workspace's scope, and those are
told who watch elsewhere.
"""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Engine, func, or_, select, update
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.newsroom.act import Deed
from bot.newsroom.channel import Channel
from bot.newsroom.embargo import Embargo, of_the_minute, said
from bot.newsroom.filing import Entry, Filing
from bot.newsroom.post import Event, Incoming, Leased, Post
from bot.newsroom.viewer import Viewer
from storage import channels, indexing
from storage.database import writing
from storage.indexing import is_newest
from storage.portions import slices
from storage.rebuilding import WITHOUT_TEXT, brief_of, publication_of
from storage.redacting import redact
from storage.sight import Sight
from storage.tables import (
    ActRow,
    ArticleRow,
    BroughtRow,
    CheckedRow,
    CheckRow,
    ClaimRow,
    EditRow,
    FigureRow,
    JoinedRow,
    PartedRow,
    Recorded,
    RelationRow,
    SettledRow,
    SourcingRow,
    StatusRow,
    StoryNameRow,
    VersionRow,
)
from storage.telling import tell_elsewhere

OF_READINGS = (BroughtRow, ClaimRow, RelationRow, CheckRow)
OF_CLAIMS = (
    FigureRow, SourcingRow, CheckedRow, StatusRow, EditRow, StoryNameRow, SettledRow,
)  # fmt: skip
OF_PAIRS = (PartedRow, JoinedRow)
"""What belongs to an article, by what each row names; all of it is under its embargo."""


class Embargoes:
    """The embargoes of all workspaces; each is seen and changed in its own channel alone."""

    def __init__(self, engine: Engine, keys_of: indexing.KeysOf) -> None:
        self._engine = engine
        self._keys_of = keys_of

    def put(self, viewer: Viewer, reading: str, until: datetime, person: str) -> bool:
        """Hold a reading's article to the viewer's channel until then, in all its versions.

        A moment that has come lifts the embargo. False when the channel has no such reading.
        """
        with Sight(writing(self._engine), viewer) as session, session.begin():
            channels.hold(session, viewer.channel)
            articles = articles_of(session, [reading])
            if not articles:
                return False
            indexing.hold_index(session)
            fresh = _keyed_openly(session, articles)
            hold_back(session, articles, until)
            indexing.refresh(session, fresh, self._keys_of)
            session.add(_act(viewer, until, person))
            return True

    def standing(self, viewer: Viewer) -> Sequence[Embargo]:
        """Return the embargoes that hold in the viewer's channel, the next to end first."""
        asked = (
            select(VersionRow)
            .where(col(VersionRow.workspace) == viewer.workspace)
            .where(col(VersionRow.channel) == viewer.channel.id)
            .where(col(VersionRow.embargo) > of_the_minute(viewer.now))
            .where(is_newest())
            .order_by(col(VersionRow.embargo), col(VersionRow.number))
        )
        with Sight(self._engine, viewer) as session:
            rows = session.scalars(asked.options(WITHOUT_TEXT)).all()
            return tuple(
                Embargo(row.id, publication_of(row), row.embargo) for row in rows if row.embargo
            )

    def of(self, viewer: Viewer, readings: Collection[str]) -> datetime | None:
        """Return until when the last of some readings is under embargo, None if none is."""
        asked = select(func.max(col(VersionRow.embargo))).where(
            col(VersionRow.id).in_(readings),
            col(VersionRow.embargo) > of_the_minute(viewer.now),
        )
        with Sight(self._engine, viewer) as session:
            return session.scalar(asked)

    def held(self, viewer: Viewer, claims: Collection[str]) -> frozenset[str]:
        """Return the ids of those of the claims that are under embargo."""
        found: set[str] = set()
        with Sight(self._engine, viewer) as session:
            for some in slices(claims):
                asked = select(col(ClaimRow.id)).where(
                    col(ClaimRow.id).in_(some),
                    col(ClaimRow.embargo) > of_the_minute(viewer.now),
                )
                found |= set(session.scalars(asked))
        return frozenset(found)

    def ended(self, now: datetime) -> int:
        """Tidy up after embargoes that ended, and write to those who watch elsewhere."""
        asked = (
            select(VersionRow)
            .where(col(VersionRow.keyed_until).is_not(None), col(VersionRow.embargo) <= now)
            .order_by(col(VersionRow.number))
            .options(WITHOUT_TEXT)
        )
        with Session(self._engine) as session:
            rows = session.scalars(asked).all()
            found = {(row.workspace, row.channel): row for row in rows}
            there = [channels.seen(session, *where) for where in found]
        return sum(self._tidied(channel, now) for channel in there)

    def _tidied(self, channel: Channel, now: datetime) -> int:
        with Sight(writing(self._engine), Viewer(channel, now)) as session, session.begin():
            channels.hold(session, channel)
            indexing.hold_index(session)
            asked = select(VersionRow).where(
                col(VersionRow.channel) == channel.id,
                col(VersionRow.keyed_until).is_not(None),
                col(VersionRow.embargo) <= now,
            )
            rows = session.scalars(asked.order_by(col(VersionRow.number))).all()
            articles = {row.article for row in rows}
            for row in rows:
                tell_elsewhere(session, _as_filing(session, channel, row), now)
                row.keyed_until = None
            indexing.refresh(session, articles, self._keys_of)
            return len(articles)


def later(one: datetime | None, other: datetime | None) -> datetime | None:
    """Return the later of two embargoes, None if there is none."""
    return max((moment for moment in (one, other) if moment), default=None)


def articles_of(session: Sight, readings: Collection[str]) -> set[int]:
    """Return the numbers of the articles, of the viewer's own channel, of some readings."""
    own = col(VersionRow.channel) == session.viewer.channel.id
    return set(
        session.scalars(
            select(col(VersionRow.article)).where(own, col(VersionRow.id).in_(readings))
        )
    )


def running(session: Sight, articles: Collection[int], now: datetime) -> datetime | None:
    """Return until when articles are under embargo, None where none is."""
    asked = select(func.max(col(VersionRow.embargo))).where(
        col(VersionRow.article).in_(articles), col(VersionRow.embargo) > now
    )
    return session.scalar(asked)


def hold_back(session: Sight, articles: Collection[int], until: datetime) -> None:
    """Write an embargo on all that was recorded of some articles of the viewer's channel.

    Where it comes late, what we posted elsewhere is taken back.
    """
    readings = select(col(VersionRow.number)).where(col(VersionRow.article).in_(articles))
    asked = select(col(ClaimRow.number), col(ClaimRow.id)).where(
        col(ClaimRow.reading).in_(readings)
    )
    claims = {number: claim for number, claim in session.execute(asked).all() if number}
    _write(session, ArticleRow, col(ArticleRow.number).in_(articles), until)
    _write(session, VersionRow, col(VersionRow.article).in_(articles), until)
    for table in OF_READINGS:
        _write(session, table, col(table.reading).in_(readings), until)
    for some in slices(claims):
        for of_claim in OF_CLAIMS:
            _write(session, of_claim, col(of_claim.claim).in_(some), until)
        for pair in OF_PAIRS:
            ends = or_(col(pair.later).in_(some), col(pair.earlier).in_(some))
            _write(session, pair, ends, until)
        _write(session, ActRow, col(ActRow.claim).in_([claims[one] for one in some]), until)
    session.expire_all()
    here, now = session.viewer.channel, session.viewer.now
    if until > now:
        redact(session, here.workspace, [*claims.values()], now, but=here.id)


def _write(
    session: Sight, table: type[Recorded], which: ColumnElement[bool], until: datetime
) -> None:
    own = col(table.channel) == session.viewer.channel.id
    session.execute(
        update(table)
        .where(own, which)
        .values(embargo=until)
        .execution_options(synchronize_session=False)
    )


def _keyed_openly(session: Sight, articles: Collection[int]) -> set[int]:
    """Return those of the articles whose claims are found by everybody in the workspace."""
    asked = select(col(VersionRow.article)).where(
        col(VersionRow.article).in_(articles), col(VersionRow.keyed_until).is_(None)
    )
    return set(session.scalars(asked))


def _act(viewer: Viewer, until: datetime, person: str) -> ActRow:
    """Return the deed for the channel's trail: it names no article, and shows nowhere else."""
    here = viewer.channel
    held = until > viewer.now
    return ActRow(
        workspace=here.workspace,
        channel=here.id,
        public_when_recorded=False,
        claim="",
        deed=Deed.SET.value,
        person=person,
        done_at=viewer.now,
        detail=f"embargo {said(until, here.schedule.zone)}" if held else "embargo lifted",
    )


def _as_filing(session: Sight, channel: Channel, version: VersionRow) -> Filing:
    """Return a reading as if it were filed now, for those to whom it shows from now on."""
    post = Post(version.workspace, version.channel, "", "", "")
    incoming = Incoming(f"embargo:{version.id}", Event.MESSAGE, post)
    entry = Entry(version.id, None, brief_of(session, version))
    return Filing(Leased(incoming, "", 0), channel, entries=(entry,))
