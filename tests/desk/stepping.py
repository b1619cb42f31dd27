"""The desk, its worker and its sender on the stand-in, step by step: a clock that moves waits.

No thread of the bot's runs, so a fault hits the very call that it is meant for, and a bot that
"dies" is one whose step was broken off and that is never asked again.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count

from slack_sdk import WebClient

from bot.desk.desk import Desk
from bot.newsroom.channel import Channel, Kind
from bot.newsroom.post import Letter, LetterKind, Post
from bot.sender.clients import OneClient
from bot.sender.direct import DirectMessages
from bot.sender.send import LEASE, Sender
from bot.sender.slack import Slack
from bot.slackroom.room import Room
from bot.slackroom.server import SlackServer
from bot.worker import Worker
from tests.desk.shelved import a_desk
from tests.desk.world import World

TIMEOUT = 10  # seconds a call, on a busy machine
LEASE_IS_OVER = timedelta(seconds=LEASE + 1)


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 4, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def seconds(self) -> float:
        return self.moment.timestamp()

    def later(self, by: timedelta | float) -> None:
        self.moment += by if isinstance(by, timedelta) else timedelta(seconds=by)


@dataclass
class Steps:
    """A bot in #world, with Dana; `client` is how it reaches the stand-in."""

    room: Room
    clock: Clock
    desk: Desk
    client: WebClient
    dana: str
    world: str
    sender: Sender = field(init=False)
    worker: Worker = field(init=False)

    def __post_init__(self) -> None:
        self.sender = Sender(self.desk, Slack(OneClient(self.client)))
        self.worker = Worker(self.desk)

    def run(self) -> None:
        """Work and send until nothing is due."""
        while self.worker.step() or self.sender.step():
            pass

    def until_quiet(self) -> None:
        """Let time pass until every lease is over and nothing is left to do."""
        for _ in range(3):
            self.run()
            self.clock.later(LEASE_IS_OVER)
        self.run()

    def write(self, key: str = "L1", words: str = "The bridge is open.") -> None:
        """Put a letter for everybody in #world into the outbox."""
        letter = Letter(key, LetterKind.NOTICE, self.asked_in(), words=words)
        self.desk.outbox.put(letter, self.clock())

    def asked_in(self) -> Post:
        """Return where Dana asks for something in #world, by a command or a button."""
        return Post(self.room.team_id, self.world, "", "", self.dana)

    def said(self, channel: str = "") -> list[str]:
        """Return what the bot has posted there, replies left out."""
        seen = self.room.messages(channel or self.world)
        return [one.text for one in seen if one.is_bot and not one.is_reply]

    def calls(self, method: str = "chat.postMessage") -> int:
        return [call.method for call in self.room.calls].count(method)


@contextmanager
def stepping(database_url: str, through: Callable[[str], str] | None = None) -> Iterator[Steps]:
    """Open the bot; `through` gives another address for the stand-in's, such as a proxy's."""
    clock = Clock()
    room = Room(clock.seconds)
    dana = room.add_person("dana")
    world = room.add_channel("world", members=[dana])
    room.invite_bot(world)
    here = World(Channel(room.team_id, world, name="world", kind=Kind.PUBLIC), ids=count(100))
    with SlackServer(room, retry_after=()) as slack, a_desk(database_url, here, clock) as desk:
        address = through(slack.base_url) if through else slack.base_url
        client = WebClient(room.bot_token, address, timeout=TIMEOUT, retry_handlers=[])
        reaching = replace(desk, direct=DirectMessages(OneClient(client)))
        yield Steps(room, clock, reaching, client, dana, world)
