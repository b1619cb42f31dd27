"""Which of our replies show a claim, so that they can be put right when it is judged anew."""

from collections.abc import Collection

from sqlalchemy import CompoundSelect, Select, or_, select, true, union

from bot.newsroom.channel import Channel
from bot.newsroom.post import LetterKind, Post
from storage.deeds import seen_claim
from storage.sight import Sight
from storage.tables import bare

MOST_REPLIES = 50
"""Replies that one decision puts right; older ones are put right when they are next touched."""


def replies_with(session: Sight, claims: Collection[str]) -> tuple[Post, ...]:
    """Return the posts that we answered with a reply that may show one of the claims.

    By the bare tables, past the viewer: a reply in a channel that he cannot see is put right all
    the same where what he said shows there, and he is told nothing of it.
    """
    rows = (seen_claim(session, claim) for claim in claims)
    numbers = [row.known for row in rows if row]
    found = session.connection().execute(_asked(session.viewer.channel, numbers)).all()
    return tuple(dict.fromkeys(Post(*row) for row in found))


def _asked(here: Channel, claims: Collection[int]) -> Select[str, str, str, str, str]:
    brought, outbox = bare("brought").c, bare("outbox").c
    answered = (
        (outbox.workspace == brought.workspace)
        & (outbox.channel == brought.channel)
        & (outbox.ts == brought.ts)
    )
    told = [LetterKind.BRIEF.value, LetterKind.REVISE.value]
    return (
        select(brought.workspace, brought.channel, brought.ts, brought.thread, brought.person)
        .join(bare("outbox"), answered)
        .where(brought.workspace == here.workspace)
        .where(true() if here.is_open else brought.channel == here.id)
        .where(brought.reading.in_(_readings(claims)))
        .where(outbox.sent_ts != "", outbox.kind.in_(told))
        .order_by(brought.number.desc())
        .limit(MOST_REPLIES)
    )


def _readings(claims: Collection[int]) -> CompoundSelect[int]:
    """Ask for the readings whose briefs have the claims: as their own, in a link or a check."""
    said, links, checks = bare("claims").c, bare("relations").c, bare("checks").c
    rests = bare("checked").c
    either = or_(links.later.in_(claims), links.earlier.in_(claims))
    resting = select(checks.reading).join(bare("checked"), rests.check == checks.number)
    return union(
        select(said.reading).where(said.number.in_(claims)),
        select(links.reading).where(either),
        resting.where(rests.claim.in_(claims)),
    )
