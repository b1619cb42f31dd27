"""How long one core takes over an article: its parse, claims, links, checks and brief.

Time is that of the processor, so that other programs on the machine hardly count; the ratio to
spaCy's parse alone, measured in the same run, hardly changes from machine to machine.
"""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import count
from statistics import median

from bot.claims.find import find
from bot.claims.model import Article, Claim, Parse
from bot.claims.sentences import sentences
from bot.claims.think import think
from bot.desk.gather import MOST_CANDIDATES
from bot.parsing import load
from tests.speed.articles import corpus_articles, long_article

ROUNDS = 9


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds for one article, all in all and for spaCy's parse of its sentences alone.

    `earlier` is how many claims the article was compared with.
    """

    words: int
    earlier: int
    whole: float
    parse: float


def cost() -> Cost:
    """Measure the long article, with as many claims on record as the bot ever compares with."""
    parse = load()
    article = long_article()
    earlier = _on_record(parse, article)
    _round(parse, article, earlier)  # once to warm up
    whole, alone = zip(*(_round(parse, article, earlier) for _ in range(ROUNDS)), strict=True)
    return Cost(len(article.text.split()), len(earlier), median(whole), median(alone))


def _round(parse: Parse, article: Article, earlier: Sequence[Claim]) -> tuple[float, float]:
    """Measure both, one right after the other, so that what else runs here slows both alike.

    The archive gives claims made anew each time, of which nothing has been worked out yet.
    """
    straight = [sentence.straight for sentence in sentences(article.text)]
    given = [replace(claim) for claim in earlier]
    whole = _milliseconds(lambda: think(find(article, parse, _ids()), given))
    return whole, _milliseconds(lambda: parse([*straight, article.publication.title]))


def _on_record(parse: Parse, article: Article) -> list[Claim]:
    """Return the claims of the corpus, other readings of the long article's paragraphs first."""
    ids, own = _ids(), article.publication.url
    found = [claim for one in corpus_articles() for claim in find(one, parse, ids).claims]
    return sorted(found, key=lambda claim: claim.publication.url != own)[:MOST_CANDIDATES]


def _ids() -> Iterator[str]:
    return (f"C-{number}" for number in count(1))


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    print(json.dumps(asdict(cost())))  # noqa: T201 - the answer to tests.speed
