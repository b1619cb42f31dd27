"""`python -m bot` without more: the playground as an operator starts and stops it."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.house.tree import ROOT
from tests.playground.visitor import Visitor, ask

PATIENCE = 60.0  # seconds, for a process that has to start or to end


@contextmanager
def _started(temporary: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Run the command in a process group of its own, as a terminal does."""
    command = [sys.executable, "-m", "bot", "--no-browser", *arguments]
    environment = {**os.environ, "TMPDIR": str(temporary), "SLACK_BOT_TOKEN": "xoxb-not-ours"}
    with subprocess.Popen(  # noqa: S603 - our own module
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    line = process.stdout.readline()
    found = re.search(r"http://127\.0\.0\.1:\d+", line)
    assert found, line
    return found[0]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "kill"])
def test_it_prints_one_line_and_leaves_nothing_behind(
    tmp_path: Path, number: signal.Signals
) -> None:
    with _started(tmp_path, "--port", "0") as process:
        address = _address(process)
        assert ask(address, "/").status == 200

        os.killpg(process.pid, number)
        out, err = process.communicate(timeout=PATIENCE)

    assert (process.returncode, out, err) == (0, "", "")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def test_a_port_in_use_is_told_in_one_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        with _started(tmp_path, "--port", port) as process:
            out, err = process.communicate(timeout=PATIENCE)

    assert process.returncode == 2
    assert out == ""
    assert err.splitlines() == [
        f"Port {port} is in use: stop what listens there, or name another with --port."
    ]


def test_claims_kept_in_a_folder_are_there_the_next_time(tmp_path: Path) -> None:
    kept = ("--data", str(tmp_path / "kept"))
    with _started(tmp_path, "--port", "0", *kept) as process:
        ana = Visitor(_address(process))
        ts = ana.do("post", text=ana.samples()[0][0]).told["ts"]
        ana.wait("world", lambda message: message["ts"] == ts and message["reactions"])
        process.terminate()
        process.communicate(timeout=PATIENCE)

    with _started(tmp_path, "--port", "0", *kept) as process:
        ana = Visitor(_address(process))
        ts = ana.do("post", text=ana.samples()[0][1]).told["ts"]
        reply = ana.wait("world", lambda message: message["thread"] == ts)
        process.terminate()
        process.communicate(timeout=PATIENCE)

    assert "4,500" in reply["text"]


def test_a_folder_that_cannot_be_one_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with _started(tmp_path, "--port", "0", "--data", str(tmp_path / "file")) as process:
        _, err = process.communicate(timeout=PATIENCE)

    assert process.returncode == 2
    assert len(err.splitlines()) == 1
    assert "--data" in err
