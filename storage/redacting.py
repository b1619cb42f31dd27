"""Which of our posts show which claims, and how those that show one that went are put right."""

import json
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, select
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.newsroom.post import Letter, LetterKind, Post
from bot.newsroom.viewer import Viewer
from storage.channels import is_open, seen
from storage.inserting import insert_all_new
from storage.outbox import put_letter, reply_to
from storage.portions import slices
from storage.sight import Sight
from storage.tables import ClaimRow, ShowedRow, bare

REPLIES = {LetterKind.BRIEF.value, LetterKind.REVISE.value}
"""Posts that can say what stands now; all others are taken away whole."""


def keep_showed(session: Session, letter: Letter, sent: str, claims: Collection[str]) -> None:
    """Remember that the message (its ts) or the file (its id) shows these claims, and no others.

    Past every viewer: it was said already.
    """
    post = letter.post
    session.execute(
        delete(ShowedRow).where(
            col(ShowedRow.workspace) == post.workspace,
            col(ShowedRow.channel) == post.channel,
            col(ShowedRow.sent) == sent,
        )
    )
    public = is_open(session, post.workspace, post.channel)
    rows = [
        ShowedRow(
            workspace=post.workspace,
            channel=post.channel,
            public_when_recorded=public,
            claim=claim,
            kind=letter.kind.value,
            sent=sent,
            ts=post.ts,
            thread=post.thread,
            person=post.person,
        )
        for claim in sorted(claims)
    ]
    insert_all_new(session, rows)


def gone_meanwhile(session: Session, workspace: str, claims: Collection[str]) -> list[str]:
    """Return those of the claims that are no longer on record.

    Whoever is letting one go at this moment is waited for, or waits and then sees what we showed.
    """
    known: set[str] = set()
    for some in slices(claims):
        asked = select(col(ClaimRow.id)).where(
            col(ClaimRow.workspace) == workspace, col(ClaimRow.id).in_(some)
        )
        known |= set(session.scalars(asked.with_for_update(read=True, key_share=True)))
    return [claim for claim in claims if claim not in known]


def hidden_from(session: Session, post: Post, claims: Collection[str], now: datetime) -> list[str]:
    """Return those of the claims that nobody may see in the post's channel as it stands now."""
    viewer, shown = Viewer(seen(session, post.workspace, post.channel), now), set[str]()
    with Sight(session.connection(), viewer) as sight:
        for some in slices(claims):
            shown |= set(sight.scalars(select(col(ClaimRow.id)).where(col(ClaimRow.id).in_(some))))
    return [claim for claim in claims if claim not in shown]


def redact(
    session: Session, workspace: str, claims: Collection[str], now: datetime, but: str = ""
) -> int:
    """Write a letter for each of our posts that shows one of the claims; return how many.

    By the bare table, past the viewer: whoever sees such a post is to see it no longer, and
    nobody here is told of it. `but` is a channel that is no more, or may go on showing them.
    """
    showed = bare("showed")
    elsewhere = (showed.c.workspace == workspace) & (showed.c.channel != but)
    lots = (elsewhere & showed.c.claim.in_(some) for some in slices(claims))
    return sum(_put_right(session, found, now) for found in lots)


def answer_anew(session: Session, posts: Iterable[Post], now: datetime) -> None:
    """Write a letter for each of these posts that we answered: our reply names their articles.

    It does so where it shows no claim: "Read Post, 3 Mar 2026: 3 claims, nothing earlier differs."
    """
    for post in posts:
        if reply_to(session, post):
            put_letter(session, _answered_anew(post, now), now)


def take_back(session: Session, post: Post, sent: str, now: datetime) -> None:
    """Write a letter that puts one post of ours right, past the viewer as all of this is."""
    showed = bare("showed")
    there = (showed.c.workspace == post.workspace) & (showed.c.channel == post.channel)
    _put_right(session, there & (showed.c.sent == sent), now)


def _put_right(session: Session, found: ColumnElement[bool], now: datetime) -> int:
    showed = bare("showed")
    rows = session.connection().execute(select(showed).where(found)).all()
    written = sum(put_letter(session, letter, now) for letter in _letters(rows, now))
    session.connection().execute(delete(showed).where(found))
    return written


def _letters(rows: Iterable[Row[Any]], now: datetime) -> list[Letter]:
    """Return one letter a post: the reply to an article is made anew, all else goes whole."""
    letters: dict[str, Letter] = {}
    for row in rows:
        post = Post(row.workspace, row.channel, row.ts, row.thread, row.person)
        place = f"{post.workspace}/{post.channel}/{row.sent}"
        if row.kind in REPLIES:
            letters[place] = _answered_anew(post, now)
        else:
            words = json.dumps([row.kind, row.sent])
            letters[place] = Letter(f"redact/{place}", LetterKind.REDACT, post, words=words)
    return [*letters.values()]


def _answered_anew(post: Post, now: datetime) -> Letter:
    """Return the letter that makes our reply to a post say what stands now, one a moment."""
    key = f"forgotten/{post.workspace}/{post.channel}/{post.ts}/{now.timestamp():.6f}"
    return Letter(key, LetterKind.REVISE, post)
