"""What people see in a room, what the app asked of it, and waiting for either."""

import time
from collections.abc import Callable
from typing import TypeVar

from bot.slackroom.posts import standing
from bot.slackroom.seen import (
    Attempt,
    Call,
    Change,
    ChannelSeen,
    Message,
    PersonSeen,
    UploadedFile,
    View,
)
from bot.slackroom.state import State

Seen = TypeVar("Seen")
NO_VIEW = View()


class Reading:
    """The part of a room that is looked at; every answer is a frozen snapshot."""

    _state: State

    @property
    def people(self) -> tuple[PersonSeen, ...]:
        """Everybody, the bot and other bots included, in the order they came."""
        with self._state.lock:
            return tuple(self._state.tables.people.values())

    @property
    def channels(self) -> tuple[ChannelSeen, ...]:
        """All channels and direct messages, in the order they were added."""
        with self._state.lock:
            return tuple(self._state.tables.channels.values())

    @property
    def calls(self) -> tuple[Call, ...]:
        """The transcript of Web API calls, oldest first."""
        with self._state.lock:
            return tuple(self._state.calls)

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """Every try to deliver an event, oldest first."""
        with self._state.lock:
            return tuple(self._state.attempts)

    @property
    def files(self) -> tuple[UploadedFile, ...]:
        """The files that the app uploaded, oldest first."""
        with self._state.lock:
            return tuple(self._state.tables.files.values())

    def channel(self, channel: str) -> ChannelSeen:
        """Return the channel of that id or name; KeyError if there is none."""
        with self._state.lock:
            return self._state.channel(channel)

    def messages(self, channel: str, thread_ts: str = "") -> tuple[Message, ...]:
        """Return the channel's messages, oldest first: what stands in the channel itself.

        With `thread_ts`: the parent and then its replies. Deleted messages are left out, but a
        deleted parent with replies stays, `deleted` set. Ephemeral ones are never here.
        """
        with self._state.lock:
            stored = self._state.tables.messages[self._state.channel(channel).id]
            mine = _in_thread if thread_ts else _in_channel
            return tuple(
                one
                for one in stored.values()
                if mine(one, thread_ts) and standing(self._state, one)
            )

    def message(self, channel: str, ts: str) -> Message:
        """Return one message, in a thread or not, deleted or not; LookupError if there is none."""
        with self._state.lock:
            stored = self._state.tables.messages[self._state.channel(channel).id]
            if ts not in stored:
                raise LookupError(f"no message {ts} in {channel}")
            return stored[ts]

    def ephemerals(self, person: str, channel: str) -> tuple[Message, ...]:
        """Return what only that person sees in the channel, oldest first."""
        with self._state.lock:
            place = self._state.channel(channel).id
            reader = self._state.person(person).id
            found = self._state.tables.ephemerals
            return tuple(one for one in found if (one.channel, one.reader) == (place, reader))

    def view(self, person: str) -> View:
        """Return the modal on top of the person's stack; an empty View if none is open."""
        return (NO_VIEW, *self.views(person))[-1]

    def views(self, person: str) -> tuple[View, ...]:
        """Return the person's stack of modals, the top one last."""
        with self._state.lock:
            return tuple(self._state.tables.modals.get(self._state.person(person).id, ()))

    def home(self, person: str) -> View:
        """Return the person's Home tab; an empty View before the app published one."""
        with self._state.lock:
            return self._state.tables.homes.get(self._state.person(person).id, NO_VIEW)

    def subscribe(self, callback: Callable[[Change], None]) -> Callable[[], None]:
        """Call back after every change; return the function that ends this.

        The callback runs in the changing thread with the room locked: it must be quick (put the
        change on a queue) and never wait for the app.
        """
        with self._state.lock:
            self._state.subscribers.append(callback)
        return lambda: self._state.subscribers.remove(callback)

    def wait_for(self, predicate: Callable[[], Seen], timeout: float = 5.0) -> Seen:
        """Wait until the predicate is truthy and return its value; no polling, no sleeping.

        It is asked at once and after every change. Raises TimeoutError after `timeout` seconds by
        the wall clock, with what the room last saw in the message.
        """
        until = time.monotonic() + timeout
        with self._state.changed:
            while not (found := predicate()):
                if not self._state.changed.wait(until - time.monotonic()):
                    raise TimeoutError(f"waited {timeout} s in vain; {self._last_seen()}")
        return found

    def quiet(self, timeout: float = 5.0) -> None:
        """Wait until no delivery is in flight or waiting for its redelivery.

        Says nothing about work that the app does after its ack. Raises TimeoutError.
        """
        self.wait_for(lambda: not self._state.courier.pending(), timeout)

    def _last_seen(self) -> str:
        """Say what came last, for whoever reads a failed test."""
        calls = [f"{call.method} -> {call.answer}" for call in self._state.calls[-3:]]
        tries = [f"{one.event_type} -> {one.status} {one.reason}" for one in self._state.attempts]
        return f"last calls: {calls}; last deliveries: {tries[-3:]}"


def _in_channel(message: Message, _thread_ts: str) -> bool:
    return not message.is_reply or message.subtype == "thread_broadcast"


def _in_thread(message: Message, thread_ts: str) -> bool:
    return thread_ts in (message.ts, message.thread_ts)
