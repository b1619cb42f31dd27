"""The archive: where claims are kept, and the only door through which they are seen."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Engine, Select, or_, select
from sqlmodel import col

from bot.claims.model import Brief, Claim, Link
from bot.newsroom.channel import Channel
from bot.newsroom.filing import Filed, Filing
from bot.newsroom.post import Post
from bot.newsroom.viewer import Viewer
from storage import channels, indexing, reindexing, search
from storage.database import clear_log, writing
from storage.filing import file
from storage.parting import unparted
from storage.rebuilding import (
    WITHOUT_TEXT,
    brief_of,
    claims_where,
    links_where,
)
from storage.sight import Sight
from storage.tables import (
    ArticleRow,
    BroughtRow,
    ClaimRow,
    RelationRow,
    VersionRow,
)


class Archive:
    """The archive of all workspaces; every answer is made in a session of its viewer's own.

    `keys_of` gives what a claim is to be found by; it has to be the function that makes the keys
    which `candidates` is asked for. `clock` gives the present, aware.
    """

    def __init__(
        self, engine: Engine, keys_of: indexing.KeysOf, clock: Callable[[], datetime]
    ) -> None:
        self._engine = engine
        self._keys_of = keys_of
        self._clock = clock

    def candidates(self, viewer: Viewer, keys: Collection[str], limit: int) -> Sequence[Claim]:
        """Return claims that share a key, most shared and newest first, none of a hidden place.

        Keys that few claims have count for more. Of an article only the newest version of each
        channel is searched.
        """
        with Sight(self._engine, viewer) as session:
            return search.candidates(session, keys, limit)

    def file(self, filing: Filing) -> bool:
        """Do all of the filing or nothing; False if the lease was lost to another worker.

        Raises IntegrityError when another worker filed the same version of the article at this
        moment, or a claim's id is taken, and NotAllowed when what is to go may not go any more;
        the event has to be taken again.
        """
        with self._writing(filing.channel) as session, session.begin():
            filed = file(session, filing, self._keys_of, self._clock())
        if filed and (filing.withdrawn or filing.forgotten):
            clear_log(self._engine)
        return filed

    def channel(self, workspace: str, channel: str) -> Channel:
        """Return the channel as last seen; an unknown one is private."""
        with Sight(self._engine, Viewer(Channel(workspace, channel))) as session:
            return channels.seen(session, workspace, channel)

    def keep_channel(self, channel: Channel) -> None:
        """Remember the channel as it is now.

        When it has opened or closed, its claims are to be indexed anew.
        """
        with self._writing(channel) as session, session.begin():
            row = channels.hold(session, channel)
            was_open = channels.is_open(session, channel.workspace, channel.id)
            channels.overwrite(row, channel)
            session.flush()
            if was_open != channel.is_open:
                reindexing.begin(session, channel)

    def index_some(self) -> bool:
        """Index a portion of what is to be indexed anew; False when there is nothing."""
        return reindexing.go_on(self._engine, self._keys_of, self._clock())

    def catch_up(self) -> None:
        """Index all that is to be indexed anew.

        There may be much after a release whose index is another one; to be called when the bot
        starts, before anything is looked up.
        """
        while self.index_some():
            pass

    def readings_of(self, post: Post) -> Sequence[Filed]:
        """Return the readings that this post brought in, in the order in which it did."""
        asked = _filed(col(BroughtRow.ts) == post.ts, col(BroughtRow.channel) == post.channel)
        with self._in_channel_of(post) as session:
            rows = session.execute(asked.order_by(col(BroughtRow.number))).all()
            return tuple(_as_filed(version, link) for version, link in rows)

    def latest(self, viewer: Viewer, link: str) -> Filed | None:
        """Return the newest version of the link that was recorded in the viewer's own channel."""
        own = col(ArticleRow.channel) == viewer.channel.id
        asked = _filed(own, col(ArticleRow.link) == link)
        with Sight(self._engine, viewer) as session:
            newest = session.execute(asked.order_by(col(VersionRow.version).desc())).first()
            return _as_filed(*newest) if newest else None

    def said_in_thread(self, post: Post, text_hash: str) -> bool:
        """Tell whether this very text was brought into the post's thread before."""
        here = col(BroughtRow.channel) == post.channel
        asked = _filed(here, col(BroughtRow.thread) == post.thread)
        with self._in_channel_of(post) as session:
            same = asked.where(col(VersionRow.text_hash) == text_hash)
            return session.execute(same).first() is not None

    def brief(self, viewer: Viewer, article: str) -> Brief | None:
        """Return the brief of a reading, without any link or check that the viewer may not see."""
        with Sight(self._engine, viewer) as session:
            asked = select(VersionRow).where(col(VersionRow.id) == article)
            version = session.scalars(asked.options(WITHOUT_TEXT)).first()
            return brief_of(session, version) if version else None

    def claim(self, viewer: Viewer, claim_id: str) -> Claim | None:
        """Return the claim, None when there is none or the viewer may not see it."""
        with Sight(self._engine, viewer) as session:
            found = claims_where(session, col(ClaimRow.id) == claim_id)
            return next(iter(found.values()), None)

    def links_of(self, viewer: Viewer, claim_id: str) -> Sequence[Link]:
        """Return all links of a claim to others, whichever of the two was read first."""
        with Sight(self._engine, viewer) as session:
            own = select(col(ClaimRow.number)).where(col(ClaimRow.id) == claim_id)
            either = or_(col(RelationRow.later).in_(own), col(RelationRow.earlier).in_(own))
            return links_where(session, either & unparted())

    def article_of(self, viewer: Viewer, claim_id: str) -> str | None:
        """Return the id of the reading that the claim stands in, None as `claim` does."""
        asked = select(col(VersionRow.id)).join(
            ClaimRow, col(ClaimRow.reading) == col(VersionRow.number)
        )
        with Sight(self._engine, viewer) as session:
            return session.scalars(asked.where(col(ClaimRow.id) == claim_id)).first()

    def newest(self, viewer: Viewer) -> str | None:
        """Return the reading recorded last in the viewer's own channel."""
        here = viewer.channel
        asked = (
            select(col(VersionRow.id))
            .join(BroughtRow, col(BroughtRow.reading) == col(VersionRow.number))
            .where(col(BroughtRow.workspace) == here.workspace, col(BroughtRow.channel) == here.id)
            .order_by(col(BroughtRow.reading).desc())
        )
        with Sight(self._engine, viewer) as session:
            return session.scalars(asked.limit(1)).first()

    def _writing(self, channel: Channel) -> Sight:
        return Sight(writing(self._engine), Viewer(channel, self._clock()))

    def _in_channel_of(self, post: Post) -> Sight:
        return Sight(self._engine, Viewer(Channel(post.workspace, post.channel)))


def _filed(*conditions: ColumnElement[bool]) -> Select[VersionRow, str | None]:
    """Ask for readings with their links, once for each post that brought them in."""
    return (
        select(VersionRow, col(ArticleRow.link))
        .join(ArticleRow, col(ArticleRow.number) == col(VersionRow.article))
        .join(BroughtRow, col(BroughtRow.reading) == col(VersionRow.number))
        .where(*conditions)
        .options(WITHOUT_TEXT)
    )


def _as_filed(version: VersionRow, link: str | None) -> Filed:
    return Filed(version.id, version.text_hash, version.version, link or "")
