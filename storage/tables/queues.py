"""The tables of what came in and of what is to be said."""

from datetime import datetime

from sqlalchemy import JSON, Index, UniqueConstraint, text
from sqlmodel import Field

from storage.tables.base import Instant, Numbered, Recorded

POSTING = text("state = 'posting'")


class InboxRow(Numbered, Recorded, table=True):
    """An event that came in; its words are blanked once it is done."""

    __tablename__ = "inbox"
    __table_args__ = (
        Index(None, "workspace", "channel", "ts"),
        Index(None, "state", "not_before"),
    )

    key: str = Field(unique=True)
    event: str
    ts: str
    thread: str
    person: str
    text: str
    links: list[str] = Field(sa_type=JSON)
    respond_to: str
    state: str
    token: str
    attempts: int
    not_before: datetime = Field(sa_type=Instant)
    received_at: datetime = Field(sa_type=Instant)
    reason: str


class OutboxRow(Numbered, Recorded, table=True):
    """A letter to be sent; `not_before` of one being posted is when its lease runs out.

    The partial index is what keeps two senders from posting into one channel at once.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index(
            "uq_outbox_posting",
            "workspace",
            "channel",
            unique=True,
            sqlite_where=POSTING,
            postgresql_where=POSTING,
        ),
        Index(None, "workspace", "channel", "state"),
        Index(None, "workspace", "channel", "ts"),
        Index(None, "workspace", "channel", "sent_ts"),
        Index(None, "state", "not_before"),
    )

    key: str = Field(unique=True)
    kind: str
    ts: str
    thread: str
    person: str
    article: str
    words: str
    respond_to: str
    state: str
    token: str
    attempts: int
    retry: bool
    not_before: datetime = Field(sa_type=Instant)
    received_at: datetime = Field(sa_type=Instant)
    sent_ts: str
    reason: str


class ShowedRow(Numbered, Recorded, table=True):
    """That one of our messages, or a file of ours, shows a claim: by its id, to be redacted.

    `sent` is the message's ts, or the file's id; `ts`, `thread` and `person` are those of the
    post that it answers. No foreign key: where the claim went while it was being sent, the row
    says what is to be redacted at once.
    """

    __tablename__ = "showed"
    __table_args__ = (
        UniqueConstraint("workspace", "channel", "sent", "claim"),
        Index(None, "workspace", "claim"),
    )

    claim: str
    kind: str
    sent: str
    ts: str
    thread: str
    person: str
