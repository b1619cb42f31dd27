"""How rows become articles' publications, claims, links and checks again."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import timedelta, timezone
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import defer
from sqlmodel import col

from bot.claims.compare import compare
from bot.claims.model import (
    Brief,
    Certainty,
    Check,
    CheckKind,
    Claim,
    Difference,
    DifferenceKind,
    Figure,
    Link,
    Modifier,
    Origin,
    Outcome,
    Polarity,
    Publication,
    RelationKind,
    Scope,
    When,
)
from bot.newsroom.aliases import Aliases
from bot.newsroom.edit import Facet
from bot.newsroom.facets import corrected
from storage.aliases import aliases_of
from storage.correcting import Said, any_edits, edits_of
from storage.parting import unparted
from storage.sight import Sight
from storage.tables import (
    CheckedRow,
    CheckRow,
    ClaimRow,
    FigureRow,
    RelationRow,
    SourcingRow,
    VersionRow,
)

WITHOUT_TEXT = defer(VersionRow.text)  # type: ignore[arg-type]  # a column, said to be a str
"""Leaves the text of an article, which may be long, where it lies."""

NONE: Mapping[int, Claim] = {}

FACETS_OF_FIGURES = tuple(facet.name for facet in fields(Figure))
FACETS = tuple(getattr(FigureRow, name) for name in FACETS_OF_FIGURES)


WEIGHING = frozenset({Facet.FIGURE, Facet.WHEN, Facet.POLARITY, Facet.CERTAINTY})
"""Facets on which checks rest: once a person has put one right, the old check says nothing."""


def claims_where(session: Sight, condition: ColumnElement[bool]) -> dict[int, Claim]:
    """Return the claims that the session's viewer may see, by row number, oldest row first.

    What people corrected, as far as the viewer may see it, lies over what was read; claimants are
    known by the names that people said.
    """
    said = said_where(session, condition)
    edits, read = edits_of(session, said), as_read(session, said)
    now = {
        number: corrected(claim, edits[number]) if number in edits else claim
        for number, claim in read.items()
    }
    aliases = aliases_of(session) if now else Aliases()
    if not aliases.all:
        return now
    return {n: replace(one, known_as=aliases.known_as(one.claimant)) for n, one in now.items()}


def said_where(session: Sight, condition: ColumnElement[bool]) -> Sequence[Said]:
    """Return the rows of claims and of the readings in which they stand, oldest first."""
    asked = (
        select(ClaimRow, VersionRow)
        .join(VersionRow, col(VersionRow.number) == col(ClaimRow.reading))
        .where(condition)
        .order_by(col(ClaimRow.number))
        .options(WITHOUT_TEXT)
    )
    return [(row, version) for row, version in session.execute(asked).all()]


def as_read(session: Sight, said: Sequence[Said]) -> dict[int, Claim]:
    """Return the claims as the machine read them, by row number."""
    numbers = [row.known for row, _ in said]
    figures, chains = _figures(session, numbers), _chains(session, numbers)
    publications = {version.known: publication_of(version) for _, version in said}
    return {
        row.known: _claim(row, publications[row.reading], figures[row.known], chains[row.known])
        for row, _ in said
    }


def links_where(
    session: Sight, condition: ColumnElement[bool], known: Mapping[int, Claim] = NONE
) -> tuple[Link, ...]:
    """Return the links both of whose claims the session's viewer may see, in order.

    Where a person has corrected one of the two, or said by what name its claimant goes, they are
    compared anew. `known` are claims that were read just now, by row number.
    """
    rows = session.scalars(
        select(RelationRow).where(condition).order_by(col(RelationRow.number))
    ).all()
    numbers = {end for row in rows for end in (row.later, row.earlier)}
    ends, facets = claims_numbered(session, numbers, known), _edited(session, numbers)
    links = (
        (row, _link(row, ends[row.later], ends[row.earlier]))
        for row in rows
        if row.later in ends and row.earlier in ends
    )
    return tuple(
        _anew(link) if {row.later, row.earlier} & facets.keys() or _renamed(link) else link
        for row, link in links
    )


def checks_where(
    session: Sight, condition: ColumnElement[bool], known: Mapping[int, Claim] = NONE
) -> tuple[Check, ...]:
    """Return the checks all of whose claims the session's viewer may see, in order.

    One that rests on what a person has put right since is left out. `known` are claims that were
    read just now, by row number.
    """
    checks = session.scalars(
        select(CheckRow).where(condition).order_by(col(CheckRow.number))
    ).all()
    resting = _resting(session, {row.known for row in checks})
    numbers = {one for several in resting.values() for one in several}
    claims, facets = claims_numbered(session, numbers, known), _edited(session, numbers)
    shaken = {number for number, edited in facets.items() if edited & WEIGHING}
    return tuple(
        Check(CheckKind(row.kind), tuple(claims[one] for one in resting[row.known]), row.line)
        for row in checks
        if sum(one in claims for one in resting[row.known]) == row.rests_on
        and shaken.isdisjoint(resting[row.known])
    )


def claims_numbered(
    session: Sight, numbers: Collection[int], known: Mapping[int, Claim] = NONE
) -> dict[int, Claim]:
    """Return those of the claims with these row numbers that the viewer may see.

    `known` are claims that were read just now, by row number: they are not read again.
    """
    found = {number: known[number] for number in numbers if number in known}
    unknown = [number for number in numbers if number not in known]
    return found | claims_where(session, col(ClaimRow.number).in_(unknown)) if unknown else found


def _edited(session: Sight, numbers: Collection[int]) -> dict[int, set[Facet]]:
    """Return which facets of which of these claims people have corrected."""
    if not numbers or not any_edits(session):  # spares reading the claims once more
        return {}
    edits = edits_of(session, said_where(session, col(ClaimRow.number).in_(numbers)))
    return {number: {edit.facet for edit in made} for number, made in edits.items() if made}


def _renamed(link: Link) -> bool:
    return bool(link.later.known_as or link.earlier.known_as)


def _anew(link: Link) -> Link:
    relation, differences = compare(link.later, link.earlier)
    return replace(link, relation=relation, differences=differences)


def brief_of(session: Sight, version: VersionRow) -> Brief:
    """Return the brief of a reading: its claims, links and checks as the viewer may see them."""
    claims = claims_where(session, col(ClaimRow.reading) == version.known)
    links = links_where(session, (col(RelationRow.reading) == version.known) & unparted(), claims)
    checks = checks_where(session, col(CheckRow.reading) == version.known, claims)
    return Brief(publication_of(version), tuple(claims.values()), links, checks)


def publication_of(version: VersionRow) -> Publication:
    """Return the publication; its moment has the local date that the article printed."""
    zone = timezone(timedelta(seconds=version.published_offset))
    return Publication(
        url=version.url,
        outlet=version.outlet,
        title=version.title,
        published=version.published.astimezone(zone) if version.published else None,
        basis=version.basis,
        origin=Origin(version.origin),
    )


def _claim(
    row: ClaimRow, publication: Publication, figures: Iterable[Figure], via: Iterable[str]
) -> Claim:
    return Claim(
        id=row.id,
        publication=publication,
        quote=row.quote,
        start=row.start,
        end=row.end,
        claimant=row.claimant,
        cue=row.cue,
        via=tuple(via),
        polarity=Polarity(row.polarity),
        certainty=Certainty(row.certainty),
        figures=tuple(figures),
        when=_when(row),
        places=tuple(row.places),
        names=frozenset(row.names),
        words=frozenset(row.words),
        about=tuple(row.about),
        conditional=row.conditional,
    )


def _when(row: ClaimRow) -> When | None:
    if row.when_start is None or row.when_end is None:
        return None
    return When(row.when_start, row.when_end, row.when_text)


def _figures(session: Sight, claims: Collection[int]) -> defaultdict[int, list[Figure]]:
    """Return the figures of the claims, read as bare columns: there are many of them."""
    figures: defaultdict[int, list[Figure]] = defaultdict(list)
    asked = select(col(FigureRow.claim), *FACETS).where(col(FigureRow.claim).in_(claims))
    for claim, *facets in session.execute(asked.order_by(*_in_order(FigureRow))):
        figures[claim].append(_figure(dict(zip(FACETS_OF_FIGURES, facets, strict=True))))
    return figures


def _figure(facets: dict[str, Any]) -> Figure:
    kinds = {"modifier": Modifier, "scope": Scope, "outcome": Outcome}
    said = {name: kind(facets[name]) for name, kind in kinds.items() if facets[name]}
    return Figure(**facets | said)


def _chains(session: Sight, claims: Collection[int]) -> defaultdict[int, list[str]]:
    chains: defaultdict[int, list[str]] = defaultdict(list)
    asked = select(col(SourcingRow.claim), col(SourcingRow.via))
    own = asked.where(col(SourcingRow.claim).in_(claims)).order_by(*_in_order(SourcingRow))
    for claim, via in session.execute(own):
        chains[claim].append(via)
    return chains


def _in_order(table: type[FigureRow | SourcingRow]) -> tuple[Any, Any]:
    return col(table.claim), col(table.position)


def _link(row: RelationRow, later: Claim, earlier: Claim) -> Link:
    return Link(
        later=later,
        earlier=earlier,
        relation=RelationKind(row.relation),
        differences=tuple(
            Difference(DifferenceKind(told["kind"]), told["before"], told["after"], told["line"])
            for told in row.differences
        ),
        shown=row.shown,
        why=tuple(row.why),
        score=row.score,
    )


def _resting(session: Sight, checks: Collection[int]) -> defaultdict[int, list[int]]:
    """Return the row numbers of the claims that each check rests on, hidden ones included."""
    resting: defaultdict[int, list[int]] = defaultdict(list)
    asked = select(CheckedRow).where(col(CheckedRow.check).in_(checks))
    for row in session.scalars(asked.order_by(col(CheckedRow.check), col(CheckedRow.position))):
        resting[row.check].append(row.claim)
    return resting
