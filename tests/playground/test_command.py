"""`python -m bot` without more: the playground as an operator starts and stops it."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from bot.stopping import SECONDS
from tests.house.tree import ROOT
from tests.playground.visitor import Visitor, ask

MARGIN = 6.0  # seconds, for a busy machine
PATIENCE = 30.0  # seconds, for a process that has to start or to end


@contextmanager
def _started(
    temporary: Path, *arguments: str, python: Sequence[str] = ()
) -> Iterator[subprocess.Popen[str]]:
    """Run the command in a process group of its own, as a terminal does."""
    command = [sys.executable, *python, "-m", "bot", "--no-browser", *arguments]
    environment = {**os.environ, "TMPDIR": str(temporary), "SLACK_BOT_TOKEN": "xoxb-not-ours"}
    with subprocess.Popen(  # noqa: S603 - our own module
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=_all_ears,  # noqa: PLW1509 - no other thread of ours holds a lock it could want
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _all_ears() -> None:
    """Heed every signal: whoever runs the tests in the background may have shut them off."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    line = process.stdout.readline()
    found = re.search(r"http://127\.0\.0\.1:\d+", line)
    assert found, line
    return found[0]


def _children(pid: int) -> list[int]:
    """Return the processes that a process has started, oldest first."""
    stats = [path for path in Path("/proc").glob("[0-9]*/stat") if _parent(path) == pid]
    return sorted(int(path.parent.name) for path in stats)


def _parent(stat: Path) -> int:
    try:
        return int(stat.read_text(encoding="utf-8").rpartition(")")[2].split()[1])
    except OSError:  # it ended while we looked
        return 0


def _stands(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def _wait_until(so: Callable[[], object]) -> None:
    until = time.monotonic() + PATIENCE
    while not so():
        assert time.monotonic() < until
        time.sleep(0.02)  # there is no event for what another process does


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


@pytest.mark.parametrize(
    ("number", "children"),
    [(signal.SIGINT, 1), (signal.SIGTERM, 1), (signal.SIGINT, 2), (signal.SIGHUP, 2)],
    ids=["Ctrl-C, the reader", "kill, the reader", "Ctrl-C, the finder", "closed, the finder"],
)
def test_it_can_be_ended_while_it_still_starts_a_process(
    tmp_path: Path, number: signal.Signals, children: int
) -> None:
    with _started(tmp_path, "--port", "0") as process:
        _wait_until(lambda: len(_children(process.pid)) == children)
        os.killpg(process.pid, number)
        out, err = process.communicate(timeout=PATIENCE)

    assert (process.returncode, out, err) == (0, "", "")
    assert list(tmp_path.iterdir()) == []
    # A process that was forked at this very moment loads on, finds nobody there, and ends.
    _wait_until(lambda: not _stands(process.pid))


def test_ctrl_c_while_it_still_loads_leaves_no_traceback(tmp_path: Path) -> None:
    with _started(tmp_path, python=("-X", "importtime")) as process:
        assert process.stderr is not None
        while "typer" not in process.stderr.readline():
            assert process.poll() is None
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=PATIENCE)

    assert process.returncode == -signal.SIGINT
    assert "Traceback" not in err


def test_an_article_in_hand_does_not_hold_up_the_end(tmp_path: Path) -> None:
    with _started(tmp_path, "--port", "0") as process:
        ana = Visitor(_address(process))
        _, finder = _children(process.pid)
        os.kill(finder, signal.SIGSTOP)  # it will be at this article for good
        ana.do("post", text=ana.samples()[0][0])
        _wait_until(lambda: ana.seen()["reading"])
        time.sleep(1)  # for the page to come to the stopped process, which tells nobody
        process.terminate()
        try:
            _, err = process.communicate(timeout=SECONDS + MARGIN)
        finally:
            with suppress(ProcessLookupError):
                os.kill(finder, signal.SIGKILL)

    assert (process.returncode, err) == (0, "")
    assert list(tmp_path.iterdir()) == []


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
