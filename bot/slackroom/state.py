"""The room's own state: tables of frozen values behind one lock, ids, and who hears of changes."""

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from bot.slackroom.envelopes import BOT_EVENTS
from bot.slackroom.faults import Fault
from bot.slackroom.registered import Registered
from bot.slackroom.seen import (
    Ack,
    Attempt,
    Call,
    Change,
    ChannelSeen,
    Json,
    Message,
    PersonSeen,
    UploadedFile,
    View,
)


@dataclass(slots=True)
class Trigger:
    """A trigger_id: good for three seconds and one use."""

    user: str
    born: float
    used: bool = False


@dataclass(slots=True)
class Hook:
    """A response_url: who asked where, from which message, and how often it was used."""

    user: str
    channel: str
    born: float
    ts: str = ""
    thread_ts: str = ""
    uses: int = 0


class Courier(Protocol):
    """Whoever carries things from the room to the app."""

    def event(self, envelope: Json) -> None:
        """Deliver an event in the background."""

    def ask(self, form: dict[str, str]) -> Ack:
        """Deliver a command or an interaction and return the app's answer."""

    def again(self, event_id: str, number: int, reason: str) -> None:
        """Deliver an event once more."""

    def pending(self) -> int:
        """Count the deliveries in flight or waiting."""


class Nobody:
    """The courier of a room that no app is connected to."""

    def event(self, envelope: Json) -> None:
        """Drop it."""

    def ask(self, form: dict[str, str]) -> Ack:
        """Answer for nobody."""
        return Ack(0, f"no app is connected to take {form.get('command', 'this')}")

    def again(self, event_id: str, number: int, reason: str) -> None:
        """Refuse: nothing was ever delivered."""
        raise LookupError(f"no event {event_id} was delivered ({number}, {reason})")

    def pending(self) -> int:
        """Nothing is ever on its way."""
        return 0


@dataclass(slots=True)
class Tables:
    """Everything that can be looked up, by id."""

    people: dict[str, PersonSeen] = field(default_factory=dict)
    channels: dict[str, ChannelSeen] = field(default_factory=dict)
    messages: dict[str, dict[str, Message]] = field(default_factory=dict)
    ephemerals: list[Message] = field(default_factory=list)
    modals: dict[str, list[View]] = field(default_factory=dict)
    homes: dict[str, View] = field(default_factory=dict)
    files: dict[str, UploadedFile] = field(default_factory=dict)
    triggers: dict[str, Trigger] = field(default_factory=dict)
    hooks: dict[str, Hook] = field(default_factory=dict)


class State:
    """One workspace's state; hold `lock` to read or change the tables."""

    def __init__(self, clock: Callable[[], float], app: Registered) -> None:
        self.clock = clock
        self.app = app
        self.lock = threading.RLock()
        self.changed = threading.Condition(self.lock)
        self.tables = Tables()
        self.calls: list[Call] = []
        self.attempts: list[Attempt] = []
        self.script: list[Fault] = []
        self.subscribers: list[Callable[[Change], None]] = []
        self.courier: Courier = Nobody()
        self.wanted: frozenset[str] = BOT_EVENTS
        self.base_url = ""
        self.post_gap = 0.0  # seconds between posts to one channel; 0 is no limit
        self.last_post: dict[str, float] = {}
        self.installed = False
        self.name = "Newsroom"
        self.team_id = app.new_team()
        self.bot_token = ""
        self.revoked: set[str] = set()
        self.scopes = ""
        self._counter = 0
        self._last_micros = 0
        self.bot = PersonSeen(self.new_id("U"), "ontherecord", "Etc/UTC", bot_id=self.new_id("B"))
        self.tables.people[self.bot.id] = self.bot

    @property
    def app_id(self) -> str:
        """The app's id ("A…")."""
        return self.app.app_id

    @property
    def signing_secret(self) -> str:
        """The secret of the request signatures."""
        return self.app.signing_secret

    def install(self, scopes: str) -> str:
        """Let the app in and return its token: the same as long as it stays."""
        if not self.installed:
            self.bot_token = f"xoxb-{secrets.randbelow(10**12):012d}-{secrets.token_hex(12)}"
        self.installed, self.scopes = True, scopes
        return self.bot_token

    def uninstall(self) -> None:
        """Take the app out: its token is worth nothing from now on."""
        self.installed = False
        self.revoked.add(self.bot_token)

    def new_id(self, letter: str) -> str:
        """Make an id of Slack's looks: a letter, then capitals and digits ("C0000000A7")."""
        with self.lock:
            self._counter += 1
            return f"{letter}0{self._counter:08X}"

    def skip_ids(self, count: int) -> None:
        """Never give the ids of the next `count`."""
        with self.lock:
            self._counter += count

    def new_ts(self) -> str:
        """Make a message's ts from the clock; later ones are always greater."""
        with self.lock:
            self._last_micros = max(int(self.clock() * 1_000_000), self._last_micros + 1)
            return f"{self._last_micros // 1_000_000}.{self._last_micros % 1_000_000:06d}"

    def tell(self, change: Change) -> None:
        """Wake those who wait, and call the subscribers."""
        with self.changed:
            self.changed.notify_all()
            for callback in tuple(self.subscribers):
                callback(change)

    def person(self, person: str) -> PersonSeen:
        """Find a person by id or name; KeyError if there is none."""
        people = self.tables.people
        if person in people:
            return people[person]
        named = (one for one in people.values() if one.name == person)
        found = next(named, None)
        if found is None:
            raise KeyError(f"nobody called {person!r} in this room")
        return found

    def team_of(self, person: PersonSeen) -> str:
        """Name the person's own workspace: another one for people from outside."""
        return "T0OUTSIDE" if person.outside else self.team_id

    def channel(self, channel: str) -> ChannelSeen:
        """Find a channel by id or name; KeyError if there is none."""
        channels = self.tables.channels
        if channel in channels:
            return channels[channel]
        named = (one for one in channels.values() if one.name == channel.removeprefix("#"))
        found = next(named, None)
        if found is None:
            raise KeyError(f"no channel {channel!r} in this room")
        return found
