"""What a person sees in the bot's Home tab: what is his own and nothing hidden."""

from dataclasses import dataclass
from datetime import datetime

from bot.claims.digest import Digest
from bot.claims.model import Claim
from bot.newsroom.channel import Channel
from bot.newsroom.status import Status
from bot.newsroom.watch import Watched


@dataclass(frozen=True, slots=True)
class Hall:
    """A channel of the person's with the bot in it; `works` tells whether the bot works there.

    `coming` is when its next digest is due, None for never.
    """

    channel: Channel
    works: bool
    coming: datetime | None


@dataclass(frozen=True, slots=True)
class Home:
    """All of the tab; `page` is that of the watches, from 1."""

    watches: tuple[Watched, ...] = ()
    due: Digest | None = None
    reopened: tuple[tuple[Claim, Status], ...] = ()
    halls: tuple[Hall, ...] = ()
    page: int = 1
