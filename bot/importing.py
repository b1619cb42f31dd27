"""Past stories into the archive: each article once, however often it is begun, silent in Slack."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.articles.past import Past, past
from bot.claims.model import Article
from bot.desk.bring_in import incoming_of
from bot.desk.desk import Desk
from bot.desk.take import LEASE, take
from bot.newsroom.post import Event
from bot.newsroom.trouble import NotFound, Trouble

LAST = datetime.max.replace(tzinfo=UTC)
NOT_IN = (
    "The bot sees no channel {channel}: give the id of one that it was invited to (it ends the "
    "channel's link), as in --channel C0123456789."
)


@dataclass(frozen=True, slots=True)
class Into:
    """Where the claims are recorded, by whose visibility they then go."""

    workspace: str
    channel: str


def found_in(paths: Sequence[Path], tell: Callable[[str], None]) -> list[Past]:
    """Return all that the files hold, dated articles in order of publication, links last.

    `tell` hears a line for each thing that cannot be read.
    """
    return sorted((one for path in paths for one in past(path, tell)), key=_order)


def bring_in(
    desk: Desk, into: Into, pasts: Iterable[Past], tell: Callable[[str], None]
) -> tuple[int, int]:
    """Record the articles one by one; return how many were new, and how many were in already.

    May be stopped at any moment and begun again. `tell` hears a line for each article that
    cannot be had; it is tried again later like any event. Raises NotFound when the bot is not
    in the channel.
    """
    if not desk.channel(into.workspace, into.channel).member:
        raise NotFound(NOT_IN.format(channel=into.channel))
    new = known = 0
    for one in pasts:
        if desk.inbox.put(incoming_of(one, into.workspace, into.channel), desk.clock()):
            new += 1
        else:
            known += 1
        while _dealt_with_one(desk, tell):
            pass
    return new, known


def _dealt_with_one(desk: Desk, tell: Callable[[str], None]) -> bool:
    leased = desk.inbox.lease(desk.clock(), LEASE)
    if leased is None:
        return False
    try:
        take(desk, leased)
    except Trouble as trouble:
        desk.inbox.fail(leased, desk.clock(), type(trouble).__name__)
        if leased.incoming.event is Event.IMPORTED:
            tell(f"{' '.join(leased.incoming.links) or 'an article'}: {trouble}")
    return True


def _order(one: Past) -> tuple[int, datetime]:
    """Order by publication; undated articles and then links as they came."""
    if not isinstance(one, Article):
        return 2, LAST
    published = one.publication.published
    return (0, published) if published else (1, LAST)
