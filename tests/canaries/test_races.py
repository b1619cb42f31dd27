"""A channel closes between asking and sending, at every point at which the bot asks a port.

In CI at the points about the call to Slack itself; with LONG=1 at all of them, and once with the
fence taken down, which has to be found out.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from bot.app.around import Surroundings
from bot.newsroom.verbs import COMMAND
from bot.slackroom.room import Room
from tests.canaries.articles import Reader, an_article
from tests.canaries.hand import Bot, ByHand, a_bot
from tests.canaries.seeds import Seed, planted
from tests.canaries.stage import emptied
from tests.canaries.telling import a_database
from tests.house.tree import ROOT

LONG = bool(os.environ.get("LONG"))
WORDS = ("zqaaaax", "zqbaaax")
LINKS = tuple(f"https://{word}.example/1" for word in WORDS)
NO_FENCE = Seed(
    "bot/sender/fence.py",
    "if self._doors - self._desk.places.doors(self._workspace):",
    "if False:",
)
SPEAKING = {"post", "update", "respond"}  # calls by which words leave

Asked = Callable[[Bot], None]


class Wire:
    """Writes down what the bot asks its ports, and has something happen before one such call."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.at = 0
        self.happens: Callable[[], None] = lambda: None

    def through(self, port: Any) -> Any:
        """Return a port like the one given, over the wire."""
        return Wired(port, self)

    def called(self, name: str) -> None:
        self.calls.append(name)
        if len(self.calls) == self.at:
            self.happens()


class Wired:
    """A port over a wire."""

    def __init__(self, port: Any, wire: Wire) -> None:
        self._port, self._wire = port, wire

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._port, name)

        def called(*arguments: Any, **named: Any) -> Any:
            self._wire.called(name)
            return found(*arguments, **named)

        return called if callable(found) else found


@dataclass
class Told:
    """What the bot asked its ports; whether #lab was read in #world when it closed, and after."""

    calls: list[str]
    before: bool
    after: bool

    @property
    def leaked(self) -> bool:
        return self.after and not self.before


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with a_database() as engine:
        yield engine


def told(engine: Engine, asked: Asked, at: int = 0) -> Told:
    """Let #lab, where a word is on record, close just before so manieth call for an answer."""
    emptied(engine)
    room, clock, wire, before = Room(), ByHand(), Wire(), list[bool]()
    for person in ("dana", "lee"):
        room.add_person(person)
    with a_bot(room, Surroundings(clock=clock, through=wire.through), engine, Reader()) as bot:
        for number, name in enumerate(("lab", "world")):
            room.invite_bot(room.add_channel(name, members=["dana", "lee"]))
            bot.pages[LINKS[number]] = an_article(WORDS[number], LINKS[number], number, clock())
        room.post("dana", "lab", LINKS[0])
        bot.settle()

        def closes() -> None:
            before.append(is_read(room))
            room.make_private("lab")
            bot.hand.deliver()

        wire.calls, wire.at, wire.happens = [], at, closes
        asked(bot)
        bot.settle()
        return Told(wire.calls, before == [True], is_read(room))


def is_read(room: Room) -> bool:
    """Tell whether the word of #lab stands in #world, in a thread or before one person's eyes."""
    threads = (room.messages("world", one.ts) for one in room.messages("world"))
    posted = [said for thread in threads for said in thread if said.is_bot]
    return WORDS[0] in f"{posted} {room.ephemerals('dana', 'world')}"


def pastes(bot: Bot) -> None:
    bot.room.post("dana", "world", LINKS[1])


def finds(bot: Bot) -> None:
    bot.room.command("dana", "world", COMMAND, "find flood")


def points(calls: list[str]) -> list[int]:
    """Return before which of the calls the channel closes."""
    if LONG:
        return [*range(1, len(calls) + 1)]
    speaking = [at for at, name in enumerate(calls, start=1) if name in SPEAKING]
    return sorted({at - back for at in speaking for back in (0, 1, 4)})


def test_whenever_a_channel_closes_no_post_shows_it_in_the_end(engine: Engine) -> None:
    calls = told(engine, pastes)

    assert calls.after
    assert [at for at in points(calls.calls) if told(engine, pastes, at).leaked] == []


def test_whenever_a_channel_closes_no_answer_shows_it_but_one_on_its_way(engine: Engine) -> None:
    calls = told(engine, finds)

    assert calls.after
    leaked = [at for at in points(calls.calls) if told(engine, finds, at).leaked]
    assert {calls.calls[at - 1] for at in leaked} <= SPEAKING


@pytest.mark.skipif(not LONG, reason="tells the same stories in a copy of the project: LONG=1")
def test_without_the_fence_an_answer_shows_it(tmp_path: Path) -> None:
    there = planted(NO_FENCE, tmp_path)
    shutil.copy(ROOT / "pyproject.toml", there)
    command = [sys.executable, "-m", "pytest", "tests/canaries/test_races.py", "-k", "no_answer"]
    without = {name: value for name, value in os.environ.items() if name != "LONG"}
    # The command is put together here from constants alone.
    done = subprocess.run(  # noqa: S603
        command, cwd=there, env=without, capture_output=True, text=True, check=False
    )

    assert "AssertionError" in done.stdout
    assert "1 failed" in done.stdout
