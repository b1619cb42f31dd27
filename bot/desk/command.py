"""What the desk does with a command, whose answer one person alone reads."""

from dataclasses import replace

from bot.desk.desk import Desk
from bot.desk.gather import Gathered, enter, gather
from bot.desk.look_up import NO_CLAIM, claim_id, reading_asked_for
from bot.newsroom.filing import Filing
from bot.newsroom.post import Incoming, Leased, Letter, LetterKind
from bot.newsroom.trouble import NotFound, Trouble
from bot.newsroom.verbs import Verb, understood
from bot.newsroom.viewer import Viewer

NO_LINK = "I see no link there. Use /claim with an article's link, or /claim add with its words."
NO_WORDS = "Nothing to record. Put the words after it: /claim add The mayor said …"
NO_ID = "Which claim? Put its id after it: /claim show C-7KQ2"


def answer(desk: Desk, leased: Leased) -> Filing:
    """Deal with a command; what goes wrong becomes the answer, and nothing else is kept."""
    incoming = leased.incoming
    viewer = desk.viewer(incoming.post.workspace, incoming.post.channel)
    filing = Filing(leased, viewer.channel)
    try:
        return _carried_out(desk, viewer, filing)
    except Trouble as trouble:
        return replace(filing, letters=(_tell(incoming, str(trouble)),))


def _carried_out(desk: Desk, viewer: Viewer, filing: Filing) -> Filing:
    incoming = filing.leased.incoming
    asked = understood(incoming.text)
    match asked.verb:
        case Verb.ADD:
            return _record(filing, _typed(desk, viewer, asked.rest))
        case Verb.SHOW:
            return replace(filing, letters=(_show(desk, viewer, incoming, asked.rest),))
        case Verb.WHY:
            article = reading_asked_for(desk, viewer, asked.rest, incoming.links)
            return replace(filing, letters=(_about(incoming, LetterKind.WHY, article),))
        case _:
            if not incoming.links:
                raise NotFound(NO_LINK)
            return _record(filing, gather(desk, viewer, incoming.links))


def _typed(desk: Desk, viewer: Viewer, text: str) -> Gathered:
    if not text:
        raise NotFound(NO_WORDS)
    return Gathered((enter(desk, viewer, desk.type_in(text)),))


def _record(filing: Filing, gathered: Gathered) -> Filing:
    incoming = filing.leased.incoming
    briefs = [_about(incoming, LetterKind.BRIEF, entry.article) for entry in gathered.entries]
    tell = [_tell(incoming, "\n".join(gathered.troubles))] if gathered.troubles else []
    return replace(filing, more=gathered.entries, letters=(*briefs, *tell))


def _show(desk: Desk, viewer: Viewer, incoming: Incoming, typed: str) -> Letter:
    if not typed:
        raise NotFound(NO_ID)
    if desk.archive.claim(viewer, claim_id(typed)) is None:
        raise NotFound(NO_CLAIM)
    return replace(_tell(incoming, claim_id(typed)), kind=LetterKind.SHOW)


def _about(incoming: Incoming, kind: LetterKind, article: str) -> Letter:
    key = f"{incoming.key}/{kind.value}/{article}"
    return Letter(key, kind, incoming.post, article, respond_to=incoming.respond_to)


def _tell(incoming: Incoming, words: str) -> Letter:
    key = f"{incoming.key}/tell"
    return Letter(key, LetterKind.TELL, incoming.post, words=words, respond_to=incoming.respond_to)
