"""How a person corrects a claim: the form as it stands now, and what was put into it."""

from collections.abc import Mapping

from bot.desk.desk import Desk
from bot.desk.judge import tell_done, viewer_of
from bot.desk.judged import judged
from bot.desk.look_up import NO_CLAIM
from bot.newsroom.act import Deed
from bot.newsroom.edit import Edit
from bot.newsroom.facets import Field, standing
from bot.newsroom.form import Form
from bot.newsroom.judgement import Judgement
from bot.newsroom.press import Press
from bot.newsroom.trouble import NotFound
from bot.newsroom.undo import Done, Undo
from bot.newsroom.viewer import Viewer

UNCHANGED = "Nothing was changed."


def form(desk: Desk, viewer: Viewer, claim: str) -> Form:
    """Return the form for a claim; edits stand there with people's names. Raises NotFound."""
    found = desk.judgements.as_read(viewer, claim)
    if found is None:
        raise NotFound(NO_CLAIM)
    read, edits = found
    named = judged(desk, viewer, [claim]).get(claim, Judgement()).edits
    return Form(read, standing(read, edits), named)


def correct(desk: Desk, press: Press, now: Form, put: Mapping[Field, str]) -> str:
    """Keep what was put into the fields over what stands, and return the line that says so.

    Raises Faults where a field does not fit, NotFound where the claim has gone.
    """
    changed = now.changes(put)
    if not changed:
        return UNCHANGED
    moment, person = desk.clock(), press.post.person
    edits = [
        Edit(now.claim.id, field[0], now.fields.get(field, ""), text, person, moment, field[1])
        for field, text in changed.items()
    ]
    if not desk.judgements.edit(viewer_of(desk, press), edits, press.key):
        raise NotFound(NO_CLAIM)
    facets = ", ".join(dict.fromkeys(edit.facet.value for edit in edits))
    line = f"{now.claim.id} is edited: {facets}."
    undo = Undo(Deed.EDITED, press.key, now.claim.id, person, moment)
    return tell_done(desk, press, Done(line, undo), [now.claim.id])
