"""The files that a letter asks for: the picture of a history, an export; made when sent."""

from hashlib import blake2b

from bot.desk.desk import Desk
from bot.desk.look_up import exported, figure_history
from bot.newsroom.post import Letter, LetterKind
from bot.newsroom.verbs import understood
from bot.newsroom.viewer import Viewer
from bot.sender.slack import Upload
from bot.views.exporting import FORMS, Form, exportable, posted
from bot.views.history import alt_text, heading, history_message


def file_for(desk: Desk, viewer: Viewer, letter: Letter) -> Upload:
    """Return the file with the words beside it, of what the viewer may see now; raises Trouble."""
    return (_picture if letter.kind is LetterKind.PICTURE else _export)(desk, viewer, letter)


def name_of(letter: Letter) -> str:
    """Return the name by which the letter's file is found again: one for each letter."""
    mark = blake2b(letter.key.encode(), digest_size=6).hexdigest()
    if letter.kind is LetterKind.PICTURE:
        return f"history-{mark}.png"
    return f"claims-{mark}.{FORMS[_form(letter)[0]].ending}"


def _picture(desk: Desk, viewer: Viewer, letter: Letter) -> Upload:
    from bot.pictures import draw  # noqa: PLC0415 - brings matplotlib in, for few and seldom

    told = figure_history(desk, viewer, understood(letter.words).rest)
    words = history_message(told, "").text
    return Upload(name_of(letter), draw(told), heading(told), words, alt_text(told))


def _export(desk: Desk, viewer: Viewer, letter: Letter) -> Upload:
    form, typed = _form(letter)
    claims, marks = exported(desk, viewer, typed)
    written = FORMS[form].write(claims, marks)
    title = posted(len(exportable(claims)))
    return Upload(name_of(letter), written.encode(), title, title)


def _form(letter: Letter) -> tuple[Form, str]:
    form, _, typed = letter.words.partition(" ")
    return Form(form), typed
