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

    `article` is the archive's id for `brief` (None when nothing was read); `withdrawn` are ids of
    readings that the post no longer brings in (it was deleted or edited), each of which goes once
    no other post brings it in; `letters` go to the outbox; `leased` is marked done. `text_hash`
    is of the article's text and `link` its canonical address ("" for typed or pasted text).
    `forgotten` is what a person wants gone with all that was said of it, asked for by the event's.
    `more` are the further articles of a message with several links; `entries` gives them all.
    """

    leased: Leased
    channel: Channel
    article: str | None = None
    reading: Reading | None = None
    brief: Brief | None = None
    link: str = ""
    text_hash: str = ""
    version: int = 1
    withdrawn: tuple[str, ...] = ()
    letters: tuple[Letter, ...] = ()
    more: tuple[Entry, ...] = ()
    forgotten: Found = NOTHING

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return every article that the post brings in, in the order of its links."""
        if self.article is None:
            return self.more
        first = Entry(
            self.article, self.reading, self.brief, self.link, self.text_hash, self.version
        )
        return (first, *self.more)
