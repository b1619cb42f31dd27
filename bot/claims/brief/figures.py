"""Figures side by side: who counts how many here, and under it what was counted elsewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.claims.brief.excerpts import of_figure, of_subject
from bot.claims.brief.headings import thing_of
from bot.claims.brief.pieces import Scene, by, cited, label, opened, plain_text
from bot.claims.brief.points import Point, changed
from bot.claims.copies import how_many, is_copy
from bot.claims.model import Claim, Figure, Line, Piece
from bot.claims.words import fold

COUNTERS = 3  # claims of this article in one line
BULLETS = 2  # partners under it


@dataclass(frozen=True, slots=True)
class Count:
    """A pair of figures with the claim here and the claim elsewhere that give them."""

    mine: Claim
    my_figure: Figure
    other: Claim
    other_figure: Figure


def measure_of(point: Point) -> str:
    """Return what is counted, under which figures are told together."""
    return fold(thing_of(point)) if point.pair else point.claim.id


def figure_lines(scene: Scene, group: Sequence[Point]) -> tuple[Line, ...]:
    """Return one line with the counts of this article and, as bullets, those of others."""
    counts = [c for p in group for c in _counts(scene, p)]
    if not counts or not group[0].pair:
        return ()
    mine = list({_words_of(c): c for c in reversed(counts)}.values())[::-1][:COUNTERS]
    pieces = [label(thing_of(group[0]))]
    for i, count in enumerate(mine):
        pieces += [plain_text("; ")] if i else []
        pieces += [
            *by(count.mine, scene),
            *cited(of_figure(count.mine, count.my_figure), count.mine),
        ]
    bullets = list({_sentence_of(c): _bullet(scene, c) for c in counts}.values())[:BULLETS]
    return (opened((*pieces, plain_text("."))), *bullets)


def _words_of(count: Count) -> tuple[str | None, str]:
    return count.mine.claimant, of_figure(count.mine, count.my_figure)


def _sentence_of(count: Count) -> tuple[str, str | None, str]:
    """Name where the other number stands: an article that two channels read is told once."""
    return count.other.publication.url, count.other.claimant, count.other.quote


def _counts(scene: Scene, point: Point) -> Iterator[Count]:
    """Yield all partners of a figure, those too that a hedge covers: 11,000 beside 12,000."""
    links = [k for k in scene.brief.links if k.shown and point.claim in (k.later, k.earlier)]
    for link in sorted(links, key=lambda k: -k.score):
        for pair in changed(link):
            if point.pair and point.pair.later == pair.later and link.later == point.claim:
                yield Count(link.later, pair.later, link.earlier, pair.earlier)
            elif point.pair and point.pair.earlier == pair.earlier and link.earlier == point.claim:
                yield Count(link.earlier, pair.earlier, link.later, pair.later)


def _bullet(scene: Scene, count: Count) -> Line:
    other = count.other
    pieces: list[Piece] = [*by(other, scene), *cited(of_figure(other, count.other_figure), other)]
    doubts = [k.earlier for k in scene.brief.links if other.id in k.earlier.about]
    for doubt in doubts[:1]:
        pieces += [plain_text("; "), *cited(of_subject(doubt, frozenset()), doubt)]
    again = {k.earlier.publication.url for k in scene.brief.links if is_copy(k.earlier, other)} - {
        other.publication.url
    }
    if again:
        pieces.append(plain_text(f"; {how_many(len(again) + 1)}, 1 origin"))
    return opened(pieces, bullet=True)
