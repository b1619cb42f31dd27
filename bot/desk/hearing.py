"""What a channel wants to hear of a brief: nothing of the stories that it has muted."""

from bot.claims.cited import ends, without
from bot.claims.model import Brief
from bot.desk.desk import Desk
from bot.desk.look_up import phrased
from bot.newsroom.viewer import Viewer

Told = tuple[tuple[str, Brief], ...]
"""Briefs, each behind the reading that it tells of."""


def heard(desk: Desk, viewer: Viewer, told: Told) -> Told:
    """Return the briefs as they are left; none where muted stories are all they would speak of."""
    left = tuple((reading, _left(desk, viewer, brief)) for reading, brief in told)
    hushed = (_is_hushed(before, now) for (_, before), (_, now) in zip(told, left, strict=True))
    return () if all(hushed) else left


def is_hushed(desk: Desk, viewer: Viewer, brief: Brief) -> bool:
    """Tell whether a muted story is all that the brief would speak of."""
    return _is_hushed(brief, _left(desk, viewer, brief))


def _is_hushed(before: Brief, now: Brief) -> bool:
    return now != before and not now.speaks


def _left(desk: Desk, viewer: Viewer, brief: Brief) -> Brief:
    """Return the brief in the words that are left when muted stories are left out of it."""
    muted = desk.judgements.muted(viewer, desk.clock())
    pairs = ({end.id for end in ends(link)} for link in brief.links)
    touching = {claim for pair in pairs if not muted.isdisjoint(pair) for claim in pair}
    return phrased(desk, viewer, without(brief, touching)) if touching else brief
