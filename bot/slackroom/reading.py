"""What people see in a room, what the app asked of it, and waiting for either."""

from collections.abc import Callable
from typing import TypeVar

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


class Reading:
    """The part of a room that is looked at; every answer is a frozen snapshot."""

    _state: State

    @property
    def people(self) -> tuple[PersonSeen, ...]:
        """Everybody, the bot and other bots included, in the order they came."""
        raise NotImplementedError

    @property
    def channels(self) -> tuple[ChannelSeen, ...]:
        """All channels and direct messages, in the order they were added."""
        raise NotImplementedError

    @property
    def calls(self) -> tuple[Call, ...]:
        """The transcript of Web API calls, oldest first."""
        raise NotImplementedError

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """Every try to deliver an event, oldest first."""
        raise NotImplementedError

    @property
    def files(self) -> tuple[UploadedFile, ...]:
        """The files that the app uploaded, oldest first."""
        raise NotImplementedError

    def channel(self, channel: str) -> ChannelSeen:
        """Return the channel of that id or name; KeyError if there is none."""
        raise NotImplementedError

    def messages(self, channel: str, thread_ts: str = "") -> tuple[Message, ...]:
        """Return the channel's messages, oldest first: what stands in the channel itself.

        With `thread_ts`: the parent and then its replies. Deleted messages are left out, but a
        deleted parent with replies stays, `deleted` set. Ephemeral ones are never here.
        """
        raise NotImplementedError

    def message(self, channel: str, ts: str) -> Message:
        """Return one message, in a thread or not, deleted or not; LookupError if there is none."""
        raise NotImplementedError

    def ephemerals(self, person: str, channel: str) -> tuple[Message, ...]:
        """Return what only that person sees in the channel, oldest first."""
        raise NotImplementedError

    def view(self, person: str) -> View:
        """Return the modal on top of the person's stack; an empty View if none is open."""
        raise NotImplementedError

    def views(self, person: str) -> tuple[View, ...]:
        """Return the person's stack of modals, the top one last."""
        raise NotImplementedError

    def home(self, person: str) -> View:
        """Return the person's Home tab; an empty View before the app published one."""
        raise NotImplementedError

    def subscribe(self, callback: Callable[[Change], None]) -> Callable[[], None]:
        """Call back after every change; return the function that ends this.

        The callback runs in the changing thread with the room locked: it must be quick (put the
        change on a queue) and never wait for the app.
        """
        raise NotImplementedError

    def wait_for(self, predicate: Callable[[], Seen], timeout: float = 5.0) -> Seen:
        """Wait until the predicate is truthy and return its value; no polling, no sleeping.

        It is asked at once and after every change. Raises TimeoutError after `timeout` seconds by
        the wall clock, with what the room last saw in the message.
        """
        raise NotImplementedError

    def quiet(self, timeout: float = 5.0) -> None:
        """Wait until no delivery is in flight or waiting for its redelivery.

        Says nothing about work that the app does after its ack. Raises TimeoutError.
        """
        raise NotImplementedError
