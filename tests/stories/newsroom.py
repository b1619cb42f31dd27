"""A newsroom for a story: people in channels of the stand-in, the bot at work among them."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine, and_, or_, select
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.app import Bot
from bot.app.around import Surroundings
from bot.parsing import Finder
from bot.settings import Settings
from bot.slackroom.room import Room
from bot.slackroom.seen import Message
from bot.slackroom.server import SlackServer
from handlers.manifest import EVENTS, manifest
from storage.database import opened
from storage.states import LEASED, POSTING, WAITING
from storage.tables import InboxRow, OutboxRow
from tests.stories.pages import Site, open_news

COMMAND = manifest()["features"]["slash_commands"][0]["command"]
PATIENCE = 20.0  # seconds; a story takes one or two, a busy machine more


class Ahead:
    """A clock that goes as all clocks do, but can be put forward."""

    def __init__(self) -> None:
        self._by = timedelta(0)

    def put_forward(self, by: timedelta) -> None:
        self._by += by

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self._by

    def seconds(self) -> float:
        return self().timestamp()


@dataclass
class Newsroom:
    """Dana and Lee in #world, with the bot; #lab holds only Dana and the bot."""

    room: Room
    site: Site
    bot: Bot
    clock: Ahead
    engine: Engine
    news: dict[str, str] = field(default_factory=dict)
    world: str = ""
    lab: str = ""

    def paste(self, *names: str, channel: str = "", thread: str = "") -> str:
        """Post a message of Dana's with the links of some articles, and return its ts."""
        links = " ".join(self.news.get(name, name) for name in names)
        return self.room.post("dana", channel or self.world, f"look: {links}", thread)

    def agree(self, *names: str, channel: str) -> str:
        """Post links of Dana's where the bot asks first, have it read them, and return the ts."""
        seen = len(self.room.ephemerals("dana", channel))
        ts = self.paste(*names, channel=channel)
        self.whispers(seen + 1, channel=channel)
        asked = self.room.ephemerals("dana", channel)[-1]
        assert self.room.click("dana", channel, asked.ts, "permission_read").acked
        return ts

    def reply(self, ts: str, channel: str = "") -> Message:
        """Wait for the bot's reply in the thread of a message."""
        return self.room.wait_for(lambda: self.replies(ts, channel), PATIENCE)[0]

    def replies(self, ts: str, channel: str = "") -> tuple[Message, ...]:
        """Return the bot's replies in a thread."""
        thread = self.room.messages(channel or self.world, ts)
        return tuple(one for one in thread if one.is_bot and one.is_reply)

    def reaction(self, ts: str, channel: str = "") -> str:
        """Wait for the bot's reaction to a message and return its name."""
        there = channel or self.world
        found = self.room.wait_for(lambda: self.room.message(there, ts).reactions, PATIENCE)
        return found[0].name

    def whispers(self, count: int = 1, person: str = "dana", channel: str = "") -> list[str]:
        """Wait until the person has been told so much alone, and return the texts."""
        there = channel or self.world

        def told() -> tuple[Message, ...]:
            seen = self.room.ephemerals(person, there)
            return seen if len(seen) >= count else ()

        return [message.text for message in self.room.wait_for(told, PATIENCE)]

    def ask(self, text: str, channel: str = "") -> str:
        """Type /claim as Dana and return the answer that she alone reads."""
        there = channel or self.world
        before = len(self.room.ephemerals("dana", there))
        assert self.room.command("dana", there, COMMAND, text).acked
        return self.whispers(before + 1, channel=there)[before]

    def later(self, by: timedelta) -> None:
        """Let time pass, for Slack and for the bot, once the bot is through with all so far."""
        self.settle()
        self.clock.put_forward(by)

    def settle(self) -> None:
        """Wait until the bot is through with all so far; what is to be tried later is not due."""
        self.room.quiet(PATIENCE)
        until = time.monotonic() + PATIENCE
        while self._is_at_work() and time.monotonic() < until:
            time.sleep(0.01)

    def _is_at_work(self) -> bool:
        """Tell whether an event or a letter is due or in hand; an event ends with its letters."""
        now = self.clock()
        with Session(self.engine) as session:
            for row, in_hand in ((InboxRow, LEASED), (OutboxRow, POSTING)):
                due = and_(col(row.state) == WAITING, col(row.not_before) <= now)
                at_work = select(row).where(or_(col(row.state) == in_hand, due))
                if session.scalars(at_work.limit(1)).first():
                    return True
        return False


@contextmanager
def a_newsroom(
    database_url: str, finder: Finder, clock_around: Surroundings | None = None
) -> Iterator[Newsroom]:
    """Open a newsroom whose bot takes signed requests over loopback."""
    clock = Ahead()
    room = Room(clock.seconds)
    like = clock_around or Surroundings(clock=clock)
    with SlackServer(room, retry_after=(0.05, 0.1, 0.2)) as slack, Site() as site:
        bot = a_bot(room, database_url, surroundings(slack, site, finder, like))
        bot.start()
        try:
            slack.connect(f"http://127.0.0.1:{bot.serve()}/slack/events", tuple(EVENTS))
            with opened(database_url) as engine:
                yield _furnished(room, site, bot, clock, engine)
        finally:
            bot.stop()


def surroundings(
    slack: SlackServer, site: Site, finder: Finder, like: Surroundings | None = None
) -> Surroundings:
    """Return surroundings on loopback, their clock and leases like those given."""
    like = like or Surroundings()
    return Surroundings(
        slack=slack.base_url,
        own_origin=site.origin,
        host="127.0.0.1",
        finder=finder,
        clock=like.clock,
        through=like.through,
        working=like.working,
        sending=like.sending,
    )


def a_bot(
    room: Room, database_url: str, around: Surroundings, port: int = 0, metrics_port: int = 0
) -> Bot:
    """Return the bot of the room on a database, listening nowhere yet."""
    return Bot(
        Settings(
            slack_bot_token=room.bot_token,
            slack_app_token="xapp-1",
            slack_signing_secret=room.signing_secret,
            database_url=database_url,
            port=port,
            metrics_port=metrics_port,
        ),
        around,
    )


def _furnished(room: Room, site: Site, bot: Bot, clock: Ahead, engine: Engine) -> Newsroom:
    dana, lee = room.add_person("dana"), room.add_person("lee")
    world = room.add_channel("world", members=[dana, lee])
    lab = room.add_channel("lab", members=[dana])
    for channel in (world, lab):
        room.invite_bot(channel)
    return Newsroom(room, site, bot, clock, engine, open_news(site), world, lab)
