"""Killed on the way of an edit, a deletion, a forgetting or a watch, the bot comes back to it.

Nothing is lost: what is to go is gone from our posts and from the bytes of the database. Nothing
is doubled. In CI at a few places; at all of them with LONG=1 in the environment.
"""

import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from bot.slackroom.room import Room
from tests.stories.deeds import DEEDS, TOWNS, Deed, Scene
from tests.stories.killing import LONG, PATIENCE, Home, Life, a_channel, a_home, redeliver

GLANCE = 0.05  # seconds between two looks into the database, which tells nobody of a change

ARRIVING = ("before inbox.put", "in inbox.put", "after inbox.put", "after inbox.lease")
FILING = ("before archive.file", "in archive.file", "after archive.file", "after outbox.take")
SAID = ("in outbox.posted", "after outbox.posted")
TAKING_BACK = ("before slack.delete", "after slack.delete", "after slack.unreact")
PLACES = {
    "a link is taken out": (*ARRIVING, *FILING, *TAKING_BACK, "after slack.react", *SAID),
    "a link is changed": (
        *ARRIVING, *FILING, "before slack.update", "after slack.update",
        "in forgetting.showed", "after forgetting.showed", *SAID,
    ),
    "a message is deleted": (*ARRIVING, *FILING, *TAKING_BACK, *SAID),
    "an article is forgotten": (
        *ARRIVING, *FILING, *TAKING_BACK, "before slack.respond", "after slack.respond", *SAID,
    ),
    "a watch is answered": (
        *ARRIVING, *FILING, "in outbox.still", "before slack.post", "after slack.post",
        "in forgetting.showed", "after forgetting.showed", *SAID,
    ),
}  # fmt: skip
"""What each deed commits and sends on its way: before it, in between, and after.

"in archive.file" is right after its commit, when the bytes of what went are not yet overwritten.
"""

AGAIN = {"after slack.respond"}
"""Where words come twice that one person alone reads: Slack lists none of those to look among."""

A_FEW = (
    ("a message is deleted", "in archive.file"),
    ("a watch is answered", "after slack.post"),
)
CHAINS = (
    [pytest.param([(deed, one) for one in PLACES[deed]], id=deed) for deed in PLACES]
    if LONG
    else [pytest.param(A_FEW, id="a few")]
)


@dataclass
class Trial:
    """A deed in a scene, on whose way the bot is killed at a place."""

    deed: Deed
    scene: Scene
    place: str
    taken: bool = False

    def begin(self, life: Life) -> None:
        """Do the deed, of which the bot dies."""
        assert life.told(f"mine {self.place}") == "mine done"
        self.taken = self.deed.do(self.scene)
        assert life.was_killed(), (self.place, self.scene.home.room.attempts[-3:])

    def end(self) -> None:
        """Let the bot that came back do all that there is to do."""
        home = self.scene.home
        redeliver(home.room)
        if not self.taken:
            self.deed.do(self.scene)
        home.room.quiet(PATIENCE)
        through(home)


@pytest.mark.parametrize("chain", CHAINS)
def test_wherever_the_bot_is_killed_what_was_begun_is_done_once(
    tmp_path: Path, chain: list[tuple[str, str]]
) -> None:
    with a_home(tmp_path) as home:
        people(home.room)
        trials = [a_trial(home, *one, at) for at, one in enumerate(chain)]
        with home.life() as life:
            for one in trials:
                one.deed.prepare(one.scene)
            through(home)
            trials[0].begin(life)
        for died, one in pairwise(trials):
            with home.life() as life:
                died.end()
                one.begin(life)
        with home.life():
            trials[-1].end()

        assert [one.place for one in trials if not one.deed.stands(one.scene)] == []


def a_trial(home: Home, deed: str, place: str, number: int) -> Trial:
    channel = a_channel(home.room, TOWNS[number].lower())
    return Trial(
        DEEDS[deed], Scene(home, TOWNS[number], channel, 2 if place in AGAIN else 1), place
    )


def people(room: Room) -> None:
    for name in ("dana", "lee", "gus"):
        room.add_person(name, guest=name == "gus")


def through(home: Home) -> None:
    """Wait until the bot has done all that there is to do."""
    until = time.monotonic() + PATIENCE
    while not home.is_through():
        assert time.monotonic() < until, "the bot is never through with it"
        time.sleep(GLANCE)
