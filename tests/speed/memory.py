"""How much memory a running bot takes, over all its processes, once it has read some articles.

The process that is measured also holds the Slack stand-in and a small news site, so the figure is
that of the playground, somewhat above the bot's on a real Slack. Each page of memory counts once:
what processes share is divided among them (PSS), as Linux tells in /proc.

`python -m tests.speed memory` measures the bot in the processes that an operator starts, too.
"""

import json
import os
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.claims.model import Article
from bot.parsing import Finder
from tests.speed.archives import archives
from tests.speed.articles import corpus_articles
from tests.speed.telling import say
from tests.speed.working import AtWork, at_work
from tests.stories.newsroom import Newsroom, a_newsroom
from tests.stories.pages import a_page

ARTICLES = 6


@dataclass(frozen=True, slots=True)
class Memory:
    """Megabytes (of 1,000,000 bytes) of all processes together, after so many articles."""

    articles: int
    processes: int
    megabytes: float


def memory() -> Memory:
    """Run a bot, have it read, and weigh it with all its children."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Finder() as finder,
        a_newsroom(f"sqlite:///{folder}/record.db", finder) as newsroom,
    ):
        for number, article in enumerate(corpus_articles()[:ARTICLES]):
            _paste(newsroom, f"/article-{number}", article)
        newsroom.settle()
        family = list(family_of(os.getpid()))
        return Memory(ARTICLES, len(family), sum(map(bytes_of, family)) / 1e6)


def main(arguments: Sequence[str]) -> None:
    """Print what the playground's process takes, and what an operator's do on each database."""
    ArgumentParser(prog="python -m tests.speed memory").parse_args(arguments)
    with archives(0) as (_, addresses):
        for address in addresses:
            with at_work(address) as office:
                _read(office, office.desk("news"))
                family = [one for form in office.started for one in family_of(form)]
                held = sum(map(bytes_of, family)) / 1e6
            kind = address.split(":", maxsplit=1)[0]
            say(f"{kind}, after {ARTICLES} articles: {held:.0f} MB in {len(family)} processes")


def _read(office: AtWork, channel: str) -> None:
    """Have some articles read, and wait until that is done."""
    for number, article in enumerate(corpus_articles()[:ARTICLES]):
        publication = article.publication
        page = a_page(publication.outlet, "2026-03-03", publication.title, article.text)
        office.news[f"{number}"] = office.site.publish(f"/{number}", page)
        office.heard(channel, office.paste(channel, f"{number}"))


def _paste(newsroom: Newsroom, path: str, article: Article) -> None:
    publication = article.publication
    day = publication.published.date().isoformat() if publication.published else ""
    page = a_page(publication.outlet, day, publication.title, article.text)
    newsroom.paste(newsroom.site.publish(path, page))


def family_of(process: int) -> Iterator[int]:
    """Yield the process, its children and theirs."""
    parents = dict(_parents())
    for child in parents:
        above = child
        while above not in {process, 0}:
            above = parents.get(above, 0)
        if above:
            yield child


def _parents() -> Iterator[tuple[int, int]]:
    """Yield each process of the machine with its parent."""
    for status in Path("/proc").glob("[0-9]*/status"):
        with suppress(FileNotFoundError, ProcessLookupError):  # it ended just now
            lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
            yield int(lines["Pid"]), int(lines["PPid"])


def bytes_of(process: int) -> int:
    """Return what a process holds, its share of what it shares; nothing if it ended just now."""
    with suppress(FileNotFoundError, ProcessLookupError):
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8").splitlines()
        return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return 0


if __name__ == "__main__":
    print(json.dumps(asdict(memory())))  # noqa: T201 - the answer to tests.speed
