"""How claims go: with their words, with everything that was said of them, wherever it stands."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, or_, select
from sqlmodel import col

from bot.newsroom.act import Deed
from bot.newsroom.forgetting import Found
from storage.channels import is_open
from storage.leasing import post_of
from storage.portions import slices
from storage.redacting import answer_anew, redact
from storage.sight import Sight, row_numbers
from storage.tables import ActRow, ArticleRow, BroughtRow, ClaimRow, VersionRow, bare
from storage.wording import blank


def forget(session: Sight, found: Found, person: str, now: datetime) -> set[int]:
    """Forget what was found in the viewer's own channel.

    Returns the numbers of the articles that have lost a version and have another.
    """
    left = forget_readings(session, _numbers(session, found.readings), person, now)
    forget_claims(session, found.claims, person, now)
    return left


def forget_readings(
    session: Sight, readings: Collection[int], person: str, now: datetime
) -> set[int]:
    """Forget whole readings; return the articles that have lost a version and have another."""
    articles: set[int] = set()
    for some in slices(readings):
        asked = select(ClaimRow).where(col(ClaimRow.reading).in_(some)).with_for_update()
        _let_go(session, session.scalars(asked).all(), person, now)
        gone = select(col(VersionRow.article)).where(col(VersionRow.number).in_(some))
        articles |= set(session.scalars(gone))
        brought = select(BroughtRow).where(col(BroughtRow.reading).in_(some))
        posts = [post_of(row) for row in session.scalars(brought)]
        answer_anew(session, posts, now)
        session.execute(delete(VersionRow).where(col(VersionRow.number).in_(some)))
    return _left(session, articles)


def forget_claims(session: Sight, claims: Collection[str], person: str, now: datetime) -> None:
    """Forget single claims; of their articles all but their words stays."""
    for some in slices(claims):
        asked = select(ClaimRow).where(
            col(ClaimRow.id).in_(some), col(ClaimRow.channel) == session.viewer.channel.id
        )
        rows = session.scalars(asked.with_for_update()).all()
        blank(session, rows)
        _let_go(session, rows, person, now)
        session.execute(
            delete(ClaimRow).where(col(ClaimRow.number).in_([row.known for row in rows]))
        )


def delete_checks(session: Sight, claims: Collection[int]) -> None:
    """Delete every check whose line quotes one of these claims, wherever it was recorded.

    By the bare tables, past the viewer: a check of a private channel may quote a claim that
    goes here, and nobody here may know that there is one. All else goes by foreign keys.
    """
    checks, checked = bare("checks"), bare("checked")
    for some in slices(claims):
        resting = select(checked.c.check).where(checked.c.claim.in_(some))
        session.connection().execute(delete(checks).where(checks.c.number.in_(resting)))


def _let_go(session: Sight, claims: Sequence[ClaimRow], person: str, now: datetime) -> None:
    """Do all that has to be done before the rows of some claims go."""
    here = session.viewer.channel
    shows = is_open(session, here.workspace, here.id)
    ids = [claim.id for claim in claims]
    session.add_all(_act(claim, person, now, public=shows) for claim in claims)
    redact(session, here.workspace, ids, now)
    delete_checks(session, [claim.known for claim in claims])
    _forget_said(session, ids)


def _act(claim: ClaimRow, person: str, now: datetime, *, public: bool) -> ActRow:
    return ActRow(
        workspace=claim.workspace,
        channel=claim.channel,
        public_when_recorded=public and claim.public_when_recorded,
        embargo=claim.embargo,
        claim=claim.id,
        deed=Deed.FORGOTTEN.value,
        person=person,
        done_at=now,
        detail="",
    )


def _forget_said(session: Sight, claims: Collection[str]) -> None:
    """Forget what digests of any channel said of the claims: their items are named by ids.

    By the bare table, past the viewer: what goes here is told nowhere any more.
    """
    digested = bare("digested")
    for some in slices(claims):
        named = or_(*(digested.c.item.contains(claim, autoescape=True) for claim in some))
        here = digested.c.workspace == session.viewer.workspace
        session.connection().execute(delete(digested).where(here, named))


def _numbers(session: Sight, readings: Collection[str]) -> list[int]:
    if not readings:  # nearly every filing only adds
        return []
    own = col(VersionRow.channel) == session.viewer.channel.id
    asked = select(col(VersionRow.number)).where(own, col(VersionRow.id).in_(readings))
    return row_numbers(session, asked)


def _left(session: Sight, articles: Collection[int]) -> set[int]:
    """Delete those of the articles that have no version left, and return the others."""
    if not articles:
        return set()
    asked = select(col(VersionRow.article)).where(col(VersionRow.article).in_(articles))
    left = set(session.scalars(asked))
    empty = set(articles) - left
    session.execute(delete(ArticleRow).where(col(ArticleRow.number).in_(empty)))
    return left
