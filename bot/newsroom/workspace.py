"""What holds for a whole newsroom: its own outlets, its checkers, its limits."""

import re
from dataclasses import dataclass

from bot.claims.model import Publication
from bot.claims.words import fold
from bot.newsroom.status import NEEDS_GROUND, Mark

_SITE = re.compile(r"https?://(?:www\.)?([^/:?#]+)")


@dataclass(frozen=True, slots=True)
class Workspace:
    """The settings of a workspace; an empty tuple or zero means that nothing was set.

    `checkers` are the people (ids) who alone may mark a claim confirmed, false or withdrawn;
    `allowed` are the channels (ids) in which the bot works; `quota` is how many links a channel
    may bring in a day; `owner` is told when something stops; `hold` forbids every deletion.
    """

    id: str
    own_outlets: tuple[str, ...] = ()
    checkers: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    quota: int = 0
    owner: str = ""
    hold: bool = False

    def published(self, publication: Publication) -> bool:
        """Tell whether the newsroom published that: by its outlet's name, or the site's."""
        own = {fold(outlet) for outlet in self.own_outlets}
        site = _SITE.match(publication.url.lower())
        return fold(publication.outlet) in own or bool(site and site[1] in own)

    def may_mark(self, person: str, mark: Mark) -> bool:
        """Tell whether the person may set the mark: some are for checkers, if any are named."""
        return mark not in NEEDS_GROUND or not self.checkers or person in self.checkers
