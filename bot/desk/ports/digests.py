"""What the desk needs to make digests: what was recorded, what was told, what came of it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.claims.digest import Memory
from bot.claims.digest.items import Item, Story
from bot.newsroom.digestday import DigestDay
from bot.newsroom.outcome import Settlement
from bot.newsroom.post import Letter, Posting
from bot.newsroom.viewer import Viewer


class Digests(Protocol):
    """Where digests look, and where they remember what they told."""

    def stories(
        self, viewer: Viewer, since: datetime, until: datetime, today: date
    ) -> Sequence[Story]:
        """Return the stories of the viewer's channel, and those that it watches.

        Only stories with something recorded or marked after `since` and up to `until`, or with
        something announced for about `today`; none that the channel has muted.
        """

    def memory(self, viewer: Viewer, since: date) -> Memory:
        """Return what the channel's digests have told on the day or later."""

    def told(
        self,
        posting: Posting,
        ts: str,
        day: DigestDay,
        items: Sequence[Item],
        letters: Sequence[Letter],
    ) -> bool:
        """Remember, in one transaction, that a digest was posted with what stands in it.

        The letter is sent, the day said, `letters` are in the outbox. False when the letter is
        no longer held by that posting: then another sender remembers it.
        """

    def tracked(self, viewer: Viewer, claims: Collection[str]) -> Mapping[str, str]:
        """Return the thread that brought each of the claims into the viewer's channel.

        Only of claims whose story is watched from there; what other channels watch is theirs.
        """

    def settlements(
        self, viewer: Viewer, claims: Collection[str], since: datetime
    ) -> Sequence[Settlement]:
        """Return what people said after `since` came of the events of these claims.

        The newest of each claim, and only of claims that the viewer may see.
        """

    def settle(self, viewer: Viewer, settlement: Settlement, key: str) -> bool:
        """Write what came of an event, once for each key; False if the claim is not seen."""
