"""What is forgotten, and when: single claims, articles, what is old, channels, workspaces."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import Engine, or_, select
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.newsroom.act import Deed
from bot.newsroom.channel import Channel
from bot.newsroom.edit import Facet
from bot.newsroom.forgetting import Found, Spared, Swept, Wanted, names
from bot.newsroom.post import Leased, Letter, Post
from bot.newsroom.viewer import Viewer
from storage import channels, indexing, leaving
from storage.database import clear_log, writing
from storage.deeds import standing
from storage.holding import brought_by_others, held, workers
from storage.inserting import insert_new
from storage.installs import NO_TOKEN
from storage.redacting import gone_meanwhile, hidden_from, keep_showed, redact, take_back
from storage.sight import Sight
from storage.sweeping import Sweep, forget_most, forget_rest, forget_some
from storage.tables import (
    ActRow,
    AliasRow,
    ArticleRow,
    ChannelRow,
    ClaimRow,
    EditRow,
    VersionRow,
    WorkspaceRow,
)
from storage.wording import with_same_words


class Forgetting:
    """The way out of the archive; `keys_of` is the function with which it was filled."""

    def __init__(self, engine: Engine, keys_of: indexing.KeysOf) -> None:
        self._engine = engine
        self._keys_of = keys_of

    def find(self, viewer: Viewer, wanted: Wanted) -> Found:
        """Return what there is of it in the viewer's own channel, and of its words elsewhere."""
        with Sight(self._engine, viewer) as session:
            if wanted.link or wanted.readings:
                return _readings(session, wanted)
            rows = _said_by(session, wanted.by) if wanted.by else _one(session, wanted.claim)
            whole = with_same_words(session, rows) if rows else []
            said = dict.fromkeys(row.claimant for row in rows if row.claimant)
            return Found(tuple(row.id for row in whole), claimants=tuple(said))

    def forgotten(self, viewer: Viewer, claim: str) -> datetime | None:
        """Return when a claim was forgotten, None if the viewer may not know of it."""
        asked = select(col(ActRow.done_at)).where(
            col(ActRow.claim) == claim, col(ActRow.deed) == Deed.FORGOTTEN.value
        )
        with Sight(self._engine, viewer) as session:
            return session.scalars(asked.order_by(col(ActRow.number).desc()).limit(1)).first()

    def spared(self, post: Post, readings: Collection[str]) -> Sequence[Spared]:
        """Return those of the post's readings with which people worked, or that others bring."""
        with Sight(self._engine, Viewer(Channel(post.workspace, post.channel))) as session:
            own = col(VersionRow.channel) == post.channel
            asked = select(col(VersionRow.number), col(VersionRow.id)).where(
                own, col(VersionRow.id).in_(readings)
            )
            ids = {row.number: row.id for row in session.execute(asked)}
            others = brought_by_others(session, ids, post.ts)
            kept = held(session, ids)
            return tuple(
                Spared(name, workers(session, number), number in kept - others)
                for number, name in ids.items()
                if number in kept | others
            )

    def showed(self, letter: Letter, sent: str, claims: Collection[str], now: datetime) -> None:
        """Remember which claims a message (its ts) or file (its id) of ours shows.

        Where one of them went while it was being sent, or its channel closed, a letter takes the
        words back.
        """
        with Session(writing(self._engine)) as session, session.begin():
            keep_showed(session, letter, sent, claims)
            session.flush()
            workspace = letter.post.workspace
            gone = gone_meanwhile(session, workspace, claims)
            if gone:
                redact(session, workspace, gone, now)
            if hidden_from(session, letter.post, set(claims).difference(gone), now):
                take_back(session, letter.post, sent, now)

    def ageing(self) -> Sequence[Channel]:
        """Return every channel in which readings go when they are old, those on hold left out."""
        asked = (
            select(ChannelRow)
            .join(WorkspaceRow, col(WorkspaceRow.id) == col(ChannelRow.workspace))
            .where(col(ChannelRow.retention) > 0, ~col(WorkspaceRow.hold))
        )
        with Session(self._engine) as session:
            return tuple(channels.as_channel(row) for row in session.scalars(asked))

    def sweep(self, channel: Channel, day: date, before: datetime, now: datetime) -> Swept | None:
        """Forget what was recorded before a moment, once a channel and day; None if done.

        What people marked or watch is kept, and told of at the first sweep that meets it.
        """
        sweep = Sweep(self._engine, channel, before)
        while sweep.some(day, self._keys_of, now):
            pass
        if sweep.gone:
            clear_log(self._engine)
        return sweep.end(day)

    def forget_most(self, viewer: Viewer, leased: Leased, found: Found) -> Found:
        """Forget all but the last portion of what a person wants gone; return that.

        Raises NotAllowed where a legal hold is set meanwhile.
        """
        return forget_most(self._engine, viewer, leased, found, self._keys_of)

    def forget_channel(self, workspace: str, channel: str, now: datetime) -> None:
        """Forget all that was recorded in a channel, and the channel."""
        gone = Channel(workspace, channel)
        while forget_some(self._engine, gone, now):
            pass
        forget_rest(self._engine, gone, now)
        clear_log(self._engine)

    def leave(self, workspace: str, now: datetime) -> None:
        """Drop a workspace's token, as it took the bot away then: nothing is sent there any more.

        Nothing becomes of it where the bot was installed again since.
        """
        with Session(writing(self._engine)) as session, session.begin():
            if not leaving.drop_token(session, workspace, now):
                return
            insert_new(session, WorkspaceRow(id=workspace))
            row = session.get_one(WorkspaceRow, workspace)
            row.left_at = row.left_at or now
            leaving.stop_sending(session, workspace, now)
        clear_log(self._engine)

    def come_back(self, workspace: str) -> None:
        """Remember that the bot is in the workspace again, and that its token is of no other."""
        with Session(writing(self._engine)) as session, session.begin():
            for row in session.scalars(select(WorkspaceRow)):
                if row.id == workspace:
                    row.left_at, row.stopped = None, ""
                else:
                    row.stopped = row.stopped or NO_TOKEN

    def left(self, before: datetime) -> Sequence[str]:
        """Return the workspaces, none on hold, that took the bot away before a moment."""
        asked = select(col(WorkspaceRow.id)).where(
            col(WorkspaceRow.left_at) < before, ~col(WorkspaceRow.hold)
        )
        with Session(self._engine) as session:
            return tuple(session.scalars(asked))

    def forget_workspace(self, workspace: str) -> None:
        """Forget a workspace with all that is on record there, the trail included."""
        with Session(writing(self._engine)) as session, session.begin():
            leaving.forget_workspace(session, workspace)
        clear_log(self._engine)


