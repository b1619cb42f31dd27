"""Whoever tells the bot to stop is heard at any moment, and it ends within seconds."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.house.tree import ROOT

PATIENCE = 30.0  # seconds, on a busy machine; what hangs, hangs for longer


@contextmanager
def _process(at: str) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.heeding", at],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def test_it_is_heard_at_every_line_of_beginning_to_wait() -> None:
    with _process("at_each_line_of_waiting") as process:
        out, err = process.communicate(timeout=PATIENCE)

    assert (process.returncode, err) == (0, "")
    assert int(out) > 5


def test_it_is_heard_where_python_drops_errors() -> None:
    with _process("starting_in_a_finalizer") as process:
        out, err = process.communicate(timeout=PATIENCE)

    assert (process.returncode, out, err) == (0, "", "")


@pytest.mark.parametrize("at", ["waiting_deaf", "starting"])
def test_it_ends_quietly(at: str) -> None:
    assert _told(at) == (0, "")


@pytest.mark.parametrize("at", ["starting_deaf", "closing"])
def test_what_does_not_end_is_left_with_one_line_that_names_its_threads(at: str) -> None:
    status, err = _told(at)

    assert status == 1
    assert err == "Told to stop, and left as it stood after 0.5 s (MainThread, stopping).\n"


def _told(at: str) -> tuple[int, str]:
    """Stop the process when it is there; return its status and what it complained of."""
    with _process(at) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "here\n"
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=PATIENCE)
    return process.returncode, err
