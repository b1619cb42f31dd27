"""The one transaction in which everything that an incoming event changes is written."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import insert, select
from sqlmodel import col

from bot.claims.model import Claim, Origin
from bot.newsroom.channel import Channel
from bot.newsroom.filing import Entry, Filing
from bot.newsroom.post import Post
from storage.channels import hold, is_open
from storage.embargoes import articles_of, hold_back, later, running
from storage.holding import require_no_hold
from storage.inbox import finish
from storage.indexing import KeysOf, hold_index, refresh
from storage.inserting import insert_new
from storage.letting_go import forget
from storage.outbox import put_letter
from storage.rows import Stamp, claim_row, figure_rows, sourcing_rows, stamp_of, version_row
from storage.sight import Sight
from storage.tables import ArticleRow, BroughtRow, ClaimRow, FigureRow, SourcingRow, VersionRow
from storage.telling import tell
from storage.ties import tie
from storage.withdrawal import withdraw

WITH_NULLS = {"render_nulls": True}
"""One statement for all rows, whichever of their columns are empty."""


def file(session: Sight, filing: Filing, keys_of: KeysOf, now: datetime) -> bool:
    """Write all of the filing; False, and nothing written, if the lease was lost.

    The session's viewer is the filing's channel. Raises IntegrityError when another event filed
    the same version of the article at this very moment, or when a claim's id is taken, and
    NotAllowed when what is to go may not go any more: nothing is written then either, and the
    event is to be taken again.
    """
    if not finish(session, filing.leased):
        return False
    hold(session, filing.channel)
    if filing.withdrawn or filing.forgotten:
        require_no_hold(session, filing.channel.workspace)
    hold_index(session)
    post = filing.leased.incoming.post
    changed = withdraw(session, post, filing.withdrawn, now)
    changed |= forget(session, filing.forgotten, post.person, now)
    for entry in filing.entries:
        changed |= _enter(session, filing.channel, entry, now)
        changed |= _hold_back(session, entry, now)
        _bring(session, entry.article, post)
    refresh(session, changed, keys_of)
    for entry in filing.entries:
        tie(session, entry)
    tell(session, filing, now)
    for letter in filing.letters:
        put_letter(session, letter, now, perhaps_said=filing.leased.restored)
    return True


def _enter(session: Sight, channel: Channel, entry: Entry, now: datetime) -> set[int]:
    """Write a reading; return the number of its article, nothing if there was none to write."""
    if entry.reading is None:
        return set()
    stamp = _stamp(session, channel, entry)
    article = _article(session, entry.link, stamp)
    stamp["embargo"] = later(entry.embargo, running(session, [article], now))
    version = version_row(entry, entry.reading.article, article, stamp, now)
    session.add(version)
    session.flush()
    _write_claims(session, entry.reading.claims, version)
    return {article}


def _hold_back(session: Sight, entry: Entry, now: datetime) -> set[int]:
    """Put the embargo of an entry on all versions of its article; return the article's number.

    Of two the later one holds: a person shortens or lifts one in so many words.
    """
    if entry.embargo is None:
        return set()
    articles = articles_of(session, [entry.article])
    until = max(entry.embargo, running(session, articles, now) or entry.embargo)
    hold_back(session, articles, until)
    return articles


def _stamp(session: Sight, channel: Channel, entry: Entry) -> Stamp:
    """Return where the article is recorded: openly if the channel was open, and still is."""
    public = channel.is_open and is_open(session, channel.workspace, channel.id)
    published = entry.reading and entry.reading.article.publication.origin is Origin.PUBLISHED
    return Stamp(
        workspace=channel.workspace,
        channel=channel.id,
        public_when_recorded=public and bool(published),
        embargo=entry.embargo,
    )


def _article(session: Sight, link: str, stamp: Stamp) -> int:
    """Return the number of the channel's article with this link; typed text is always new."""
    row = ArticleRow(**stamp, link=link or None)
    if not link:
        session.add(row)
        session.flush()
        return row.known
    insert_new(session, row)
    asked = select(ArticleRow).where(col(ArticleRow.link) == link)
    own = asked.where(col(ArticleRow.channel) == session.viewer.channel.id)
    return session.scalars(own).one().known


def _write_claims(session: Sight, claims: Sequence[Claim], version: VersionRow) -> None:
    if not claims:
        return
    stamp = stamp_of(version)
    rows = [claim_row(claim, place, version.known, stamp) for place, claim in enumerate(claims)]
    into = insert(ClaimRow).returning(col(ClaimRow.number), sort_by_parameter_order=True)
    numbers = session.scalars(into, rows, execution_options=WITH_NULLS).all()
    numbered = {number or 0: claim for number, claim in zip(numbers, claims, strict=True)}
    for table, written in (
        (FigureRow, figure_rows(numbered, stamp)),
        (SourcingRow, sourcing_rows(numbered, stamp)),
    ):
        if written:
            session.execute(insert(table), written, execution_options=WITH_NULLS)


def _bring(session: Sight, article: str, post: Post) -> None:
    """Remember that the post stands for the reading, unless that was withdrawn meanwhile."""
    own = col(VersionRow.channel) == session.viewer.channel.id
    version = session.scalars(select(VersionRow).where(own, col(VersionRow.id) == article)).first()
    if version is None:
        return
    brought = BroughtRow(
        **stamp_of(version),
        reading=version.known,
        ts=post.ts,
        thread=post.thread,
        person=post.person,
    )
    insert_new(session, brought)
