"""What is disputed and what changed in a story, each matter one line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from math import log

from bot.claims.brief.excerpts import of_figure
from bot.claims.brief.figures import measure_of
from bot.claims.brief.headings import thing_of
from bot.claims.brief.lines import WRITERS
from bot.claims.brief.pieces import by, cited, label, opened, plain_text
from bot.claims.brief.points import Point, Rank, points
from bot.claims.checks.due import to_come
from bot.claims.claimants import same_claimant
from bot.claims.digest.items import LONG, NOWHERE, Item, Remark, Section, Story, item
from bot.claims.labels import outcome
from bot.claims.model import Certainty, Claim, Figure, Line, Link, Outcome, Piece, RelationKind
from bot.claims.values import values

LONG_AGO = datetime.min.replace(tzinfo=UTC)
TINY = 0.5  # stands for nought where figures are set in proportion
SIDES = 3  # figures in one line of a dispute
COUNTED = frozenset((Rank.FIGURES, Rank.TOLL))
OWN = frozenset((Rank.DATE, Rank.SUM, Rank.CORRECTED))  # what an article does to itself
STANCES = frozenset((Rank.REVERSED, Rank.DENIED, Rank.CONTRADICTED))
_ANEW = re.compile(
    # A count that goes on, a plan told anew: "has climbed to 61", "It has so far counted 158".
    r"""\b(?:now|so\ far|to\ date|ha(?:s|ve|d)\ (?:been\ )?(?:risen|climbed|grown|fallen|slipped
        |dropped|raised|lowered|increased|reduced))\b""",
    re.VERBOSE | re.IGNORECASE,
)
CHANGES = frozenset(Rank) - {Rank.DATE, Rank.SUM, *STANCES, Rank.FIGURES}
Side = tuple[Claim, Figure]


def changes(story: Story) -> Iterator[Item]:
    """Yield what people marked, what is disputed and what changed since the last digest."""
    yield from (_remarked(remark) for remark in story.remarks)
    found = [point for brief in story.briefs for point in points(brief) if not _is_loose(point)]
    disputed = {_said_of(point) for point in found if _section(point) is Section.DISPUTED}
    groups: dict[tuple[Section, str], list[Point]] = {}
    for point in sorted(found, key=_newest_first):
        groups.setdefault((_beside(point, disputed), _matter(point)), []).append(point)
    fresh = frozenset(claim.id for brief in story.briefs for claim in brief.claims)
    denied: set[tuple[Rank, str]] = set()
    for (section, _), several in groups.items():
        for group in _hanging_together(several):
            if _is_said_again(group, denied):
                continue
            moved = _moved(group, fresh) if section is Section.CHANGED else 0.0
            for line in _lines(section, group, fresh):
                yield replace(item(section, line, _weight(group[0])), moved=moved)


def _is_said_again(group: Sequence[Point], denied: set[tuple[Rank, str]]) -> bool:
    """Tell what takes back once more what the digest has as taken back: one letter's two words."""
    stances = {(p.rank, p.link.earlier.id) for p in group if p.link and p.rank in STANCES}
    again = bool(stances) and stances <= denied
    denied |= stances
    return again


def _hanging_together(points: Sequence[Point]) -> Iterator[list[Point]]:
    """Yield the points that share claims: two tolls of children are not one for that."""
    left = list(points)
    while left:
        group, claims = [left[0]], _claims(left[0])
        for point in left[1:]:
            if claims & _claims(point):
                group.append(point)
                claims |= _claims(point)
        left = [point for point in left if point not in group]
        yield group


def _claims(point: Point) -> set[str]:
    ends = (point.link.later, point.link.earlier) if point.link else (point.claim,)
    return {claim.id for claim in ends}


def _newest_first(point: Point) -> tuple[float, int]:
    """Order by publication, so that the newest toll is told and not the one on the way to it."""
    later = point.link.later if point.link else point.claim
    return -(later.publication.published or LONG_AGO).timestamp(), later.start


def _is_loose(point: Point) -> bool:
    """Tell what is no change yet: "could be back by July 1", another's plan for other children."""
    if point.rank is Rank.OUTCOME:
        return point.claim.certainty is Certainty.POSSIBLE
    link = point.link
    if not link or not point.pair or not point.pair.thin:
        return False
    own = same_claimant(link.later, link.earlier)
    return not own and to_come(link.later) and not to_come(link.earlier)


def _section(point: Point) -> Section:
    link = point.link
    moved = link is not None and point.rank in COUNTED and (_own_update(link) or _moved_on(link))
    return Section.CHANGED if point.rank in CHANGES or moved else Section.DISPUTED


def _said_of(point: Point) -> tuple[str, str]:
    return point.claim.id, _matter(point)


def _beside(point: Point, disputed: set[tuple[str, str]]) -> Section:
    """Return the part of a point: what one claim puts in dispute stands in one line."""
    own = point.link is not None and _own_update(point.link)
    moved = point.rank is Rank.FIGURES and not own
    return Section.DISPUTED if moved and _said_of(point) in disputed else _section(point)


