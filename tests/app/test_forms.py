"""The bot in its forms, in real processes: what the web form takes is answered, and all ends well.

One bot for each database, from its start to its end: processes are dear.
"""

import os
import re
import signal
import subprocess
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.app.family import PATIENCE, children_of, free_port, office

FIGURE = re.compile(r'^on_the_record_[a-z_]+\{queue="(events|letters)"\} [0-9.e+]+$')


def test_on_sqlite_one_web_form_does_all_of_it_alone_and_a_closed_window_ends_it(
    tmp_path: Path,
) -> None:
    url, metrics = f"sqlite:///{tmp_path / 'record.db'}", free_port()
    with office(url) as home:
        web = home.start("run --web", METRICS_PORT=str(metrics))
        port = home.listen(web)
        channel = home.desk("world")
        second = home.start("run --web")
        home.answered(channel, home.paste(channel, "flood", "toll"))

        status, err = _ended(second)
        assert (status, err.count("\n")) == (1, 1)
        assert f"works on {tmp_path / 'record.db'} already (process {web.pid})" in err
        assert _got(port, "/healthz") == (200, "well\n")
        assert _got(port, "/metrics")[0] == 404
        status, figures = _got(metrics, "/metrics")
        assert status == 200
        lines = [line for line in figures.splitlines() if not line.startswith("#")]
        assert [line for line in lines if not FIGURE.match(line)] == []
        assert 'on_the_record_waiting{queue="events"} 0' in lines
        _told_to_end(web, signal.SIGHUP)


@pytest.mark.parametrize("model", ["postgresql"], indirect=True)
def test_on_postgresql_some_listen_and_others_work(database_url: str) -> None:
    with office(database_url) as home:
        web = home.start("run --web")
        worker = home.start("run")
        home.listen(web)
        channel = home.desk("world")
        home.answered(channel, home.paste(channel, "flood", "toll"))
        (listener,) = children_of(web.pid)

        home.room.fail("auth.test", status=503)  # the first that takes its place does not start
        os.kill(listener, signal.SIGKILL)
        home.answered(channel, home.paste(channel, "toll"))

        assert listener not in children_of(web.pid)
        _told_to_end(web, signal.SIGTERM)
        _told_to_end(worker, signal.SIGTERM)


def _told_to_end(process: subprocess.Popen[str], number: int) -> None:
    """Tell it to end, and see that it does so in good order, with all that it started."""
    family = children_of(process.pid)
    process.send_signal(number)

    assert _ended(process) == (0, "")
    assert family
    assert [one for one in family if Path(f"/proc/{one}").exists()] == []


def _ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Wait for its end; return its status and what it said but for its log."""
    _, err = process.communicate(timeout=PATIENCE)
    lines = [line for line in err.splitlines(keepends=True) if not line.startswith("{")]
    return process.returncode, "".join(lines)


def _got(port: int, path: str) -> tuple[int, str]:
    try:
        with urlopen(f"http://127.0.0.1:{port}{path}", timeout=PATIENCE) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        with error:
            return error.code, error.read().decode()
