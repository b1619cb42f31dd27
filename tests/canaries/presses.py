"""People press what buttons they see, in messages, in modals and on Home, and fill forms in."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from bot.slackroom.seen import Json
from tests.canaries.embargoes import Embargoes

PEOPLE = st.sampled_from(("dana", "lee", "gus"))
PLACES = st.sampled_from(("world", "lab", "desk", "link"))
WHICH = st.integers(0, 10**6)
LOOKING = ("answer_", "export_", "brief_", "home_", "help_")
"""Buttons that change nothing of what is on record."""

DETAILS = "brief_details"  # the button under a reply that opens all its pairs
NEWEST = 6  # messages in which a person looks for buttons


class Presses(Embargoes):
    """What people do with what the bot lets them press."""

    @rule(person=PEOPLE, name=PLACES, which=WHICH)
    def press(self, person: str, name: str, which: int) -> None:
        """Press any of the buttons that a person sees in the newest messages of a channel."""
        channel = self.named[name]
        pressed = self._pressed(person, channel)
        if self.oracle.can_open(person, channel) and pressed:
            self._press(person, channel, pressed[which % len(pressed)])

    @rule(person=PEOPLE, which=WHICH)
    def press_in_modal(self, person: str, which: int) -> None:
        """Press any button of the modal that a person has before him, or send it off."""
        view = self.room.view(person)
        if not view:
            return
        found = buttons(view)
        if found and which % 2:
            button = found[which // 2 % len(found)]
            self._worked_by(button)
            block = button["block_id"]
            self.room.click_view(person, view.id, button["action_id"], block_id=block)
        elif view.payload["submit"]:
            self.worked()
            here = self.opened[self.id_of(person)]
            self.room.submit(person, view.id, self._filled_in(view.blocks, here))
        self.settled("modal")

    @rule(person=PEOPLE, which=WHICH)
    def go_home(self, person: str, which: int) -> None:
        """Open the Home tab, or press one of its buttons."""
        home = self.room.home(person)
        found = buttons(home)
        if found and which % 3 == 0:
            button = found[which % len(found)]
            block = button["block_id"]
            self.room.click_view(person, home.id, button["action_id"], block_id=block)
        else:
            self.room.open_home(person)
        self.settled("home")

    def _pressed(self, person: str, channel: str) -> list[tuple[str, Json]]:
        """Return what a person may press in the newest messages, each behind its message's ts."""
        return [(one.ts, button) for one in self._told(person, channel) for button in buttons(one)]

    def _press(self, person: str, channel: str, pressed: tuple[str, Json]) -> None:
        self.close_views(person)
        self.opened[self.id_of(person)] = channel
        ts, button = pressed
        self._worked_by(button)
        if button["action_id"] == "forget_yes":  # of what, only the bot knows
            self.oracle.release(channel)
        block = button["block_id"]
        self.room.click(person, channel, ts, button["action_id"], block_id=block)
        self.settled("press")

    def _worked_by(self, button: Json) -> None:
        if not button["action_id"].startswith(LOOKING):
            self.worked()

    def _told(self, person: str, channel: str) -> Sequence[Any]:
        newest = self.room.messages(channel)[-NEWEST:]
        threads = (one for parent in newest for one in self.room.messages(channel, parent.ts))
        return [*newest, *threads, *self.room.ephemerals(person, channel)[-NEWEST:]]

    def _filled_in(self, blocks: Sequence[Json], channel: str) -> dict[str, str]:
        """Return what a person types into a modal: a word of its own, where there is room."""
        canary = self.oracle.made()
        self.oracle.recorded(canary, channel)
        inputs = [block for block in blocks if block["type"] == "input"]
        texts = [one for one in inputs if one["element"]["type"] == "plain_text_input"]
        return {one["block_id"]: f"{canary.word} said so" for one in texts[:1]}


def buttons(seen: Any) -> list[Json]:
    """Return the buttons of a message or a view, each with the id of its block."""
    rows = [
        (block, block.get("elements", ())) for block in seen.blocks if block["type"] == "actions"
    ]
    return [
        {**one, "block_id": block["block_id"]}
        for block, elements in rows
        for one in elements
        if one["type"] == "button" and "url" not in one
    ]
