"""What the desk does with a command or a modal, whose answer one person alone reads."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from bot.desk.choosing import SHOW, set_by_words
from bot.desk.desk import Desk
from bot.desk.embargo import noted, open_ones, set_embargo, spoken_of, under
from bot.desk.gather import Gathered, enter, gather
from bot.desk.judge import mark
from bot.desk.limits import granted, works_in
from bot.desk.morning import set_digest
from bot.desk.naming import name
from bot.desk.watching import unwatch, watch
from bot.newsroom.filing import Filing
from bot.newsroom.pasted import Pasted
from bot.newsroom.post import Event, Incoming, Leased, Letter, LetterKind
from bot.newsroom.press import Press, word_for
from bot.newsroom.query import paged
from bot.newsroom.status import marking
from bot.newsroom.trouble import NotFound, Trouble
from bot.newsroom.verbs import PREVIEW, Verb, understood
from bot.newsroom.viewer import Viewer

NO_LINK = "I see no link there. Use /claim with an article's link, or /claim add with its words."
NO_WORDS = "Nothing to record. Put the words after it: /claim add The mayor said …"

Doing = Callable[[Desk, Viewer, Filing, str], Filing]
"""Does what a verb says with what was typed after it; raises Trouble."""


def answer(desk: Desk, leased: Leased) -> Filing:
    """Deal with a command, or words put in by hand.

    What goes wrong becomes the answer, and nothing else is kept.
    """
    incoming = leased.incoming
    viewer = desk.viewer(incoming.post.workspace, incoming.post.channel)
    filing = Filing(leased, viewer.channel)
    try:
        if not works_in(desk, viewer.channel):
            return _answered_when_sent(desk, viewer, filing, "")
        if incoming.event is Event.PASTED:
            return _put_in(desk, viewer, filing, Pasted.read(incoming.text))
        asked = understood(incoming.text)
        doing = DOINGS.get(asked.verb or Verb.HELP, _answered_when_sent)
        return doing(desk, viewer, filing, asked.rest)
    except Trouble as trouble:
        return replace(filing, letters=(word_for(incoming, str(trouble)),))


def _answered_when_sent(_desk: Desk, _viewer: Viewer, filing: Filing, _rest: str) -> Filing:
    """Leave the answer to the sender, who sees what may be seen at that moment."""
    incoming = filing.leased.incoming
    letter = replace(word_for(incoming, incoming.text), kind=LetterKind.ANSWER)
    return replace(filing, letters=(letter,))


def _read(desk: Desk, viewer: Viewer, filing: Filing, _rest: str) -> Filing:
    links = filing.leased.incoming.links
    if not links:
        raise NotFound(NO_LINK)
    allowed = granted(desk, viewer.channel, filing.leased.incoming, links)
    gathered = gather(desk, viewer, allowed.links)
    incoming = filing.leased.incoming
    filing = _record(viewer, filing, under(gathered, spoken_of(viewer, incoming)))
    return replace(filing, letters=(*filing.letters, *allowed.letters))


def _add(desk: Desk, viewer: Viewer, filing: Filing, text: str) -> Filing:
    if not text:
        raise NotFound(NO_WORDS)
    return _put_in(desk, viewer, filing, Pasted(text))


def _put_in(desk: Desk, viewer: Viewer, filing: Filing, pasted: Pasted) -> Filing:
    until = datetime.fromisoformat(pasted.embargo) if pasted.embargo else None
    gathered = Gathered((enter(desk, viewer, desk.type_in(pasted)),))
    return _record(viewer, filing, under(gathered, until))


def _set(desk: Desk, viewer: Viewer, filing: Filing, words: str) -> Filing:
    if words.lower() not in SHOW:
        set_by_words(desk, viewer, filing.leased.incoming.post.person, words)
    return _answered_when_sent(desk, viewer, filing, words)


def _record(viewer: Viewer, filing: Filing, gathered: Gathered) -> Filing:
    incoming = filing.leased.incoming
    briefs = [_brief(incoming, entry.article) for entry in gathered.entries]
    told = [word_for(incoming, "\n".join(gathered.troubles))] if gathered.troubles else []
    held = noted(incoming, viewer, open_ones(gathered.entries))
    return replace(filing, entries=gathered.entries, letters=(*briefs, *told, *held))


def _brief(incoming: Incoming, article: str) -> Letter:
    kind = LetterKind.RECORDED
    key = f"{incoming.key}/{kind.value}/{article}"
    return Letter(key, kind, incoming.post, article, respond_to=incoming.respond_to)


def _status(desk: Desk, viewer: Viewer, filing: Filing, typed: str) -> Filing:
    """Mark a claim; without a mark its answer has a button that opens the form."""
    if len(typed.split()) <= 1:
        return _answered_when_sent(desk, viewer, filing, typed)
    mark(desk, _press(filing), marking(typed))
    return filing


def _alias(desk: Desk, viewer: Viewer, filing: Filing, typed: str) -> Filing:
    """Keep or remove another name of a claimant; without one, list them."""
    if not typed:
        return _answered_when_sent(desk, viewer, filing, typed)
    name(desk, _press(filing), typed)
    return filing


def _digest(desk: Desk, viewer: Viewer, filing: Filing, words: str) -> Filing:
    """Set when the digest comes; the answer shows how it stands, or what it would say."""
    if words.lower() not in {*SHOW, PREVIEW}:
        set_digest(desk, viewer, filing.leased.incoming.post.person, words)
    return _answered_when_sent(desk, viewer, filing, words)


def _embargo(desk: Desk, viewer: Viewer, filing: Filing, typed: str) -> Filing:
    """Set or lift an embargo; the answer lists those that hold, as one without words does."""
    if typed:
        set_embargo(desk, _press(filing), typed)
    return _answered_when_sent(desk, viewer, filing, typed)


def _watch(desk: Desk, viewer: Viewer, filing: Filing, typed: str) -> Filing:
    """Set a watch; without words, or with a page alone, they are listed."""
    if not paged(typed)[0]:
        return _answered_when_sent(desk, viewer, filing, typed)
    watch(desk, _press(filing), typed)
    return filing


def _unwatch(desk: Desk, _viewer: Viewer, filing: Filing, typed: str) -> Filing:
    unwatch(desk, _press(filing), typed)
    return filing


def _press(filing: Filing) -> Press:
    incoming = filing.leased.incoming
    return Press(incoming.key, incoming.post, incoming.respond_to)


DOINGS: Mapping[Verb, Doing] = {
    Verb.DIGEST: _digest,
    Verb.READ: _read,
    Verb.ADD: _add,
    Verb.SETTINGS: _set,
    Verb.STATUS: _status,
    Verb.EMBARGO: _embargo,
    Verb.ALIAS: _alias,
    Verb.WATCH: _watch,
    Verb.UNWATCH: _unwatch,
}
"""The verbs that change what is on record; all others only ask, and are answered when sent."""
