"""What is disputed and what changed in a story, each matter one line."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from bot.claims.brief.excerpts import of_figure
from bot.claims.brief.figures import measure_of
from bot.claims.brief.headings import thing_of
from bot.claims.brief.lines import WRITERS
from bot.claims.brief.pieces import by, cited, label, opened, plain_text
from bot.claims.brief.points import Point, Rank, points
from bot.claims.claimants import same_claimant
from bot.claims.digest.items import NOWHERE, Item, Remark, Section, Story, item
from bot.claims.labels import outcome
from bot.claims.model import Claim, Figure, Line, Link, Outcome, Piece, RelationKind
from bot.claims.values import values

LONG_AGO = datetime.min.replace(tzinfo=UTC)
SIDES = 3  # figures in one line of a dispute
COUNTED = frozenset((Rank.FIGURES, Rank.TOLL))
CHANGES = frozenset((Rank.CORRECTED, Rank.WITHDRAWN, Rank.COUNTED, Rank.OUTCOME, Rank.TOLL))
Side = tuple[Claim, Figure]


def changes(story: Story) -> Iterator[Item]:
    """Yield what people marked, what is disputed and what changed since the last digest."""
    yield from (_remarked(remark) for remark in story.remarks)
    found = [point for brief in story.briefs for point in points(brief)]
    groups: dict[tuple[Section, str], list[Point]] = {}
    for point in sorted(found, key=_newest_first):
        groups.setdefault((_section(point), _matter(point)), []).append(point)
    fresh = frozenset(claim.id for brief in story.briefs for claim in brief.claims)
    for (section, _), several in groups.items():
        for group in _hanging_together(several):
            for line in _lines(section, group, fresh):
                yield item(section, line, _weight(group[0]))


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


def _section(point: Point) -> Section:
    own = bool(point.link) and _own_update(point.link)
    return Section.CHANGED if point.rank in CHANGES or own else Section.DISPUTED


def _own_update(link: Link | None) -> bool:
    """Tell whether a figure is the claimant's own, told anew: that disputes nothing."""
    if link is None or link.relation is RelationKind.DENIES:
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
    if not group[0].pair:
        yield from WRITERS[group[0].rank](NOWHERE, group)[:1]
    elif section is Section.CHANGED:
        yield _changed(group, fresh)
    else:
        yield _disputed(group)


def _changed(group: Sequence[Point], fresh: frozenset[str]) -> Line:
    """Tell the newest figure against the one that was known before the last digest."""
    newest = _sides(group[0])[0]
    before = [side for point in group for side in _sides(point)[1:] if side[0] != newest[0]]
    known = [side for side in before if side[0].id not in fresh]
    return _set_side_by_side(group[0], (newest, *(known or before)[:1]), ". Earlier, ")


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
        pieces += [*by(claim, NOWHERE), *cited(of_figure(claim, figure), claim)]
    return opened((*pieces, plain_text(".")))


def _remarked(remark: Remark) -> Item:
    """Tell a mark with its maker: it is a person's word, never ours."""
    claim = remark.claim
    quote = claim.quote.strip().rstrip(".")
    pieces = [label("marked"), *by(claim, NOWHERE), *cited(quote, claim)]
    line = opened((*pieces, plain_text(f" {remark.words}.")))
    section = Section.DISPUTED if remark.disputes else Section.CHANGED
    return item(section, line, (-1, 0))
