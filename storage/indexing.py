"""How claims come into the index by which they are found: which of them, and in which scope."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import blake2b

from sqlalchemy import ColumnElement, and_, delete, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from bot.claims.model import Claim
from bot.newsroom.channel import Channel
from storage.channels import is_open
from storage.keying import put
from storage.portions import slices
from storage.rebuilding import WITHOUT_TEXT, claims_where
from storage.sight import Sight
from storage.tables import ClaimRow, KeyedRow, KeyRow, VersionRow
from storage.turns import Turn, take_turn

KeysOf = Callable[[Claim], Collection[str]]
"""Gives the words and names by which a claim is to be found, each as often as it counts."""

EVERY = ""
"""A key that every claim of a scope has: its count is how many there are."""

ARTICLES_AT_ONCE = 100


def scoped(scope: str, key: str) -> int:
    """Return 63 bits of a hash over both: a number without sign in every database."""
    digest = blake2b(f"{scope}\0{key}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def own(channel: Channel) -> str:
    """Return the scope of what shows in the channel alone."""
    return f"channel\0{channel.workspace}\0{channel.id}"


def everybodys(channel: Channel) -> str:
    """Return the scope of what shows all over the channel's workspace."""
    return f"workspace\0{channel.workspace}"


def held_back(workspace: str, channel: str, until: datetime) -> str:
    """Return the scope of what shows all over the workspace once an embargo of a channel ends."""
    return f"embargo\0{workspace}\0{channel}\0{until.astimezone(UTC).isoformat()}"


def hold_index(session: Sight) -> None:
    """Make others wait who write the index, to the end of the transaction.

    Two that count the same keys in another order would wait for each other for good.
    """
    take_turn(session.connection(), Turn.INDEX)


def refresh(session: Sight, articles: Collection[int], keys_of: KeysOf) -> None:
    """Index the claims of the newest version of each of the viewer's articles, and no others."""
    for some in slices(sorted(articles), ARTICLES_AT_ONCE):
        _forget(session, some)
        every: dict[int, int] = {}
        said: dict[int, list[int]] = {}
        for number, claim, scope in _newest(session, some):
            every[number] = scoped(scope, EVERY)
            said[number] = [scoped(scope, key) for key in keys_of(claim)]
        put(session, every, said)


def _newest(session: Sight, articles: Sequence[int]) -> Iterator[tuple[int, Claim, str]]:
    """Yield the claims of the articles' newest versions, and the scope of each."""
    newest = (col(VersionRow.article).in_(articles), is_newest())
    versions = session.scalars(select(VersionRow).where(*newest).options(WITHOUT_TEXT)).all()
    scopes = _scopes(session, versions)
    asked = (
        select(col(ClaimRow.number), col(ClaimRow.reading))
        .join(VersionRow, col(VersionRow.number) == col(ClaimRow.reading))
        .where(*newest)
    )
    of = {number: scopes[reading] for number, reading in session.execute(asked).all()}
    claims = claims_where(session, and_(*newest))
    yield from ((number, claim, of[number]) for number, claim in claims.items())


def _scopes(session: Sight, versions: Sequence[VersionRow]) -> Mapping[int, str]:
    """Return the scope of each version's claims, and note in its row what an embargo makes of it.

    One whose moment has not come is a scope of its own: nothing has to be done when it comes.
    """
    here, now = session.viewer.channel, session.viewer.now
    shows = is_open(session, here.workspace, here.id)
    scopes = {}
    for version in versions:
        public = shows and version.public_when_recorded
        embargo = version.embargo if version.embargo and version.embargo > now else None
        version.keyed_until = embargo if public else None
        apart = public and embargo and held_back(here.workspace, here.id, embargo)
        scopes[version.known] = apart or (everybodys(here) if public else own(here))
    return scopes


def is_newest(version: type[VersionRow] = VersionRow) -> ColumnElement[bool]:
    """Say that a version is the newest of its article."""
    newer = aliased(VersionRow)
    overtaken = (
        select(col(newer.number))
        .where(col(newer.article) == col(version.article))
        .where(col(newer.version) > col(version.version))
    )
    return ~overtaken.exists()


def _forget(session: Sight, articles: Sequence[int]) -> None:
    claims = (
        select(col(ClaimRow.number))
        .join(VersionRow, col(VersionRow.number) == col(ClaimRow.reading))
        .where(col(VersionRow.article).in_(articles))
    )
    for table in (KeyRow, KeyedRow):
        session.execute(delete(table).where(col(table.claim).in_(claims)))
