"""Whatever a text holds, it is read without a crash, and what is told of it stands in it."""

from datetime import datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.claims.brief import plain
from bot.claims.model import Brief, Claim, Line, Piece, Style
from bot.claims.quoting import in_marks
from bot.claims.sentences import sentences, straighten
from bot.claims.think import think
from tests.claims.fragments import moments, often, read, seldom, texts, tolls
from tests.claims.reading import TUESDAY

MOST_LINES = 5


@often
@given(texts)
def test_sentences_lie_in_the_text_one_after_the_other(text: str) -> None:
    spans = [(each.start, each.end) for each in sentences(text)]

    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@often
@given(texts, moments)
def test_what_is_found_stands_in_the_text(text: str, published: datetime | None) -> None:
    reading = read(text, text[:80], published)
    ids = [claim.id for claim in reading.claims]

    assert len(set(ids)) == len(ids)
    assert [c for c in reading.claims if text[c.start : c.end] != c.quote] == []
    assert [c for c in reading.claims if not _figures_stand_in(text, c)] == []


@seldom
@given(texts, texts, moments, moments)
def test_any_two_texts_are_compared(
    one: str, other: str, first: datetime | None, second: datetime | None
) -> None:
    earlier = read(one, other[:80], first)
    later = read(other, one[:80], second, first=1_001)

    _holds(think(later, earlier.claims))


@seldom
@given(tolls, tolls, st.sampled_from([None, TUESDAY]))
def test_what_is_told_of_two_reports_is_short_and_verbatim(
    one: str, other: str, published: datetime | None
) -> None:
    earlier = read(one, one.splitlines()[0])
    later = read(other, other.splitlines()[0], published, first=1_001)

    _holds(think(later, earlier.claims))


def test_two_reports_of_one_event_are_related_and_told() -> None:
    earlier = read("The ministry said 14 people were killed in the flood in Alder.")
    later = read("The ministry said 41 people were killed in the flood in Alder.", first=1_001)
    told = think(later, earlier.claims)

    assert len(told.links) == 1
    assert [piece.text for line in told.lines for piece in line.pieces if _is_quote(piece)]


def _holds(told: Brief) -> None:
    """Check what holds of every brief: one article never linked with itself, short, verbatim."""
    quotes = {claim.quote for claim in _claims_of(told)}
    said = [piece.text for line in told.lines for piece in line.pieces if _is_quote(piece)]

    assert [x for x in told.links if x.later.publication == x.earlier.publication] == []
    assert sum(not line.bullet for line in told.lines) <= MOST_LINES
    assert [words for words in said if not _is_verbatim(words, quotes)] == []
    assert plain(told) == ("\n".join((told.finding, *map(_joined, told.lines))) or None)


def _claims_of(told: Brief) -> list[Claim]:
    linked = [claim for link in told.links for claim in (link.later, link.earlier)]
    checked = [claim for check in told.checks for claim in check.claims]
    return [*told.claims, *linked, *checked]


def _is_quote(piece: Piece) -> bool:
    return piece.style is Style.QUOTE


def _is_verbatim(words: str, quotes: set[str]) -> bool:
    """Tell whether each piece of "sent around … troops" stands in one of the quotes."""
    pieces = [piece.strip() for piece in words.split("…")]
    return any(words in quote or all(p in quote for p in pieces) for quote in quotes)


def _joined(line: Line) -> str:
    text = "".join(map(_shown, line.pieces))
    return f"• {text}" if line.bullet else text


def _shown(piece: Piece) -> str:
    shown = {Style.QUOTE: in_marks(piece.text), Style.ID: f"[{piece.text}]"}
    return shown.get(piece.style, piece.text)


def _figures_stand_in(text: str, claim: Claim) -> bool:
    """Tell whether every figure stands in the claim's sentence as it is printed.

    A quote may leave a lone quotation mark of its sentence out, so that one more character counts.
    """
    return all(
        figure.text == straighten(text[figure.start : figure.end])
        and claim.start - 1 <= figure.start < figure.end <= claim.end + 1
        and any(map(str.isalnum, figure.text))
        for figure in claim.figures
    )
