"""What a channel's digest is made of, and what its digests have told before."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Engine, and_, or_, select
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.claims.digest import Memory, Mention
from bot.claims.digest.events import AHEAD, BACK
from bot.claims.digest.items import Item, Story
from bot.claims.model import Brief
from bot.newsroom.digestday import DigestDay, DigestState
from bot.newsroom.outcome import Settlement
from bot.newsroom.post import Letter, Posting
from bot.newsroom.viewer import Viewer
from bot.newsroom.watch import WatchKind
from storage import settling
from storage.database import writing
from storage.days import ended
from storage.deeds import standing
from storage.indexing import is_newest
from storage.lately import came, late_readings
from storage.muting import muted
from storage.outbox import put_letter, sent
from storage.parting import unparted
from storage.reaching import reached
from storage.rebuilding import (
    WITHOUT_TEXT,
    brief_of,
    claims_numbered,
    links_where,
)
from storage.sight import Sight, row_numbers
from storage.tables import (
    BroughtRow,
    ClaimRow,
    DigestedRow,
    RelationRow,
    SettledRow,
    StatusRow,
    StoryNameRow,
    VersionRow,
    bare,
)

OVERLAP = timedelta(minutes=5)
"""How far a digest looks back behind the last one: what was being filed just then came after it.

Nothing is told twice for that: what was told is remembered.
"""
MOST_ANNOUNCED = 300


class Digests:
    """The digests of all workspaces; each call is one transaction in its viewer's sight."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def stories(
        self, viewer: Viewer, since: datetime, until: datetime, today: date
    ) -> Sequence[Story]:
        """Return the stories of the viewer's channel, and those that it watches.

        Only stories with something recorded or marked after `since` and up to `until`, or with
        something announced for about `today`; none that the channel has muted.
        """
        with Sight(self._engine, viewer) as session:
            watched = _watched(session)
            ours = or_(
                col(ClaimRow.channel) == viewer.channel.id, col(ClaimRow.number).in_(watched)
            )
            span = (since - OVERLAP, until)
            marked = _marked(session, ours, span)
            seeds = {*_recorded(session, ours, span), *marked, *_announced(session, ours, today)}
            hushed = muted(session, until)
            found = (_story(session, group, marked, span) for group in _groups(session, seeds))
            return tuple(one for one in found if hushed.isdisjoint(c.id for c in one.claims))

    def memory(self, viewer: Viewer, since: date) -> Memory:
        """Return what the channel's digests have told on the day or later."""
        asked = select(DigestedRow).where(
            col(DigestedRow.channel) == viewer.channel.id, col(DigestedRow.said_on) >= since
        )
        with Sight(self._engine, viewer) as session:
            rows = session.scalars(asked).all()
        items = {row.item: Mention(row.state, row.mentions) for row in rows}
        return Memory(items, {row.state for row in rows})

    def told(
        self,
        posting: Posting,
        ts: str,
        day: DigestDay,
        items: Sequence[Item],
        letters: Sequence[Letter],
    ) -> bool:
        """Remember, in one transaction, that a digest was posted with what stands in it.

        The letter is sent, the day said, `letters` are in the outbox. False when the letter is
        no longer held by that posting: then another sender remembers it.
        """
        with Session(writing(self._engine)) as session, session.begin():
            if not sent(session, posting, ts, day.ran_at):
                return False
            ended(session, day, DigestState.SAID)
            for one in items:
                _remember(session, day, one)
            for letter in letters:
                put_letter(session, letter, day.ran_at)
        return True

    def tracked(self, viewer: Viewer, claims: Collection[str]) -> Mapping[str, str]:
        """Return the thread of each of the claims whose story is watched from the channel."""
        with Sight(self._engine, viewer) as session:
            asked = (
                select(col(ClaimRow.id), col(BroughtRow.thread))
                .join(BroughtRow, col(BroughtRow.reading) == col(ClaimRow.reading))
                .where(col(ClaimRow.id).in_(claims), col(BroughtRow.channel) == viewer.channel.id)
                .where(col(ClaimRow.number).in_(_watched(session)))
                .order_by(col(BroughtRow.number).desc())
            )
            return {claim: thread for claim, thread in session.execute(asked).all() if thread}

    def settlements(
        self, viewer: Viewer, claims: Collection[str], since: datetime
    ) -> Sequence[Settlement]:
        """Return what people said after `since` came of the events of these claims."""
        with Sight(self._engine, viewer) as session:
            return settling.settlements(session, claims, since)

    def settle(self, viewer: Viewer, settlement: Settlement, key: str) -> bool:
        """Write what came of an event, once for each key; False if the claim is not seen."""
        with Sight(writing(self._engine), viewer) as session, session.begin():
            return settling.settle(session, settlement, key)


def _watched(session: Sight) -> set[int]:
    """Return the claims of the stories that the viewer's channel watches.

    By the bare table, past the viewer: what is told in direct messages may have been set to be
    watched elsewhere. What hangs together is what the viewer sees all the same.
    """
    here, watches = session.viewer.channel, bare("watches").c
    asked = select(watches.claim).where(
        watches.workspace == here.workspace,
        or_(watches.channel == here.id, watches.direct == here.id),
        watches.kind == WatchKind.STORY.value,
    )
    rows = session.connection().execute(asked).all()
    seeds = {row.claim for row in rows if row.claim is not None}
    return reached(session, seeds) if seeds else set()


