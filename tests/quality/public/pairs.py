"""How well two texts are set side by side, on pairs that others have scored or judged.

Two forms: headlines with a score from 0 (other events) to 5 (the same), as in SemEval's semantic
similarity, and a text with a statement that it does or does not bear out, as in the RTE tasks.
Each side is taken for one claim, of another outlet and of one day.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel, RootModel

from bot.claims.compare import compare
from bot.claims.measure import Fit, pairs
from bot.claims.model import Article, Claim, DifferenceKind, Parse, Publication, Reading
from bot.claims.relate import relate
from bot.claims.sentences import straighten
from tests.claims.reading import parser
from tests.quality.public.lines import rows_in
from tests.quality.public.whole import whole_claim
from tests.quality.report import Measure
from tests.quality.sheet import Sheet

THE_SAME = 4.5
ANOTHER = 1.5
THEN = datetime(2013, 3, 5, 9, tzinfo=UTC)
"""A day that both sides are of: what is said of days is relative, and no row has its own."""

AGAINST = frozenset(
    {
        DifferenceKind.FIGURE,
        DifferenceKind.SCOPE,
        DifferenceKind.DENIAL,
        DifferenceKind.UNCONFIRMED,
        DifferenceKind.TIME,
    }
)
"""Differences with which a text does not bear a statement out."""

PAIRS = (
    Measure("same, both with numbers", "same"),
    Measure("same: a false figure difference", "same told apart", "same"),
    Measure("same: and in a shown link", "same told apart and shown", fewer_is_better=True),
    Measure("same: a false denial", "same denied", "same"),
    Measure("same: linked", "same linked", "same"),
    Measure("same: shown", "same shown", "same"),
    Measure("other events", "other"),
    Measure("other events: refused", "other right", "other"),
    Measure("other events with numbers", "other with numbers"),
    Measure("with numbers: refused", "other with numbers right", "other with numbers"),
    Measure("statements", "statements"),
    Measure("judged right", "statements right", "statements"),
    Measure("borne out: recall", "borne out right", "borne out"),
    Measure("borne out: precision", "borne out right", "called borne out"),
    Measure("borne out, but a figure differs", "borne out told apart", "borne out"),
)


class Headlines(BaseModel):
    """Two headlines and how alike their meaning is."""

    score: float
    a: str
    b: str
    both_have_number: bool


class Statement(BaseModel):
    """A text, and a statement that it may bear out."""

    text: str
    hypothesis: str
    entailment: Literal["YES", "NO"]


class Pair(RootModel[Headlines | Statement]):
    """A row of either form."""


Side = TypeVar("Side", Headlines, Statement)


def measure_pairs(path: Path) -> Sheet:
    """Compare both sides of every pair, and relate headlines."""
    sheet, parse = Sheet(), parser()
    rows = [row.root for row in rows_in(path, Pair)]
    headlines = [row for row in rows if isinstance(row, Headlines)]
    statements = [row for row in rows if isinstance(row, Statement)]
    for pair, a, b in _read(headlines, [(row.a, row.b) for row in headlines], parse):
        if pair.score >= THE_SAME and pair.both_have_number:
            _mark_same(a, b, sheet)
        elif pair.score < ANOTHER:
            _mark_other(a, b, sheet, numbered=pair.both_have_number)
    told = [(row.text, row.hypothesis) for row in statements]
    for judged, text, statement in _read(statements, told, parse):
        _mark_statement(text, statement, sheet, entailed=judged.entailment == "YES")
    return sheet


def _read(
    rows: Sequence[Side], sides: Sequence[tuple[str, str]], parse: Parse
) -> Iterator[tuple[Side, Claim, Claim]]:
    """Read both sides of each row, each as a claim of an outlet of its own."""
    docs = iter(parse([straighten(text) for side in sides for text in side]))
    for row in rows:
        yield (
            row,
            whole_claim("C-1", next(docs), _publication("One")),
            whole_claim("C-2", next(docs), _publication("Two")),
        )


def _publication(outlet: str) -> Publication:
    return Publication(f"https://{outlet.lower()}.example/", outlet, "", THEN)


def _mark_same(a: Claim, b: Claim, sheet: Sheet) -> None:
    _, differences = compare(b, a)
    kinds = {one.kind for one in differences}
    linked, shown = related(a, b)
    told_apart = DifferenceKind.FIGURE in kinds
    sheet.count(
        same=1,
        same_told_apart=told_apart,
        same_told_apart_and_shown=told_apart and shown,
        same_denied=DifferenceKind.DENIAL in kinds,
        same_linked=linked,
        same_shown=shown,
    )
    for one in differences:
        if one.kind in {DifferenceKind.FIGURE, DifferenceKind.DENIAL}:
            sheet.note(f"false difference: {one.line} {a.quote!r}; {b.quote!r}")
    if not shown:
        sheet.note(f"same, {'not shown' if linked else 'not linked'}: {a.quote!r}; {b.quote!r}")


def _mark_other(a: Claim, b: Claim, sheet: Sheet, *, numbered: bool) -> None:
    _, shown = related(a, b)
    note = f"other events, but shown: {a.quote!r}; {b.quote!r}"
    sheet.mark("other", right=not shown, note=note)
    if numbered:
        sheet.mark("other with numbers", right=not shown)


def related(earlier: Claim, later: Claim) -> tuple[bool, bool]:
    """Tell whether two claims are linked, and whether a reply would show the link."""
    links = relate(Reading(Article(later.publication, later.quote), (later,)), (earlier,))
    return bool(links), any(link.shown for link in links)


def _mark_statement(text: Claim, statement: Claim, sheet: Sheet, *, entailed: bool) -> None:
    called = borne_out(statement, text)
    verdict = "borne out" if entailed else "not borne out"
    note = f"{verdict}, judged otherwise: {statement.quote!r} by {text.quote!r}"
    sheet.mark("statements", right=called is entailed, note=note)
    sheet.count(called_borne_out=called)
    if entailed:
        sheet.mark("borne out", right=called)
        _, differences = compare(statement, text)
        apart = any(one.kind is DifferenceKind.FIGURE for one in differences)
        sheet.count(borne_out_told_apart=apart)


def borne_out(statement: Claim, text: Claim) -> bool:
    """Tell whether a text bears a statement out, as far as comparing can tell.

    Nothing speaks against it, and each of its figures and its days have a like in the text.
    """
    _, differences = compare(statement, text)
    if any(one.kind in AGAINST for one in differences):
        return False
    met = {id(pair.later) for pair in pairs(statement, text) if pair.fit is Fit.LIKE}
    timed = statement.when is None or text.when is not None
    return timed and all(id(figure) in met for figure in statement.figures)
