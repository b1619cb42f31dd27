"""Reading articles from files into a fresh ledger, in order of publication, as the bot would."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from bot.articles.files import Exhibit, exhibits
from bot.claims.brief import plain
from bot.claims.find import find
from bot.claims.keys import keys
from bot.claims.model import Article, Brief, Check, Claim, Figure, Link, Parse, Reading
from bot.claims.think import keys_of, think
from bot.parsing import load

Row = dict[str, Any]

LAST = datetime.max.replace(tzinfo=UTC)
"""Where undated articles stand: after the dated ones, in the order given."""


@dataclass(slots=True)
class Ledger:
    """The claims of a replay, found by their keys."""

    parse: Parse
    ids: Iterator[str] = field(default_factory=lambda: (f"C-{n}" for n in count(1)))
    claims: dict[str, list[Claim]] = field(default_factory=dict)

    def take(self, article: Article) -> Brief:
        """Read an article, compare it with those before and keep its claims."""
        reading = find(article, self.parse, self.ids)
        told = think(reading, self._candidates(reading))
        for claim in reading.claims:
            for key in keys(claim):
                self.claims.setdefault(key, []).append(claim)
        return told

    def _candidates(self, reading: Reading) -> list[Claim]:
        found = {c.id: c for key in sorted(keys_of(reading)) for c in self.claims.get(key, ())}
        return sorted(found.values(), key=lambda c: int(c.id.removeprefix("C-")))


def replay(paths: Sequence[Path], tell: Callable[[str], None] | None = None) -> Iterator[Row]:
    """Give a row for each article of the files and folders, in order of publication.

    `tell` hears one line for each file that cannot be read; without it BadFile is raised.
    """
    ledger = Ledger(load())
    ledger.parse(["The parser is warm."])
    for exhibit in in_order(exhibits(paths, tell)):
        started = time.perf_counter()
        told = ledger.take(exhibit.article)
        yield row(exhibit.name, told, 1000 * (time.perf_counter() - started))


def in_order(found: Iterable[Exhibit]) -> list[Exhibit]:
    """Sort by instant of publication; equal and undated ones stay in the order given."""
    return sorted(found, key=_instant)


def _instant(exhibit: Exhibit) -> tuple[bool, datetime]:
    published = exhibit.article.publication.published
    return published is None, published or LAST


def row(name: str, told: Brief, milliseconds: float) -> Row:
    """Return what was read and told of an article, ready for JSON."""
    return {
        "article": name,
        "ms": round(milliseconds, 1),
        "claims": [_claim(c) for c in told.claims],
        "related": [_link(link) for link in told.links],
        "checks": [_check(c) for c in told.checks],
        "reply": plain(told),
    }


def as_told(row: Row) -> str:
    """Return a row in plain words: the article, the reply, or that there is none."""
    count = len(row["claims"])
    said = row["reply"] or "No reply."
    noted = "".join(f"\n  ({c['kind']}) {c['text']}" for c in row["checks"])
    return f"{row['article']}: {count} claims\n{said}{noted}\n"


def _claim(claim: Claim) -> Row:
    when = claim.when
    return {
        "id": claim.id,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "claimant": claim.claimant,
        "via": list(claim.via),
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "figures": [_figure(f) for f in claim.figures],
        "when": {"start": str(when.start), "end": str(when.end)} if when else None,
        "places": list(claim.places),
    }


def _figure(figure: Figure) -> Row:
    return {
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "what": figure.what,
        "modifier": figure.modifier,
        "scope": figure.scope,
        "text": figure.text,
    }


def _link(link: Link) -> Row:
    differences = [
        {"kind": d.kind, "from": d.before, "to": d.after, "text": d.line} for d in link.differences
    ]
    return {
        "claim": link.later.id,
        "earlier": link.earlier.id,
        "shown": link.shown,
        "relation": link.relation,
        "differences": differences,
    }


def _check(check: Check) -> Row:
    return {"kind": check.kind, "claims": [c.id for c in check.claims], "text": check.line}
