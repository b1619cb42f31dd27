"""The answers to commands that only ask: each made, and checked, at the moment of sending."""

from collections.abc import Callable, Mapping

from bot.desk.desk import Desk
from bot.desk.look_up import claim_with_links, reading_asked_for, told
from bot.newsroom.post import Letter
from bot.newsroom.trouble import NotFound, Trouble
from bot.newsroom.verbs import Verb, understood
from bot.newsroom.viewer import Viewer
from bot.views.blocks import Message
from bot.views.claim import claim_message
from bot.views.trouble import told_message
from bot.views.why import why_message

GONE = "That is not to be seen here any more."

Answer = Callable[[Desk, Viewer, str], Message]
"""Answers what was typed after a verb; raises Trouble."""


def answer(desk: Desk, viewer: Viewer, letter: Letter) -> Message:
    """Return the answer to the command that the letter holds; trouble is an answer too."""
    asked = understood(letter.words)
    if asked.verb is None:
        raise ValueError(f"{letter.key} is no command")
    try:
        return ANSWERS[asked.verb](desk, viewer, asked.rest)
    except Trouble as trouble:
        return told_message(str(trouble))


def _show(desk: Desk, viewer: Viewer, typed: str) -> Message:
    return claim_message(*claim_with_links(desk, viewer, typed))


def _why(desk: Desk, viewer: Viewer, typed: str) -> Message:
    brief = told(desk, viewer, reading_asked_for(desk, viewer, typed))
    if brief is None:
        raise NotFound(GONE)
    return why_message(brief)


ANSWERS: Mapping[Verb, Answer] = {Verb.SHOW: _show, Verb.WHY: _why}
"""Every verb that only asks."""
