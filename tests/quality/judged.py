"""A story as it was replayed, its claims already paired with the answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.quality.answers import (
    Answers,
    ClaimAnswer,
    answers_in,
    articles_in,
    body_of,
    published_on,
)
from tests.quality.match import Matches, matched
from tests.quality.rows import ArticleRow, ClaimRow, RelatedRow


@dataclass(frozen=True, slots=True)
class JudgedArticle:
    """One article: what was said about it, its answers, and which belong together."""

    name: str  # "arneiro-flood/1"
    number: int
    published: date | None
    row: ArticleRow
    answers: tuple[ClaimAnswer, ...]
    matches: Matches

    def met(self) -> list[tuple[ClaimAnswer, ClaimRow]]:
        """List the key answers that were found, each with the claim that meets it."""
        found = self.matches.found
        return [(one, found[one.id]) for one in self.answers if one.is_key and one.id in found]


@dataclass(frozen=True, slots=True)
class JudgedStory:
    """All articles of one story."""

    name: str
    answers: Answers
    articles: tuple[JudgedArticle, ...]

    @property
    def found(self) -> dict[str, str]:
        """Give the id of the claim that meets each answer found."""
        return {
            answer: claim.id
            for article in self.articles
            for answer, claim in article.matches.found.items()
        }

    @property
    def claims(self) -> dict[str, ClaimAnswer]:
        """Give the answers by their ids."""
        return {answer.id: answer for answer in self.answers.claims}

    @property
    def pairs(self) -> dict[tuple[str, str], RelatedRow]:
        """Give the stored pairs by the ids of their later and earlier claims."""
        rows = (row for article in self.articles for row in article.row.related)
        return {(row.claim, row.earlier): row for row in rows}


def judged(folder: Path, rows: Mapping[Path, ArticleRow]) -> JudgedStory:
    """Pair what was said about a story's articles with its answers."""
    answers = answers_in(folder)
    articles = tuple(_article(path, rows[path.resolve()], answers) for path in articles_in(folder))
    return JudgedStory(folder.name, answers, articles)


def _article(path: Path, row: ArticleRow, answers: Answers) -> JudgedArticle:
    number = int(path.stem)
    here = tuple(claim for claim in answers.claims if claim.article == number)
    return JudgedArticle(
        name=f"{path.parent.name}/{number}",
        number=number,
        published=published_on(path),
        row=row,
        answers=here,
        matches=matched(body_of(path), row.claims, here),
    )
