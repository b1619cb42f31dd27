"""The bot dies at any of its calls, and another one takes up what it left: the same end each time.

A step that dies is broken off by an error that nobody catches: transactions that were open are
rolled back and what was committed or posted stays, as after a SIGKILL. Processes that are really
killed are in `tests/stories/test_kill.py` and `test_killed_deeds.py`. Here every call counts:
`LONG=1` tries all of them.
"""

import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

import pytest

from bot.newsroom.forgetting import Wanted
from bot.newsroom.post import Event, Incoming, Post
from bot.newsroom.watch import Watch, WatchKind
from bot.sender.clients import OneClient
from bot.sender.send import Sender
from bot.sender.slack import Slack
from bot.worker import Worker
from tests.desk.stepping import Steps, stepping
from tests.desk.world import HEAD

LONG = "LONG" in os.environ
SAMPLE = 2  # places of death in a run of the tests
ID = re.compile(r"[CW]-\w+")
PORTS = ("archive", "inbox", "outbox", "forgetting", "watches", "judgements")

Port = TypeVar("Port")


class Dies(BaseException):
    """The process is gone."""


@dataclass
class Life:
    """How many calls of its ports a bot lives for; -1 for as long as it likes."""

    left: int = -1
    calls: int = 0

    def spend(self) -> None:
        self.calls += 1
        if self.left == 0:
            raise Dies
        self.left -= 1


class Mortal:
    """A port whose calls, each before and after, may be the last."""

    def __init__(self, port: object, life: Life) -> None:
        self._port, self._life = port, life

    def __getattr__(self, name: str) -> object:
        return partial(self._call, getattr(self._port, name))

    def _call(self, call: Callable[..., object], *given: object, **named: object) -> object:
        self._life.spend()
        answer = call(*given, **named)
        self._life.spend()
        return answer


def mortal(port: Port, life: Life) -> Port:
    return cast("Port", Mortal(port, life))


def embodied(steps: Steps, life: Life) -> None:
    """Give the steps a worker and a sender that live so long."""
    ports: dict[str, Any] = {name: mortal(getattr(steps.desk, name), life) for name in PORTS}
    desk = replace(steps.desk, **ports)
    steps.worker = Worker(desk)
    steps.sender = Sender(desk, mortal(Slack(OneClient(steps.client)), life))


def events(steps: Steps) -> list[Incoming]:
    """Return what comes in: two links, an edit, a link elsewhere, a deletion, and a forgetting."""
    posts = [
        Post(steps.room.team_id, steps.world, ts, ts, steps.dana)
        for ts in (steps.room.post("dana", steps.world, one) for one in ("a", "b", "c"))
    ]
    links = [f"{HEAD}/{name}" for name in ("14", "41", "chess")]
    wanted = Wanted(link=links[0]).written()
    return [
        Incoming("E1", Event.MESSAGE, posts[0], "x", (links[0],)),
        Incoming("E2", Event.MESSAGE, posts[1], "x", (links[1],)),
        Incoming("E3", Event.EDITED, posts[1], "x", (links[1], links[2])),
        Incoming("E4", Event.MESSAGE, posts[2], "x", (links[1],)),
        Incoming("E5", Event.DELETED, posts[2]),
        Incoming("E6", Event.FORGET, replace(posts[0], ts="", thread=""), wanted),
    ]


@dataclass
class Graveyard:
    """Databases that are up to date and empty, one for each life."""

    empty: Path
    folder: Path
    lives: int = 0

    def lived(self, left: int = -1) -> tuple[int, object]:
        """Let the bot live for so many calls, then another finish; return calls and the end."""
        self.lives += 1
        file = self.folder / f"{self.lives}.db"
        shutil.copy(self.empty, file)
        with stepping(f"sqlite:///{file}") as steps:
            life = Life(left)
            watch(steps)
            embodied(steps, life)
            for incoming in events(steps):
                steps.desk.receive(incoming)
                try:
                    steps.until_quiet()
                except Dies:
                    embodied(steps, Life())
                    steps.until_quiet()
            return life.calls, ended(steps)


@pytest.fixture
def graveyard(empty_file: Path, tmp_path: Path) -> Graveyard:
    return Graveyard(empty_file, tmp_path)


def watch(steps: Steps) -> None:
    """Let Dana be told directly of what the ministry says."""
    here = steps.desk.viewer(steps.room.team_id, steps.world)
    one = Watch(
        id="W-1", workspace=here.workspace, channel=steps.world, what="ministry",
        made_at=steps.clock(), kind=WatchKind.CLAIMANT, person=steps.dana,
        direct=steps.desk.direct(here.workspace, steps.dana),
    )  # fmt: skip
    assert steps.desk.watches.set(here, one, "K1")


def ended(steps: Steps) -> object:
    """Return what stands in Slack and on record, without the ids of this one life."""
    room, desk, world = steps.room, steps.desk, steps.world
    threads = [room.messages(world, one.ts) for one in room.messages(world)]
    direct = room.messages(desk.direct(room.team_id, steps.dana))
    said = [
        [(one.is_bot, len(one.reactions), ID.sub("C", one.text)) for one in many]
        for many in (*threads, direct)
    ]
    viewer = desk.viewer(room.team_id, world)
    filed = [desk.archive.latest(viewer, f"{HEAD}/{one}") for one in ("14", "41", "chess")]
    return said, [one is not None for one in filed]


def test_wherever_it_dies_the_end_is_the_same(graveyard: Graveyard) -> None:
    calls, end = graveyard.lived()
    places = range(calls) if LONG else range(60, calls, calls // SAMPLE)

    ends = {place: graveyard.lived(place)[1] for place in places}

    assert {place: other for place, other in ends.items() if other != end} == {}
    assert "(True, 0, 'A claim was removed" in str(end)  # what was told to the one who watches
