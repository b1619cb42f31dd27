"""What is to be said and has not been said yet: one sender a channel, in order, exactly once."""

from collections.abc import Collection
from datetime import datetime
from functools import cache

from sqlalchemy import Engine, Select, and_, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, aliased
from sqlmodel import col

from bot.newsroom.post import Letter, LetterKind, Post, Posting
from storage.channels import AWAY, is_open
from storage.database import writing
from storage.inserting import insert_new
from storage.leasing import after, change, first_free, is_due, moments, post_of, take
from storage.states import DEAD, NO_WORDS_OUT, POSTED, POSTING, WAITING
from storage.tables import OutboxRow

_OPEN = col(OutboxRow.state).in_([WAITING, POSTING]), is_due(OutboxRow)
PUTTING_RIGHT = (LetterKind.REDACT, LetterKind.REVISE, LetterKind.REMOVE, LetterKind.UNSAY)
"""What is done to posts that stand; of words of anybody's there are none in such a letter."""


class Outbox:
    """The outbox of all workspaces, for any number of threads and processes at once."""

    def __init__(self, engine: Engine) -> None:
        self._read, self._engine = engine, writing(engine)

    def put(self, letter: Letter, now: datetime) -> bool:
        """Keep the letter; False when one with its key is there already."""
        with Session(self._engine) as session, session.begin():
            return put_letter(session, letter, now)

    def take(self, now: datetime, seconds: float) -> Posting | None:
        """Hand out the oldest letter that is due, one at a time for each channel, as `posting`.

        A letter whose sender never came back comes out again when its time is up, as a retry:
        whether it was posted is not known.
        """
        with Session(self._read) as session:  # which keeps no writer up where nothing is due
            if session.scalar(_any_due(), moments(now)) is None:
                return None
        try:
            with Session(self._engine) as session, session.begin():
                return _taken(session, now, after(now, seconds))
        except IntegrityError:  # another sender took a letter of this channel at this moment
            return None

    def still(self, posting: Posting, now: datetime, seconds: float) -> bool:
        """Hold the letter for so long from now; False when another sender has taken it over."""
        values = {"token": posting.token, "not_before": after(now, seconds)}
        with Session(self._engine) as session, session.begin():
            return change(session, OutboxRow, _held(posting), values)

    def posted(self, posting: Posting, ts: str, now: datetime) -> None:
        """Mark as sent; `ts` is the message's, empty for reactions and ephemeral words."""
        with Session(self._engine) as session, session.begin():
            if sent(session, posting, ts, now) and posting.letter.kind is LetterKind.REMOVE:
                _forget_reply(session, posting.letter.post)

    def postpone(self, posting: Posting, until: datetime, reason: str) -> None:
        """Try again then, and do not count this try: it posted nothing.

        What an earlier one did is as unknown as before.
        """
        values = {"state": WAITING, "retry": posting.retry, "attempts": posting.attempts - 1}
        self._end(posting, {**values, "not_before": until, "reason": reason})

    def give_up(self, posting: Posting, now: datetime, reason: str) -> None:
        """Mark as dead; it shows in `python -m bot check`."""
        blank = {} if posting.letter.kind in PUTTING_RIGHT else NO_WORDS_OUT
        self._end(posting, {"state": DEAD, "not_before": now, "reason": reason, **blank})

    def resume(self, workspace: str, channel: str, now: datetime) -> bool:
        """Make due what was to be put right in a channel when we could not; False for nothing."""
        given_up = (
            select(OutboxRow)
            .where(col(OutboxRow.workspace) == workspace, col(OutboxRow.channel) == channel)
            .where(col(OutboxRow.state) == DEAD, col(OutboxRow.kind).in_(PUTTING_RIGHT))
        )
        return self._resume(given_up, now)

    def resume_since(self, before: datetime, now: datetime, but: Collection[str]) -> bool:
        """Make due what was to be put right and was given up before a moment; False for nothing.

        Not what Slack refused for a reason in `but`.
        """
        reasons = [f"Refused: {code}" for code in but]
        given_up = (
            select(OutboxRow)
            .where(col(OutboxRow.state) == DEAD, col(OutboxRow.kind).in_(PUTTING_RIGHT))
            .where(col(OutboxRow.not_before) < before, col(OutboxRow.reason).not_in(reasons))
        )
        return self._resume(given_up, now)

    def reply_to(self, post: Post) -> str:
        """Return the ts of our reply to a post, empty when there is none."""
        with Session(self._read) as session:
            return reply_to(session, post)

    def _resume(self, given_up: Select[OutboxRow], now: datetime) -> bool:
        with Session(self._read) as session:  # which keeps no writer up where there is nothing
            if session.scalars(given_up.limit(1)).first() is None:
                return False
        with Session(self._engine) as session, session.begin():
            rows = session.scalars(given_up.with_for_update(skip_locked=True)).all()
            for row in rows:
                row.state, row.attempts, row.not_before = WAITING, 0, now
                row.retry = row.reason.startswith("Lost")  # it may stand: to be looked for first
            return bool(rows)

    def _end(self, posting: Posting, values: dict[str, object]) -> None:
        with Session(self._engine) as session, session.begin():
            change(session, OutboxRow, _held(posting), {"retry": False, **values})


