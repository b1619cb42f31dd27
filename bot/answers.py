"""The answers to commands that only ask: each made, and checked, at the moment of answering."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.desk.choosing import SHOW, chosen_in
from bot.desk.desk import Desk
from bot.desk.forget import sought
from bot.desk.hearing import is_hushed
from bot.desk.judged import judged, judged_in, trail
from bot.desk.limits import works_in
from bot.desk.look_up import (
    claim_with_links,
    compared,
    exported,
    figure_history,
    reading_asked_for,
    told,
)
from bot.desk.morning import due_now, preview
from bot.desk.naming import names
from bot.desk.story import story
from bot.desk.watching import watches
from bot.newsroom.channel import Kind
from bot.newsroom.digestday import DigestKind
from bot.newsroom.post import Post
from bot.newsroom.query import paged, query
from bot.newsroom.settings import setting
from bot.newsroom.trouble import NotFound, Trouble
from bot.newsroom.verbs import PREVIEW, Verb, understood
from bot.newsroom.viewer import Viewer
from bot.views.blocks import Message
from bot.views.claim import claim_message
from bot.views.comparing import comparison_message
from bot.views.controls import with_share
from bot.views.digest import due_message, preview_message, standing_message, with_ran
from bot.views.embargo import embargoes_message, with_embargo
from bot.views.exporting import offer
from bot.views.finding import PAGE, finding_message
from bot.views.forgetting import MOST_SHOWN, confirmation
from bot.views.help import help_message, offer_message
from bot.views.history import history_message
from bot.views.naming import names_message
from bot.views.settings import settings_message
from bot.views.story import story_message
from bot.views.trouble import GONE, elsewhere_message, told_message
from bot.views.watching import watches_message
from bot.views.why import why_message

ANEW = "Your command did not come through. Please type it again."
TYPED = [verb.value for verb in Verb if verb is not Verb.READ]
OWN = {Verb.FORGET, Verb.WATCH}  # a question, and a list that is a person's own
CHANGES = 5  # the newest, of who set what
NEAR = 70  # of 100: "shwo" is 75 to "show", "deaths" is 44 to "due"


@dataclass(frozen=True, slots=True)
class Asking:
    """What was typed after a verb, where, and who will read the answer."""

    viewer: Viewer
    post: Post
    rest: str


Answer = Callable[[Desk, Asking], Message]
"""Answers what was asked; raises Trouble."""


def answer(desk: Desk, viewer: Viewer, post: Post, command: str) -> Message:
    """Return the answer to a command that only asks; trouble is an answer too."""
    return _answered(desk, viewer, post, command)[0]


def _answered(desk: Desk, viewer: Viewer, post: Post, command: str) -> tuple[Message, bool]:
    """Return the answer, and whether it answers: trouble and offers are for who typed alone."""
    if not works_in(desk, viewer.channel):
        return elsewhere_message(desk.places.workspace(viewer.workspace).owner), False
    asked = understood(command)
    if asked.verb is None:
        return _offer(command), False
    answering = ANSWERS.get(asked.verb)
    if answering is None:  # it was turned away at first: the channel was none of ours then
        return told_message(ANEW), False
    try:
        return answering(desk, Asking(viewer, post, asked.rest)), True
    except Trouble as trouble:
        return told_message(str(trouble)), False


def answer_alone(desk: Desk, viewer: Viewer, post: Post, command: str) -> Message:
    """Return the answer for one person, with a button to share it where others would read it.

    Help and trouble are not worth sharing, and where the bot is no member it cannot post.
    """
    said, answers = _answered(desk, viewer, post, command)
    here = viewer.channel
    lonely = here.kind is Kind.DIRECT or not here.member
    own = understood(command).verb in {*OWN, Verb.HELP}
    return with_share(said, command) if answers and not (lonely or own) else said


def said_at_once(command: str) -> Message | None:
    """Return the answer that needs no archive: help, or the offer for a word unknown."""
    asked = understood(command)
    if asked.verb is Verb.HELP:
        return help_message()
    return _offer(command) if asked.verb is None else None


def _offer(text: str) -> Message:
    head, _, rest = text.strip().partition(" ")
    near = process.extractOne(head.lower(), TYPED, scorer=fuzz.ratio, score_cutoff=NEAR)
    nearest = Verb(near[0]) if near else None
    corrected = f"{nearest.value} {rest.strip()}".strip() if nearest else ""
    return offer_message(text.strip(), nearest, corrected)


def _help(_desk: Desk, _asking: Asking) -> Message:
    return help_message()


def _find(desk: Desk, asking: Asking) -> Message:
    asked = query(asking.rest, desk.clock().date())
    found = desk.library.search(asking.viewer, asked, PAGE + 1, (asked.page - 1) * PAGE)
    more = len(found) > PAGE
    known = judged(desk, asking.viewer, [claim.id for claim in found[:PAGE]])
    return finding_message(asked, found[:PAGE], asking.rest, known, more=more)


def _forget(desk: Desk, asking: Asking) -> Message:
    asked, found = sought(desk, asking.viewer, asking.rest)
    some = [desk.archive.claim(asking.viewer, one) for one in found.claims[:MOST_SHOWN]]
    return confirmation(asked, found, [claim for claim in some if claim])


def _export(desk: Desk, asking: Asking) -> Message:
    claims, _ = exported(desk, asking.viewer, asking.rest)
    return offer(claims, asking.rest)


def _compare(desk: Desk, asking: Asking) -> Message:
    link, related = compared(desk, asking.viewer, asking.rest)
    known = judged(desk, asking.viewer, [link.later.id, link.earlier.id])
    return comparison_message(link, known, related=related)


def _history(desk: Desk, asking: Asking) -> Message:
    found = figure_history(desk, asking.viewer, asking.rest)
    ids = [one.claim.id for one in (*found.points, *found.undated)]
    known = judged(desk, asking.viewer, ids)
    return history_message(found, f"{Verb.HISTORY} {asking.rest}", known)


def _show(desk: Desk, asking: Asking) -> Message:
    claim, links = claim_with_links(desk, asking.viewer, asking.rest)
    known = trail(desk, asking.viewer, claim.id)
    reading = desk.archive.article_of(asking.viewer, claim.id)
    message = claim_message(claim, links, known.judgement, known.acts)
    return embargoed(desk, asking.viewer, message, reading or "")


def _why(desk: Desk, asking: Asking) -> Message:
    reading = reading_asked_for(desk, asking.viewer, asking.rest)
    brief = told(desk, asking.viewer, reading)
    if brief is None:
        raise NotFound(GONE)
    hushed = is_hushed(desk, asking.viewer, brief)
    message = why_message(brief, judged_in(desk, asking.viewer, brief), hushed=hushed)
    return embargoed(desk, asking.viewer, message, reading)


def embargoed(desk: Desk, viewer: Viewer, message: Message, *readings: str) -> Message:
    """Return the message, with a word before it where one of the readings is under embargo."""
    until = desk.embargoes.of(viewer, readings)
    return with_embargo(message, until, viewer.channel.schedule.zone)


def _embargo(desk: Desk, asking: Asking) -> Message:
    here = asking.viewer
    return embargoes_message(desk.embargoes.standing(here), here.channel.schedule.zone)


def _story(desk: Desk, asking: Asking) -> Message:
    typed, page = paged(asking.rest)
    return story_message(story(desk, asking.viewer, typed), page)


def _watch(desk: Desk, asking: Asking) -> Message:
    _, page = paged(asking.rest)
    return watches_message(watches(desk, asking.viewer, asking.post.person), page)


def _settings(desk: Desk, asking: Asking) -> Message:
    here = asking.viewer.channel
    bots = desk.other_bots(here.workspace, here.id) if here.bots else {}
    named = {one: name for name, one in bots.items()}
    word = asking.rest.partition(" ")[0]
    new = None if word.lower() in SHOW else setting(word).name
    changes = desk.places.trail(asking.viewer, CHANGES)
    message = settings_message(chosen_in(desk, here), changes, named, new)
    return with_ran(message, here, desk.days.last(here, DigestKind.DAILY), desk.clock())


def _alias(desk: Desk, asking: Asking) -> Message:
    known = names(desk, asking.viewer)
    return names_message(known.kept, known.proposed)


def _digest(desk: Desk, asking: Asking) -> Message:
    if asking.rest.lower() == PREVIEW:
        return preview_message(preview(desk, asking.viewer))
    last = desk.days.last(asking.viewer.channel, DigestKind.DAILY)
    return standing_message(asking.viewer.channel, last, desk.clock())


def _due(desk: Desk, asking: Asking) -> Message:
    return due_message(due_now(desk, asking.viewer))


ANSWERS: Mapping[Verb, Answer] = {
    Verb.DIGEST: _digest,
    Verb.DUE: _due,
    Verb.EMBARGO: _embargo,
    Verb.ALIAS: _alias,
    Verb.COMPARE: _compare,
    Verb.EXPORT: _export,
    Verb.FIND: _find,
    Verb.FORGET: _forget,
    Verb.HELP: _help,
    Verb.HISTORY: _history,
    Verb.SETTINGS: _settings,
    Verb.SHOW: _show,
    Verb.STATUS: _show,
    Verb.STORY: _story,
    Verb.EDIT: _show,
    Verb.WATCH: _watch,
    Verb.WHY: _why,
}
"""Every verb that only asks."""
