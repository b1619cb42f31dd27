"""What a story's answers are: the claims, links and checks that an editor found in it.

A story is a folder: `1.txt`, `2.txt`, … in order of publication, and `gold.json`. An article is a
head (one `name: value` a line), an empty line, and the body, which everything counts from.
"""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.claims.model import Certainty, CheckKind, DifferenceKind, Modifier, Polarity, Scope

ANSWERS = "gold.json"
CROSS = "cross_not_links.json"

_PUBLISHED = re.compile(r"^published: (\d{4}-\d\d-\d\d)", re.MULTILINE)


class Form(BaseModel):
    """A frozen record; a field that the form does not know is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class FigureAnswer(Form):
    """A number with what it counts; an open side is None."""

    low: float | None
    high: float | None
    unit: str
    what: str
    modifier: Modifier | None = None
    scope: Scope | None = None


class Days(Form):
    """The days of an event, both inclusive."""

    start: date
    end: date


class ClaimAnswer(Form):
    """A claim in one article; `claimant_also` are other right names for who says it."""

    id: str
    article: int
    weight: Literal["key", "minor"]
    quote: str
    claimant: str | None
    claimant_also: tuple[str, ...]
    via: tuple[str, ...]
    polarity: Polarity
    certainty: Certainty
    figures: tuple[FigureAnswer, ...]
    when: Days | None
    places: tuple[str, ...]

    @property
    def is_key(self) -> bool:
        """Tell whether the claim must be found."""
        return self.weight == "key"


class DifferenceAnswer(Form):
    """A facet that changed; figures come as printed."""

    kind: DifferenceKind
    before: str = Field("", alias="from")
    after: str = Field("", alias="to")


class LinkAnswer(Form):
    """Two claims that belong together, and what an editor would say has changed."""

    later: str
    earlier: str
    differences: tuple[DifferenceAnswer, ...]


class NotLink(Form):
    """Two claims that look alike and must not be linked."""

    later: str
    earlier: str
    why: str


class CheckAnswer(Form):
    """A finding about one article."""

    article: int
    kind: CheckKind
    claims: tuple[str, ...]
    why: str


class Answers(Form):
    """All the answers to one story."""

    story: str
    domain: str
    claims: tuple[ClaimAnswer, ...]
    links: tuple[LinkAnswer, ...]
    optional_links: tuple[LinkAnswer, ...] = ()
    not_links: tuple[NotLink, ...] = ()
    checks: tuple[CheckAnswer, ...] = ()


def stories_in(paths: Sequence[Path]) -> list[Path]:
    """List the story folders that the paths name: each a story, or a folder of stories."""
    return [
        folder
        for path in paths
        for folder in ([path] if (path / ANSWERS).exists() else _stories_below(path))
    ]


def answers_in(folder: Path) -> Answers:
    """Read a story's answers."""
    return Answers.model_validate_json((folder / ANSWERS).read_text(encoding="utf-8"))


def articles_in(folder: Path) -> list[Path]:
    """List a story's articles in order of publication."""
    return sorted(folder.glob("[0-9]*.txt"), key=lambda path: int(path.stem))


def body_of(article: Path) -> str:
    """Return everything after the head."""
    return article.read_text(encoding="utf-8").split("\n\n", 1)[1]


def published_on(article: Path) -> date | None:
    """Return the day of publication as the head prints it, whatever its offset."""
    found = _PUBLISHED.search(article.read_text(encoding="utf-8"))
    return date.fromisoformat(found[1]) if found else None


def _stories_below(path: Path) -> list[Path]:
    return sorted(found.parent for found in path.glob(f"*/{ANSWERS}"))
