"""The bot at work in processes of its own, as an operator starts it, with loopback around it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
from sqlalchemy import make_url

from bot.slackroom.places import add_channel
from bot.slackroom.room import Room
from bot.slackroom.seen import ChannelSeen
from bot.slackroom.server import SlackServer
from tests.app.family import PATIENCE, Office
from tests.storage.shelf import CITY, SOURCES, WORLD
from tests.stories.pages import CHESS, Site, a_page

COPY = "at_work"


@dataclass
class AtWork(Office):
    """An office whose bot listens at a port; `started` are its processes' numbers."""

    port: int = 0
    started: list[int] = field(default_factory=list)

    def heard(self, channel: str, ts: str) -> None:
        """Wait until the bot has replied to a post, or reacted: until it is read."""
        room = self.room
        room.wait_for(
            lambda: self.replies(channel, ts) or room.message(channel, ts).reactions, PATIENCE
        )


@contextmanager
def at_work(address: str, *, worker: bool = True) -> Iterator[AtWork]:
    """Start the bot on a copy of an archive: one process on SQLite, two on PostgreSQL.

    The room is the workspace whose claims are on record.
    """
    room = Room()
    _furnish(room)
    with (
        _copied(address) as copy,
        SlackServer(room, retry_after=(0.2, 0.5, 1, 2)) as slack,
        Site() as site,
        AtWork(room, slack, site, copy) as office,
    ):
        web = office.start("run --web")
        office.started.append(web.pid)
        office.port = office.listen(web)
        office.ignore(web)
        if worker and not copy.startswith("sqlite"):
            working = office.start("run")
            office.ignore(working)
            office.started.append(working.pid)
        if worker:
            _warm(office)
        yield office


def _warm(office: AtWork) -> None:
    """Have an article read, so that all processes are there and have loaded what they need."""
    page = a_page("Gazette", "2026-03-02", "Varga wins", CHESS)
    office.news["warm"] = office.site.publish("/warm", page)
    channel = office.desk("warm")
    office.heard(channel, office.paste(channel, "warm"))


def _furnish(room: Room) -> None:
    """Give the room the workspace and the channels in which the claims were recorded."""
    room.state.team_id = WORLD.workspace
    for channel, kind in ((WORLD, "channel"), (CITY, "channel"), (SOURCES, "group")):
        seen = ChannelSeen(channel.id, channel.name, kind, members=(room.bot_user_id,))
        add_channel(room.state, seen)


@contextmanager
def _copied(address: str) -> Iterator[str]:
    if address.startswith("sqlite"):
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            shutil.copy(str(make_url(address).database), Path(folder) / "record.db")
            yield f"sqlite:///{folder}/record.db"
        return
    name = str(make_url(address).database)
    with psycopg.connect(_sibling(address, "template1"), autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {COPY} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {COPY} TEMPLATE {name}")
        yield _sibling(address, COPY)
        server.execute(f"DROP DATABASE {COPY} WITH (FORCE)")


def _sibling(address: str, name: str) -> str:
    return make_url(address).set(database=name).render_as_string(hide_password=False)
