"""A TCP proxy that breaks connections: late, cut after so many bytes of a side, or reset."""

import asyncio
import gc
import socket
import struct
import threading
import warnings
from contextlib import closing
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

AT_ONCE = 65_536
ROUNDS = 10  # of the loop: what is taken begins, and what is broken off ends, within three or four
RESET = struct.pack("ii", 1, 0)  # linger for no time: closing sends a reset


@dataclass(slots=True)
class Breaking:
    """What happens to the next connections: `times` of them, then none any more.

    `up` and `down` are after how many bytes to or from the server the line is cut, -1 for never.
    """

    times: int = 0
    up: int = -1
    down: int = -1
    reset: bool = False
    seconds: float = 0.0


class Proxy:
    """Stands before one server on loopback, on a loop and thread of its own."""

    def __init__(self, target: str) -> None:
        self._target = urlsplit(target)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._passing: set[asyncio.Task[None]] = set()  # the loop itself holds none of them
        self.breaking = Breaking()

    @property
    def address(self) -> str:
        """Return the server's address with the proxy's port in place of its own."""
        return self._target._replace(netloc=f"127.0.0.1:{self._port}").geturl()

    def __enter__(self) -> Self:
        self._thread.start()
        opened = asyncio.start_server(self._take, "127.0.0.1", 0)
        self._server = asyncio.run_coroutine_threadsafe(opened, self._loop).result()
        self._port: int = self._server.sockets[0].getsockname()[1]
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        asyncio.run_coroutine_threadsafe(self._closed(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        with warnings.catch_warnings():
            # A connection that was broken off while it was being opened is the collector's.
            warnings.simplefilter("ignore", ResourceWarning)
            gc.collect()

    async def _closed(self) -> None:
        """Break off all, also what was taken just now and has yet to begin."""
        self._server.close()
        await _go_round()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await _go_round()

    def _take(self, ours: asyncio.StreamReader, to_us: asyncio.StreamWriter) -> None:
        task = self._loop.create_task(self._pass_on(ours, to_us))
        self._passing.add(task)
        task.add_done_callback(self._passing.discard)

    async def _pass_on(self, ours: asyncio.StreamReader, to_us: asyncio.StreamWriter) -> None:
        breaking = self._next()
        with closing(to_us):
            await asyncio.sleep(breaking.seconds)
            host, port = self._target.hostname, self._target.port
            theirs, to_them = await asyncio.open_connection(host, port)
            with closing(to_them):
                up = asyncio.create_task(_pour(ours, to_them, breaking.up))
                down = asyncio.create_task(_pour(theirs, to_us, breaking.down))
                await asyncio.wait({up, down}, return_when=asyncio.FIRST_COMPLETED)
                if not (breaking.up >= 0 and up.done()) and not down.done():
                    await down
            if breaking.reset:
                kept: socket.socket = to_us.get_extra_info("socket")
                kept.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)

    def _next(self) -> Breaking:
        if not self.breaking.times:
            return Breaking()
        self.breaking.times -= 1
        return self.breaking


async def _go_round() -> None:
    for _ in range(ROUNDS):
        await asyncio.sleep(0)


async def _pour(source: asyncio.StreamReader, sink: asyncio.StreamWriter, most: int) -> None:
    """Pass bytes on until there are no more, or so many have passed."""
    left = most
    while left and (some := await source.read(AT_ONCE if left < 0 else left)):
        sink.write(some)
        await sink.drain()
        left -= len(some) if left > 0 else 0
