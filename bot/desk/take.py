"""What the desk does with one incoming event: a paste, an edit, a deletion, a command."""

from collections.abc import Callable, Mapping, Sequence

from bot.desk.asking_first import ask, asks_first
from bot.desk.bring_in import imported
from bot.desk.command import answer
from bot.desk.desk import Desk
from bot.desk.embargo import again, noted, open_ones, spoken_of, under
from bot.desk.forget import forget, going_with
from bot.desk.gather import Gathered, gather
from bot.desk.hearing import is_hushed
from bot.desk.limits import granted, works_in
from bot.desk.look_up import told
from bot.newsroom.channel import Channel, Replies
from bot.newsroom.filing import Entry, Filing
from bot.newsroom.post import Event, Leased, Letter, LetterKind
from bot.newsroom.press import word_for
from bot.newsroom.viewer import Viewer

LEASE = 120.0  # seconds to take in; five links of fifteen seconds each, and their parsing
SPEAKING = {Replies.DIFFERENCES, Replies.EVERYTHING, Replies.ASK}


def take(desk: Desk, leased: Leased) -> bool:
    """Deal with an event: gather, think, and file it all in one go; False if the lease is lost."""
    if desk.inbox.overtaken(leased):
        return desk.inbox.done(leased)
    return desk.archive.file(_filing_for(desk, leased))


def _filing_for(desk: Desk, leased: Leased) -> Filing:
    return DOINGS[leased.incoming.event](desk, leased)


def _pasted(desk: Desk, leased: Leased) -> Filing:
    viewer, links = _viewer(desk, leased), leased.incoming.links
    if not _listens(desk, viewer.channel):
        return Filing(leased, viewer.channel)
    if asks_first(viewer.channel):
        return Filing(leased, viewer.channel, letters=ask(desk, viewer, leased, links))
    return _read(desk, leased, viewer)


def _agreed(desk: Desk, leased: Leased) -> Filing:
    return _read(desk, leased, _viewer(desk, leased))


def _read(desk: Desk, leased: Leased, viewer: Viewer) -> Filing:
    """Open and read the links of a post, and say in its thread what there is to say."""
    gathered, told_of_quota = _gather(desk, leased, viewer, leased.incoming.links)
    kind = _voice(desk, viewer, _unsaid(desk, leased, gathered))
    letters = (*_letters(leased, kind), *_tell(leased, gathered), *told_of_quota)
    alone = gathered.entries if kind is not LetterKind.BRIEF else open_ones(gathered.entries)
    letters += noted(leased.incoming, viewer, alone)
    return Filing(leased, viewer.channel, gathered.entries, letters)


def _edited(desk: Desk, leased: Leased) -> Filing:
    """Read the links that are new in the message, and let go of those that are not in it now."""
    viewer, incoming = _viewer(desk, leased), leased.incoming
    before = desk.archive.readings_of(incoming.post)
    wanted = {desk.canonical(link): link for link in incoming.links}
    kept = [filed for filed in before if filed.link in wanted]
    known = {filed.link for filed in kept}
    new = [wanted[link] for link in wanted if link not in known]
    gone = [filed.article for filed in before if filed.link not in wanted]
    going = going_with(desk, leased, gone)
    leaving = _claims_of(desk, viewer, going.withdrawn)
    gathered, letters = _added(desk, leased, viewer, new, leaving)
    held = again(kept, spoken_of(viewer, incoming))
    letters += noted(incoming, viewer, (*held, *gathered.entries))
    letters += going.letters
    if going.withdrawn or held or _unsaid(desk, leased, gathered):
        left = kept or gathered.entries or len(going.withdrawn) < len(gone)
        letters += _letters(leased, LetterKind.REVISE if left else LetterKind.REMOVE)
    entries = (*gathered.entries, *held)
    return Filing(leased, viewer.channel, entries, letters, going.withdrawn)


def _claims_of(desk: Desk, viewer: Viewer, readings: Sequence[str]) -> frozenset[str]:
    briefs = (told(desk, viewer, one) for one in readings)
    return frozenset(claim.id for brief in briefs if brief for claim in brief.claims)


