"""What our own newsroom published, where the article does not fit it: that is told first."""

from collections.abc import Callable, Sequence

from bot.claims.brief.excerpts import of_figure, of_subject
from bot.claims.brief.finding import source
from bot.claims.brief.points import Point
from bot.claims.model import Publication
from bot.claims.quoting import in_marks

Ours = Callable[[Publication], bool]
"""Tells whether the newsroom published an article itself."""


def nobodys(_: Publication) -> bool:
    """Know of no outlet of our own."""
    return False


def ours_first(points: Sequence[Point], ours: Ours) -> tuple[Point, ...]:
    """Return the reasons for a reply, those against what we published at the head."""
    return tuple(sorted(points, key=lambda point: not _is_ours(point, ours)))


def published(points: Sequence[Point], ours: Ours) -> str:
    """Return "We published: “at least 14 people …” (Courier, 3 May 2013). ", else nothing."""
    first = points[0]
    other = first.other
    if other is None or not _is_ours(first, ours):
        return ""
    ends = (first.pair.later, first.pair.earlier) if first.pair else ()
    own = next((figure for figure in ends if figure in other.figures), None)
    words = of_figure(other, own) if own else of_subject(other, first.claim.words)
    return f"We published: {in_marks(words)} ({source(other.publication)}). "


def _is_ours(point: Point, ours: Ours) -> bool:
    other = point.other
    return other is not None and ours(other.publication)
