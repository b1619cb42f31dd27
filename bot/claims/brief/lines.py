"""The lines under the finding: pairs word for word, at most five, then what belongs to them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from bot.claims.brief.context import chain_line, denied_line, unlike_line
from bot.claims.brief.excerpts import LONG, of_figure, of_subject, of_words
from bot.claims.brief.figures import figure_lines, measure_of
from bot.claims.brief.pieces import Scene, by, cited, label, name_of, opened, plain_text
from bot.claims.brief.points import Point, Rank
from bot.claims.model import Brief, Claim, Figure, Line, Piece, Style
from bot.claims.stance import stance
from bot.claims.values import values

WHOLE = 45  # words of a sentence that is quoted whole for its turn
_RESTATED = re.compile(
    r"\bwho (?:had |has |\w+ )?(?:sworn?|swore|said|denied|insisted|vowed|ruled|promised|told"
    r"|repeated)\b"
)
_CLAUSE_END = re.compile(r"[,;:.](?:\s|$)")
HEADS = 5  # lines that open a matter; partners stand under them as bullets


def lines(brief: Brief, points: Sequence[Point]) -> tuple[Line, ...]:
    """Return the lines, most consequential first, no pair twice."""
    named = next((p.other.publication for p in points if p.other), None)
    scene = Scene(brief, named)
    matters = (*_matters(scene, points), *_context(scene, points))
    heads = islice(_once(m for m in matters if m), HEADS)
    return tuple(line for matter in heads for line in matter)


def _once(matters: Iterable[tuple[Line, ...]]) -> Iterator[tuple[Line, ...]]:
    """Leave out what prints the very words again, though under another heading."""
    told: set[tuple[str, ...]] = set()
    for matter in matters:
        words = tuple(p.text for line in matter for p in line.pieces if p.style is Style.QUOTE)
        if words not in told:
            told.add(words)
            yield matter


def _matters(scene: Scene, points: Sequence[Point]) -> Iterator[tuple[Line, ...]]:
    """Yield the lines of each matter: points of one kind that share a claim are one matter."""
    left = list(points)
    while left:
        group, claims = [left[0]], _claims(left[0])
        for point in left[1:]:
            if _matter(point) == _matter(group[0]) and claims & _claims(point):
                group.append(point)
                claims |= _claims(point)
        left = [p for p in left if p not in group]
        yield WRITERS[group[0].rank](scene, group)


def _matter(point: Point) -> str:
    return measure_of(point) if point.rank in (Rank.FIGURES, Rank.TOLL) else point.rank.name


def _claims(point: Point) -> set[str]:
    figures = point.rank in (Rank.FIGURES, Rank.TOLL)
    return {point.claim.id} | ({point.other.id} if point.other and figures else set())


def _context(scene: Scene, points: Sequence[Point]) -> Iterator[tuple[Line, ...]]:
    """Yield what helps to judge the pairs: unlike figures, denials here, the chain."""
    told = frozenset(p.claim.id for p in points)
    yield unlike_line(scene, told)
    yield denied_line(scene, told)
    yield chain_line(scene)


def _date(scene: Scene, group: Sequence[Point]) -> tuple[Line, ...]:
    claim, other = group[0].claim, group[0].other
    text = (claim.when.text or str(claim.when.start.year)) if claim.when else ""
    pieces = [label("date"), *cited(of_words(claim, text), claim)]
    if other:
        first = "first" if "first" in other.quote else ""
        pieces += [plain_text(". "), *by(other, scene, outlet=True)]
        brief = len(other.quote.split()) <= LONG
        words = other.quote.strip(" .") if brief else of_words(other, first)
        pieces += cited(words, other)
    else:
        pieces = [label("date"), *cited(_misdated(group[0], claim, text), claim)]
        pieces.append(plain_text(". The weekday and the date do not go together"))
    return (opened((*pieces, plain_text("."))),)


def _misdated(point: Point, claim: Claim, text: str) -> str:
    """Return the clause with the date that does not fit, as the check quotes it."""
    quoted = re.search("“([^”]+)”", point.check.line if point.check else "")
    words = of_words(claim, quoted[1] if quoted else text)
    return words if not quoted or quoted[1] in words else claim.quote


def _sum(_: Scene, group: Sequence[Point]) -> tuple[Line, ...]:
    claim, other = group[0].claim, group[0].other
    pieces = [label("sum"), *cited(_from_first_to_last(claim), claim)]
    if other and other.figures:
        pieces += [plain_text(". Earlier: "), *cited(of_figure(other, other.figures[0]), other)]
    return (opened((*pieces, plain_text("."))),)


def _from_first_to_last(claim: Claim) -> str:
    """Return the run of the quote from its first figure to the end of the clause of its last."""
    start = min(f.start for f in claim.figures) - claim.start
    end = max(f.end for f in claim.figures) - claim.start
    stop = _CLAUSE_END.search(claim.quote, max(end, 0))
    return claim.quote[max(0, start) : stop.start() if stop else len(claim.quote)] or claim.quote


def _corrected(_: Scene, group: Sequence[Point]) -> tuple[Line, ...]:
    """Tell what the article itself takes back, whole: half a correction would mislead."""
    claim = group[0].claim
    quote = claim.quote.strip().rstrip(".")
    return (opened((label("corrected"), *cited(quote, claim), plain_text("."))),)


STANCES = {
    Rank.WITHDRAWN: "withdrawn",
    Rank.REVERSED: "reversed",
    Rank.CONTRADICTED: "contradicted",
    Rank.LATE: "not as announced",
    Rank.CHANGED: "changed since",
}


def _stance(scene: Scene, group: Sequence[Point]) -> tuple[Line, ...]:
    """Tell a later claim and the earlier ones that it denies or takes back, in one line."""
    links = [p.link for p in group if p.link]
    later = links[0].later
    about = links[0].later.words & links[0].earlier.words
    rank = group[0].rank
    head = name_of(later.figures[0]) if rank is Rank.COUNTED else STANCES.get(rank, "denied")
    counted = later.figures[:1] if rank is Rank.COUNTED or not about else ()
    pieces = [label(head), *by(later, scene)]
    pieces += cited(_turned(later, links[0].earlier, counted), later)
    for link in links[:2]:
        pieces += [plain_text(". Earlier, "), *by(link.earlier, scene)]
        pieces += cited(_stated(link.earlier, later), link.earlier)
    return (opened((*pieces, plain_text("."))),)


def _turned(later: Claim, earlier: Claim, counted: Sequence[Figure]) -> str:
    """Return what is said now; whole where the clause only repeats what was denied before.

    "Orsk, who had sworn that no barge crossed, said that one had."
    """
    words = _stated(later, earlier, counted)
    repeats = _RESTATED.search(later.quote) and stance(later) is not stance(earlier)
    return later.quote.strip(" .") if repeats and len(later.quote.split()) <= WHOLE else words


def _stated(claim: Claim, against: Claim, counted: Sequence[Figure] = ()) -> str:
    """Return the words that stand against each other: a number in both, or a shared subject."""
    numbers = [f for f in claim.figures if values(f) in [values(g) for g in against.figures]]
    for figure in (*counted, *numbers):
        return of_figure(claim, figure)
    return of_subject(claim, against.words)


def _outcome(scene: Scene, group: Sequence[Point]) -> tuple[Line, ...]:
    link = group[0].link
    if not link:
        return ()
    pieces: list[Piece] = [label("time"), *_timed(link.later, scene), plain_text(". Earlier, ")]
    return (opened((*pieces, *_timed(link.earlier, scene), plain_text("."))),)


def _timed(claim: Claim, scene: Scene) -> tuple[Piece, ...]:
    text = claim.when.text if claim.when else ""
    return (*by(claim, scene), *cited(of_words(claim, text), claim))


Writer = Callable[[Scene, Sequence[Point]], tuple[Line, ...]]
WRITERS: dict[Rank, Writer] = {
    Rank.DATE: _date,
    Rank.SUM: _sum,
    Rank.CORRECTED: _corrected,
    Rank.WITHDRAWN: _stance,
    Rank.REVERSED: _stance,
    Rank.DENIED: _stance,
    Rank.CONTRADICTED: _stance,
    Rank.FIGURES: figure_lines,
    Rank.TOLL: figure_lines,
    Rank.COUNTED: _stance,
    Rank.OUTCOME: _outcome,
    Rank.LATE: _stance,
    Rank.CHANGED: _stance,
}
