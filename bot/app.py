"""The one place where the parts of the bot meet."""

import errno
import logging
import threading
import time
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from secrets import choice, token_hex
from socketserver import TCPServer, ThreadingMixIn
from typing import Any, Protocol, TypeVar
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.articles.links import canonical
from bot.articles.read import Reader, open_article, put_in
from bot.claims.keys import keys, words_in
from bot.desk.clock import tell_of_stops, tick
from bot.desk.desk import Desk
from bot.desk.forget import grow_old
from bot.desk.ports import Clock, Fetch
from bot.jobs import Jobs
from bot.newsroom.trouble import SetUpTrouble
from bot.parsing import Finder
from bot.sender.bots import OtherBots
from bot.sender.channels import Channels
from bot.sender.clients import OneClient
from bot.sender.direct import DirectMessages, shared_with
from bot.sender.people import People
from bot.sender.send import LEASE as SENDING
from bot.sender.send import Sender
from bot.sender.slack import TIMEOUT, Outcome, Refused, Slack, who_we_are
from bot.settings import Settings
from bot.worker import LEASE as WORKING
from bot.worker import Loop, Worker
from handlers import register
from storage.archive import Archive
from storage.database import Database, open_database, upgrade
from storage.days import Days
from storage.digesting import Digests
from storage.forgetting import Forgetting
from storage.inbox import Inbox
from storage.judgements import Judgements
from storage.library import Library
from storage.outbox import Outbox
from storage.settings import Places
from storage.stories import Stories
from storage.watches import Watches

SLACK = "https://slack.com/api/"
EVENTS_PATH = "/slack/events"
ID_SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # no 0 and O, no 1, I and L
ID_LENGTH = 5  # 28 million; one that is taken already has the event taken again
STOPPING = 4.0  # seconds for the steps in hand; what takes longer is taken up at the next start

Port = TypeVar("Port")


class Through(Protocol):
    """What every port passes through on its way in; tests put their crash points there."""

    def __call__(self, port: Port) -> Port:
        """Return the port, or one like it around it."""


def as_it_is(port: Port) -> Port:
    """Return the port itself."""
    return port


def utc_now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


