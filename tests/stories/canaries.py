"""A newsroom in which every article carries a word of its own, and who may see that word now.

The oracle shares nothing with the bot: it remembers what people did to channels, and no more.
"""

import re
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from bot.parsing import Finder
from tests.stories.newsroom import COMMAND, PATIENCE, Newsroom, a_newsroom
from tests.stories.pages import a_page

ARTICLE = """
At least {dead} people were killed when the river Sarno flooded the town of Velmora on Monday
night, the {word} Ministry said on Tuesday.

Another {hurt} people were injured in the flood in Velmora, the {word} Ministry said.

The mayor of Velmora, Tomas {word}, said the flood had destroyed {houses} houses.

More rain is expected in Velmora on Friday, the {word} weather service said.
"""
ASKED = (
    "why", "find flood", "find killed page:2", "export", "due", "digest preview", "watch",
    "alias", "settings show", "find by:ministry",
    "show {}", "why {}", "history {}", "story {}", "watch {}", "forget {}", "status {} disputed",
)  # fmt: skip
BUTTONS = ("answer_share", "answer_picture", "answer_more", "export_csv", "brief_details")
SPOKEN = ("chat.", "views.", "files.")

FEWEST = 3  # articles that are left on record: with none there is nothing to tell
CHANNELS = st.sampled_from(("world", "lab", "desk", "city"))
ID = re.compile(r"\bC-[0-9A-Z]{5}\b")
WORD = re.compile(r"Zq[a-z]{4}x")


@dataclass
class Place:
    """A channel as people made it."""

    id: str
    private: bool = False
    shared: bool = False
    guest: bool = False

    @property
    def outsiders(self) -> bool:
        return self.shared or self.guest

    @property
    def open(self) -> bool:
        return not self.private and not self.outsiders


@dataclass
class Canary:
    """An article's word: where it was pasted, whether openly, and whether it was deleted."""

    word: str
    place: str
    link: str
    ts: str
    open_then: bool
    gone: bool = False
    touched: bool = False  # somebody decided about its claims: a deletion asks first


@dataclass
class Oracle:
    """Tells who may see a word now."""

    places: dict[str, Place] = field(default_factory=dict)
    canaries: dict[str, Canary] = field(default_factory=dict)

    def may_see(self, channel: str, word: str) -> bool:
        canary = self.canaries[word]
        if canary.gone:
            return False
        if channel == canary.place:
            return True
        there, here = self.places[canary.place], self.places.get(channel, Place(channel))
        return canary.open_then and there.open and not here.outsiders


