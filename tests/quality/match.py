"""Which of the claims that were read answer which of the claims that an editor found."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from tests.quality.answers import ClaimAnswer, FigureAnswer
from tests.quality.rows import ClaimRow, FigureRow

Span = tuple[int, int]

ENOUGH = 0.5  # of the shorter of the two quotes
KEY_FIRST = 0.1  # where two answers stand in one quote, the one that must be found has it
TOLERANCE = 0.005  # of the greater: 66.67 and 66.7 are one figure

_COUNTED = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty
"""
_WORDS = {word: str(number) for number, word in enumerate(_COUNTED.split(), 1)} | {
    "dozen": "12", "half": "50", "third": "33.33", "quarter": "25", "fifth": "20",
}  # fmt: skip
_NUMBER = re.compile(r"(\d[\d,]*\.?\d*)\s*(million|billion|thousand|bn|m|k)?\b")
_TIMES = {"million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "thousand": 1e3, "k": 1e3}
_POSSESSIVE = re.compile(r"[’']s?\b")
_MARKS = re.compile(r"[^\w ]")


@dataclass(frozen=True, slots=True)
class Matches:
    """The claims read in one article, by the id of the answer that each meets.

    `stray` meet no answer; `unanchored` do not stand where they say they do, and are stray too.
    """

    found: dict[str, ClaimRow]
    stray: tuple[ClaimRow, ...]
    unanchored: tuple[ClaimRow, ...]


def matched(body: str, read: Sequence[ClaimRow], answers: Sequence[ClaimAnswer]) -> Matches:
    """Pair claims with answers, closest first, each used once.

    A pair must overlap by half of the shorter quote; shared figures decide between sentences.
    """
    pairs = sorted(_pairs(body, read, answers), reverse=True)
    found: dict[str, str] = {}
    for _, answer, claim in pairs:
        if answer not in found and claim not in found.values():
            found[answer] = claim
    by_id, touched = {claim.id: claim for claim in read}, {claim for _, _, claim in pairs}
    return Matches(
        found={answer: by_id[claim] for answer, claim in found.items()},
        stray=tuple(claim for claim in read if claim.id not in touched),
        unanchored=tuple(claim for claim in read if not stands(body, claim)),
    )


def stands(body: str, claim: ClaimRow) -> bool:
    """Tell whether the claim's quote is what stands at its place."""
    return body[claim.start : claim.end] == claim.quote


def overlap(one: Span, other: Span) -> float:
    """Return the shared part of two spans, as a share of the shorter."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / max(1, min(one[1] - one[0], other[1] - other[0]))


def names_agree(read: str | None, wanted: str | None, also: Collection[str] = ()) -> bool:
    """Tell whether a name is one of the right ones, or part of one, or the other way about.

    "Ms Brandt" and "Brandt" agree; no name agrees only where the article itself is meant.
    """
    if not read:
        return wanted is None
    words = _folded(read)
    rights = [_folded(name) for name in (wanted or "", *also)]
    return bool(words) and any(right and (words <= right or right <= words) for right in rights)


def figures_agree(read: FigureRow | FigureAnswer, wanted: FigureRow | FigureAnswer) -> bool:
    """Tell whether two figures have the same values, an open side being left out."""
    ours, theirs = _values(read), _values(wanted)
    return bool(theirs) and all(
        any(_near(one, other) for other in others)
        for one_side, others in ((ours, theirs), (theirs, ours))
        for one in one_side
    )


def numbers_in(printed: str) -> list[float]:
    """List the numbers of a figure as printed, words and multiples worked out, in order of size.

    "between €180 million and €220 million" and "€180m to €220m" give the same list.
    """
    digits = re.sub(r"[a-z]+", lambda word: _WORDS.get(word[0], word[0]), printed.lower())
    return sorted(
        float(found[1].replace(",", "")) * _TIMES.get(found[2] or "", 1)
        for found in _NUMBER.finditer(digits)
    )


def _pairs(
    body: str, read: Sequence[ClaimRow], answers: Sequence[ClaimAnswer]
) -> Iterator[tuple[float, str, str]]:
    places = {answer.id: _span_of(body, answer.quote) for answer in answers}
    for claim, answer in product(read, answers):
        share = overlap((claim.start, claim.end), places[answer.id])
        if share >= ENOUGH and stands(body, claim):
            yield share + _shared(claim, answer) + KEY_FIRST * answer.is_key, answer.id, claim.id


def _span_of(body: str, quote: str) -> Span:
    start = body.index(quote)
    return start, start + len(quote)


def _shared(claim: ClaimRow, answer: ClaimAnswer) -> int:
    return sum(
        any(figures_agree(figure, wanted) for figure in claim.figures) for wanted in answer.figures
    )


def _folded(name: str) -> frozenset[str]:
    plain = _MARKS.sub("", _POSSESSIVE.sub("", name.lower()))
    return frozenset(plain.split()) - {"the"}


def _values(figure: FigureRow | FigureAnswer) -> list[float]:
    return [side for side in (figure.low, figure.high) if side is not None]


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= TOLERANCE * max(abs(one), abs(other), 1e-9)
