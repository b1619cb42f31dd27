"""What people have decided about claims, told with their names: marks, edits, the trail."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from bot.claims.cited import cited
from bot.claims.model import Brief
from bot.desk.desk import Desk
from bot.newsroom.act import Act
from bot.newsroom.judgement import Judgement
from bot.newsroom.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Trail:
    """What people decided about one claim, and all that was done with it, newest first."""

    judgement: Judgement
    acts: tuple[Act, ...] = ()


def judged(desk: Desk, viewer: Viewer, claims: Collection[str]) -> Mapping[str, Judgement]:
    """Return what people decided about the claims; each person stands there by name."""
    found = desk.judgements.of(viewer, claims) if claims else {}
    return {claim: _named(desk, viewer, one) for claim, one in found.items()}


def judged_in(desk: Desk, viewer: Viewer, *briefs: Brief) -> Mapping[str, Judgement]:
    """Return what people decided about all claims that the briefs may show."""
    return judged(desk, viewer, {claim.id for brief in briefs for claim in cited(brief)})


def trail(desk: Desk, viewer: Viewer, claim: str) -> Trail:
    """Return what people decided about one claim and the trail of it, with their names."""
    acts = desk.judgements.trail(viewer, claim)
    told = tuple(replace(act, person=_name(desk, viewer, act.person)) for act in acts)
    return Trail(judged(desk, viewer, [claim]).get(claim, Judgement()), told)


def _named(desk: Desk, viewer: Viewer, found: Judgement) -> Judgement:
    status = found.status
    if status:
        status = replace(status, person=_name(desk, viewer, status.person))
    return Judgement(
        status,
        tuple(replace(edit, person=_name(desk, viewer, edit.person)) for edit in found.edits),
        tuple(replace(same, person=_name(desk, viewer, same.person)) for same in found.same),
    )


def _name(desk: Desk, viewer: Viewer, person: str) -> str:
    return desk.name_of(viewer.workspace, person)
