"""The newsroom of the stories: three people, four channels, and what is looked at each time."""

from collections import Counter
from contextlib import ExitStack
from datetime import datetime, timedelta
from typing import Any

from hypothesis.stateful import RuleBasedStateMachine, initialize
from sqlalchemy import Engine
from sqlmodel import SQLModel
from structlog.testing import capture_logs

from bot.app.around import Surroundings
from bot.newsroom.channel import Channel, Replies
from bot.newsroom.schedule import Schedule
from bot.slackroom.room import Room
from storage.database import writing
from tests.canaries.articles import Reader, an_article
from tests.canaries.hand import Bot, ByHand, a_bot
from tests.canaries.oracle import ID, WORD, Canary, Oracle, Record
from tests.canaries.seen import EXPORTS, Ear, Saying

MEMBERS = {"world": ["dana", "lee"], "lab": ["dana"], "desk": ["dana", "lee"], "link": ["lee"]}
WEEKLY = Schedule(weekly=True)
UNTOLD = timedelta(minutes=6)
"""Where nobody tells the bot of a change it looks again after five minutes."""


class Stage(RuleBasedStateMachine):
    """A bot among people; nothing goes on but what a story says, and each step ends in silence."""

    engine: Engine  # on a database that is up to date; each story begins with an empty one
    steps: Counter[str]
    heard: Counter[str]

    def __init__(self) -> None:
        super().__init__()
        self._open = ExitStack()
        emptied(self.engine)
        self.logs: list[Any] = self._open.enter_context(capture_logs())
        self.clock, self.reads = ByHand(), Reader()
        self.room = Room(self.clock.seconds)
        self.bot: Bot = self._open.enter_context(
            a_bot(self.room, Surroundings(clock=self.clock), self.engine, self.reads)
        )
        self.oracle, self.ear = Oracle(self.room, self.clock), Ear(self.room)
        self.typed: dict[str, set[str]] = {}  # ids that somebody typed there, and may read again
        self.opened: dict[str, str] = {}  # where a person opened the modal that he has before him

    @initialize()
    def furnish(self) -> None:
        """Let people in, and the bot; an article stands in a public channel and in a private."""
        room = self.room
        for person in ("dana", "lee"):
            room.add_person(person)
        room.add_person("gus", guest=True)
        self.named = {
            name: room.add_channel(name, private=name == "desk", members=inside)
            for name, inside in MEMBERS.items()
        }
        for channel in self.named.values():
            room.invite_bot(channel)
            told = Channel(room.team_id, channel, replies=Replies.EVERYTHING, schedule=WEEKLY)
            self.bot.desk.archive.keep_channel(told)
        for name in ("desk", "world"):
            self.pasted("dana", name)

    def teardown(self) -> None:
        self._open.close()

    def pasted(
        self, person: str, name: str, canary: Canary | None = None, until: datetime | None = None
    ) -> None:
        """Let a person paste an article, a new one unless it is given, perhaps under embargo."""
        channel, before = self.named[name], len(self.reads.given)
        canary = canary or self.a_page()
        open_then = self.oracle.is_open(channel)
        ts = self.room.post(person, channel, said_beside(canary.link, until))
        self.bot.settle()
        ids, heard = tuple(self.reads.given[before:]), self.reads_in(channel)
        canary.records.append(Record(channel, open_then, ts, ids=ids, heard=heard))
        self._held(canary, channel, until if heard else None)
        self.settled("paste")

    def _held(self, canary: Canary, channel: str, until: datetime | None) -> None:
        """Remember the embargo that a paste speaks of, or the one that holds for longer."""
        ends = [one for one in (until, self.oracle.held_until(canary, channel)) if one]
        self.oracle.hold(canary, channel, max(ends, default=None))

    def a_page(self) -> Canary:
        canary = self.oracle.made(link=True)
        number, now = len(self.oracle.canaries), self.clock()
        self.bot.pages[canary.link] = an_article(canary.word, canary.link, number, now)
        return canary

    def settled(self, step: str) -> None:
        """Let the bot do all that there is to do, and see that nobody is told too much."""
        self.clock.forward(timedelta(seconds=1))
        self.bot.settle()
        self.steps[step] += 1
        for saying in self.ear.heard():
            self.judged(step, saying)
        logged = WORD.findall(str(self.logs))
        assert logged == [], (step, self.logs)
        self.logs.clear()

    def judged(self, step: str, saying: Saying) -> None:
        person, channel = saying.person, saying.channel
        if saying.surface == "home":
            channel, person = self.room.open_dm(person), ""
        elif saying.surface == "modal":
            channel = self.opened.get(person, "")
        elif person and not self.oracle.can_open(person, channel):
            return  # Slack draws it for nobody
        leaked = self.oracle.leaked(saying.said, channel, person)
        if saying.surface in EXPORTS:
            leaked += self.oracle.carried_off(saying.said, channel)
        assert leaked == [], (step, saying.surface, leaked, channel, person, saying.said)
        ids = {*ID.findall(saying.said)} - self.typed.get(channel, set())
        hidden = [one for one in ids if not self.oracle.shows_id(one, channel)]
        assert hidden == [], (step, saying.surface, hidden, channel, person, saying.said)
        self._count(saying, channel)

    def see_it_gone(self, word: str, spared: str = "") -> None:
        """See that a word stands in no post or picture in our reach, one place left out."""
        for place in {one.id for one in self.room.channels if self.reads_in(one.id)} - {spared}:
            threads = [self.room.messages(place, one.ts) for one in self.room.messages(place)]
            posts = [f"{one.text} {one.blocks}" for many in threads for one in many if one.is_bot]
            shared = [one for one in self.room.files if place in one.channels]
            pictures = [f"{one.title} {one.alt_text}" for one in shared if one.alt_text]
            assert word not in str(posts + pictures).lower(), (word, place, posts, pictures)

    def _count(self, saying: Saying, channel: str) -> None:
        """Count words by surface: where none of another channel is heard, nothing is shown."""
        for word in {one.lower() for one in WORD.findall(saying.said)}:
            own = any(one.place == channel for one in self.oracle.canaries[word].records)
            ended = any(one.until for one in self.oracle.canaries[word].records)
            whose = "own" if own else "released" if ended else "other"
            self.heard[f"{saying.surface} {whose}"] += 1

    def id_of(self, person: str) -> str:
        return self.room.state.person(person).id

    def may_write(self, person: str, name: str) -> bool:
        return self.id_of(person) in self.room.channel(self.named[name]).members

    def reads_in(self, channel: str) -> bool:
        return self.room.bot_user_id in self.room.channel(channel).members

    def untold(self, channel: str) -> None:
        """Let time pass where the bot is not told what becomes of a channel."""
        if not self.reads_in(channel):
            self.clock.forward(UNTOLD)

    def with_ids(self, typed: str, which: int, channel: str) -> str:
        """Put ids of claims into what is typed; whoever typed them may read them again there."""
        given = self.reads.given
        some = [given[(which + 7 * n) % len(given)] for n in range(typed.count("{}"))]
        self.typed.setdefault(channel, set()).update(some)
        return typed.format(*some)

    def worked(self) -> None:
        """Remember that people worked with claims: which ones only the bot knows."""
        for canary in self.oracle.canaries.values():
            canary.touched = True

    def close_views(self, person: str) -> None:
        while view := self.room.view(person):
            self.room.close_view(person, view.id)


def said_beside(link: str, until: datetime | None) -> str:
    """Return a message with a link, and perhaps until when it is under embargo."""
    return f"look: {link}{until_said(until) if until else ''}"


def until_said(until: datetime) -> str:
    """Return what stands after a link that is under embargo until then."""
    return f" embargo until {until:%Y-%m-%d %H:%M} UTC"


def emptied(engine: Engine) -> None:
    """Take everything out of a database."""
    with writing(engine).begin() as connection:
        for table in reversed(SQLModel.metadata.sorted_tables):
            connection.execute(table.delete())
