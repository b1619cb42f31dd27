"""A process that listens for signals and is told at the place that its argument names."""

import os
import signal
import sys
import threading
import time
from itertools import count
from types import FrameType
from typing import Any

from bot.stopping import told_to_stop

LONG = 60.0  # seconds; whoever sleeps so long here has to be ended
SOON = 0.5


def at_each_line_of_waiting() -> None:
    """Be told while waiting begins: at its first line, at its second, and so on to the last.

    Waiting takes and leaves a lock on its way; print how many lines there were.
    """
    for line in count(1):
        if not _told_at(line):
            print(line)  # noqa: T201 - to the test
            return


def _told_at(line: int) -> bool:
    """Tell whether waiting came to that line at all; if not, it is told when it waits."""
    passed = 0

    def trace(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal passed
        passed += event == "line"
        if event == "line" and passed == line:
            signal.raise_signal(signal.SIGTERM)
        return trace

    late = threading.Timer(SOON, os.kill, (os.getpid(), signal.SIGTERM))
    late.start()
    with told_to_stop(LONG) as wait:
        sys.settrace(trace)
        try:
            wait()
        finally:
            sys.settrace(None)
    came = late.is_alive()
    late.cancel()
    return came


def waiting_deaf() -> None:
    """Wait where the signal goes to another thread, as it does when the main one just fell asleep.

    The main thread's own ears are shut for that.
    """
    with told_to_stop(LONG) as wait:
        _shut_ears()
        print("here", flush=True)  # noqa: T201 - to the test
        wait()


def starting() -> None:
    """Take long to start."""
    with told_to_stop(LONG):
        print("here", flush=True)  # noqa: T201 - to the test
        time.sleep(LONG)


def starting_in_a_finalizer() -> None:
    """Be told while Python runs a finalizer, whose errors it drops; then take long to start."""

    class Last:
        def __del__(self) -> None:
            signal.raise_signal(signal.SIGTERM)

    with told_to_stop(LONG):
        Last()
        time.sleep(LONG)


def starting_deaf() -> None:
    """Take long to start, in a call that no signal breaks off, such as a look-up of a name."""
    with told_to_stop(SOON):
        _shut_ears()
        try:
            print("here", flush=True)  # noqa: T201 - to the test
        finally:  # also when told in the moment before it sleeps
            time.sleep(LONG)


def closing() -> None:
    """Take long to close."""
    with told_to_stop(SOON) as wait:
        try:
            print("here", flush=True)  # noqa: T201 - to the test
            wait()
        finally:  # also when told in the moment before it waits
            time.sleep(LONG)


def _shut_ears() -> None:
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})


if __name__ == "__main__":
    globals()[sys.argv[1]]()