def _one(session: Sight, claim: str) -> Sequence[ClaimRow]:
    own = col(ClaimRow.channel) == session.viewer.channel.id
    return session.scalars(select(ClaimRow).where(own, col(ClaimRow.id) == claim)).all()


def _said_by(session: Sight, name: str) -> Sequence[ClaimRow]:
    """Return the channel's claims of whoever goes by the name, or by another name of his.

    A name that a person put in place of what was read counts as well.
    """
    own = col(ClaimRow.channel) == session.viewer.channel.id
    known = names({name, *_aliases(session, name)})
    every = select(col(ClaimRow.claimant)).where(own).distinct()
    said = {one for one in session.scalars(every) if one and known(one)}
    put_right = select(col(EditRow.claim), col(EditRow.after)).where(
        col(EditRow.facet) == Facet.CLAIMANT.value, standing(EditRow)
    )
    edited = {claim for claim, after in session.execute(put_right) if known(after)}
    if not said and not edited:
        return ()
    his = or_(col(ClaimRow.claimant).in_(said), col(ClaimRow.number).in_(edited))
    return session.scalars(select(ClaimRow).where(own, his).order_by(col(ClaimRow.number))).all()


def _aliases(session: Sight, name: str) -> set[str]:
    pairs = [(row.alias, row.name) for row in session.scalars(select(AliasRow))]
    known = names({name})
    return {one for pair in pairs if any(map(known, pair)) for one in pair}


def _readings(session: Sight, wanted: Wanted) -> Found:
    """Return the channel's readings of a link, all versions, or those named, with their claims."""
    asked = select(col(VersionRow.number), col(VersionRow.id)).where(
        col(VersionRow.channel) == session.viewer.channel.id
    )
    if wanted.link:
        articles = select(col(ArticleRow.number)).where(col(ArticleRow.link) == wanted.link)
        asked = asked.where(col(VersionRow.article).in_(articles))
    else:
        asked = asked.where(col(VersionRow.id).in_(wanted.readings))
    rows = session.execute(asked).all()
    inside = col(ClaimRow.reading).in_([row.number for row in rows])
    claims = session.scalars(select(col(ClaimRow.id)).where(inside))
    return Found(tuple(claims), tuple(row.id for row in rows))
