"""Whom a filing tells what he watches: found, and remembered, in the filing's own transaction.

By the bare tables, past the channel's own viewer: those who watch are elsewhere. Each of them is
told only of what his home may see, and the sender looks again when it tells him.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import false, or_, select, union
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.claims.cited import resting, without
from bot.claims.model import Brief
from bot.newsroom.channel import Channel, Kind
from bot.newsroom.filing import Filing
from bot.newsroom.post import Event, Letter, LetterKind, Post
from bot.newsroom.viewer import LONG_AGO, Place, Viewer, may_see
from bot.newsroom.watch import Watch, WatchKind
from bot.newsroom.watching import Sign, set_off, signs
from storage.channels import seen
from storage.inserting import insert_new
from storage.outbox import put_letter
from storage.reaching import reached
from storage.sight import Sight
from storage.tables import ClaimRow, JoinedRow, ToldRow, WatchRow
from storage.watches import as_watch

NOBODYS = ""
"""The id of no channel: who reads there sees what is open, and no more."""


@dataclass(frozen=True, slots=True)
class Watching:
    """A watch with its row's number, that of its claim, and the channel that is told."""

    watch: Watch
    number: int
    claim: int | None
    home: Channel


@dataclass(frozen=True, slots=True)
class Fresh:
    """A new claim that may set watches off: its sign, its row, where it was recorded."""

    sign: Sign
    number: int
    place: Place


Hits = Mapping[int, tuple[Watching, Sequence[Fresh]]]
"""What set each watch off, by the watch's number."""

Stories = Mapping[str, Sequence[frozenset[int]]]
"""The stories of new claims, as sets of row numbers, as each home sees them."""


def tell(session: Sight, filing: Filing, now: datetime) -> None:
    """Write a letter for each person whose watches the filing sets off, and what it will tell.

    To be called when all of the filing is written. What is brought in from the past is no news.
    """
    if filing.leased.incoming.event is not Event.IMPORTED:
        _tell(session, filing, now)


def tell_elsewhere(session: Sight, filing: Filing, now: datetime) -> None:
    """Write such letters to those elsewhere, to whom it shows from now on: an embargo ended."""
    _tell(session, filing, now, at_home=False)


def _tell(session: Sight, filing: Filing, now: datetime, *, at_home: bool = True) -> None:
    briefs = [entry.brief for entry in filing.entries if entry.brief]
    if not any(sign.speaks or sign.telling for brief in briefs for sign in signs(brief)):
        return
    session.flush()
    with Session(session.connection()) as past:
        here = session.viewer.channel
        watching = _watching(past, here, now)
        watching = [one for one in watching if at_home or one.home.id != here.id]
        if not watching:
            return
        mine, theirs = _fresh(session, briefs), _fresh(session, _openly(session, briefs))
        hits = _news(past, _hits(session, past, watching, (mine, theirs)))
    for letter in _letters(filing, hits):
        put_letter(session, letter, now)
    for row in _told(hits, now):
        insert_new(session, row)


def _watching(past: Session, here: Channel, now: datetime) -> list[Watching]:
    """Return the watches that could see something of this channel, but those that are snoozed."""
    asked = select(WatchRow).where(
        col(WatchRow.workspace) == here.workspace,
        or_(col(WatchRow.snoozed_until).is_(None), col(WatchRow.snoozed_until) <= now),
    )
    if not here.is_open:
        at_home = (col(WatchRow.channel) == here.id) & (col(WatchRow.direct) == "")
        asked = asked.where(at_home | (col(WatchRow.direct) == here.id))
    rows = past.scalars(asked.order_by(col(WatchRow.number))).all()
    ids = {as_watch(row).home for row in rows} - {here.id}
    homes = {one: seen(past, here.workspace, one) for one in ids} | {here.id: here}
    watches = ((row, as_watch(row)) for row in rows)
    return [Watching(one, row.known, row.claim, homes[one.home]) for row, one in watches]


def _openly(session: Sight, briefs: Sequence[Brief]) -> list[Brief]:
    """Return the briefs without what rests on something that this channel alone may see."""
    ids = {claim.id for brief in briefs for claim in resting(brief)}
    apart = or_(
        col(ClaimRow.public_when_recorded) == false(), col(ClaimRow.embargo) > session.viewer.now
    )
    own = select(col(ClaimRow.id)).where(
        col(ClaimRow.id).in_(ids), col(ClaimRow.channel) == session.viewer.channel.id, apart
    )
    hidden = set(session.scalars(own))
    return [without(brief, hidden) for brief in briefs]


def _fresh(session: Sight, briefs: Sequence[Brief]) -> list[Fresh]:
    """Return the new claims that are on record now, each with where it may be seen."""
    here, found = session.viewer.channel, [one for brief in briefs for one in signs(brief)]
    asked = select(ClaimRow).where(col(ClaimRow.id).in_([sign.claim for sign in found]))
    rows = {row.id: row for row in session.scalars(asked)}
    return [
        Fresh(sign, rows[sign.claim].known, _place(here, rows[sign.claim]))
        for sign in found
        if sign.claim in rows
    ]