def _moved_on(link: Link) -> bool:
    """Tell whether the two figures may both be true: of a plan and what came, of then and now."""
    planned = to_come(link.later) is not to_come(link.earlier)
    return planned or bool(_ANEW.search(link.later.quote))


def _own_update(link: Link) -> bool:
    """Tell whether a figure is the claimant's own, told anew: that disputes nothing."""
    if link.relation is RelationKind.DENIES:
        return False
    one = same_claimant(link.later, link.earlier)
    return one and link.relation is not RelationKind.CONFLICTS


def _matter(point: Point) -> str:
    if point.rank in COUNTED:
        return measure_of(point)
    later = point.link.later if point.link else point.claim
    return f"{point.rank.name} {later.id}"


def _weight(point: Point) -> tuple[int, int]:
    """Put first what does not fit and what is taken back, then the dead, then other harm."""
    if not point.pair:
        return point.rank, 0
    became = outcome(point.pair.later)
    return Rank.FIGURES, 0 if became is Outcome.KILLED else 1 if became else 2


def _lines(section: Section, group: Sequence[Point], fresh: frozenset[str]) -> Iterator[Line]:
    first = group[0]
    if first.rank in OWN:
        yield from (_placed(first, line) for line in WRITERS[first.rank](NOWHERE, group)[:1])
    elif not group[0].pair:
        yield from WRITERS[group[0].rank](NOWHERE, group)[:1]
    elif section is Section.CHANGED:
        yield _changed(group, fresh)
    else:
        yield _disputed(group)


def _placed(point: Point, line: Line) -> Line:
    """Say where it stands, and of a sum what is wrong with it: here no finding above it does."""
    head, *words = line.pieces
    if point.rank is Rank.SUM:
        words[-1] = plain_text(". The parts and the whole do not go together.")
    return opened((head, *by(point.claim, NOWHERE), *words))


def _changed(group: Sequence[Point], fresh: frozenset[str]) -> Line:
    """Tell the newest figure against the one that was known before the last digest."""
    return _set_side_by_side(group[0], _now_and_then(group, fresh), ". Earlier, ")


def _now_and_then(group: Sequence[Point], fresh: frozenset[str]) -> tuple[Side, ...]:
    if not group[0].pair:
        return ()
    newest = _sides(group[0])[0]
    before = [side for point in group for side in _sides(point)[1:] if side[0] != newest[0]]
    known = [side for side in before if side[0].id not in fresh]
    return (newest, *(known or before)[:1])


def _moved(group: Sequence[Point], fresh: frozenset[str]) -> float:
    """Return how far a figure moved, as the logarithm of the ratio; from nought it moves far."""
    tops = [max(values(figure), default=0.0) for _, figure in _now_and_then(group, fresh)]
    if len(tops) < 2:  # noqa: PLR2004 - now and then
        return 0.0
    now, then = (abs(top) for top in tops)
    return abs(log((now or TINY) / (then or TINY)))


def _disputed(group: Sequence[Point]) -> Line:
    sides: dict[tuple[object, ...], Side] = {}
    for claim, figure in (side for point in group for side in _sides(point)):
        sides.setdefault((claim.claimant, *sorted(values(figure))), (claim, figure))
    return _set_side_by_side(group[0], list(sides.values())[:SIDES], "; ")


def _sides(point: Point) -> tuple[Side, ...]:
    if not point.link or not point.pair:
        return ()
    later, earlier = point.link.later, point.link.earlier
    return (later, point.pair.later), (earlier, point.pair.earlier)


def _set_side_by_side(point: Point, sides: Sequence[Side], between: str) -> Line:
    pieces: list[Piece] = [label(thing_of(point))]
    for i, (claim, figure) in enumerate(sides):
        pieces += [plain_text(between)] if i else []
        pieces += [*by(claim, NOWHERE), *cited(_told(claim, figure), claim)]
    return opened((*pieces, plain_text(".")))


def _told(claim: Claim, figure: Figure) -> str:
    """Return the clause with the figure; the sentence where that only leads up to what is told.

    "Of the 69 men on the shift" does not say what became of them.
    """
    words, whole = of_figure(claim, figure), claim.quote.strip().rstrip(".")
    leads_up = words.startswith(("Of ", "Among ", "Out of "))
    return whole if leads_up and len(whole.split()) <= LONG else words


def _remarked(remark: Remark) -> Item:
    """Tell a mark with its maker: it is a person's word, never ours."""
    claim = remark.claim
    quote = claim.quote.strip().rstrip(".")
    pieces = [label("marked"), *by(claim, NOWHERE), *cited(quote, claim)]
    line = opened((*pieces, plain_text(f" {remark.words}.")))
    section = Section.DISPUTED if remark.disputes else Section.CHANGED
    return item(section, line, (-1, 0))
