"""What the desk needs to forget: what there is of it, what people hold on to, what is old."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.newsroom.channel import Channel
from bot.newsroom.forgetting import Found, Spared, Swept, Wanted
from bot.newsroom.post import Leased, Letter, Post
from bot.newsroom.viewer import Viewer


class Forgetting(Protocol):
    """Where claims go; nothing is forgotten but from the channel where it was recorded."""

    def find(self, viewer: Viewer, wanted: Wanted) -> Found:
        """Return what there is of it in the viewer's own channel, and of its words elsewhere."""

    def forgotten(self, viewer: Viewer, claim: str) -> datetime | None:
        """Return when a claim was forgotten, None if the viewer may not know of it."""

    def spared(self, post: Post, readings: Collection[str]) -> Sequence[Spared]:
        """Return those of the post's readings with which people worked, or that others bring."""

    def showed(self, letter: Letter, sent: str, claims: Collection[str], now: datetime) -> None:
        """Remember which claims a message (its ts) or file (its id) of ours shows.

        Where one of them went while it was being sent, a letter takes the words back.
        """

    def ageing(self) -> Sequence[Channel]:
        """Return every channel in which readings go when they are old."""

    def sweep(self, channel: Channel, day: date, before: datetime, now: datetime) -> Swept | None:
        """Forget what was recorded before a moment, once a channel and day; None if done."""

    def forget_most(self, viewer: Viewer, leased: Leased, found: Found) -> Found:
        """Forget all but the last portion of what a person wants gone; return that.

        Raises NotAllowed where a legal hold is set meanwhile.
        """

    def forget_channel(self, workspace: str, channel: str, now: datetime) -> None:
        """Forget all that was recorded in a channel, and the channel."""

    def leave(self, workspace: str, now: datetime) -> None:
        """Drop a workspace's token, as it took the bot away then: nothing is sent there any more.

        Nothing becomes of it where the bot was installed again since.
        """

    def come_back(self, workspace: str) -> None:
        """Remember that the bot is in the workspace again, and that its token is of no other."""

    def left(self, before: datetime) -> Sequence[str]:
        """Return the workspaces, none on hold, that took the bot away before a moment."""

    def forget_workspace(self, workspace: str) -> None:
        """Forget a workspace with all that is on record there, the trail included."""