def _place(here: Channel, claim: ClaimRow) -> Place:
    return Place(here, claim.public_when_recorded, claim.embargo or LONG_AGO)


def _hits(
    session: Sight,
    past: Session,
    watching: Sequence[Watching],
    fresh: tuple[Sequence[Fresh], Sequence[Fresh]],
) -> Hits:
    """Return what sets off each watch; `fresh` is as this channel sees it, and as others do."""
    mine, theirs = fresh
    stories = [one for one in watching if one.watch.kind is WatchKind.STORY]
    together = _together(session, past, stories, mine) if stories else {}
    found: dict[int, tuple[Watching, Sequence[Fresh]]] = {}
    for one in watching:
        some = mine if one.home.id == session.viewer.channel.id else theirs
        visible = [new for new in some if may_see(Viewer(one.home, session.viewer.now), new.place)]
        if hit := _hit(one, visible, together):
            found[one.number] = (one, hit)
    return found


def _hit(one: Watching, visible: Sequence[Fresh], together: Stories) -> list[Fresh]:
    """Return what sets off one watch, of the new claims that its home may see."""
    if one.watch.kind is WatchKind.STORY:
        groups = together.get(one.home.id, together.get(NOBODYS, ()))
        story = next((group for group in groups if one.claim in group), frozenset[int]())
        return [new for new in visible if new.sign.telling and new.number in story]
    ids = {sign.claim for sign in set_off(one.watch, [new.sign for new in visible])}
    return [new for new in visible if new.sign.claim in ids]


def _together(
    session: Sight, past: Session, watching: Sequence[Watching], fresh: Sequence[Fresh]
) -> Stories:
    """Return the stories of the telling claims, as each home sees them.

    A home with nothing of its own sees what everybody sees; so 200 watches cost one look.
    """
    here, now = session.viewer.channel, session.viewer.now
    numbers = {new.number for new in fresh if new.sign.telling}
    homes = {one.home.id: one.home for one in watching}
    others = homes.keys() - {here.id}
    looks = {home: homes[home] for home in _with_own(past, here.workspace, others)}
    if here.id in homes:
        looks[here.id] = here
    if others:
        looks[NOBODYS] = Channel(here.workspace, NOBODYS, kind=Kind.PUBLIC)
    return {home: _groups(session, Viewer(one, now), numbers) for home, one in looks.items()}


def _with_own(past: Session, workspace: str, homes: Collection[str]) -> set[str]:
    """Return those of the channels in which something of a story's making was recorded."""
    own = (
        select(col(table.channel)).where(
            col(table.workspace) == workspace, col(table.channel).in_(homes)
        )
        for table in (ClaimRow, JoinedRow)
    )
    return set(past.scalars(union(*own)))


def _groups(session: Sight, viewer: Viewer, numbers: Collection[int]) -> list[frozenset[int]]:
    """Return the stories of some claims, each once, as a viewer sees them."""
    left, groups = set(numbers), list[frozenset[int]]()
    with Sight(session.connection(), viewer) as sight:
        while left:
            group = frozenset(reached(sight, [left.pop()]))
            left -= group
            groups.append(group)
    return groups


def _news(past: Session, hits: Hits) -> Hits:
    """Leave out what a watch told before: the same words in another place are told already."""
    asked = (
        select(col(ToldRow.watch), col(ClaimRow.quote))
        .join(ClaimRow, col(ClaimRow.number) == col(ToldRow.claim))
        .where(col(ToldRow.watch).in_(hits))
    )
    told = {(watch, quote) for watch, quote in past.execute(asked).all()}
    left = {
        number: (one, [new for new in found if (number, new.sign.quote) not in told])
        for number, (one, found) in hits.items()
    }
    return {number: pair for number, pair in left.items() if pair[1]}


def _told(hits: Hits, now: datetime) -> Iterator[ToldRow]:
    for number, (one, found) in hits.items():
        for new in found:
            yield ToldRow(
                workspace=one.watch.workspace,
                channel=one.home.id,
                public_when_recorded=False,
                watch=number,
                claim=new.number,
                told_at=now,
            )


def _letters(filing: Filing, hits: Hits) -> Iterator[Letter]:
    """Yield one letter for each person and home: by which watches, and which claims."""
    incoming = filing.leased.incoming
    grouped = defaultdict[tuple[str, str], dict[str, list[str]]](dict)
    for one, found in hits.values():
        watch = one.watch
        grouped[one.home.id, watch.person][watch.id] = [new.sign.claim for new in found]
    for (home, person), told in grouped.items():
        thread = incoming.post.thread if home == incoming.post.channel else ""
        post = Post(incoming.post.workspace, home, "", thread, person)
        key = f"{incoming.key}/{LetterKind.WATCHED.value}/{home}/{person}"
        yield Letter(key, LetterKind.WATCHED, post, words=json.dumps(told))