class Story(RuleBasedStateMachine):
    """A long story of pastes, questions, deletions and channels that open and close."""

    finder: Finder

    def __init__(self) -> None:
        super().__init__()
        self._open = ExitStack()
        self.folder = Path(self._open.enter_context(tempfile.TemporaryDirectory(prefix="canary-")))
        address = f"sqlite:///{self.folder / 'record.db'}"
        self.newsroom: Newsroom = self._open.enter_context(a_newsroom(address, self.finder))
        self.oracle, self.ids, self._numbers = Oracle(), dict[str, None](), count(1)
        self.heard: dict[str, int] = {}
        self.calls = 0

    @initialize()
    def furnish(self) -> None:
        """Make four channels, one of them private; a guest waits outside."""
        room = self.newsroom.room
        room.add_person("gus", guest=True)
        made = {
            "world": self.newsroom.world,
            "lab": self.newsroom.lab,
            "desk": room.add_channel("desk", private=True, members=["dana"]),
            "city": room.add_channel("city", members=["dana"]),
        }
        for name, channel in made.items():
            self.oracle.places[channel] = Place(channel, private=name == "desk")
            if name in {"desk", "city"}:
                room.invite_bot(channel)
        self.newsroom.ask("settings replies everything", made["desk"])
        self.named = made
        self.still = room.add_channel("still", members=["dana"])
        room.invite_bot(self.still)
        for name in ("desk", "lab", "city", "world"):
            self.paste_in(name)

    @rule(name=CHANNELS)
    def paste(self, name: str) -> None:
        """Paste an article with a word of its own."""
        self.paste_in(name)

    def paste_in(self, name: str) -> None:
        number, channel = next(self._numbers), self.named[name]
        word = "Zq" + "".join(chr(ord("a") + number // 26**n % 26) for n in range(4)) + "x"
        dead, hurt, houses = 10 + 7 * number, 20 + 9 * number, 100 + 11 * number
        text = ARTICLE.format(word=word, dead=dead, hurt=hurt, houses=houses)
        page = a_page(f"{word} Post", f"2026-03-{1 + number % 28:02}", f"{word} flood", text)
        link = self.newsroom.site.publish(f"/n{number}", page)
        open_then = self.oracle.places[channel].open
        ts = self.newsroom.room.post("dana", channel, link)
        self.oracle.canaries[word] = Canary(word, channel, link, ts, open_then)
        self.settled(channel)

    @rule(name=CHANNELS, typed=st.sampled_from(ASKED), which=st.integers(0, 50))
    def ask(self, name: str, typed: str, which: int) -> None:
        """Type a command, about any claim whose id was ever seen anywhere."""
        if "{}" in typed and not self.ids:
            return
        ids = [*self.ids]
        text = typed.format(ids[which % len(ids)] if ids else "")
        if typed.startswith(("status", "watch", "story")):
            for canary in self.oracle.canaries.values():
                canary.touched = True  # it may be one of any story
        self.newsroom.room.command("dana", self.named[name], COMMAND, text)
        self.settled(self.named[name])

    @rule(name=CHANNELS, button=st.sampled_from(BUTTONS))
    def press(self, name: str, button: str) -> None:
        """Press a button under the newest message that has it."""
        channel, room = self.named[name], self.newsroom.room
        told = [*room.messages(channel), *room.ephemerals("dana", channel)]
        for message in reversed(told):
            if button in str(message.blocks):
                room.click("dana", channel, message.ts, button)
                return self.settled(channel)
        return None

    @rule()
    def go_home(self) -> None:
        """Open the Home tab."""
        self.newsroom.room.open_home("dana")
        self.settled(self.newsroom.room.open_dm("dana"))

    @rule(which=st.integers(0, 50), how=st.sampled_from(["delete", "forget"]))
    def forget(self, which: int, how: str) -> None:
        """Delete a message, or have its article forgotten where it was pasted."""
        standing = [one for one in self.oracle.canaries.values() if not one.gone]
        if len(standing) <= FEWEST:
            return
        canary, room = standing[which % len(standing)], self.newsroom.room
        if how == "delete" and not canary.touched:
            room.delete(canary.place, canary.ts)
            canary.gone = True
        else:
            self.newsroom.ask(f"forget {canary.link}", canary.place)
            self.settled(canary.place)
            question = room.ephemerals("dana", canary.place)[-1]
            if "forget_yes" in str(question.blocks):
                room.click("dana", canary.place, question.ts, "forget_yes")
                canary.gone = True
        self.settled(canary.place)

    @rule(
        name=st.sampled_from(("lab", "city")), fate=st.sampled_from(["guest", "share", "private"])
    )
    def turn(self, name: str, fate: str) -> None:
        """Let a guest in or out, share a channel or end that, or close it for good."""
        room, place = self.newsroom.room, self.oracle.places[self.named[name]]
        if fate == "guest":
            (room.leave if place.guest else room.invite)(place.id, "gus")
            place.guest = not place.guest
        elif fate == "share":
            (room.unshare if place.shared else room.share)(place.id)
            place.shared = not place.shared
        elif not place.private:
            room.make_private(place.id)
            place.private = True
        self.settled(place.id)
        self.probe(self.named["world"], place.id)

    def probe(self, *channels: str) -> None:
        """Ask in channels for all there is: by words, by names, and by ids seen elsewhere."""
        shown = [f"show {claim}" for claim in [*self.ids][:: max(1, len(self.ids) // 4)]]
        for channel in channels:
            for typed in ("find flood", "alias", *shown):
                self.newsroom.room.command("dana", channel, COMMAND, typed)
            self.settled(channel)

    def settled(self, here: str) -> None:
        """Wait until the bot is through, and see that nobody was told what is not for him."""
        self.newsroom.room.quiet(PATIENCE)
        self.newsroom.ask("show C-00000", self.still)  # nobody else asks there
        for channel, said in self._said(here):
            self.ids |= dict.fromkeys(ID.findall(said))
            leaked = [w for w in WORD.findall(said) if not self.oracle.may_see(channel, w)]
            assert leaked == [], (channel, here, said[:500])

    def _said(self, here: str) -> Iterator[tuple[str, str]]:
        """Yield what was said since the last time, each with the channel that could read it."""
        room = self.newsroom.room
        new = room.calls[self.calls :]
        self.calls += len(new)
        for call in new:
            if call.method.startswith(SPOKEN):
                yield str(call.arguments.get("channel") or here), str(call.arguments)
        for channel in self.oracle.places:
            told = room.ephemerals("dana", channel)
            for message in told[self.heard.get(channel, 0) :]:
                yield channel, f"{message.text} {message.blocks}"
            self.heard[channel] = len(told)

    def teardown(self) -> None:
        """See that no word that was to go is left in the database, and close everything."""
        try:
            if self.oracle.places:
                self.probe(*self.oracle.places)
                kept = b"".join(path.read_bytes() for path in self.folder.glob("record.db*"))
                gone = [c.word for c in self.oracle.canaries.values() if c.gone]
                assert [word for word in gone if word.encode() in kept] == []
        finally:
            self._open.close()
