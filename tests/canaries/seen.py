"""All that the bot says, as it says it: each saying with who reads it, and on which surface."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from bot.slackroom.room import Room
from bot.slackroom.seen import Call, Change

ALOUD = {"chat.postMessage": "post", "chat.update": "update"}
FILES = {".csv": "csv", ".jsonld": "json-ld", ".json": "json-ld", ".png": "picture"}

EXPORTS = {"csv", "json-ld"}


@dataclass(frozen=True, slots=True)
class Saying:
    """What was said, on which surface, in which channel, and to which person alone ("": all).

    A modal and Home are read by their person wherever they were opened: `channel` is "".
    """

    surface: str
    said: str
    channel: str = ""
    person: str = ""


class Ear:
    """Hears all that is said in a room, answers that are replaced later included."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._alone: list[Saying] = []
        self._calls = 0
        self._known: set[str] = set()  # ids of files, and views as they stood
        room.subscribe(self._changed)

    def heard(self) -> Iterator[Saying]:
        """Yield what was said since the last time."""
        alone, self._alone = self._alone, []
        yield from alone
        calls = self._room.calls
        new, self._calls = calls[self._calls :], len(calls)
        for call in new:
            if call.method in ALOUD:
                yield Saying(ALOUD[call.method], str(call.arguments), _channel(call))
            elif call.method.startswith(("files.", "chat.", "reactions.", "views.")):
                yield from self._beside(call)
        for one in self._room.files:
            if self._is_new(one.id):
                told = f"{one.name} {one.title} {one.alt_text} {one.content!r}"
                surface = FILES[one.name[one.name.rindex(".") :]]
                yield from (Saying(surface, told, channel) for channel in one.channels)

    def _beside(self, call: Call) -> Iterator[Saying]:
        """Yield what a call says in a channel beside its posts; views are heard as they show."""
        channel = _channel(call)
        if channel and not call.method.startswith("views."):
            yield Saying(call.method, str(call.arguments), channel, _person(call))

    def _changed(self, change: Change) -> None:
        room, alone = self._room, self._alone
        if change.kind == "ephemeral":
            told = room.ephemerals(change.user, change.channel)
            said = (f"{one.text} {one.blocks}" for one in told if one.ts == change.ts)
            hear = partial(Saying, "alone", channel=change.channel, person=change.user)
            alone.extend(hear(one) for one in said)
        elif change.kind == "view" and change.user:
            for view in room.views(change.user):
                # What Slack's own client finds wrong in a form, it says beside a view that stood
                # there before, perhaps since a time when its reader could see all that is in it.
                shown = view.payload if self._is_new(str(view.payload["hash"])) else ""
                alone.append(Saying("modal", f"{shown} {view.errors}", person=change.user))
        elif change.kind == "home":
            alone.append(Saying("home", str(room.home(change.user).payload), person=change.user))

    def _is_new(self, one: str) -> bool:
        new = one not in self._known
        self._known.add(one)
        return new


def _channel(call: Call) -> str:
    return str(call.arguments.get("channel") or call.arguments.get("channel_id") or "")


def _person(call: Call) -> str:
    return str(call.arguments.get("user") or "")
