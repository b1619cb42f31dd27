"""The question before a link is opened, with what was understood of an embargo beside it."""

import json

from bot.newsroom.embargo import asked_for, said
from bot.newsroom.post import Letter
from bot.newsroom.viewer import Viewer
from bot.views.blocks import Message
from bot.views.permission import Wanted, permission_message


def question(letter: Letter, viewer: Viewer) -> Message:
    """Return the question for the one who posted the links."""
    here, wanted = viewer.channel, Wanted.of(letter.post, json.loads(letter.words))
    until = asked_for(wanted.embargo, viewer.now, here.schedule.zone)
    held = said(until, here.schedule.zone) if until else ""
    return permission_message(wanted, sensitive=here.sensitive, held=held)
