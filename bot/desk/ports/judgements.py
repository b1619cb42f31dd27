"""What the desk needs to keep what people decide about claims; every call takes the viewer."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.claims.model import Claim
from bot.newsroom.act import Act, Deed
from bot.newsroom.aliases import Alias, Aliases
from bot.newsroom.edit import Edit
from bot.newsroom.judgement import Judgement
from bot.newsroom.post import Post
from bot.newsroom.status import Status
from bot.newsroom.undo import Undo
from bot.newsroom.viewer import Viewer
from bot.newsroom.watch import Mute


class Judgements(Protocol):
    """Marks, corrections, pairs, mutes, names of claimants, and the trail of it all."""

    def mark(self, viewer: Viewer, status: Status, key: str) -> bool:
        """Set a mark, once for each key; False if the viewer may not see the claim."""

    def edit(self, viewer: Viewer, edits: Sequence[Edit], key: str) -> bool:
        """Write corrections of one claim, once a key; False if the viewer may not see it."""

    def pair(
        self, viewer: Viewer, deed: Deed, pair: tuple[str, str], person: str, now: datetime
    ) -> bool:
        """Remember that a pair (later, earlier) was JOINED or PARTED; False if unseen."""

    def separate(
        self, viewer: Viewer, deed: Deed, pair: tuple[str, str], person: str, now: datetime
    ) -> bool:
        """Let go of what anybody said of a pair; False if nobody had."""

    def parted(self, viewer: Viewer, claims: Collection[str]) -> Sequence[tuple[Claim, Claim]]:
        """Return the pairs (later, earlier) with one of the claims that people parted."""

    def mute(self, viewer: Viewer, mute: Mute) -> bool:
        """Mute the claim's story in the viewer's channel; False if the claim is not seen."""

    def unmute(self, viewer: Viewer, claim: str, person: str, now: datetime) -> bool:
        """Let the channel hear again of the claim's story; False if it was not muted."""

    def muted(self, viewer: Viewer, now: datetime) -> frozenset[str]:
        """Return the ids of all claims in stories that the viewer's channel has muted."""

    def undo(self, viewer: Viewer, undo: Undo, now: datetime) -> tuple[str, ...]:
        """Take a decision of the person's own back; return the ids of the claims concerned."""

    def of(self, viewer: Viewer, claims: Collection[str]) -> Mapping[str, Judgement]:
        """Return what people decided about each of the claims of which they decided anything."""

    def as_read(self, viewer: Viewer, claim: str) -> tuple[Claim, tuple[Edit, ...]] | None:
        """Return a claim as the machine read it, with the edits that hold; None if not seen."""

    def trail(self, viewer: Viewer, claim: str) -> Sequence[Act]:
        """Return what was done with the claim, newest first."""

    def replies_with(self, viewer: Viewer, claims: Collection[str]) -> Sequence[Post]:
        """Return the posts whose reply has to be put right when the claims are judged anew."""

    def aliases(self, viewer: Viewer) -> Aliases:
        """Return the names that people said are one."""

    def keep_alias(self, viewer: Viewer, alias: Alias) -> None:
        """Keep an alias, in place of what this channel said of that name before."""

    def forget_alias(self, viewer: Viewer, alias: str) -> bool:
        """Let go of an alias; False if there is none."""

    def claimants(self, viewer: Viewer) -> Sequence[str]:
        """Return the names of claimants on record, those of the newest claims first."""
