"""An archive with its queues for tests, and what is filed in it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from sqlalchemy import Engine, delete, func, select
from sqlmodel import SQLModel

from bot.claims.model import (
    Article,
    Brief,
    Certainty,
    Claim,
    Figure,
    Modifier,
    Outcome,
    Polarity,
    Reading,
    Scope,
    When,
)
from bot.newsroom.channel import Channel, Kind
from bot.newsroom.filing import Entry, Filing
from bot.newsroom.post import Event, Incoming, Leased, Letter, LetterKind, Post
from bot.newsroom.viewer import LONG_AGO, Viewer
from storage.archive import Archive
from storage.database import writing
from storage.health import Health
from storage.inbox import Inbox
from storage.outbox import Outbox
from tests.making import a_claim, a_figure, a_publication

NOW = datetime(2026, 3, 4, 9, tzinfo=UTC)

WORLD = Channel("T1", "C1", name="world", kind=Kind.PUBLIC)
CITY = Channel("T1", "C2", name="city", kind=Kind.PUBLIC)
SOURCES = Channel("T1", "P1", name="sources")
DESK = Channel("T1", "P2", name="desk")
PARTNERS = Channel("T1", "X1", name="partners", kind=Kind.PUBLIC, outsiders=True)
ABROAD = Channel("T2", "C1", name="world", kind=Kind.PUBLIC)


def keys_of(claim: Claim) -> frozenset[str]:
    """Give the keys of a claim: a plain stand-in for those that relating uses."""
    return claim.names | claim.words


def a_post(
    ts: str = "1.0", channel: Channel = WORLD, thread: str = "", person: str = "U1"
) -> Post:
    return Post(channel.workspace, channel.id, ts, thread or ts, person)


def an_incoming(key: str = "E1", post: Post | None = None, **facets: Any) -> Incoming:
    given = {"event": Event.MESSAGE, "text": "<https://courier.example/flood>"}
    return Incoming(key, post=post or a_post(), **{**given, **facets})


def a_letter(key: str = "E1/brief", post: Post | None = None, **facets: Any) -> Letter:
    return Letter(key, post=post or a_post(), **{"kind": LetterKind.BRIEF, **facets})


def a_whole_figure() -> Figure:
    return a_figure(
        "up to 200 a day",
        low=12.5,
        high=200,
        modifier=Modifier.UP_TO,
        scope=Scope.RATE,
        outcome=Outcome.RESCUED,
        per="day",
    )


def a_whole_claim(claim_id: str = "C-9FDA", **facets: Any) -> Claim:
    """Give a claim none of whose facets is what it is by default."""
    given = {
        "start": 3,
        "via": ("Telegram", "Associated Press"),
        "polarity": Polarity.DENIED,
        "certainty": Certainty.POSSIBLE,
        "figures": (a_whole_figure(), replace(a_figure(), high=None)),
        "when": When(date(2026, 3, 1), date(2026, 3, 2), "on Sunday"),
        "places": ("Port-Varno", "Kelm"),
        "names": frozenset({"port-varno", "rescue service"}),
        "words": frozenset({"flood", "rescue"}),
        "about": ("C-1", "C-2"),
        "conditional": True,
    }
    return a_claim(claim_id, **{**given, **facets})


def an_entry(article: str, *claims: Claim, text: str = "Text.", **facets: Any) -> Entry:
    """Give a reading to file, its links and checks given as such; the claims are said in it."""
    publication = facets.pop("publication", a_publication())
    said = tuple(replace(claim, publication=publication) for claim in claims)
    reading = Reading(Article(publication, text, "By A Reporter"), said)
    brief = Brief(publication, said, facets.pop("links", ()), facets.pop("checks", ()))
    given = {"link": f"courier.example/{article}", "text_hash": f"hash of {article}"}
    return Entry(article, reading, brief, **{**given, **facets})


def known(*words: str) -> dict[str, Any]:
    """Give the facets of a claim that is found by these words."""
    return {"words": frozenset(words)}


class Shelf:
    """The archive, inbox and outbox of one database, and a short way to file."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.archive = Archive(engine, keys_of, lambda: NOW)
        self.inbox = Inbox(engine)
        self.outbox = Outbox(engine)
        self._keys = count(1)

    def leased(self, post: Post, **facets: Any) -> Leased:
        """Put an event of the post into the inbox and lease it."""
        self.inbox.put(an_incoming(f"K{next(self._keys)}", post, **facets), NOW)
        leased = self.inbox.lease(NOW, 60)
        assert leased is not None
        return leased

    def file(self, channel: Channel, *entries: Entry, ts: str = "1.0", **facets: Any) -> bool:
        """File what a post of this channel brings in, as the desk does."""
        post = a_post(ts, channel, facets.pop("thread", ""))
        return self.archive.file(Filing(self.leased(post), channel, entries=entries, **facets))

    def ids(self, channel: Channel, *keys: str, limit: int = 10) -> list[str]:
        """Return the ids of the candidates that a channel is given for these keys."""
        found = self.archive.candidates(Viewer(channel), keys, limit)
        return [claim.id for claim in found]

    def dead(self) -> list[str]:
        """Return the key and the reason of each event and letter that was given up."""
        return [f"{one.key}: {one.reason}" for one in Health(self.engine).dead(LONG_AGO)]

    def empty(self, *tables: type[SQLModel]) -> None:
        """Delete all rows of some tables, past every viewer."""
        with writing(self.engine).begin() as connection:
            for table in tables:
                connection.execute(delete(SQLModel.metadata.tables[str(table.__tablename__)]))

    def count(self, table: type[SQLModel]) -> int:
        """Return how many rows a table has, past every viewer."""
        with self.engine.connect() as connection:
            rows = SQLModel.metadata.tables[str(table.__tablename__)]
            return connection.execute(select(func.count()).select_from(rows)).scalar_one()
