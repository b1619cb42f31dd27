"""The stand-in's HTTP side: the Web API on a free loopback port."""

import threading
from collections.abc import Collection
from contextlib import ExitStack
from http.server import ThreadingHTTPServer
from types import TracebackType
from typing import Self

from bot.slackroom.deliver import Postman
from bot.slackroom.envelopes import BOT_EVENTS
from bot.slackroom.incoming import handler_for
from bot.slackroom.room import Room
from bot.slackroom.state import Nobody


class SlackServer:
    """Serves the Web API of one room, or of several that share an app, and delivers their events.

    Use it as a context manager, or call `start` and `stop`. `retry_after` are the seconds by the
    wall clock before each redelivery of an event that the app did not take (Slack's are 0, 60 and
    300); `ack_within` is how long the app may take to answer.
    """

    def __init__(
        self,
        *rooms: Room,
        retry_after: tuple[float, ...] = (0, 60, 300),
        ack_within: float = 3.0,
    ) -> None:
        self._states = [room.state for room in rooms]
        self._retry_after, self._ack_within = retry_after, ack_within
        self._postmen: list[Postman] = []
        self._stack = ExitStack()

    @property
    def base_url(self) -> str:
        """Where the Web API answers: "http://127.0.0.1:PORT/api/"; "" before `start`."""
        return self._states[0].base_url

    def start(self) -> str:
        """Start to serve on a free loopback port and return `base_url`."""
        http = ThreadingHTTPServer(("127.0.0.1", 0), handler_for(self._states))
        http.daemon_threads = True
        for state in self._states:
            state.base_url = f"http://127.0.0.1:{http.server_port}/api/"
        thread = threading.Thread(target=http.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        for last_first in (thread.join, http.server_close, http.shutdown):
            self._stack.callback(last_first)
        return self.base_url

    def connect(self, request_url: str, events: Collection[str] = BOT_EVENTS) -> None:
        """Tell where the app listens, one URL for events, commands and interactions.

        `events` are the bot events of the app's manifest ("message.channels", "app_mention", …);
        others are not sent. What happens before `connect` is never delivered. Connecting anew
        (an app that restarted elsewhere) drops what was still to be redelivered to the old URL.
        """
        self.disconnect()
        for state in self._states:
            postman = Postman(state, request_url, self._retry_after, self._ack_within)
            self._postmen.append(postman)
            with state.lock:
                state.wanted = frozenset(events)
                state.courier = postman

    def stop(self) -> None:
        """Stop serving and delivering; pending redeliveries are dropped."""
        self.disconnect()
        self._stack.close()

    def disconnect(self) -> None:
        """Deliver nothing any more; what is pending is dropped. Serving goes on."""
        for state in self._states:
            with state.lock:
                state.courier = Nobody()
        for postman in self._postmen:
            postman.close()
        self._postmen = []

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
