"""What one incoming event changes in the archive, and how a reading lies there."""

from dataclasses import dataclass

from bot.claims.model import Brief, Reading
from bot.newsroom.channel import Channel
from bot.newsroom.post import Leased, Letter


@dataclass(frozen=True, slots=True)
class Filed:
    """A reading as it lies in the archive."""

    article: str  # the archive's id of this version of the article
    text_hash: str
    version: int


@dataclass(frozen=True, slots=True)
class Filing:
    """All that one incoming event changes, to be done in ONE transaction.

    `article` is the archive's id for `brief` (None when nothing was read); `withdrawn` are ids of
    readings that go (their post was deleted or edited); `letters` go to the outbox; `leased` is
    marked done. `text_hash` is of the article's text and `link` its canonical address ("" for
    typed or pasted text).
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