def new_claim_id() -> str:
    """Return a fresh claim id, easy to read out: "C-7KQ2M"."""
    return "C-" + "".join(choice(ID_SIGNS) for _ in range(ID_LENGTH))


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What is not the operator's to set; the playground and the tests have others.

    `own_origin` is the one loopback address that links may lead to; `host` is where `serve`
    listens; `finder` is one that is at work already; `working` and `sending` are the seconds of a
    worker's and a sender's lease.
    """

    slack: str = SLACK
    own_origin: str | None = None
    host: str = "0.0.0.0"  # noqa: S104 - Slack has to reach the web form from outside
    finder: Finder | None = None
    clock: Clock = utc_now
    through: Through = as_it_is
    working: float = WORKING
    sending: float = SENDING


class Bot:
    """The bot on one database and one Slack: listeners, a worker and a sender."""

    def __init__(self, settings: Settings, around: Surroundings | None = None) -> None:
        """Ask Slack who we are, open the database and put the parts together.

        Raises SetUpTrouble.
        """
        self._settings = settings
        self._around = around = around or Surroundings()
        self._open = ExitStack()
        client = web_client(settings.slack_bot_token, around.slack)
        ourselves = authorized(client, settings.slack_bot_token)
        self._clients = OneClient(client, ourselves.bot_id or "")
        self.workspace = ourselves.team_id or ""
        try:
            self.desk = desk = self._desk()
        except BaseException:
            self._open.close()
            raise
        self.app = _bolt(around.slack, settings.slack_signing_secret, ourselves)
        register(self.app, desk)
        slack = around.through(Slack(self._clients))
        self._loops = (
            Loop("worker", Worker(desk, around.working).step),
            Loop("sender", Sender(desk, slack, around.sending).step),
        )
        desk.forgetting.come_back(self.workspace)
        self._jobs = Jobs(*(partial(one, desk) for one in (tick, tell_of_stops, grow_old)))

    def start(self) -> None:
        """Start to work and to send."""
        for loop in self._loops:
            loop.start()
        self._jobs.start()

    def tick(self) -> int:
        """Look at the clock now, and return how many digests are begun."""
        return tick(self.desk)

    def serve(self) -> int:
        """Take signed requests over HTTP from now on, and return the port; raises SetUpTrouble."""
        server = _listening(self._around.host, self._settings.port)
        server.set_app(SlackRequestHandler(self.app, path=EVENTS_PATH))
        threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True).start()
        self._open.callback(server.server_close)
        self._open.callback(server.shutdown)
        return server.server_port

    def connect(self) -> None:
        """Take events over Socket Mode from now on; raises SetUpTrouble."""
        token = self._settings.slack_app_token
        client = web_client(token, self._around.slack)
        handler = SocketModeHandler(self.app, token, web_client=client)
        try:
            handler.client.connect()
        except SlackApiError as error:
            code = error.response.get("error", "no reason given")
            raise SetUpTrouble(_wrong_token("SLACK_APP_TOKEN", code)) from None
        self._open.callback(handler.close)

    def stop(self) -> None:
        """Take nothing more in, finish what is in hand if that is soon, and close everything."""
        self._jobs.stop()
        for loop in self._loops:
            loop.end()
        until = time.monotonic() + STOPPING
        for loop in self._loops:
            if loop.is_alive():
                loop.join(max(0.0, until - time.monotonic()))
        self._open.close()

    def _wake(self) -> None:
        for loop in self._loops:
            loop.rouse()

    def _database(self) -> Database:
        engine = open_database(self._settings.database_url)
        self._open.callback(engine.dispose)
        upgrade(engine)
        Archive(engine, keys, self._around.clock).catch_up()
        return engine

    def _readers(self) -> tuple[Fetch, Finder]:
        """Start the processes that read pages and find claims."""
        around, reader = self._around, self._open.enter_context(Reader())
        finder = around.finder or self._open.enter_context(Finder())
        own = around.own_origin
        return partial(open_article, reader=reader, clock=around.clock, own_origin=own), finder

    def _desk(self) -> Desk:
        around, clock, clients = self._around, self._around.clock, self._clients
        engine, channels = self._database(), Channels(clients, clock)
        fetch, finder = self._readers()
        return Desk(
            archive=around.through(Archive(engine, keys, clock)),
            library=Library(engine, words_in),
            days=around.through(Days(engine)),
            digests=around.through(Digests(engine)),
            places=Places(engine, keys),
            judgements=Judgements(engine),
            stories=Stories(engine),
            watches=Watches(engine),
            forgetting=Forgetting(engine, keys),
            inbox=around.through(Inbox(engine)),
            outbox=around.through(Outbox(engine)),
            fetch=fetch,
            type_in=put_in,
            read=partial(finder.find, new_id=new_claim_id),
            canonical=canonical,
            look_up=channels,
            memory=channels,
            other_bots=OtherBots(clients),
            name_of=People(clients, clock),
            direct=DirectMessages(clients),
            shared_with=partial(shared_with, clients),
            new_article=partial(token_hex, 8),
            clock=clock,
            wake=self._wake,
        )


def web_client(token: str | None, base_url: str = SLACK) -> WebClient:
    """Return a client that never tries again by itself."""
    return WebClient(token=token, base_url=base_url, timeout=TIMEOUT, retry_handlers=[])


def authorized(client: WebClient, token: str) -> AuthorizeResult:
    """Return who we are on Slack; raises SetUpTrouble when the token is not taken."""
    try:
        us = who_we_are(client)
    except Refused as refused:
        raise SetUpTrouble(_wrong_token("SLACK_BOT_TOKEN", refused.code)) from None
    except Outcome as outcome:
        raise SetUpTrouble(f"Slack does not answer ({outcome}): try again in a minute.") from None
    return AuthorizeResult(
        enterprise_id=us.get("enterprise_id"),
        team_id=us["team_id"],
        bot_user_id=us["user_id"],
        bot_id=us.get("bot_id"),
        bot_token=token,
    )


def _wrong_token(name: str, code: str) -> str:
    return f"Slack does not take {name} ({code}): copy it anew from the app's page."


def _bolt(slack: str, signing_secret: str, ourselves: AuthorizeResult) -> App:
    """Return the Bolt app; a listener that fails, fails its request, and no ack asks Slack."""

    def authorize(**_: Any) -> AuthorizeResult:  # noqa: ANN401 - whatever Bolt hands over
        return ourselves

    logger = logging.getLogger("bot.bolt")
    logger.setLevel(logging.ERROR)  # Bolt's warnings quote what people wrote
    return App(
        logger=logger,
        client=web_client(None, slack),  # the token comes with each answer of `authorize`
        signing_secret=signing_secret,
        authorize=authorize,
        process_before_response=True,
    )


def _listening(host: str, port: int) -> WSGIServer:
    try:
        return _WebServer((host, port), _Request)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            line = f"Port {port} is in use: stop what listens there, or set PORT to another."
        else:
            line = f"Port {port} cannot be opened ({error.strerror}): set PORT to another."
        raise SetUpTrouble(line) from None


class _WebServer(ThreadingMixIn, WSGIServer):
    """A thread a request; Slack's requests are few and short."""

    daemon_threads = True

    def server_bind(self) -> None:
        """Bind without asking the name service who we are, which can take seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), self.server_address[1]
        self.setup_environ()


class _Request(WSGIRequestHandler):
    """A request that leaves no line in the log: its address may tell of the newsroom."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 - inherited
        """Say nothing."""
