"""The whole bot in one thread: the stand-in's events are handed to it, and its loops are stepped.

Nothing goes on by itself, so that what somebody sees after a step is the same each time.
"""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from slack_bolt import App, BoltRequest
from sqlalchemy import Engine

from bot.app.around import Surroundings
from bot.app.desk import Means, furnished
from bot.app.slack import bolt_app, one_workspace
from bot.articles.read import Reader
from bot.claims.model import Article, Reading
from bot.claims.think import think
from bot.desk.clock import tick
from bot.desk.desk import Desk
from bot.desk.embargo import tidy
from bot.parsing import Finder
from bot.precedence import Precedence
from bot.sender.send import Sender
from bot.sender.slack import Slack
from bot.slackroom.room import Room
from bot.slackroom.seen import Ack, Json
from bot.slackroom.server import SlackServer
from bot.slackroom.signed import FORM_TYPE, JSON_TYPE, signature
from bot.worker import Worker
from handlers import register
from handlers.manifest import EVENTS

START = datetime(2026, 3, 4, 10, tzinfo=UTC)
MOST_ROUNDS = 200  # of delivering, working and sending, for one step; a handful is usual

Read = Callable[[Article], Reading]


class ByHand:
    """A clock that stands still until it is put forward."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def seconds(self) -> float:
        return self.now.timestamp()

    def forward(self, by: timedelta) -> None:
        self.now += by


class Hand:
    """The courier of a room: hands events to the bot when it is told to, in their order."""

    def __init__(self, app: App, secret: str) -> None:
        self._app, self._secret = app, secret
        self.waiting: list[Json] = []
        self.failed: list[str] = []

    def event(self, envelope: Json) -> None:
        self.waiting.append(envelope)

    def ask(self, form: dict[str, str]) -> Ack:
        return self._handed(urlencode(form), FORM_TYPE)

    def again(self, event_id: str, number: int, reason: str) -> None:
        raise LookupError(f"{event_id} is not handed over again ({number}, {reason})")

    def pending(self) -> int:
        return len(self.waiting)

    def deliver(self) -> bool:
        """Hand over what waits, and tell whether there was any."""
        handed = bool(self.waiting)
        while self.waiting:
            envelope = self.waiting.pop(0)
            if not self._handed(json.dumps(envelope), JSON_TYPE).acked:
                self.failed.append(str(envelope["event"]["type"]))
        return handed

    def _handed(self, body: str, kind: str) -> Ack:
        now = int(time.time())
        headers: dict[str, str | Sequence[str]] = {
            "content-type": [kind],
            "x-slack-request-timestamp": [str(now)],
            "x-slack-signature": [signature(self._secret, now, body.encode())],
        }
        answer = self._app.dispatch(BoltRequest(body=body, headers=headers))
        return Ack(answer.status, answer.body)


@dataclass
class Bot:
    """A bot of a room, and what its worker reads of each link."""

    room: Room
    desk: Desk
    hand: Hand
    worker: Worker
    sender: Sender
    pages: dict[str, Article] = field(default_factory=dict)

    def settle(self) -> None:
        """Let the bot do all that there is to do."""
        for _ in range(MOST_ROUNDS):
            if not (self.hand.deliver() | self.worker.step() | self.sender.step()):
                return
        raise AssertionError("the bot is never through with it")

    def tick(self) -> int:
        """Let the clock of the bot tick."""
        return tick(self.desk)

    def tidy(self) -> int:
        """Let the bot do what there is to do once embargoes have ended."""
        return tidy(self.desk)


@contextmanager
def a_bot(room: Room, around: Surroundings, engine: Engine, read: Read) -> Iterator[Bot]:
    """Put a bot together on a database that is up to date; nothing of it runs by itself."""
    with SlackServer(room) as slack:
        us = one_workspace(room.bot_token, slack.base_url)
        means = Means(engine=engine, clients=us.clients, reader=Reader(), finder=Finder())
        desk = furnished(means, around, lambda: None)
        app = bolt_app(slack.base_url, room.signing_secret, us, Precedence())
        register(app, desk)
        hand = Hand(app, room.signing_secret)
        room.state.wanted, room.state.courier = frozenset(EVENTS), hand
        pages: dict[str, Article] = {}
        worker = Worker(replace(desk, fetch=pages.__getitem__, read=read, think=think))
        sender = Sender(desk, around.through(Slack(us.clients)))
        yield Bot(room, desk, hand, worker, sender, pages)
