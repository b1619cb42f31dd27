"""The stage of these tests: a room, its server, a real Bolt app that listens, a clock by hand."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from socketserver import ThreadingMixIn
from typing import Any, Self
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from slack_bolt import App
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.slackroom.room import Room
from bot.slackroom.server import SlackServer

Json = dict[str, Any]
NOON = 1_741_176_000.0  # 5 March 2025, 12:00 UTC
EVENTS_PATH = "/slack/events"


@dataclass
class Clock:
    """A clock that stands still until a test moves it."""

    now: float = NOON

    def __call__(self) -> float:
        return self.now


@dataclass
class Stage:
    """A newsroom: #world with dana and kim in it, and the bot; nobody listens yet."""

    clock: Clock = field(default_factory=Clock)
    retry_after: tuple[float, ...] = (0, 0, 0)
    ack_within: float = 3.0

    def __post_init__(self) -> None:
        self.room = Room(self.clock)
        self.dana = self.room.add_person("dana", tz="Europe/London")
        self.kim = self.room.add_person("kim")
        self.world = self.room.add_channel("world", members=[self.dana, self.kim])
        self.slack = SlackServer(
            self.room, retry_after=self.retry_after, ack_within=self.ack_within
        )

    def __enter__(self) -> Self:
        self.slack.start()
        self.client = WebClient(
            token=self.room.bot_token, base_url=self.slack.base_url, retry_handlers=[]
        )
        self.room.invite_bot(self.world)
        return self

    def __exit__(self, *_: object) -> None:
        self.slack.stop()

    def app(self, *, process_before_response: bool = False, hears_itself: bool = False) -> App:
        """Make a Bolt app that trusts this room."""
        return App(
            ignoring_self_events_enabled=not hears_itself,
            client=self.client,
            signing_secret=self.room.signing_secret,
            process_before_response=process_before_response,
        )

    def error(self, method: str, **arguments: Any) -> str:
        """Call a Web API method and give the error code, "" for success."""
        return str(self.refusal(method, **arguments).get("error", ""))

    def refusal(self, method: str, **arguments: Any) -> Json:
        """Call a Web API method as slack_sdk does and give its answer, refused or not."""
        try:
            answer = self.client.api_call(method, json=arguments)
        except SlackApiError as error:
            answer = error.response
        assert isinstance(answer.data, dict)
        return answer.data


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - wsgiref's own name
        pass


@contextmanager
def listening(app: App) -> Iterator[str]:
    """Serve a Bolt app on loopback and give its request URL."""
    handler = SlackRequestHandler(app, path=EVENTS_PATH)
    with make_server("127.0.0.1", 0, handler, _Server, _Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{EVENTS_PATH}"
        finally:
            server.shutdown()
            thread.join()
