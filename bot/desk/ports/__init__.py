"""What the desk needs of the world: an archive, an inbox, an outbox, a reader and a clock."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from bot.claims.model import Article, Brief, Claim, Link, Reading
from bot.newsroom.channel import Channel
from bot.newsroom.filing import Filed, Filing
from bot.newsroom.pasted import Pasted
from bot.newsroom.post import Incoming, Leased, Letter, Post, Posting, Wait
from bot.newsroom.viewer import Viewer

__all__ = [
    "Archive",
    "Canonical",
    "Clock",
    "Fetch",
    "Filed",
    "Filing",
    "Inbox",
    "LookUp",
    "NewId",
    "Outbox",
    "Read",
    "Think",
    "TypeIn",
]

Clock = Callable[[], datetime]
"""Gives the present moment, aware, in UTC."""

NewId = Callable[[], str]
"""Gives a fresh id for an article of the archive, random: 16 hex digits."""

Fetch = Callable[[str], Article]
"""Opens a link and reads the article behind it; raises LinkTrouble or TextTrouble."""

Canonical = Callable[[str], str]
"""Gives the one spelling of an address that its many pasted spellings share."""

TypeIn = Callable[[Pasted], Article]
"""Makes an article of the words that a person put in; raises TextTrouble."""

Read = Callable[[Article], Reading]
"""Finds the claims of an article; raises TextTrouble."""

Think = Callable[[Reading, Sequence[Claim]], Brief]
"""Compares a reading with earlier claims and puts in words what is worth telling."""

LookUp = Callable[[str, str], Channel]
"""Asks Slack how a channel (workspace, id) is now; one that the bot cannot see has outsiders."""


class Archive(Protocol):
    """Where claims are kept; every read takes the viewer."""

    def candidates(self, viewer: Viewer, keys: Collection[str], limit: int) -> Sequence[Claim]:
        """Return claims that share a key, most shared and newest first, none of a hidden place."""

    def file(self, filing: Filing) -> bool:
        """Do all of the filing or nothing; False if the lease was lost to another worker."""

    def channel(self, workspace: str, channel: str) -> Channel:
        """Return the channel as last seen; an unknown one is private."""

    def keep_channel(self, channel: Channel) -> None:
        """Remember the channel as it is now."""

    def index_some(self) -> bool:
        """Index a portion of what is to be indexed anew; False when there is nothing."""

    def readings_of(self, post: Post) -> Sequence[Filed]:
        """Return the readings that this post brought in."""

    def latest(self, viewer: Viewer, link: str) -> Filed | None:
        """Return the newest version of the link that was recorded in the viewer's own channel."""

    def said_in_thread(self, post: Post, text_hash: str) -> bool:
        """Tell whether this very text was brought into the post's thread before."""

    def brief(self, viewer: Viewer, article: str) -> Brief | None:
        """Return the brief of a reading, without any link or check that the viewer may not see."""

    def claim(self, viewer: Viewer, claim_id: str) -> Claim | None:
        """Return the claim, None when there is none or the viewer may not see it."""

    def links_of(self, viewer: Viewer, claim_id: str) -> Sequence[Link]:
        """Return all links of a claim to others, whichever of the two was read first."""

    def article_of(self, viewer: Viewer, claim_id: str) -> str | None:
        """Return the id of the reading that the claim stands in, None as `claim` does."""

    def newest(self, viewer: Viewer) -> str | None:
        """Return the reading recorded last in the viewer's own channel."""


class Inbox(Protocol):
    """What came in and is not yet dealt with."""

    def put(self, incoming: Incoming, now: datetime) -> bool:
        """Keep the event; False when it is there already."""

    def lease(self, now: datetime, seconds: float) -> Leased | None:
        """Hand out the oldest event that is due and that nobody holds."""

    def done(self, leased: Leased) -> bool:
        """Mark as dealt with and blank its text; False if the lease was lost."""

    def overtaken(self, leased: Leased) -> bool:
        """Tell whether a newer edit or the deletion of the same post came in too.

        Events come out of order: a deletion may be here before the message that it deletes.
        """

    def fail(self, leased: Leased, now: datetime, reason: str) -> bool:
        """Put back with a growing delay; True when it has failed too often and is now dead."""

    def waits(self, now: datetime, longer: timedelta) -> Sequence[Wait]:
        """Return who has waited longer, by person and channel; some of them, if there are many."""


class Outbox(Protocol):
    """What is to be said and has not been said yet."""

    def put(self, letter: Letter, now: datetime) -> bool:
        """Keep the letter; False when one with its key is there already."""

    def take(self, now: datetime, seconds: float) -> Posting | None:
        """Hand out the oldest letter that is due, one at a time for each channel, as `posting`."""

    def still(self, posting: Posting, now: datetime, seconds: float) -> bool:
        """Hold the letter for so long from now; False when another sender has taken it over."""

    def posted(self, posting: Posting, ts: str, now: datetime) -> None:
        """Mark as sent; `ts` is the message's, empty for reactions and ephemeral words."""

    def postpone(self, posting: Posting, until: datetime, reason: str) -> None:
        """Try again then, and do not count this try: it posted nothing."""

    def give_up(self, posting: Posting, now: datetime, reason: str) -> None:
        """Mark as dead; it shows in `python -m bot check`."""

    def resume(self, workspace: str, channel: str, now: datetime) -> bool:
        """Make due what was to be put right in a channel when we could not; False for nothing."""

    def resume_since(self, before: datetime, now: datetime, but: Collection[str]) -> bool:
        """Make due what was to be put right and was given up before a moment; False for nothing.

        Not what Slack refused for a reason in `but`.
        """

    def reply_to(self, post: Post) -> str:
        """Return the ts of our reply to a post, empty when there is none."""
