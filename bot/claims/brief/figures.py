"""Figures side by side: who counts how many here, and under it what was counted elsewhere."""

from collections.abc import Iterable, Sequence

from bot.claims.brief.excerpts import of_figure, of_subject
from bot.claims.brief.pieces import Scene, by, cited, label, name_of, plain_text
from bot.claims.brief.points import Point, changed
from bot.claims.model import Claim, Figure, Line, Link, Piece
from bot.claims.words import fold

COUNTERS = 3  # claims of this article in one line
BULLETS = 2  # partners under it


def measure_of(point: Point) -> str:
    """Return what is counted, under which figures are told together."""
    found = changed(point.link) if point.link else ()
    return fold(name_of(found[0].later)) if found else point.claim.id


def figure_lines(scene: Scene, group: Sequence[Point]) -> tuple[Line, ...]:
    """Return one line with the counts of this article and, as bullets, those of others."""
    claims = list({p.claim.id: p.claim for p in group}.values())[:COUNTERS]
    links = [k for c in claims for k in _links(scene, c)]
    if not links:
        return ()
    pieces = [label(name_of(changed(links[0])[0].later))]
    for i, claim in enumerate(claims):
        figure = _side(_links(scene, claim)[0], claim)
        pieces += [plain_text("; ")] if i else []
        pieces += [*by(claim, scene), *cited(of_figure(claim, figure), claim)]
    return (Line((*pieces, plain_text("."))), *_bullets(scene, links, claims))


def _links(scene: Scene, claim: Claim) -> list[Link]:
    """Return all shown links of the claim that change a figure, overlapping ones too."""
    mine = [k for k in scene.brief.links if k.shown and claim in (k.later, k.earlier)]
    return sorted((k for k in mine if changed(k)), key=lambda k: -k.score)


def _side(link: Link, claim: Claim) -> Figure:
    pair = changed(link)[0]
    return pair.later if link.later == claim else pair.earlier


def _bullets(scene: Scene, links: Iterable[Link], mine: Sequence[Claim]) -> tuple[Line, ...]:
    partners: dict[str, Line] = {}
    for link in links:
        other = link.earlier if link.later in mine else link.later
        partners.setdefault(other.id, _bullet(scene, link, other))
    return tuple(partners.values())[:BULLETS]


def _bullet(scene: Scene, link: Link, other: Claim) -> Line:
    pieces: list[Piece] = [*by(other, scene)]
    pieces += cited(of_figure(other, _side(link, other)), other)
    doubts = [k.earlier for k in scene.brief.links if other.id in k.earlier.about]
    for doubt in doubts[:1]:
        pieces += [plain_text("; "), *cited(of_subject(doubt, frozenset()), doubt)]
    return Line(tuple(pieces), bullet=True)
