"""Reading what a person pasted or typed: from a link to an entry for the archive."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from hashlib import sha256

from bot.claims.model import Article, Claim
from bot.claims.think import keys_of, others
from bot.desk.desk import Desk
from bot.desk.naming import by_their_names, keys_by_name
from bot.newsroom.embargo import printed
from bot.newsroom.filing import Entry
from bot.newsroom.trouble import LinkRefused, Trouble
from bot.newsroom.viewer import Viewer

MOST_LINKS = 5
MOST_CANDIDATES = 400
SENSITIVE = (
    "This channel is marked sensitive, so I open no links here: fetching a page tells its owner "
    "that somebody looks. Paste the text with /claim add."
)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What came of some links: the entries to file, and a line for each that made trouble."""

    entries: tuple[Entry, ...] = ()
    troubles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """What goes on record with an article, and the ids of the claims that go off it with that."""

    entries: Sequence[Entry] = ()
    leaving: Collection[str] = ()


def gather(
    desk: Desk, viewer: Viewer, links: Sequence[str], leaving: Collection[str] = ()
) -> Gathered:
    """Open and read the first five links; each is compared with those before it too.

    `leaving` are the ids of claims that go when this is filed: nothing is compared with them.
    """
    entries: list[Entry] = []
    troubles: list[str] = []
    for link in links[:MOST_LINKS]:
        try:
            entry = _open(desk, viewer, link, Beside(entries, leaving))
        except Trouble as trouble:
            troubles.append(f"{link}: {trouble}")  # in a busy channel it must be clear which
        else:
            if entry.article not in {one.article for one in entries}:
                entries.append(entry)
    return Gathered(tuple(entries), (*troubles, *_left_out(len(links))))


def enter(
    desk: Desk, viewer: Viewer, article: Article, link: str = "", beside: Beside = Beside()
) -> Entry:
    """Read an article for the archive; a text that the channel has already is not read again.

    Where it says of itself that it is under embargo, so it is.
    """
    text_hash = _hash_of(article)
    latest = desk.archive.latest(viewer, link) if link else None
    if latest and latest.text_hash == text_hash:
        return Entry(latest.article, None, None, link, text_hash, latest.version)
    aliases = desk.judgements.aliases(viewer)
    reading = by_their_names(desk.read(article), aliases)
    asked = keys_of(reading) | keys_by_name(reading, aliases)
    found = desk.archive.candidates(viewer, asked, MOST_CANDIDATES)
    staying = [claim for claim in found if claim.id not in beside.leaving]
    earlier = others(reading, [*_claims(beside.entries), *staying])
    version = latest.version + 1 if latest else 1
    brief = desk.think(reading, earlier)
    held = printed(article.publication.title, article.text, viewer.now)
    return Entry(desk.new_article(), reading, brief, link, text_hash, version, held)


def _open(desk: Desk, viewer: Viewer, link: str, beside: Beside) -> Entry:
    if viewer.channel.sensitive:
        raise LinkRefused(SENSITIVE)
    article = desk.fetch(link)
    text_hash = _hash_of(article)
    for entry in beside.entries:  # a short link and the long one to the same page
        if entry.text_hash == text_hash:
            return entry
    return enter(desk, viewer, article, desk.canonical(link), beside)


def _hash_of(article: Article) -> str:
    return sha256(article.text.encode()).hexdigest()


def _claims(entries: Sequence[Entry]) -> list[Claim]:
    return [claim for entry in entries if entry.reading for claim in entry.reading.claims]


def _left_out(links: int) -> tuple[str, ...]:
    left = links - MOST_LINKS
    if left <= 0:
        return ()
    rest = "1 link was" if left == 1 else f"{left} links were"
    line = f"I read the first {MOST_LINKS} links of a message; {rest} not opened. "
    return (line + "Paste the rest in a message of their own.",)
