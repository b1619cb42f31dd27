"""How many claims a second filing writes: `python -m tests.speed ingest --claims N --writers W`.

Each writer is a process with a channel of its own, and does what the worker does: an event into
the inbox, its lease, then the one transaction of an article with 25 claims, indexed and counted.
On SQLite writers wait for each other; there one is measured.
"""

import secrets
import time
from argparse import ArgumentParser
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from itertools import chain, repeat
from multiprocessing import get_context
from statistics import median, quantiles

from bot.claims.keys import keys
from bot.newsroom.channel import Channel, Kind
from bot.newsroom.filing import Entry, Filing
from storage.archive import Archive
from storage.database import open_database
from tests.speed.archives import archives
from tests.speed.made_up import CLAIMS_AN_ARTICLE, Made, Maker, lots
from tests.speed.rows import NOW, entry_of
from tests.speed.telling import say
from tests.storage.shelf import WORLD, Shelf, a_post, an_incoming


def main(arguments: Sequence[str]) -> None:
    """Write into archives with so many claims on record and print how fast that went."""
    parser = ArgumentParser(prog="python -m tests.speed ingest")
    parser.add_argument("--claims", type=int, default=0, help="on record already")
    parser.add_argument("--writers", type=int, default=3)
    parser.add_argument("--articles", type=int, default=200, help="of each writer")
    given = parser.parse_args(arguments)
    with archives(given.claims) as (_, addresses):
        for address, most in zip(addresses, (1, given.writers), strict=True):
            for writers in sorted({1, most}):
                told = _measure(address, writers, given.articles)
                kind = address.split(":", maxsplit=1)[0]
                say(f"{kind}, {given.claims} on record, writers {writers}: {told}")


def _measure(address: str, writers: int, articles: int) -> str:
    run = secrets.token_hex(4)
    with ProcessPoolExecutor(writers, mp_context=get_context("spawn")) as pool:
        write = partial(_write, address, run)
        list(pool.map(write, range(writers), repeat(1)))  # all have started and are warm
        started = time.perf_counter()
        took = [*chain(*pool.map(write, range(writers), repeat(articles)))]
        whole = time.perf_counter() - started
    return (
        f"{len(took) * CLAIMS_AN_ARTICLE / whole:.0f} claims a second; an article of"
        f" {CLAIMS_AN_ARTICLE}, p50 {median(took):.0f} ms, p99 {quantiles(took, n=100)[98]:.0f} ms"
    )


def _write(address: str, run: str, writer: int, articles: int) -> list[float]:
    """File articles in a channel of the writer's own; return the milliseconds each took."""
    channel = Channel(WORLD.workspace, f"C{run}{writer}", kind=Kind.PUBLIC)
    engine = open_database(address)
    shelf, archive = Shelf(engine), Archive(engine, keys, lambda: NOW)
    archive.keep_channel(channel)
    took = []
    said = Maker(articles * CLAIMS_AN_ARTICLE, seed=writer).on_record()
    for number, some in enumerate(lots(said, CLAIMS_AN_ARTICLE)):
        name = f"{run}-{writer}-{articles}-{number}"
        post, entry = a_post(name, channel), _named(some, name)
        started = time.perf_counter()
        shelf.inbox.put(an_incoming(name, post), NOW)
        leased = shelf.inbox.lease(NOW, 60)
        assert leased
        assert archive.file(Filing(leased, channel, entries=(entry,)))
        took.append(1000 * (time.perf_counter() - started))
    engine.dispose()
    return took


def _named(said: Sequence[Made], name: str) -> Entry:
    """Return the entry of an article under names of its own."""
    own = [
        replace(made, claim=replace(made.claim, id=f"{name}-{n}")) for n, made in enumerate(said)
    ]
    return replace(entry_of(own, 1), article=name, link=f"courier.example/{name}", text_hash=name)
