"""Learns from the corpus what each sign of a claim weighs: `python -m tests.quality.weigh`.

Logistic regression by plain gradient descent. A sentence that an editor may take or leave is left
out; one that must be found counts twice.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.articles.files import article_in
from bot.claims.find import begin, judged, parsed_with_title
from bot.claims.model import Parse
from bot.claims.signs import Sign
from bot.parsing import load
from tests.quality.answers import answers_in, articles_in, stories_in
from tests.quality.floors import CORPUS
from tests.quality.match import ENOUGH, overlap

ROUNDS = 1500
STEP = 0.006
KEEPING = 1.0  # how much a weight is held to what it was beforehand (ridge)
MUST = 2.0
BEFOREHAND = {Sign.HARD_ACT: 3.5, Sign.FIRST: 2.0, Sign.SHORT: 0.0}
"""Weights that an editor would begin with; most of the corpus's hard news has figures beside."""


@dataclass(frozen=True, slots=True)
class Example:
    """What a sentence shows, whether an editor took it, and how much it counts."""

    signs: frozenset[Sign]
    taken: bool
    counts: float


def examples(folder: Path, parse: Parse) -> Iterator[Example]:
    """Give the sentences of a story's articles that are either claims or not."""
    answers = answers_in(folder).claims
    for path in articles_in(folder):
        article = article_in(path)
        here = [one for one in answers if one.article == int(path.stem)]
        places = [(article.text.index(one.quote), one) for one in here]
        _, parsed = parsed_with_title(article, parse)
        for draft in judged(article, begin(article), parsed):
            span = (draft.claim.start, draft.claim.end)
            met = [
                one
                for start, one in places
                if overlap(span, (start, start + len(one.quote))) >= ENOUGH
            ]
            if any(one.is_key for one in met):
                yield Example(draft.signs, taken=True, counts=MUST)
            elif not met:
                yield Example(draft.signs, taken=False, counts=1.0)


def learned(rows: Sequence[Example]) -> tuple[float, dict[Sign, float]]:
    """Return the odds of a sentence without signs, and the weight of each sign."""
    before, weights = 0.0, dict.fromkeys(Sign, 0.0)
    for _ in range(ROUNDS):
        pull = 0.0
        pulls = {s: KEEPING * (BEFOREHAND.get(s, 0.0) - weight) for s, weight in weights.items()}
        for row in rows:
            odds = before + sum(weights[sign] for sign in row.signs)
            off = row.counts * (row.taken - 1 / (1 + math.exp(-odds)))
            pull += off
            for sign in row.signs:
                pulls[sign] += off
        before += STEP * pull
        weights = {sign: weight + STEP * pulls[sign] for sign, weight in weights.items()}
    return before, weights


def main() -> None:
    """Print the table for bot/claims/worth.py."""
    parse = load()
    rows = [row for folder in stories_in([CORPUS]) for row in examples(folder, parse)]
    before, weights = learned(rows)
    lines = [f"    Sign.{sign.name}: {weight:.2f}," for sign, weight in weights.items()]
    print("\n".join([f"BEFORE = {before:.2f}", *lines]))  # noqa: T201 - what it is for


if __name__ == "__main__":
    main()
