"""Processes of the bot in a room of the stand-in, started, told to stop and counted."""

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Self

from bot.slackroom.room import Room
from bot.slackroom.server import SlackServer
from handlers.manifest import EVENTS
from tests.house.tree import ROOT
from tests.stories.pages import Site, open_news

PATIENCE = 60.0  # seconds, for a process that starts on a busy machine


@dataclass
class Office:
    """A room, a news site, a database, and the processes at work on them."""

    room: Room
    slack: SlackServer
    site: Site
    database_url: str
    news: dict[str, str] = field(default_factory=dict)
    opened: ExitStack = field(default_factory=ExitStack)

    def start(self, form: str, **environment: str) -> subprocess.Popen[str]:
        """Start a process in a form ("run --web"); it is killed at the end, if need be."""
        process = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-m", "tests.app.process", form],
            cwd=ROOT,
            env={**os.environ, **self._environment(), **environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.opened.callback(_end, process)
        return process

    def listen(self, process: subprocess.Popen[str]) -> int:
        """Wait until the process listens, have Slack send to it, and return its port."""
        port = said(process, "listening")["port"]
        self.slack.connect(f"http://127.0.0.1:{port}/slack/events", tuple(EVENTS))
        return int(str(port))

    def ignore(self, process: subprocess.Popen[str]) -> None:
        """Read all that the process says and forget it: a full pipe would hold it up."""
        threading.Thread(target=_read_out, args=(process,), daemon=True).start()

    def desk(self, name: str) -> str:
        """Return a new channel with Dana and the bot in it."""
        known = any(one.name == "dana" for one in self.room.people)
        dana = "dana" if known else self.room.add_person("dana")
        channel = self.room.add_channel(name, members=[dana])
        self.room.invite_bot(channel)
        return channel

    def paste(self, channel: str, *names: str) -> str:
        """Post the links of some articles and return the ts."""
        return self.room.post("dana", channel, " ".join(self.news[name] for name in names))

    def replies(self, channel: str, ts: str) -> list[str]:
        """Return what the bot replied to a post."""
        thread = self.room.messages(channel, ts)
        return [one.text for one in thread if one.is_bot and one.is_reply]

    def answered(self, channel: str, ts: str) -> None:
        """Wait until the bot has replied."""
        self.room.wait_for(lambda: self.replies(channel, ts), PATIENCE)

    def _environment(self) -> dict[str, str]:
        return {
            "SLACK_BOT_TOKEN": self.room.bot_token, "SLACK_APP_TOKEN": "", "PORT": "0",
            "SLACK_SIGNING_SECRET": self.room.signing_secret, "DATABASE_URL": self.database_url,
            "SLACK_API": self.slack.base_url, "ORIGIN": self.site.origin,
        }  # fmt: skip

    def __enter__(self) -> Self:
        self.opened.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self.opened.close()


@contextmanager
def office(database_url: str) -> Iterator[Office]:
    """Open a room and a site; whatever is started in there is gone at the end."""
    room = Room()
    with (
        SlackServer(room, retry_after=(0.2, 0.5, 1, 2)) as slack,
        Site() as site,
        Office(room, slack, site, database_url, open_news(site)) as made,
    ):
        yield made


def said(process: subprocess.Popen[str], event: str) -> dict[str, object]:
    """Wait for a line of the log and return it; fails when the process ends before."""
    assert process.stderr is not None
    before: list[str] = []
    for line in process.stderr:
        before.append(line)
        if line.startswith("{") and (row := json.loads(line)).get("event") == event:
            return dict(row)
    raise AssertionError(f"ended without {event}: {before}")


def children_of(process: int) -> list[int]:
    """Return the processes that a process started and that still run."""
    task = f"/proc/{process}/task/{process}/children"
    with open(task, encoding="ascii") as children:  # noqa: PTH123 - /proc
        return [int(one) for one in children.read().split()]


def _read_out(process: subprocess.Popen[str]) -> None:
    with suppress(ValueError):  # it was closed meanwhile
        for _ in process.stderr or ():
            pass


def _end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait()
    if process.stderr:
        process.stderr.close()


def free_port() -> int:
    """Return a port that nobody listens at now."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])
