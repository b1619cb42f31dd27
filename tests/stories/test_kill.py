"""Killed between any two commits, the bot comes back and says what it had to say, once.

In CI at a few places, where most can go wrong; at all of them with LONG=1 in the environment.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from bot.slackroom.room import Room
from bot.slackroom.server import SlackServer
from handlers.manifest import EVENTS
from tests.house.tree import ROOT
from tests.stories.pages import Site, open_news

LONG = bool(os.environ.get("LONG"))
A_FEW = {"after archive.file", "after slack.post", "after digests.told", ""}
PATIENCE = 40.0  # seconds, for a process that has to start and to wait for the lease of a dead one

# One message's way through the bot, commit by commit and call by call; what comes before the
# first is the same as a message that was never delivered.
PLACES = (
    "before inbox.put",
    "after inbox.put",
    "after inbox.lease",
    "after archive.file",
    "after outbox.take",
    "after slack.post",
    "after outbox.posted",
    "",
)


def test_wherever_the_bot_is_killed_the_reply_is_there_once(tmp_path: Path) -> None:
    room = Room()
    with SlackServer(room, retry_after=()) as slack, Site() as site:
        home = _Home(slack, room, site, tmp_path / "record.db")
        pasted: list[tuple[str, str]] = []
        for place in _tried(PLACES):
            with home.process(place) as process:
                _redeliver(room)
                pasted.append(_paste(room, open_news(site), len(pasted)))
                if place:
                    assert process.wait(PATIENCE) < 0, f"not killed {place}"
                else:
                    room.wait_for(lambda: all(_replies(room, *one) for one in pasted), PATIENCE)

        assert [len(_replies(room, *one)) for one in pasted] == [1] * len(_tried(PLACES))


def test_a_reply_whose_answer_was_lost_is_not_posted_again(tmp_path: Path) -> None:
    room = Room()
    with SlackServer(room, retry_after=()) as slack, Site() as site:
        room.fail("chat.postMessage", accept_then_drop=True)
        with _Home(slack, room, site, tmp_path / "record.db").process(""):
            lost = _paste(room, open_news(site), 1)
            looked = "conversations.replies"
            room.wait_for(lambda: looked in [call.method for call in room.calls], PATIENCE)
            other = _paste(room, open_news(site), 2)
            room.wait_for(lambda: _replies(room, *other), PATIENCE)

        assert len(_replies(room, *lost)) == 1


# A digest's way: its day is claimed with its letter, which is taken, posted, and remembered.
PLACES_OF_THE_CLOCK = (
    "after days.begin",
    "after outbox.take",
    "after slack.post",
    "after digests.told",
    "after outbox.posted",
    "",
)
CHANNELS = 3
TWO_WEEKDAYS_ON = "72"  # hours: over a weekend too there is one morning at least


def test_wherever_the_bot_is_killed_each_digest_is_there_once(tmp_path: Path) -> None:
    room = Room()
    with SlackServer(room, retry_after=()) as slack, Site() as site:
        home = _Home(slack, room, site, tmp_path / "record.db")
        with home.process(""):
            pasted = [_paste(room, open_news(site), number) for number in range(CHANNELS)]
            room.wait_for(lambda: all(_replies(room, *one) for one in pasted), PATIENCE)
        home.ahead = "0"
        with home.process("") as process:  # the first look at a channel tells nothing
            assert process.stdout is not None
            assert process.stdout.readline() == "ticked\n"
        home.ahead = TWO_WEEKDAYS_ON
        for place in _tried(PLACES_OF_THE_CLOCK):
            with home.process(place) as process:
                if place:
                    assert process.wait(PATIENCE) < 0, f"not killed {place}"
                else:
                    room.wait_for(lambda: all(_digests(room, one) for one, _ in pasted), PATIENCE)

        assert [len(_digests(room, channel)) for channel, _ in pasted] == [1] * CHANNELS


@dataclass
class _Home:
    """Where the bot comes back to after each death: its database, and the port it listens on."""

    slack: SlackServer
    room: Room
    site: Site
    database: Path
    port: int = 0
    ahead: str = ""  # hours; where it is set, the bot ticks once at its start

    @contextmanager
    def process(self, crash_at: str) -> Iterator[subprocess.Popen[str]]:
        command = [sys.executable, "-m", "tests.stories.bot_process"]
        process = subprocess.Popen(  # noqa: S603 - our own module
            command, cwd=ROOT, env=self._environment(crash_at), stdout=subprocess.PIPE, text=True
        )
        with process:
            try:
                self._connect(process)
                yield process
            finally:
                process.kill()

    def _connect(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        port = int(process.stdout.readline())
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


def _tried(places: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(place for place in places if LONG or place in A_FEW)


def _redeliver(room: Room) -> None:
    """Deliver again what the app did not take, as Slack does."""
    taken = {attempt.event_id for attempt in room.attempts if attempt.status == HTTPStatus.OK}
    for event in dict.fromkeys(attempt.event_id for attempt in room.attempts):
        if event not in taken:
            room.redeliver(event)


def _paste(room: Room, news: dict[str, str], number: int) -> tuple[str, str]:
    """Paste two articles that differ in a channel of its own; return the channel and the ts."""
    dana = "dana" if any(one.name == "dana" for one in room.people) else room.add_person("dana")
    channel = room.add_channel(f"desk-{number}", members=[dana])
    room.invite_bot(channel)
    return channel, room.post("dana", channel, f"{news['flood']} {news['toll']}")


def _digests(room: Room, channel: str) -> tuple[str, ...]:
    return tuple(one.text for one in room.messages(channel) if one.is_bot and not one.is_reply)


def _replies(room: Room, channel: str, ts: str) -> tuple[str, ...]:
    return tuple(one.text for one in room.messages(channel, ts) if one.is_bot and one.is_reply)
