"""The corrections of people, laid over what was read whenever a claim is rebuilt."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlmodel import col

from bot.newsroom.edit import Edit, Facet
from storage.deeds import is_any, standing
from storage.sight import Sight
from storage.tables import ClaimRow, EditRow, VersionRow

Said = tuple[ClaimRow, VersionRow]
"""A claim's row and that of the reading in which it stands."""


def edits_of(session: Sight, said: Sequence[Said]) -> Mapping[int, tuple[Edit, ...]]:
    """Return the edits that hold for each claim, oldest first, by its row number.

    One of a claim holds for the same quote in later versions of its article too: what a person
    put right stays right when the page changes elsewhere.
    """
    if not said or not any_edits(session):
        return {}
    articles = {version.article for _, version in said}
    made = defaultdict[tuple[int, str], list[tuple[int, EditRow]]](list)
    for edit, quote, article, version in session.execute(
        select(EditRow, col(ClaimRow.quote), col(VersionRow.article), col(VersionRow.version))
        .join(ClaimRow, col(ClaimRow.number) == col(EditRow.claim))
        .join(VersionRow, col(VersionRow.number) == col(ClaimRow.reading))
        .where(standing(EditRow), col(VersionRow.article).in_(articles))
        .order_by(col(EditRow.number))
    ).all():
        made[article, quote].append((version, edit))
    if not made:
        return {}
    return {
        row.known: tuple(
            as_edit(edit, row.id)
            for since, edit in made[version.article, row.quote]
            if since <= version.version
        )
        for row, version in said
        if (version.article, row.quote) in made
    }


def any_edits(session: Sight) -> bool:
    """Tell whether people have corrected anything that the viewer may see: mostly not."""
    return is_any(session, select(col(EditRow.number)).where(standing(EditRow)))


def as_edit(row: EditRow, claim: str) -> Edit:
    """Return the edit as one of the claim with this id."""
    return Edit(
        claim=claim,
        facet=Facet(row.facet),
        before=row.before,
        after=row.after,
        person=row.person,
        edited_at=row.edited_at,
        position=row.position,
    )