def put_letter(
    session: Session, letter: Letter, now: datetime, *, perhaps_said: bool = False
) -> bool:
    """Keep the letter in this transaction; False when one with its key is there already."""
    post = letter.post
    row = OutboxRow(
        workspace=post.workspace,
        channel=post.channel,
        public_when_recorded=is_open(session, post.workspace, post.channel),
        key=letter.key,
        kind=letter.kind.value,
        ts=post.ts,
        thread=post.thread,
        person=post.person,
        article=letter.article,
        words=letter.words,
        respond_to=letter.respond_to,
        state=WAITING,
        token="",
        attempts=0,
        retry=perhaps_said,
        not_before=now,
        received_at=now,
        sent_ts="",
        reason="",
    )
    return insert_new(session, row)


def sent(session: Session, posting: Posting, ts: str, now: datetime) -> bool:
    """Mark as sent in this transaction; False when the letter is no longer held by the posting."""
    values = {"state": POSTED, "sent_ts": ts, "not_before": now, "retry": False, **NO_WORDS_OUT}
    return change(session, OutboxRow, _held(posting), values)


def _held(posting: Posting) -> tuple[str, str]:
    return posting.letter.key, posting.token


def _taken(session: Session, now: datetime, until: datetime) -> Posting | None:
    taken = take(session, _due(), now, until, POSTING)
    if taken is None:
        return None
    row, before = taken
    row.retry = row.retry or before == POSTING  # or it came out of a backup
    return Posting(_letter(row), row.token, row.attempts, row.retry)


@cache
def _any_due() -> Select[int | None]:
    return select(col(OutboxRow.number)).where(*_OPEN).limit(1)


@cache
def _due() -> Select[OutboxRow]:
    """Ask for the letters that are due and at the head of their channel's queue.

    A letter waits for one that is being posted, and for each older one: that is how a 429 on one
    letter holds back its channel and no other.
    """
    other = aliased(OutboxRow)
    in_the_way = (
        select(col(other.number))
        .where(col(other.workspace) == col(OutboxRow.workspace))
        .where(col(other.channel) == col(OutboxRow.channel))
        .where(col(other.state).in_([WAITING, POSTING]))
        .where(
            or_(
                and_(col(other.state) == POSTING, col(other.number) != col(OutboxRow.number)),
                and_(
                    col(other.state) == WAITING,
                    col(other.number) < col(OutboxRow.number),
                    col(OutboxRow.state) == WAITING,
                ),
            )
        )
    )
    return first_free(
        select(OutboxRow)
        .where(*_OPEN, ~in_the_way.exists(), col(OutboxRow.workspace).not_in(AWAY))
        .order_by(col(OutboxRow.number))
    )


def _letter(row: OutboxRow) -> Letter:
    return Letter(
        key=row.key,
        kind=LetterKind(row.kind),
        post=post_of(row),
        article=row.article,
        words=row.words,
        respond_to=row.respond_to,
    )


def reply_to(session: Session, post: Post) -> str:
    """Return the ts of our reply to a post, empty when there is none."""
    asked = _said_to(post).order_by(col(OutboxRow.number).desc()).limit(1)
    row = session.scalars(asked).first()
    return row.sent_ts if row else ""


def _said_to(post: Post) -> Select[OutboxRow]:
    return (
        select(OutboxRow)
        .where(col(OutboxRow.workspace) == post.workspace, col(OutboxRow.channel) == post.channel)
        .where(col(OutboxRow.ts) == post.ts, col(OutboxRow.sent_ts) != "")
    )


def _forget_reply(session: Session, post: Post) -> None:
    for row in session.scalars(_said_to(post)):
        row.sent_ts = ""