def _recorded(
    session: Sight, ours: ColumnElement[bool], span: tuple[datetime, datetime]
) -> set[int]:
    """Return the claims recorded in the span, of each article those of its newest version."""
    since, until = span
    late = late_readings(session, since)
    if not late:
        return set()
    asked = (
        select(col(ClaimRow.number))
        .join(VersionRow, col(VersionRow.number) == col(ClaimRow.reading))
        .where(ours, came(session) > since, came(session) <= until)
        .where(col(ClaimRow.reading).in_(late), is_newest())
    )
    return set(row_numbers(session, asked))


def _marked(
    session: Sight, ours: ColumnElement[bool], span: tuple[datetime, datetime]
) -> dict[int, str]:
    """Return the claims that people marked in the span, by row number."""
    since, until = span
    asked = (
        select(col(ClaimRow.number), col(ClaimRow.id))
        .join(StatusRow, col(StatusRow.claim) == col(ClaimRow.number))
        .where(ours, standing(StatusRow))
        .where(col(StatusRow.marked_at) > since, col(StatusRow.marked_at) <= until)
    )
    return {number: claim for number, claim in session.execute(asked).all() if number}


def _announced(session: Sight, ours: ColumnElement[bool], today: date) -> set[int]:
    """Return the claims about a day that lies near, the newest first if there are many."""
    near = and_(
        col(ClaimRow.workspace) == session.viewer.workspace,
        col(ClaimRow.when_end) >= today - BACK,
        col(ClaimRow.when_end) <= today + AHEAD,
    )
    asked = select(col(ClaimRow.number)).where(ours, near).order_by(col(ClaimRow.number).desc())
    return set(row_numbers(session, asked.limit(MOST_ANNOUNCED)))


def _groups(session: Sight, seeds: Collection[int]) -> Iterator[set[int]]:
    """Yield the stories of claims: those of one article, and all that hangs together with them."""
    left = set(seeds)
    readings: dict[int, set[int]] = {}
    asked = select(col(ClaimRow.reading), col(ClaimRow.number)).where(
        col(ClaimRow.number).in_(left)
    )
    for reading, number in session.execute(asked.order_by(col(ClaimRow.number))).all():
        if number is not None:
            readings.setdefault(reading, set()).add(number)
    groups: list[set[int]] = []
    for claims in readings.values():
        group = reached(session, claims)
        apart = [one for one in groups if one.isdisjoint(group)]
        groups = [*apart, group.union(*(one for one in groups if not one.isdisjoint(group)))]
    yield from groups


def _story(
    session: Sight,
    numbers: Collection[int],
    marked: dict[int, str],
    span: tuple[datetime, datetime],
) -> Story:
    claims = claims_numbered(session, numbers)
    links = links_where(session, col(RelationRow.later).in_(numbers) & unparted())
    return Story(
        briefs=tuple(_briefs(session, numbers, span)),
        claims=tuple(claims.values()),
        links=links,
        marked=tuple(marked[number] for number in sorted(marked.keys() & set(numbers))),
        settled=_settled(session, numbers),
        name=_name(session, numbers),
        own=_own(session, numbers),
    )


def _briefs(
    session: Sight, numbers: Collection[int], span: tuple[datetime, datetime]
) -> Iterator[Brief]:
    """Yield the briefs of the readings recorded in the span, oldest first."""
    since, until = span
    readings = select(col(ClaimRow.reading)).where(col(ClaimRow.number).in_(numbers))
    asked = (
        select(VersionRow)
        .where(col(VersionRow.number).in_(readings), is_newest())
        .where(came(session) > since, came(session) <= until)
        .order_by(col(VersionRow.number))
    )
    for version in session.scalars(asked.options(WITHOUT_TEXT)).all():
        yield brief_of(session, version)


def _settled(session: Sight, numbers: Collection[int]) -> frozenset[str]:
    """Return those of the claims of whose events people said what came."""
    asked = (
        select(col(ClaimRow.id))
        .join(SettledRow, col(SettledRow.claim) == col(ClaimRow.number))
        .where(col(ClaimRow.number).in_(numbers), standing(SettledRow))
    )
    return frozenset(session.scalars(asked))


def _own(session: Sight, numbers: Collection[int]) -> frozenset[str]:
    """Return which of the claims the viewer's channel recorded."""
    here = col(ClaimRow.channel) == session.viewer.channel.id
    asked = select(col(ClaimRow.id)).where(col(ClaimRow.number).in_(numbers), here)
    return frozenset(session.scalars(asked))


def _name(session: Sight, numbers: Collection[int]) -> str:
    """Return the newest name that people gave to the story, empty where nobody did."""
    asked = select(col(StoryNameRow.name)).where(col(StoryNameRow.claim).in_(numbers))
    return session.scalars(asked.order_by(col(StoryNameRow.number).desc()).limit(1)).first() or ""


def _remember(session: Session, day: DigestDay, one: Item) -> None:
    row = session.get(DigestedRow, (day.workspace, day.channel, one.key))
    if row is None:
        row = DigestedRow(
            workspace=day.workspace,
            channel=day.channel,
            item=one.key,
            state=one.state,
            mentions=0,
            said_on=day.day,
        )
        session.add(row)
    row.state, row.said_on = one.state, day.day
    row.mentions += 1
