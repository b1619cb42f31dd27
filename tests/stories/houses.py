"""Two workspaces with one bot between them: each lets it in by the bot's own pages."""

import http.client
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from sqlalchemy import Engine

from bot.app import Bot
from bot.app.around import Surroundings
from bot.newsroom.install import INSTALL_PATH, REDIRECT_PATH
from bot.parsing import Finder
from bot.settings import Settings
from bot.slackroom.registered import Registered
from bot.slackroom.room import Room
from bot.slackroom.server import SlackServer
from handlers.manifest import EVENTS
from storage.database import opened
from tests.stories.newsroom import Ahead, Newsroom, surroundings
from tests.stories.pages import Site, open_news


@dataclass(frozen=True)
class Page:
    """What a browser gets."""

    status: int
    text: str
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def cookie(self) -> str:
        """The cookie as the browser sends it back."""
        return self.headers.get("set-cookie", "").partition(";")[0]


@dataclass
class Houses:
    """The app as Slack has it, its two workspaces, and where the bot's pages are."""

    app: Registered
    rooms: tuple[Room, Room]
    slack: SlackServer
    site: Site
    clock: Ahead
    bot: Bot
    engine: Engine
    port: int = 0

    def start(self) -> None:
        """Let the bot work and take requests."""
        self.bot.start()
        self.port = self.bot.serve()
        self.app.redirect_urls = (f"http://127.0.0.1:{self.port}{REDIRECT_PATH}",)
        self.slack.connect(f"http://127.0.0.1:{self.port}/slack/events", tuple(EVENTS))

    def get(self, address: str, cookie: str = "") -> Page:
        """Open an address of the bot's as a browser does that was given the cookie."""
        parts = urlsplit(address)
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", f"{parts.path}?{parts.query}", headers={"Cookie": cookie})
            answer = connection.getresponse()
            return Page(answer.status, answer.read().decode(), _lower(answer.headers))
        finally:
            connection.close()

    def install(self, room: Room, person: str) -> Page:
        """Let a person install the bot in a workspace; return the page at the end."""
        begun = self.get(INSTALL_PATH)
        back = room.approve(person, begun.headers["location"])
        return self.get(back, begun.cookie)

    def newsroom(self, room: Room) -> Newsroom:
        """Return a workspace furnished, with the bot in #world and in Dana's #lab."""
        world, lab = (room.channel(name).id for name in ("world", "lab"))
        for channel in (world, lab):
            room.invite_bot(channel)
        news = open_news(self.site)
        return Newsroom(room, self.site, self.bot, self.clock, self.engine, news, world, lab)


@contextmanager
def two_houses(database_url: str, finder: Finder, keys: str) -> Iterator[Houses]:
    """Open two workspaces of the same looks, people and channels with the same ids in both."""
    app, clock = Registered(), Ahead()
    rooms = (_house(app, clock), _house(app, clock))
    with SlackServer(*rooms, retry_after=(0.05, 0.1, 0.2)) as slack, Site() as site:
        around = surroundings(slack, site, finder, Surroundings(clock=clock))
        settings = Settings(
            slack_signing_secret=app.signing_secret,
            slack_client_id=app.client_id,
            slack_client_secret=app.client_secret,
            token_keys=keys,
            database_url=database_url,
            port=0,
        )
        bot = Bot(settings, around)
        with opened(database_url) as engine:
            houses = Houses(app, rooms, slack, site, clock, bot, engine)
            try:
                houses.start()
                yield houses
            finally:
                slack.disconnect()
                houses.bot.stop()


def _lower(headers: http.client.HTTPMessage) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def _house(app: Registered, clock: Ahead) -> Room:
    room = Room(clock.seconds, app)
    dana, lee = room.add_person("dana"), room.add_person("lee")
    room.add_channel("world", members=[dana, lee])
    room.add_channel("lab", members=[dana])
    return room
