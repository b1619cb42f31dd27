"""What a channel wants to hear of a brief: nothing of the stories that it has muted."""

from dataclasses import replace

from bot.claims.model import Brief
from bot.desk.desk import Desk
from bot.desk.look_up import phrased
from bot.newsroom.viewer import Viewer


def heard(desk: Desk, viewer: Viewer, brief: Brief) -> Brief:
    """Return the brief in the words that are left when muted stories are left out of it."""
    muted = desk.judgements.muted(viewer, desk.clock())
    touching = {
        end.id
        for link in brief.links
        for end in (link.later, link.earlier)
        if not muted.isdisjoint({link.later.id, link.earlier.id})
    }
    if not touching:
        return brief
    links = tuple(k for k in brief.links if touching.isdisjoint({k.later.id, k.earlier.id}))
    checks = tuple(c for c in brief.checks if touching.isdisjoint({k.id for k in c.claims}))
    return phrased(desk, viewer, replace(brief, links=links, checks=checks))


def is_hushed(desk: Desk, viewer: Viewer, brief: Brief) -> bool:
    """Tell whether a muted story is all that the brief would speak of."""
    left = heard(desk, viewer, brief)
    return left != brief and not left.speaks
