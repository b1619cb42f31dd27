"""A story of the corpus as a channel lives it: its articles on their days, and each morning.

Everything but the fetching of pages is the bot's own: desk, database, clock, sender; the stand-in
for Slack takes what is posted, and judges its form.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.articles.files import exhibits
from bot.claims.find import find
from bot.claims.model import Article, Parse
from bot.desk.clock import tick
from bot.desk.desk import Desk
from bot.newsroom.channel import Channel, Kind
from bot.newsroom.localday import coming
from bot.newsroom.post import Event, Incoming, Post
from bot.replay import in_order
from bot.slackroom.room import Room
from bot.slackroom.seen import Message
from bot.slackroom.server import SlackServer
from bot.worker import Worker
from storage.database import open_database, upgrade
from tests.desk.nine import Clock, a_sender
from tests.desk.shelved import a_desk
from tests.desk.world import World
from tests.house.tree import ROOT

CORPUS = ROOT / "tests" / "corpus"
STORIES = tuple(sorted(path.name for path in CORPUS.iterdir() if path.is_dir()))
GOLDEN = Path(__file__).parent
AFTERWARDS = timedelta(days=24)
"""How long mornings come after the last article: what it announces becomes due and overdue."""
SECOND = timedelta(seconds=1)


def golden_of(name: str) -> Path:
    """Return the file in which a story's digests are written down."""
    return GOLDEN / f"{name}.txt"


class Paper:
    """The articles of a story, on their own days; each opened by its own link."""

    def __init__(self, name: str) -> None:
        found = [one.article for one in in_order(exhibits([CORPUS / name]))]
        self.articles = {one.publication.url: one for one in found}

    def fetch(self, link: str) -> Article:
        return self.articles[link]

    def published(self) -> list[tuple[datetime, str]]:
        dated = ((one.publication.published, link) for link, one in self.articles.items())
        return [(moment.astimezone(UTC), link) for moment, link in dated if moment]


class Morningside:
    """One channel that reads a story; `said` are the bot's posts, oldest first, with threads."""

    def __init__(self, desk: Desk, hand: Clock, room: Room, slack: SlackServer) -> None:
        self._desk, self._hand, self._room = desk, hand, room
        self._sender = a_sender(desk, room, slack)
        self._worker = Worker(desk)
        self._channel = room.add_channel("world")
        room.invite_bot(self._channel)
        here = Channel("T1", self._channel, name="world", kind=Kind.PUBLIC)
        desk.archive.keep_channel(here)

    def live(self, until: datetime) -> None:
        """Let all mornings come until then."""
        while True:
            here = self._desk.archive.channel("T1", self._channel)
            at = coming(here.schedule, self._hand.moment)
            if at is None or at > until:
                self._hand.moment = until
                return
            self._hand.moment = at.astimezone(UTC) + SECOND
            self._look()

    def read(self, link: str) -> None:
        """Read an article that somebody pastes."""
        ts = self._room.post(self._room.people[0].name, self._channel, link)
        post = Post("T1", self._channel, ts, ts, "U1")
        self._desk.receive(Incoming(f"paste:{link}", Event.MESSAGE, post, link, (link,)))
        self._look()

    def said(self) -> Iterator[tuple[Message, tuple[Message, ...]]]:
        """Yield the posts of the clock, each with its thread."""
        for message in self._room.messages(self._channel):
            if message.is_bot and not message.is_reply:
                thread = self._room.messages(self._channel, message.ts)
                yield message, tuple(one for one in thread if one.is_reply)

    def _look(self) -> None:
        tick(self._desk)
        while self._worker.step() or self._sender.step():
            pass


def lived(name: str, parse: Parse) -> tuple[tuple[Message, tuple[Message, ...]], ...]:
    """Return what a channel that reads the story is told in the mornings, with the threads."""
    paper = Paper(name)
    days = paper.published()
    with _opened(paper, days[0][0], parse) as channel:
        for moment, link in days:
            channel.live(moment)
            channel.read(link)
        channel.live(days[-1][0] + AFTERWARDS)
        return tuple(channel.said())


@contextmanager
def _opened(paper: Paper, first: datetime, parse: Parse) -> Iterator[Morningside]:
    hand, ids = Clock(first - timedelta(days=3)), (f"C-{n}" for n in count(1))
    room, world = Room(hand.seconds), World(Channel("T1", "C1", name="world", kind=Kind.PUBLIC))
    room.add_person("dana")
    with (
        TemporaryDirectory() as folder,
        SlackServer(room, retry_after=()) as slack,
        a_desk(_database(Path(folder)), world, hand) as desk,
    ):
        own = replace(
            desk,
            fetch=paper.fetch,
            read=lambda article: find(article, parse, ids),
        )
        yield Morningside(own, hand, room, slack)


def _database(folder: Path) -> str:
    address = f"sqlite:///{folder / 'record.db'}"
    engine = open_database(address)
    upgrade(engine)
    engine.dispose()
    return address
