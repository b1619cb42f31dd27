"""A replay that says exactly what the editors did, and ways to make it say something else."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.quality.answers import (
    Answers,
    CheckAnswer,
    ClaimAnswer,
    FigureAnswer,
    LinkAnswer,
    answers_in,
    body_of,
)
from tests.quality.rows import Replay

Json = dict[str, Any]
Change = Callable[[Json], None]
"""Alters one article's row in place, as a reader who errs would."""


def perfect(*changes: Change) -> Replay:
    """Return a replay that answers from the stories' own answers, each row changed in turn."""

    def replay(articles: Sequence[Path]) -> Iterator[Json]:
        for article in articles:
            row = row_of(article)
            for change in changes:
                change(row)
            yield row

    return replay


def row_of(article: Path) -> Json:
    """Return the row that an editor would give for the article."""
    answers, body = answers_in(article.parent), body_of(article)
    number = int(article.stem)
    claims = [claim for claim in answers.claims if claim.article == number]
    mine = {claim.id for claim in claims}
    return {
        "article": str(article),
        "ms": 0.0,
        "claims": [_claim(answers, claim, body) for claim in claims],
        "related": [_related(answers, link) for link in answers.links if link.later in mine],
        "checks": [_check(answers, one) for one in answers.checks if one.article == number],
        "reply": None,
    }


def _named(answers: Answers, claim: str) -> str:
    return f"{answers.story}-{claim}"


def _claim(answers: Answers, claim: ClaimAnswer, body: str) -> Json:
    start = body.index(claim.quote)
    return {
        "id": _named(answers, claim.id),
        "quote": claim.quote,
        "start": start,
        "end": start + len(claim.quote),
        "claimant": claim.claimant,
        "via": list(claim.via),
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "figures": [_figure(figure) for figure in claim.figures],
        "when": claim.when.model_dump(mode="json") if claim.when else None,
        "places": list(claim.places),
    }


def _figure(figure: FigureAnswer) -> Json:
    return {**figure.model_dump(mode="json"), "text": f"{figure.low} to {figure.high}"}


def _related(answers: Answers, link: LinkAnswer) -> Json:
    return {
        "claim": _named(answers, link.later),
        "earlier": _named(answers, link.earlier),
        "shown": True,
        "relation": "updates",
        "differences": [
            {"kind": one.kind, "from": one.before, "to": one.after, "text": ""}
            for one in link.differences
        ],
    }


def _check(answers: Answers, check: CheckAnswer) -> Json:
    claims = [_named(answers, claim) for claim in check.claims]
    return {"kind": check.kind, "claims": claims, "text": check.why}
