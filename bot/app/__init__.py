"""The one place where the parts of the bot meet."""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial

from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.errors import SlackApiError

from bot.app.around import Surroundings
from bot.app.desk import Means, furnished
from bot.app.door import Door
from bot.app.many import many_workspaces
from bot.app.serving import LOOPBACK, serving
from bot.app.slack import bolt_app, one_workspace, web_client, wrong_token
from bot.app.vitals import Vitals
from bot.articles.read import Reader
from bot.claims.keys import keys
from bot.desk.clock import tell_of_stops, tick
from bot.desk.desk import Desk
from bot.desk.embargo import tidy
from bot.desk.forget import grow_old
from bot.desk.stopped import put_right
from bot.jobs import Jobs
from bot.newsroom.trouble import SetUpTrouble
from bot.parsing import Finder
from bot.precedence import Precedence
from bot.sender.clients import Clients
from bot.sender.send import Sender
from bot.sender.slack import Slack
from bot.settings import Settings
from bot.worker import Loop, Worker
from handlers import register
from storage.archive import Archive
from storage.bell import Bell, hearing
from storage.database import Database, clear_log, open_database, upgrade, write_back
from storage.health import Health
from storage.leasing import let_go

TICKING = (tick, tell_of_stops, grow_old, tidy, put_right)
AT_WORK = 2  # a page that comes slowly holds up its own channel, and no other
WRITING_BACK = 0.5  # seconds between two times that SQLite's log is written back
STOPPING = 4.0  # seconds for the steps in hand; what takes longer is taken up at the next start


class Bot:
    """The bot on one database and one Slack: listeners and, once started, what works and sends."""

    def __init__(
        self, settings: Settings, around: Surroundings | None = None, *, again: bool = False
    ) -> None:
        """Ask Slack who we are, open the database and put the parts together.

        `again` is for one that takes the place of another: which tokens open is settled, and it
        may have an older environment than the others by now. Raises SetUpTrouble.
        """
        self._settings = settings
        self._around = around = around or Surroundings()
        self._open = ExitStack()
        self._bell: Bell | None = None
        self._reader = self._open.push(Reader())
        self._finder = around.finder or self._open.push(Finder())
        one = None if settings.several else one_workspace(settings.slack_bot_token, around.slack)
        try:
            self._engine = engine = self._database()
            us = one or many_workspaces(settings, around, engine, settled=again)
            self.desk = desk = self._desk(engine, us.clients)
        except BaseException:
            self._open.close()
            raise
        self.workspace = us.here[0] if len(us.here) == 1 else ""
        precedence = Precedence()
        self.app = bolt_app(around.slack, settings.slack_signing_secret, us, precedence)
        register(self.app, desk)
        self._loops = (*self._workers(precedence), self._sender(us.clients, precedence))
        if us.pages is None:
            desk.forgetting.come_back(self.workspace)
        self._jobs = _jobs(desk, engine if settings.embedded else None)

    def start(self) -> None:
        """Start to read, to work and to send; raises SetUpTrouble.

        On SQLite we are alone, so that what a worker held that died is taken up at once; it may
        have died right after it deleted something, whose bytes go now.
        """
        self._reader.start()
        self._finder.start()
        if self._settings.embedded:
            let_go(self._engine, self._around.clock())
            clear_log(self._engine)
        for loop in self._loops:
            loop.start()
        for jobs in self._jobs:
            jobs.start()

    def tick(self) -> int:
        """Look at the clock now, and return how many digests are begun."""
        return tick(self.desk)

    def serve(self) -> int:
        """Take signed requests over HTTP from now on, and return the port; raises SetUpTrouble."""
        door = Door(self.app, self.vitals, None)
        return self._open.enter_context(serving(door, self._around.host, self._settings.port))

    def monitor(self) -> int:
        """Tell at the metrics port, on loopback, how all is; raises SetUpTrouble."""
        port = self._settings.metrics_port
        door = Door(None, self.vitals, port)
        return self._open.enter_context(serving(door, LOOPBACK, port, "METRICS_PORT"))

    def connect(self) -> None:
        """Take events over Socket Mode from now on; raises SetUpTrouble."""
        token = self._settings.slack_app_token
        client = web_client(token, self._around.slack)
        handler = SocketModeHandler(self.app, token, web_client=client)
        self.vitals.listens(handler.client.is_connected)
        try:
            handler.client.connect()
        except SlackApiError as error:
            code = error.response.get("error", "no reason given")
            raise SetUpTrouble(wrong_token("SLACK_APP_TOKEN", code)) from None
        self._open.callback(handler.close)

    def rouse_others(self) -> None:
        """Rouse from now on the processes that work, as one that only listens; on PostgreSQL."""
        self._bell = bell = Bell(self._engine)
        bell.start()
        self._open.callback(bell.stop)

    def be_roused(self) -> None:
        """Be roused from now on by processes that only listen; on PostgreSQL."""
        self._open.enter_context(hearing(self._engine, self._wake))

    def stop(self) -> None:
        """Take nothing more in, finish what is in hand if that is soon, and close everything."""
        for jobs in self._jobs:
            jobs.stop()
        for loop in self._loops:
            loop.end()
        until = time.monotonic() + STOPPING
        for loop in self._loops:
            if loop.is_alive():
                loop.join(max(0.0, until - time.monotonic()))
        self._open.close()

    def _workers(self, precedence: Precedence) -> Iterator[Loop]:
        for number in range(AT_WORK):
            step = Worker(self.desk, self._around.working).step
            yield Loop(f"worker {number}", step, precedence)

    def _sender(self, clients: Clients, precedence: Precedence) -> Loop:
        slack = self._around.through(Slack(clients))
        return Loop("sender", Sender(self.desk, slack, self._around.sending).step, precedence)

    def _wake(self) -> None:
        for loop in self._loops:
            loop.rouse()
        if self._bell:
            self._bell.pull()

    def _database(self) -> Database:
        engine = open_database(self._settings.database_url)
        self._open.callback(engine.dispose)
        upgrade(engine)
        Archive(engine, keys, self._around.clock).catch_up()
        return engine

    def _desk(self, engine: Database, clients: Clients) -> Desk:
        self.vitals = Vitals(Health(engine), self._around.clock)
        means = Means(
            engine=engine,
            clients=clients,
            reader=self._reader,
            finder=self._finder,
        )
        return furnished(means, self._around, self._wake)


def _jobs(desk: Desk, file: Database | None) -> tuple[Jobs, ...]:
    """Return what ticks: the clock of the desk and, for a file, what keeps its log short."""
    clock = Jobs(*(partial(one, desk) for one in TICKING))
    return (clock, Jobs(partial(write_back, file), seconds=WRITING_BACK)) if file else (clock,)
