"""The rows that filing would write for made-up claims, many articles at once."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import Any

import numpy as np

from bot.claims.keys import keys
from bot.claims.model import Article, Brief, Reading
from bot.newsroom.filing import Entry
from storage.indexing import EVERY, everybodys, own, scoped
from storage.rows import Stamp, claim_row, figure_rows, version_row
from storage.weighing import packed
from tests.speed.made_up import CLAIMS_AN_ARTICLE, Made, lots
from tests.storage.shelf import SOURCES, WORLD

NOW = datetime(2026, 3, 4, 9, tzinfo=UTC)
SCOPES = {True: everybodys(WORLD), False: own(SOURCES)}
TABLES = ("articles", "versions", "brought", "claims", "figures", "keyed")
"""In the order in which one needs the other."""

Row = dict[str, Any]


@dataclass(slots=True)
class Index:
    """The rows of the index, gathered in columns: they are sorted before they are written."""

    keys: "array[int]" = field(default_factory=lambda: array("q"))
    lengths: "array[int]" = field(default_factory=lambda: array("q"))

    def add(self, hashed: set[int]) -> None:
        """Put the next claim under its keys."""
        self.keys.extend(hashed)
        self.lengths.append(len(hashed))

    def rows(self) -> tuple[Any, Any]:
        """Return both columns, by key and then by claim; claims are numbered from 1."""
        by_key = np.frombuffer(self.keys, dtype=np.int64)
        lengths = np.frombuffer(self.lengths, dtype=np.int64)
        by_claim = np.repeat(np.arange(1, len(lengths) + 1), lengths)
        order = np.argsort(by_key, kind="stable")
        return by_key[order], by_claim[order]


def entry_of(said: Sequence[Made], number: int) -> Entry:
    """Return the reading of an article in which these claims are said, to be filed."""
    claims = tuple(made.claim for made in said)
    place = claims[0].publication
    reading = Reading(Article(place, " ".join(one.quote for one in claims)), claims)
    return Entry(f"A{number}", reading, Brief(place, claims), place.url, f"{number}")


def rows_of(some: Sequence[Made], before: int, index: Index) -> Mapping[str, list[Row]]:
    """Return the rows of whole articles, numbered on from those before."""
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    for number, said in enumerate(lots(some, CLAIMS_AN_ARTICLE), before // CLAIMS_AN_ARTICLE + 1):
        first = (number - 1) * CLAIMS_AN_ARTICLE + 1
        for name, written in _article(said, number, first, index):
            rows[name] += written
    return rows


def _article(
    said: Sequence[Made], number: int, first: int, index: Index
) -> Iterator[tuple[str, list[Row]]]:
    stamp, entry = _stamp(said[0]), entry_of(said, number)
    yield "articles", [{**stamp, "number": number, "link": entry.link}]
    assert entry.reading
    version = version_row(entry, entry.reading.article, number, stamp, NOW)
    yield "versions", [{**version.model_dump(), "number": number}]
    post = {"ts": f"{number}.0", "thread": f"{number}.0", "person": "U1"}
    yield "brought", [{**stamp, "number": number, "reading": number, **post}]
    numbered = {first + place: made.claim for place, made in enumerate(said)}
    yield (
        "claims",
        [
            {**claim_row(made.claim, place, number, stamp), "number": first + place}
            for place, made in enumerate(said)
        ],
    )
    yield "figures", figure_rows(numbered, stamp)
    yield "keyed", [_keyed(made, n, index) for n, made in enumerate(said, first)]


def _keyed(made: Made, number: int, index: Index) -> Row:
    hashed = [_hashed(key, seen=made.seen) for key in keys(made.claim)]
    index.add({*hashed, _hashed(EVERY, seen=made.seen)})
    return {"claim": number, "keys": packed(hashed)}


@cache
def _hashed(key: str, *, seen: bool) -> int:
    return scoped(SCOPES[seen], key)


def _stamp(made: Made) -> Stamp:
    channel = WORLD if made.seen else SOURCES
    return Stamp(
        workspace=channel.workspace,
        channel=channel.id,
        public_when_recorded=made.seen,
        embargo=None,
    )
