"""The stand-in's HTTP side: the Web API on a free loopback port."""

from collections.abc import Collection
from types import TracebackType
from typing import Self

from bot.slackroom.envelopes import BOT_EVENTS
from bot.slackroom.room import Room


class SlackServer:
    """Serves one room's Web API and delivers its events to the app.

    Use it as a context manager, or call `start` and `stop`. `retry_after` are the seconds by the
    wall clock before each redelivery of an event that the app did not take (Slack's are 0, 60 and
    300); `ack_within` is how long the app may take to answer.
    """

    def __init__(
        self,
        room: Room,
        *,
        retry_after: tuple[float, ...] = (0, 60, 300),
        ack_within: float = 3.0,
    ) -> None:
        raise NotImplementedError

    @property
    def base_url(self) -> str:
        """Where the Web API answers: "http://127.0.0.1:PORT/api/", for WebClient(base_url=…)."""
        raise NotImplementedError

    def start(self) -> str:
        """Start to serve on a free loopback port and return `base_url`."""
        raise NotImplementedError

    def connect(self, request_url: str, events: Collection[str] = BOT_EVENTS) -> None:
        """Tell where the app listens, one URL for events, commands and interactions.

        `events` are the bot events of the app's manifest ("message.channels", "app_mention", …);
        others are not sent. What happens before `connect` is never delivered.
        """
        raise NotImplementedError

    def stop(self) -> None:
        """Stop serving and delivering; pending redeliveries are dropped."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        """Start."""
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop."""
        self.stop()
