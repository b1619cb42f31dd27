"""How long look-up takes beside search engines: `python -m tests.speed lookup --claims N`.

All in one run, on the same made-up texts, counts and the viewer's filter charged. Each question is
put several times, in rounds, to one engine after the other, and the quickest answer counts: so
what else the machine does hardly does. Engines that take long are asked in the first round alone.
`story` is the share of the twenty best that are of the story that was asked for. `--keep FOLDER`
keeps the archives for the next time.
"""

import time
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from statistics import mean, median, quantiles

from tests.speed.archives import Addresses, archives, built
from tests.speed.made_up import Made, Maker
from tests.speed.ours import Ours
from tests.speed.peers import TOP, Ask, Bm25s, Engine, Fts5, Peer, Tantivy, Tsvector

WARMING = 10
QUESTIONS = 200
ROUNDS = 10
LONG = 250.0  # milliseconds


@dataclass(slots=True)
class Timed:
    """The answers of one engine: milliseconds of the quickest, and share of the right story."""

    took: dict[int, float] = field(default_factory=dict)
    right: dict[int, float] = field(default_factory=dict)


def main(arguments: Sequence[str]) -> None:
    """Build what is not there, ask all questions and print the figures."""
    parser = ArgumentParser(prog="python -m tests.speed lookup")
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, default=None)
    given = parser.parse_args(arguments)
    stories = [made.story for made in Maker(given.claims).on_record()]
    with archives(given.claims, given.keep) as (folder, addresses), ExitStack() as opened:
        asks: dict[str, Ask] = {}
        for engine in _engines(given.claims, folder, addresses):
            opened.callback(engine.close)
            asks |= engine.asks()
        timed = _measure(asks, Maker(given.claims).asked(QUESTIONS), stories)
    for line in _lines(timed):
        print(line)  # noqa: T201


def _engines(claims: int, folder: Path, addresses: Addresses) -> Iterator[Engine]:
    """Build one after the other, each from the same texts, those that are installed."""
    yield from map(Ours, addresses)
    engines: list[Peer] = [Fts5(folder), Tsvector(addresses[1])]
    engines += [kind(folder) for kind in (Tantivy, Bm25s) if find_spec(kind.__name__.lower())]
    for engine in engines:
        with built(folder, engine.name) as missing:
            if missing:
                engine.build(Maker(claims).on_record())
        engine.open()
        yield engine


def _measure(
    engines: dict[str, Ask], asked: Sequence[Made], stories: Sequence[int]
) -> dict[str, Timed]:
    """Put each question to each engine in turn; the first ones only warm them."""
    timed = {name: Timed() for name in engines}
    for made in asked[:WARMING]:
        for ask in engines.values():
            ask(made)
    for nth, made in [*enumerate(asked)] * ROUNDS:
        for name, ask in engines.items():
            before = timed[name].took.get(nth)
            if before is not None and before > LONG:
                continue
            started = time.perf_counter()
            found = ask(made)
            took = 1000 * (time.perf_counter() - started)
            timed[name].took[nth] = min(took, before or took)
            timed[name].right[nth] = _share(found, made, stories)
    return timed


def _share(found: Sequence[int], made: Made, stories: Sequence[int]) -> float:
    return sum(stories[number - 1] == made.story for number in found) / TOP


def _lines(timed: Mapping[str, Timed]) -> Iterator[str]:
    slow = {name: _p95(one) for name, one in timed.items()}
    best, full = (
        next((slow[n] for n in slow if n.startswith(w)), 0.0) for w in ("tant", "SQLite")
    )
    for name, one in timed.items():
        beside = f"{slow[name] / best:.2f} x tantivy, " if best else ""
        yield (
            f"{name}: p50 {median(one.took.values()):.2f} ms, p95 {slow[name]:.2f} ms"
            f" ({beside}1/{full / slow[name]:.0f} of FTS5), story {mean(one.right.values()):.3f}"
        )


def _p95(timed: Timed) -> float:
    return quantiles(timed.took.values(), n=20)[18]
