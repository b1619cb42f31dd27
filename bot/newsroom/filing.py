"""What one incoming event changes in the archive, and how a reading lies there."""

from dataclasses import dataclass
from datetime import datetime

from bot.claims.model import Brief, Reading
from bot.newsroom.channel import Channel
from bot.newsroom.forgetting import NOTHING, Found
from bot.newsroom.post import Leased, Letter


@dataclass(frozen=True, slots=True)
class Filed:
    """A reading as it lies in the archive."""

    article: str  # the archive's id of this version of the article
    text_hash: str
    version: int
    link: str = ""  # canonical; empty for typed or pasted text


@dataclass(frozen=True, slots=True)
class Entry:
    """One article that a post brings in, under the archive's id for it.

    `reading` and `brief` are None when the channel has this very text already: then the post
    stands for that reading too, and nothing is filed twice. `embargo` is the moment before which
    nothing of the article shows outside its channel; None says nothing of one.
    """

    article: str
    reading: Reading | None
    brief: Brief | None
    link: str = ""
    text_hash: str = ""
    version: int = 1
    embargo: datetime | None = None


@dataclass(frozen=True, slots=True)
class Filing:
    """All that one incoming event changes, to be done in ONE transaction.

    `entries` are the articles that the post brings in, in the order of its links; `letters` go to
    the outbox; `withdrawn` are ids of readings that the post no longer brings in (it was deleted
    or edited), each of which goes once no other post brings it in; `leased` is marked done.
    `forgotten` is what a person wants gone with all that was said of it, asked for by the event's.
    """

    leased: Leased
    channel: Channel
    entries: tuple[Entry, ...] = ()
    letters: tuple[Letter, ...] = ()
    withdrawn: tuple[str, ...] = ()
    forgotten: Found = NOTHING
