"""Several workspaces on processes that listen and work apart; only with LONG=1: they are dear."""

import http.client
import os
from collections.abc import Iterator
from contextlib import contextmanager
from subprocess import Popen
from urllib.parse import urlsplit

import pytest

from bot.newsroom.install import INSTALL_PATH, REDIRECT_PATH
from bot.slackroom.registered import Registered
from bot.slackroom.room import Room
from bot.slackroom.server import SlackServer
from handlers.manifest import EVENTS
from storage.sealing import new_key
from tests.app.family import PATIENCE, Office, said
from tests.stories.pages import Site, open_news

pytestmark = pytest.mark.skipif("LONG" not in os.environ, reason="takes half a minute")


@contextmanager
def offices(database_url: str) -> Iterator[tuple[Registered, list[Office]]]:
    """Open two workspaces of one app, on one database."""
    app = Registered()
    rooms = (Room(app=app), Room(app=app))
    with SlackServer(*rooms, retry_after=(0.2, 0.5, 1, 2)) as slack, Site() as site:
        made = [Office(room, slack, site, database_url, open_news(site)) for room in rooms]
        with made[0], made[1]:
            yield app, made


def install(port: int, room: Room) -> int:
    """Let Dana install the bot; return the status of the last page."""
    _, headers = _got(port, INSTALL_PATH)
    back = urlsplit(room.approve("dana", headers["location"]))
    cookie = headers["set-cookie"].partition(";")[0]
    return _got(port, f"{back.path}?{back.query}", cookie)[0]


def _environment(app: Registered) -> dict[str, str]:
    return {
        "SLACK_BOT_TOKEN": "",
        "SLACK_CLIENT_ID": app.client_id,
        "SLACK_CLIENT_SECRET": app.client_secret,
        "TOKEN_KEYS": new_key(),
        "WEB_CONCURRENCY": "2",
    }


def _got(port: int, path: str, cookie: str = "") -> tuple[int, dict[str, str]]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path, headers={"Cookie": cookie})
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.headers.items()}
    finally:
        connection.close()


@pytest.mark.parametrize("model", ["postgresql"], indirect=True)
def test_each_workspace_is_answered_by_the_same_processes_and_stops_alone(
    database_url: str,
) -> None:
    with offices(database_url) as (app, (ours, theirs)):
        environment = _environment(app)
        web = ours.start("run --web", **environment)
        worker = ours.start("run", **environment)
        port = int(str(said(web, "listening")["port"]))
        app.redirect_urls = (f"http://127.0.0.1:{port}{REDIRECT_PATH}",)
        ours.slack.connect(f"http://127.0.0.1:{port}/slack/events", tuple(EVENTS))
        for one in (ours, theirs):
            one.room.add_person("dana")
            assert install(port, one.room) == 200
        channels = [one.desk("world") for one in (ours, theirs)]
        first = ours.paste(channels[0], "flood", "toll")
        ours.answered(channels[0], first)
        second = theirs.paste(channels[1], "toll")
        theirs.room.wait_for(lambda: theirs.room.message(channels[1], second).reactions, PATIENCE)
        assert theirs.replies(channels[1], second) == []

        ours.room.uninstall()
        ours.room.quiet(PATIENCE)
        theirs.answered(channels[1], theirs.paste(channels[1], "flood", "toll"))
        assert install(port, ours.room) == 200
        ours.answered(channels[0], ours.paste(channels[0], "flood", "toll"))
        _ended_without_a_token([ours.room.bot_token, theirs.room.bot_token], web, worker)


def _ended_without_a_token(tokens: list[str], *processes: Popen[str]) -> None:
    told = ""
    for process in processes:
        process.terminate()
        told += process.communicate(timeout=PATIENCE)[1]
    assert [token for token in tokens if token in told] == []
