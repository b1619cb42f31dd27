"""What the desk needs to keep the days of the clock, each of a channel's once."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from bot.newsroom.channel import Channel
from bot.newsroom.digestday import DigestDay, DigestKind, DigestState
from bot.newsroom.localday import Due


class Days(Protocol):
    """Where the days of digests are kept."""

    def channels(self) -> Sequence[Channel]:
        """Return every channel that wants digests and has the bot in it, of all workspaces."""

    def stopped(self, since: date) -> Sequence[tuple[Channel, date]]:
        """Return channels that want digests but no longer have the bot, with their last day.

        Only those whose last digest came on the day or later.
        """

    def begin(self, channel: Channel, kind: DigestKind, due: Due, now: datetime) -> bool:
        """Claim a day of a channel and put its letter into the outbox, in one transaction.

        False when the day, or a later one, was claimed before. The first day of a channel is
        claimed without a letter: what was recorded before anybody expected a digest is no news.
        """

    def day(self, channel: Channel, kind: DigestKind, day: date) -> DigestDay | None:
        """Return one day's row."""

    def last(self, channel: Channel, kind: DigestKind) -> DigestDay | None:
        """Return the newest row of the channel."""

    def end(self, day: DigestDay, state: DigestState) -> None:
        """Remember what became of the day's digest."""
