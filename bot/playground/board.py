"""What is new in the room and where the bot is at work, for pages that wait to hear of it."""

import threading
from typing import Any, TypeVar, cast

from bot.newsroom.filing import Filing
from bot.newsroom.post import Event, Incoming, Leased
from bot.slackroom.seen import Change
from storage.archive import Archive
from storage.inbox import Inbox

SHOWING = {
    "message",
    "ephemeral",
    "view",
    "home",
    "channel",
    "person",
}  # what a page shows of the room

Port = TypeVar("Port")


class Board:
    """Counts the changes and knows which links wait to be read; for any thread."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._version = 1
        self._reading: dict[str, str] = {}  # inbox key -> channel
        self._closed = False

    def hear(self, change: Change) -> None:
        """Note a change of the room; called with the room locked."""
        if change.kind in SHOWING:
            self._turn()

    def wait(self, after: int, seconds: float) -> int:
        """Return the version as soon as it is another than `after`, or when the time is up."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._version != after, seconds)
            return self._version

    def reading(self) -> frozenset[str]:
        """Return the channels in which a link waits to be read or a command to be answered."""
        with self._changed:
            return frozenset(self._reading.values())

    def through(self, port: Port) -> Port:
        """Watch the inbox and the archive on their way into the bot; pass others as they are."""
        if isinstance(port, Inbox | Archive):
            return cast("Port", _Watched(port, self))
        return port

    def begun(self, incoming: Incoming) -> None:
        """Note that links came in, or a command."""
        if incoming.links or incoming.event is Event.COMMAND:
            with self._changed:
                self._reading[incoming.key] = incoming.post.channel
            self._turn()

    def ended(self, key: str) -> None:
        """Note that an event is dealt with."""
        with self._changed:
            known = self._reading.pop(key, None)
        if known is not None:
            self._turn()

    def close(self) -> None:
        """Let nobody wait any longer."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _turn(self) -> None:
        with self._changed:
            self._version += 1
            self._changed.notify_all()


class _Watched:
    """An inbox or archive that tells the board when an event comes in and when it is done."""

    def __init__(self, port: Any, board: Board) -> None:  # noqa: ANN401 - either port
        self._port = port
        self._board = board

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the port has
        return getattr(self._port, name)

    def put(self, incoming: Incoming, *rest: object) -> bool:
        """Keep the event."""
        kept = bool(self._port.put(incoming, *rest))
        if kept:
            self._board.begun(incoming)
        return kept

    def done(self, leased: Leased) -> bool:
        """Mark the event as dealt with."""
        self._board.ended(leased.incoming.key)
        return bool(self._port.done(leased))

    def fail(self, leased: Leased, *rest: object) -> bool:
        """Put the event back, or away."""
        self._board.ended(leased.incoming.key)
        return bool(self._port.fail(leased, *rest))

    def file(self, filing: Filing) -> bool:
        """File what an event brought."""
        filed = bool(self._port.file(filing))
        self._board.ended(filing.leased.incoming.key)
        return filed
