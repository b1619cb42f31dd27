"""How the playground is opened: the stand-in, the page and the real bot, wired together."""

import errno
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Protocol

from bot.app.around import Surroundings
from bot.app.serving import EVENTS_PATH
from bot.newsroom.trouble import SetUpTrouble
from bot.newsroom.verbs import COMMAND, USAGES
from bot.parsing import Finder
from bot.playground.board import Board
from bot.playground.door import Door
from bot.playground.furnished import Office, furnished
from bot.playground.press import printed
from bot.playground.server import HOST, Server, Stage
from bot.playground.stories import offered, stories
from bot.slackroom.room import Room
from bot.slackroom.server import SlackServer
from handlers.manifest import EVENTS, manifest


class Runs(Protocol):
    """What the playground asks of the bot."""

    def start(self) -> None:
        """Start to work."""

    def tick(self) -> object:
        """Look at the clock now."""

    def serve(self) -> int:
        """Take signed requests and return the port."""

    def stop(self) -> None:
        """Stop all of it."""


BotFor = Callable[[Room, Surroundings], Runs]
"""Makes the bot of a room, on the operator's database."""


@contextmanager
def playground(bot_for: BotFor, port: int, finder: Finder | None = None) -> Iterator[str]:
    """Open the playground and give its address; raises SetUpTrouble for a port in use.

    `port` 0 is any free one; `finder` is one that is at work already.
    """
    office, board = furnished(), Board()
    with ExitStack() as opened:
        server = opened.enter_context(_listening(port))
        origin = f"http://{HOST}:{server.server_port}"
        server.show(_stage(office, board, origin))
        opened.enter_context(_serving(server))  # to the end: the bot may be reading a page of it
        slack = opened.enter_context(SlackServer(office.room))
        around = Surroundings(
            slack=slack.base_url,
            own_origin=origin,
            host=HOST,
            finder=finder,
            clock=office.hours,
            through=board.through,
        )
        bot = bot_for(office.room, around)
        opened.callback(bot.stop)
        bot.start()
        office.hours.rouse(bot.tick)
        slack.connect(f"http://{HOST}:{bot.serve()}{EVENTS_PATH}", tuple(EVENTS))
        opened.callback(office.room.subscribe(board.hear))
        opened.callback(board.close)
        yield origin


def _stage(office: Office, board: Board, origin: str) -> Stage:
    found = stories()
    verbs = [{"usage": f"{COMMAND} {one.usage}", "line": one.line} for one in USAGES]
    offers = {**offered(found, origin), **_told_slack(), "verbs": verbs, "you": office.people[0]}
    port = int(origin.rpartition(":")[2])
    return Stage(Door(port), office, board, offers, printed(found, origin))


def _told_slack() -> dict[str, Any]:
    """Return what Slack learns of the app from its manifest, as far as the page shows it."""
    features = manifest()["features"]
    shortcuts = [one for one in features["shortcuts"] if one["type"] == "message"]
    return {"shortcuts": shortcuts, "hasHome": features["app_home"]["home_tab_enabled"]}


def _listening(port: int) -> Server:
    try:
        return Server(port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            line = f"Port {port} is in use: stop what listens there, or name another with --port."
        else:
            line = f"Port {port} cannot be opened ({error.strerror}): name another with --port."
        raise SetUpTrouble(line) from None


@contextmanager
def _serving(server: Server) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
