"""How the process hears that it shall stop, at whatever moment, and ends within seconds of it.

The signal is heard by the C library's handler, which writes to a socket, and acted on by a thread
that reads there. A handler in Python would not do: it runs only when the main thread wakes, which
may have gone to sleep a microsecond before, and what it touches may be locked by the very thread
that it interrupts.
"""

import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

SECONDS = 8.0
"""What closing everything may take. What is not done by then is like after a power cut: the
database stands, and the next start takes up what was in hand."""

LEFT = 1  # exit status when something would not end

_SHORTLY = 0.05  # seconds, for what dropped the error to go on
_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)  # Ctrl-C, kill, a window closed


class Told(BaseException):
    """Somebody wants us to stop while we still start."""


@contextmanager
def told_to_stop(seconds: float = SECONDS) -> Iterator[Callable[[], None]]:
    """Listen for signals from now on, and give a function that waits for one.

    Before it is called, a signal ends the block where it stands, by Told, which goes no further
    than here. Once told, the process has `seconds` to end by itself. For the main thread only.
    """
    ear = _Ear(seconds)
    with suppress(Told):
        yield ear.wait


@contextmanager
def broken_off_when_told() -> Iterator[None]:
    """Do the block, or have it undo what it did so far and end the process when told to stop."""
    with told_to_stop():
        yield
        return
    sys.exit("Told to stop: broken off.")


def end_at_once_while_loading() -> None:
    """Let Ctrl-C end the process without a word as long as there is nothing to close."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


class _Ear:
    """Hears signals, in the main thread's handler and in a thread that no lock holds up."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._starting = True
        self._main = threading.get_ident()
        self._told, self._again = threading.Event(), threading.Event()
        self._otherwise = sys.unraisablehook
        self._hearing, self._written = socket.socketpair()
        self._written.setblocking(False)
        sys.unraisablehook = self._lost
        threading.Thread(target=self._act, name="stopping", daemon=True).start()
        signal.set_wakeup_fd(self._written.fileno(), warn_on_full_buffer=False)
        for number in _SIGNALS:
            if number is not signal.SIGHUP or signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._interrupt)  # nohup's wish is heeded

    def wait(self) -> None:
        """Wait for a signal."""
        self._starting = False
        self._told.wait()

    def _interrupt(self, _number: int, _frame: object) -> None:
        """Break off the start, once; later the thread does all there is to do."""
        if self._starting:
            self._starting = False
            raise Told

    def _lost(self, lost: "sys.UnraisableHookArgs") -> None:
        """Break off once more when Told was raised where Python drops errors: in a finalizer."""
        if lost.exc_type is not Told:
            self._otherwise(lost)
            return
        self._again.set()
        self._starting = True

    def _act(self) -> None:
        self._hearing.recv(1)
        until = time.monotonic() + self._seconds
        self._told.set()
        while self._again.wait(max(0.0, until - time.monotonic())):
            self._again.clear()
            time.sleep(_SHORTLY)
            signal.pthread_kill(self._main, signal.SIGTERM)
        alive = ", ".join(sorted(thread.name for thread in threading.enumerate()))
        line = f"Told to stop, and left as it stood after {self._seconds:g} s ({alive}).\n"
        with suppress(OSError):
            os.write(2, line.encode())
        os._exit(LEFT)
