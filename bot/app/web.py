"""The web form: signed HTTP in processes of gunicorn, which listen; on SQLite one that works too.

The first process holds the port, starts the others and replaces one that dies; told to stop, it
lets them finish what they have in hand.
"""

import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Mapping
from typing import Any

import structlog
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.glogging import Logger
from gunicorn.workers.gthread import ThreadWorker

from bot.app import Bot
from bot.app.around import Surroundings
from bot.app.door import Door
from bot.app.loaded import leave_alone
from bot.app.serving import LOOPBACK, closed_port
from bot.newsroom.trouble import SetUpTrouble
from bot.settings import Settings
from bot.stopping import SECONDS
from storage.alone import alone

THREADS = 8  # a process; a press that asks Slack for something keeps one for a while
KEEP_ALIVE_S = 75  # longer than what stands before us keeps a connection, which would else break
TURN_S = 0.0005  # of a thread that works, before one that acknowledges gets its turn
AGAIN_S = 2  # before another process is tried in the place of one that could not start
NOT_YET = 1  # exit status of such a one
STUCK_S = 30  # a process that shows no life for so long is replaced
BACKLOG = 2048
IN_MEMORY = "/dev/shm"  # noqa: S108 - where signs of life need no disk

log = structlog.get_logger()


def serve_web(settings: Settings, around: Surroundings | None = None) -> None:
    """Take signed requests until told to stop; raises SetUpTrouble and, at the end, SystemExit.

    All is tried once before a process is made: whatever an operator has to mend shows here.
    """
    around = around or Surroundings()
    with alone(settings.database_url):
        Bot(settings, around).stop()
        leave_alone()
        sockets = [_bound(around.host, settings.port, "PORT")]
        if settings.metrics_port:
            sockets.append(_bound(LOOPBACK, settings.metrics_port, "METRICS_PORT"))
        log.info("listening", port=sockets[0].getsockname()[1])
        _Arbiter(_Web(settings, around, sockets)).run()


def _bound(host: str, port: int, variable: str) -> socket.socket:
    try:
        return socket.create_server((host, port), backlog=BACKLOG)
    except OSError as error:
        raise closed_port(port, variable, error) from None


class _Web(BaseApplication):  # type: ignore[misc] # gunicorn has no types
    """The application as gunicorn wants to have it, made anew in each of its processes."""

    def __init__(
        self, settings: Settings, around: Surroundings, sockets: list[socket.socket]
    ) -> None:
        self._settings, self._around = settings, around
        self._ports = [one.getsockname()[1] for one in sockets]
        self._numbers = [one.detach() for one in sockets]  # gunicorn closes them
        super().__init__()

    def load_config(self) -> None:
        """Set what gunicorn shall do; nothing comes from its own files or variables."""
        for name, value in self._options().items():
            self.cfg.set(name, value)

    def _options(self) -> Mapping[str, Any]:
        return {
            "bind": [f"fd://{number}" for number in self._numbers],
            "workers": 1 if self._settings.embedded else self._settings.web_concurrency,
            "worker_class": _Listener,
            "logger_class": _Log,
            "threads": THREADS,
            "timeout": STUCK_S,
            "graceful_timeout": int(SECONDS),
            "keepalive": KEEP_ALIVE_S,
            "worker_tmp_dir": IN_MEMORY if os.access(IN_MEMORY, os.W_OK) else None,
            "control_socket_disable": True,
            "loglevel": "error",
        }

    def load(self) -> "Loaded":
        """Make the bot of a new process; on SQLite it works there too.

        Requests are taken meanwhile: loading the parser takes longer than Slack waits.
        """
        bot = self._bot()
        leave_alone()
        if self._settings.embedded:
            sys.setswitchinterval(TURN_S)
            threading.Thread(target=_work, args=(bot,), name="start", daemon=True).start()
        else:
            bot.rouse_others()
        metrics = self._ports[1] if len(self._ports) > 1 else None
        return Loaded(bot, metrics)

    def _bot(self) -> Bot:
        """Return the bot, or end this process alone: the first starts another in its place.

        An error would have gunicorn end all of them. Since the first could start, what is amiss
        is that Slack or the database is away for a while.
        """
        try:
            return Bot(self._settings, self._around, again=True)
        except Exception as error:  # noqa: BLE001 - of any kind: see above
            said = str(error) if isinstance(error, SetUpTrouble) else type(error).__name__
            log.error("web", said=said)  # noqa: TRY400 - the line is all there is to know
            time.sleep(AGAIN_S)
            sys.exit(NOT_YET)


def _work(bot: Bot) -> None:
    """Begin to work; where that cannot be, end it all: the line says what is to be mended."""
    try:
        bot.start()
    except SetUpTrouble as trouble:
        log.error("web", said=str(trouble))  # noqa: TRY400 - the line is all there is to know
        os.kill(os.getppid(), signal.SIGTERM)


class Loaded(Door):
    """The door of one process, and the bot behind it."""

    def __init__(self, bot: Bot, metrics_port: int | None) -> None:
        super().__init__(bot.app, bot.vitals, metrics_port)
        self.bot = bot


class _Arbiter(Arbiter):  # type: ignore[misc] # gunicorn has no types
    """Ends in good order however it is told to: there is nothing that it could read anew."""

    def init_signals(self) -> None:
        """Listen to signals, but heed nohup's wish."""
        ignored = signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        super().init_signals()
        if ignored:
            signal.signal(signal.SIGHUP, signal.SIG_IGN)

    def handle_hup(self) -> None:
        """End: a window was closed."""
        raise StopIteration

    handle_int = handle_quit = handle_hup


class _Listener(ThreadWorker):  # type: ignore[misc] # gunicorn has no types
    """Leaves it to the first process to say when to end: Ctrl-C and a closed window reach all."""

    def init_signals(self) -> None:
        """Listen to the first process alone."""
        super().init_signals()
        for number in (signal.SIGHUP, signal.SIGINT):
            signal.signal(number, signal.SIG_IGN)

    def run(self) -> None:
        """Take requests until told to end, then stop the bot."""
        try:
            super().run()
        finally:
            self.wsgi.bot.stop()


class _Log(Logger):  # type: ignore[misc] # gunicorn has no types
    """Says what went wrong in lines like all of ours, and nothing of what a request said."""

    def error(self, msg: object, *args: object, **_: object) -> None:
        """Log a line of gunicorn's own."""
        log.error("web", said=str(msg) % args if args else str(msg))

    critical = error

    def exception(self, _msg: object, *_args: object, **_: object) -> None:
        """Log the kind of an error; its words, and the address asked for, may be somebody's."""
        kind = sys.exc_info()[0]
        log.error("web", reason=kind.__name__ if kind else "")

    def warning(self, _msg: object, *_args: object, **_: object) -> None:
        """Say nothing: gunicorn's warnings quote requests that are none."""