def _added(
    desk: Desk, leased: Leased, viewer: Viewer, links: Sequence[str], leaving: frozenset[str]
) -> tuple[Gathered, tuple[Letter, ...]]:
    """Read what an edit added, or ask first, as for a new message."""
    if not _listens(desk, viewer.channel):
        return Gathered(), ()
    if asks_first(viewer.channel):
        return Gathered(), ask(desk, viewer, leased, links)
    gathered, told_of_quota = _gather(desk, leased, viewer, links, leaving)
    return gathered, (*_tell(leased, gathered), *told_of_quota)


def _listens(desk: Desk, channel: Channel) -> bool:
    """Tell whether links are for the bot here at all."""
    return channel.voice is not Replies.OFF and works_in(desk, channel)


def _gather(
    desk: Desk,
    leased: Leased,
    viewer: Viewer,
    links: Sequence[str],
    leaving: frozenset[str] = frozenset(),
) -> tuple[Gathered, tuple[Letter, ...]]:
    allowed = granted(desk, viewer.channel, leased.incoming, links)
    gathered = gather(desk, viewer, allowed.links, leaving)
    return under(gathered, spoken_of(viewer, leased.incoming)), allowed.letters


def _deleted(desk: Desk, leased: Leased) -> Filing:
    post = leased.incoming.post
    readings = [filed.article for filed in desk.archive.readings_of(post)]
    going = going_with(desk, leased, readings)
    removing = _letters(leased, LetterKind.REMOVE) if readings and not going.held else ()
    here = desk.archive.channel(post.workspace, post.channel)
    letters = (*removing, *going.letters)
    return Filing(leased, here, letters=letters, withdrawn=going.withdrawn)


def _viewer(desk: Desk, leased: Leased) -> Viewer:
    post = leased.incoming.post
    return desk.viewer(post.workspace, post.channel)


def _unsaid(desk: Desk, leased: Leased, gathered: Gathered) -> list[Entry]:
    """Return the entries whose very text was not brought into this thread before."""
    post = leased.incoming.post
    return [e for e in gathered.entries if not desk.archive.said_in_thread(post, e.text_hash)]


def _voice(desk: Desk, viewer: Viewer, entries: list[Entry]) -> LetterKind | None:
    """Choose between a reply, one reaction and silence."""
    voice = viewer.channel.voice
    if not entries or voice is Replies.OFF:
        return None
    speaks = voice in SPEAKING and _may_speak(desk, viewer, entries)
    return LetterKind.BRIEF if speaks else LetterKind.REACT


def _may_speak(desk: Desk, viewer: Viewer, entries: list[Entry]) -> bool:
    """Tell whether there may be something to say of the entries.

    What was read before is looked up once, where it is told: there a reply that has nothing to
    say is a reaction too. Under an embargo it matters here: without a reply its poster is told.
    """
    if not all(one.brief or one.embargo for one in entries):
        return True
    briefs = [entry.brief or told(desk, viewer, entry.article) for entry in entries]
    heard = (one for one in briefs if not (one and is_hushed(desk, viewer, one)))
    everything = viewer.channel.voice is Replies.EVERYTHING
    return any(everything or (one is not None and one.speaks) for one in heard)


def _letters(leased: Leased, kind: LetterKind | None) -> tuple[Letter, ...]:
    if kind is None:
        return ()
    incoming = leased.incoming
    return (Letter(f"{incoming.key}/{kind.value}", kind, incoming.post),)


def _tell(leased: Leased, gathered: Gathered) -> tuple[Letter, ...]:
    if not gathered.troubles or not leased.incoming.post.person:  # a bot cannot be told
        return ()
    return (word_for(leased.incoming, "\n".join(gathered.troubles)),)


DOINGS: Mapping[Event, Callable[[Desk, Leased], Filing]] = {
    Event.MESSAGE: _pasted,
    Event.EDITED: _edited,
    Event.DELETED: _deleted,
    Event.AGREED: _agreed,
    Event.COMMAND: answer,
    Event.PASTED: answer,
    Event.FORGET: forget,
    Event.IMPORTED: imported,
}
"""What is done with each kind of event."""
