"""A bot that is killed and comes back: its home, its lives, and what is asked of the room."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from bot.slackroom.room import Room
from bot.slackroom.seen import Message
from bot.slackroom.server import SlackServer
from handlers.manifest import EVENTS
from tests.house.tree import ROOT
from tests.stories.pages import Site

LONG = bool(os.environ.get("LONG"))
PATIENCE = 40.0  # seconds, for a process that has to start and to wait for the lease of a dead one
IN_HAND = """
    SELECT (SELECT count(*) FROM inbox WHERE state IN ('waiting', 'leased'))
         + (SELECT count(*) FROM outbox WHERE state IN ('waiting', 'posting'))
"""


@dataclass
class Life:
    """A process of the bot, from its start to its end."""

    process: subprocess.Popen[str]

    def reads(self) -> str:
        """Return the next line that it prints."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def told(self, order: str) -> str:
        """Give it an order and return what it says to that: nothing where it died of it."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{order}\n")
        self.process.stdin.flush()
        return self.reads()

    def was_killed(self) -> bool:
        """Wait for its end, and tell whether that was a kill."""
        with suppress(subprocess.TimeoutExpired):
            return self.process.wait(PATIENCE) < 0
        return False


@dataclass
class Home:
    """Where the bot comes back to after each death: its database, and the port it listens on."""

    slack: SlackServer
    room: Room
    site: Site
    database: Path
    port: int = 0
    ahead: str = ""  # hours; where it is set, the bot ticks once at its start

    @contextmanager
    def life(self, crash_at: str = "") -> Iterator[Life]:
        """Let the bot live until it is killed, by the mine at a place or at the end of this."""
        command = [sys.executable, "-m", "tests.stories.bot_process"]
        process = subprocess.Popen(  # noqa: S603 - our own module
            command, cwd=ROOT, env=self._environment(crash_at), text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        with process:
            try:
                life = Life(process)
                self._connect(int(life.reads()))
                yield life
            finally:
                process.kill()

    def keeps(self, words: str) -> bool:
        """Tell whether words are anywhere in the files of the database."""
        files = sorted(self.database.parent.glob(f"{self.database.name}*"))
        return any(words.encode() in file.read_bytes() for file in files)

    def is_through(self) -> bool:
        """Tell whether nothing waits to be worked on or sent."""
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as there:
            return int(there.execute(IN_HAND).fetchone()[0]) == 0

    def _connect(self, port: int) -> None:
        if port != self.port:
            self.slack.connect(f"http://127.0.0.1:{port}/slack/events", tuple(EVENTS))
            self.port = port

    def _environment(self, crash_at: str) -> dict[str, str]:
        return {
            **os.environ, "SLACK_BOT_TOKEN": self.room.bot_token, "CRASH_AT": crash_at,
            "SLACK_SIGNING_SECRET": self.room.signing_secret, "PORT": str(self.port),
            "DATABASE_URL": f"sqlite:///{self.database}", "SLACK_API": self.slack.base_url,
            "ORIGIN": self.site.origin, **({"AHEAD": self.ahead} if self.ahead else {}),
        }  # fmt: skip


@contextmanager
def a_home(folder: Path) -> Iterator[Home]:
    """Open a room and a news site for a bot whose database lies in a folder."""
    room = Room()
    with SlackServer(room, retry_after=()) as slack, Site() as site:
        yield Home(slack, room, site, folder / "record.db")


def redeliver(room: Room) -> None:
    """Deliver again what the app did not take, as Slack does."""
    taken = {attempt.event_id for attempt in room.attempts if attempt.status == HTTPStatus.OK}
    for event in dict.fromkeys(attempt.event_id for attempt in room.attempts):
        if event not in taken:
            room.redeliver(event)


def a_channel(room: Room, name: str) -> str:
    """Return a new channel with Dana and the bot in it."""
    dana = "dana" if any(one.name == "dana" for one in room.people) else room.add_person("dana")
    channel = room.add_channel(name, members=[dana])
    room.invite_bot(channel)
    return channel


def replies(room: Room, channel: str, ts: str) -> tuple[Message, ...]:
    """Return what the bot said in a thread."""
    return tuple(one for one in room.messages(channel, ts) if one.is_bot and one.is_reply)
