"""What the desk does with one incoming event: a paste, an edit, a deletion, a command."""

from bot.desk.command import answer
from bot.desk.desk import Desk
from bot.desk.gather import Gathered, gather
from bot.desk.look_up import told
from bot.newsroom.channel import Channel, Replies
from bot.newsroom.filing import Entry, Filing
from bot.newsroom.post import Event, Leased, Letter, LetterKind
from bot.newsroom.viewer import Viewer

SPEAKING = {Replies.DIFFERENCES, Replies.EVERYTHING}


def take(desk: Desk, leased: Leased) -> bool:
    """Deal with an event: gather, think, and file it all in one go; False if the lease is lost."""
    if desk.inbox.overtaken(leased):
        return desk.inbox.done(leased)
    return desk.archive.file(_filing_for(desk, leased))


def _filing_for(desk: Desk, leased: Leased) -> Filing:
    event = leased.incoming.event
    match event:
        case Event.MESSAGE:
            return _pasted(desk, leased)
        case Event.EDITED:
            return _edited(desk, leased)
        case Event.DELETED:
            return _deleted(desk, leased)
        case Event.COMMAND | Event.PASTED:
            return answer(desk, leased)


def _pasted(desk: Desk, leased: Leased) -> Filing:
    viewer = _viewer(desk, leased)
    gathered = gather(desk, viewer, leased.incoming.links)
    kind = _voice(desk, viewer, _unsaid(desk, leased, gathered))
    letters = (*_letters(leased, kind), *_tell(leased, gathered))
    return _filing(leased, viewer.channel, gathered.entries, letters)


def _edited(desk: Desk, leased: Leased) -> Filing:
    """Read the links that are new in the message, and let go of those that are not in it now."""
    viewer, incoming = _viewer(desk, leased), leased.incoming
    before = desk.archive.readings_of(incoming.post)
    wanted = {desk.canonical(link): link for link in incoming.links}
    kept = [filed for filed in before if filed.link in wanted]
    known = {filed.link for filed in kept}
    gathered = gather(desk, viewer, [wanted[link] for link in wanted if link not in known])
    withdrawn = tuple(filed.article for filed in before if filed.link not in wanted)
    letters = _tell(leased, gathered)
    if withdrawn or _unsaid(desk, leased, gathered):
        left = kept or gathered.entries
        letters += _letters(leased, LetterKind.REVISE if left else LetterKind.REMOVE)
    return _filing(leased, viewer.channel, gathered.entries, letters, withdrawn)


def _deleted(desk: Desk, leased: Leased) -> Filing:
    post = leased.incoming.post
    withdrawn = tuple(filed.article for filed in desk.archive.readings_of(post))
    letters = _letters(leased, LetterKind.REMOVE) if withdrawn else ()
    return _filing(
        leased, desk.archive.channel(post.workspace, post.channel), (), letters, withdrawn
    )


def _viewer(desk: Desk, leased: Leased) -> Viewer:
    post = leased.incoming.post
    return desk.viewer(post.workspace, post.channel)


def _unsaid(desk: Desk, leased: Leased, gathered: Gathered) -> list[Entry]:
    """Return the entries whose very text was not answered in this thread before."""
    post = leased.incoming.post
    return [e for e in gathered.entries if not desk.archive.said_in_thread(post, e.text_hash)]


def _voice(desk: Desk, viewer: Viewer, entries: list[Entry]) -> LetterKind | None:
    """Choose between a reply, one reaction and silence."""
    if not entries or viewer.channel.voice is Replies.OFF:
        return None
    speaks = any(_speaks(desk, viewer, entry) for entry in entries)
    return LetterKind.BRIEF if speaks and viewer.channel.voice in SPEAKING else LetterKind.REACT


def _speaks(desk: Desk, viewer: Viewer, entry: Entry) -> bool:
    brief = entry.brief or told(desk, viewer, entry.article)
    return brief is not None and brief.speaks


def _letters(leased: Leased, kind: LetterKind | None) -> tuple[Letter, ...]:
    if kind is None:
        return ()
    incoming = leased.incoming
    return (Letter(f"{incoming.key}/{kind.value}", kind, incoming.post),)


def _tell(leased: Leased, gathered: Gathered) -> tuple[Letter, ...]:
    if not gathered.troubles:
        return ()
    incoming, words = leased.incoming, "\n".join(gathered.troubles)
    return (Letter(f"{incoming.key}/tell", LetterKind.TELL, incoming.post, words=words),)


def _filing(
    leased: Leased,
    channel: Channel,
    entries: tuple[Entry, ...],
    letters: tuple[Letter, ...],
    withdrawn: tuple[str, ...] = (),
) -> Filing:
    return Filing(leased, channel, more=entries, letters=letters, withdrawn=withdrawn)
