"""A worker of the bot on real shelves, to be killed at any moment; what it reads is made up."""

import logging
import time
from dataclasses import replace
from datetime import UTC, datetime
from multiprocessing.synchronize import Event
from secrets import randbits

import structlog

from bot.claims.model import Article, Publication, Reading
from bot.worker import Worker
from storage.alone import alone
from tests.desk.shelved import a_desk
from tests.desk.world import World, a_toll
from tests.making import a_claim
from tests.storage.shelf import WORLD

LEASE = 2.0  # seconds, after which another takes up what a killed one held
GLANCE = 0.02  # seconds between two looks at an empty queue
STORY = 5  # articles, of which each is looked up and compared with those before it


class _Press(World):
    """A site with any number of articles, each with one claim."""

    def fetch(self, link: str) -> Article:
        number = int(link.rpartition("/")[2])
        publication = Publication(link, "Courier", "Flood", datetime(2026, 3, 4, tzinfo=UTC))
        return Article(publication, a_toll(number))

    def read(self, article: Article) -> Reading:
        place = f"place {int(article.publication.url.rpartition('/')[2]) // STORY}"
        claim = a_claim(
            f"C-{next(self.ids)}",
            article.text,
            names=frozenset({place}),
            words=frozenset({place, "flood"}),
        )
        return Reading(article, (replace(claim, publication=article.publication),))


def work(url: str, begun: Event) -> None:
    """Step without end, and say when that has begun; on SQLite only while nobody else does."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    press = _Press(WORLD, ids=iter(lambda: randbits(60), None))
    with alone(url), a_desk(url, press, lambda: datetime.now(UTC)) as desk:
        worker = Worker(desk, LEASE)
        while True:
            if worker.step():
                begun.set()
            else:
                time.sleep(GLANCE)
