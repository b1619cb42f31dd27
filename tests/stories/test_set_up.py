"""An operator starts the bot with something not right: one line, exit status 2, no traceback."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import structlog

from bot.app import Bot
from bot.app.around import Surroundings
from bot.app.serving import serving
from bot.cli import main
from bot.newsroom.trouble import SetUpTrouble
from bot.parsing import Finder
from bot.settings import Settings
from bot.slackroom.room import Room
from bot.slackroom.server import SlackServer
from handlers.manifest import manifest
from storage.database import opened, upgrade
from storage.health import Health
from storage.installs import Installs
from storage.sealing import Keyring, new_key
from tests.house.tree import ROOT
from tests.storage.test_installs import an_install
from tests.stories.newsroom import a_bot

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

OURS = (
    "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "DATABASE_URL", "PORT",
    "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_REDIRECT_URI", "TOKEN_KEYS",
)  # fmt: skip
SEVERAL = {
    "SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "s", "SLACK_SIGNING_SECRET": "1",
    "TOKEN_KEYS": new_key(), "PORT": "0",
}  # fmt: skip
SETTINGS = [
    pytest.param(["run"], {}, "SLACK_BOT_TOKEN and SLACK_APP_TOKEN are not set", id="no tokens"),
    pytest.param(["run"], {"SLACK_BOT_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN is not", id="half"),
    pytest.param(["run", "--web"], {"SLACK_SIGNING_SECRET": "1"}, "SLACK_BOT_TOKEN is not",
                 id="the other half"),
    pytest.param(["run"], {"SLACK_BOT_TOKEN": "xapp-1", "SLACK_APP_TOKEN": "xoxb-1"},
                 "begins with xoxb-", id="swapped"),
    pytest.param(["run"], {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "1"},
                 "start with `python -m bot run --web`", id="signed HTTP on SQLite"),
    pytest.param(["run"], SEVERAL, "need signed HTTP", id="several by Socket Mode"),
    pytest.param(["run", "--web"], {**SEVERAL, "TOKEN_KEYS": ""}, "TOKEN_KEYS not set",
                 id="no key"),
    pytest.param(["run"], {**SEVERAL, "TOKEN_KEYS": "", "DATABASE_URL": "postgresql:"},
                 "TOKEN_KEYS not set", id="no key to work with"),
    pytest.param(["run", "--web"], {**SEVERAL, "SLACK_CLIENT_SECRET": ""},
                 "SLACK_CLIENT_SECRET not set", id="no client secret"),
    pytest.param(["run", "--web"], {**SEVERAL, "TOKEN_KEYS": "short"}, "TOKEN_KEYS is not usable",
                 id="a key that is none"),
    pytest.param(["run", "--web"], {**SEVERAL, "SLACK_BOT_TOKEN": "xoxb-1"}, "Keep one of them",
                 id="one and several"),
    pytest.param(["run", "--web"], {**SEVERAL, "SLACK_REDIRECT_URI": "http://bot.example/"},
                 "SLACK_REDIRECT_URI is not usable", id="a way back that is none"),
    pytest.param(["import", "README.md", "--channel", "C1"], {}, "SLACK_BOT_TOKEN is not set",
                 id="import without a token"),
    pytest.param(["export", "--channel", "C1"], {"SLACK_BOT_TOKEN": "xapp-1"},
                 "SLACK_BOT_TOKEN does not look like one", id="export with the other token"),
    pytest.param(["run"], {"PORT": "many"}, "PORT is not usable", id="a port that is none"),
    pytest.param(["migrate"], {"DATABASE_URL": "sqlite:///README.md"}, "is not a database",
                 id="a file that is no database"),
]  # fmt: skip


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[pytest.MonkeyPatch]:
    """Take what is ours out of the environment; the log goes back to where it went."""
    for name in OURS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'record.db'}")
    yield monkeypatch
    structlog.reset_defaults()


@pytest.mark.parametrize(("arguments", "variables", "expected"), SETTINGS)
def test_what_is_wrong_is_told_in_one_line(
    bare: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    variables: dict[str, str],
    expected: str,
) -> None:
    for name, value in variables.items():
        bare.setenv(name, value)

    with pytest.raises(SystemExit) as ended:
        main(arguments)

    said = capsys.readouterr()
    assert ended.value.code == 2
    assert expected in said.err
    assert len(said.err.splitlines()) == 1
    assert said.out == ""


def test_the_program_itself_ends_so_without_a_traceback() -> None:
    environment = {name: value for name, value in os.environ.items() if name not in OURS}
    command = [sys.executable, "-m", "bot", "run"]

    ended = subprocess.run(  # noqa: S603 - our own module
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )

    assert ended.returncode == 2
    assert ended.stderr.startswith("SLACK_BOT_TOKEN and SLACK_APP_TOKEN are not set.")
    assert len(ended.stderr.splitlines()) == 1


def test_migrate_makes_the_database_and_check_tells_what_is_missing(
    bare: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    bare.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'record.db'}")
    bare.setenv("SLACK_APP_TOKEN", "xapp-1")

    ends = []
    for command in ("migrate", "check"):
        with pytest.raises(SystemExit) as ended:
            main([command])
        ends.append(ended.value.code)

    told = capsys.readouterr().out
    assert ends == [0, 2]
    assert "The database is up to date." in told
    assert "ok    SLACK_APP_TOKEN is set." in told
    assert "-     SLACK_BOT_TOKEN is not set." in told
    assert "MEND  SLACK_APP_TOKEN is set but SLACK_BOT_TOKEN is not." in told
    assert "ok    The database is there and up to date." in told
    assert "xapp-1" not in told


def test_the_manifest_can_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["manifest", "--http", "https://bot.example/slack/events"])

    printed = json.loads(capsys.readouterr().out)
    assert printed == manifest("https://bot.example/slack/events")


def test_a_wrong_token_is_told_before_anything_is_opened(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'record.db'}"
    settings = Settings(slack_bot_token="xoxb-1", slack_signing_secret="1", database_url=url)

    with SlackServer(Room()) as slack:
        around = Surroundings(slack=slack.base_url)
        with pytest.raises(SetUpTrouble, match="invalid_auth"):
            Bot(settings, around)

    assert list(tmp_path.iterdir()) == []


def test_a_wrong_app_token_is_told(finder: Finder, tmp_path: Path) -> None:
    room = Room()
    with SlackServer(room) as slack:
        around = Surroundings(slack=slack.base_url, finder=finder)
        bot = a_bot(room, f"sqlite:///{tmp_path / 'record.db'}", around)

        with pytest.raises(SetUpTrouble, match="does not take SLACK_APP_TOKEN"):
            bot.connect()
        bot.stop()


def test_a_worker_that_gets_no_connection_tells_its_monitor(
    finder: Finder, tmp_path: Path
) -> None:
    """As behind a wall that lets https through, and wss not."""
    with serving(_calls_alone, "127.0.0.1", 0) as port:
        around = Surroundings(slack=f"http://127.0.0.1:{port}/api/", finder=finder)
        bot = a_bot(Room(), f"sqlite:///{tmp_path / 'record.db'}", around)
        before = bot.vitals.trouble()

        bot.connect()

        assert (before, bot.vitals.trouble()) == ("", "not connected to Slack")
        bot.stop()


def _calls_alone(_: "WSGIEnvironment", start_response: "StartResponse") -> list[bytes]:
    """Answer every call of the Web API; to where it says to connect, nobody can."""
    start_response("200 OK", [("Content-Type", "application/json")])
    said = {"ok": True, "team_id": "T1", "user_id": "U1", "url": "ws://127.0.0.1:1/link"}
    return [json.dumps(said).encode()]


def test_a_slack_that_does_not_answer_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    around = Surroundings(slack=f"http://127.0.0.1:{port}/api/")

    with pytest.raises(SetUpTrouble, match="Slack does not answer"):
        a_bot(Room(), f"sqlite:///{tmp_path / 'record.db'}", around)


def test_a_process_in_the_place_of_another_stops_no_workspace_whose_key_it_lacks(
    finder: Finder, tmp_path: Path
) -> None:
    """While the key is changed, others have it."""
    url, old, new = f"sqlite:///{tmp_path / 'record.db'}", new_key(), new_key()
    stopped = []
    with opened(url) as engine:
        upgrade(engine)
        for workspace, ring in (("T1", new), ("T2", old)):
            Installs(engine, Keyring(ring)).keep(an_install(workspace))
        for again in (True, False):
            Bot(several(url, old), Surroundings(finder=finder), again=again).stop()
            stopped.append([one.workspace for one in Health(engine).stopped()])

    assert stopped == [[], ["T1"]]


def several(url: str, keys: str) -> Settings:
    return Settings(
        slack_client_id="1.2",
        slack_client_secret="s",
        slack_signing_secret="1",
        token_keys=keys,
        database_url=url,
    )


def test_a_port_in_use_is_told(finder: Finder, tmp_path: Path) -> None:
    room = Room()
    with socket.create_server(("127.0.0.1", 0)) as taken, SlackServer(room) as slack:
        around = Surroundings(slack=slack.base_url, finder=finder, host="127.0.0.1")
        port = taken.getsockname()[1]
        bot = a_bot(room, f"sqlite:///{tmp_path / 'record.db'}", around, port, metrics_port=port)

        with pytest.raises(SetUpTrouble, match=rf"Port {port} is in use.* set PORT to another"):
            bot.serve()
        with pytest.raises(SetUpTrouble, match=r"in use.* set METRICS_PORT to another"):
            bot.monitor()
        bot.stop()
