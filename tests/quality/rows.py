"""What `python -m bot replay --json` prints: one row an article, the form other tools read."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from bot.claims.model import (
    Certainty,
    CheckKind,
    DifferenceKind,
    Modifier,
    Polarity,
    RelationKind,
    Scope,
)
from tests.quality.answers import Days

Replay = Callable[[Sequence[Path]], Iterable[Mapping[str, Any]]]
"""Reads articles into a fresh ledger and gives a row for each, in order of publication."""


class Row(BaseModel):
    """A frozen record; more fields than the form names may come later."""

    model_config = ConfigDict(frozen=True)


class FigureRow(Row):
    """A figure as it was read."""

    low: float | None
    high: float | None
    unit: str
    what: str
    modifier: Modifier | None
    scope: Scope | None
    text: str


class ClaimRow(Row):
    """A claim as it was read; `start` and `end` count characters of the body."""

    id: str
    quote: str
    start: int
    end: int
    claimant: str | None
    via: tuple[str, ...]
    polarity: Polarity
    certainty: Certainty
    figures: tuple[FigureRow, ...]
    when: Days | None
    places: tuple[str, ...]


class DifferenceRow(Row):
    """A facet that changed, as printed."""

    kind: DifferenceKind
    before: str = Field(alias="from")
    after: str = Field(alias="to")
    text: str


class RelatedRow(Row):
    """A stored pair; `shown` marks what the reply shows."""

    claim: str
    earlier: str
    shown: bool
    relation: RelationKind
    differences: tuple[DifferenceRow, ...]


class CheckRow(Row):
    """A finding about the article."""

    kind: CheckKind
    claims: tuple[str, ...]
    text: str


class ArticleRow(Row):
    """Everything said about one article."""

    article: str
    ms: float
    claims: tuple[ClaimRow, ...]
    related: tuple[RelatedRow, ...]
    checks: tuple[CheckRow, ...]
    reply: str | None


def replayed(replay: Replay, articles: Sequence[Path]) -> dict[Path, ArticleRow]:
    """Replay the articles in one ledger; the keys are their resolved paths."""
    rows = map(ArticleRow.model_validate, replay(articles))
    return {Path(row.article).resolve(): row for row in rows}
