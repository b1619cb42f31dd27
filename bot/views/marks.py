"""How people's marks and corrections read beside a claim, wherever it is shown."""

from collections.abc import Iterator, Mapping

from bot.claims.days import said_day
from bot.newsroom.act import Act
from bot.newsroom.edit import Edit, Facet
from bot.newsroom.judgement import Judgement
from bot.newsroom.status import Status
from bot.views.blocks import Block, link, words
from bot.views.phrases import begun, quoted

Judged = Mapping[str, Judgement]
"""What people decided, by the id of the claim; each person stands there by name."""

NOBODY: Judged = {}
NOTE_LIMIT = 300
NAMED = {Facet.WHEN: "time", Facet.VIA: "chain"}


def marked(status: Status) -> str:
    """Return "marked false by Lee, 3 May 2026: the register says 12"."""
    told = f"marked {status.mark.value} by {status.person}, {said_day(status.marked_at)}"
    if status.outdated:
        told += ", of an earlier version of the article"
    return f"{told}: {quoted(status.note, NOTE_LIMIT)}" if status.note else told


def edited(edit: Edit) -> str:
    """Return "claimant edited by Lee, 3 May 2026: “mayor”, read as “ministry”"."""
    after, before = (quoted(text) if text else "nothing" for text in (edit.after, edit.before))
    return f"{_by(edit)}: {after}, before it {before}"


def shortly(judged: Judgement) -> str:
    """Return the mark and who edited what, in a few words: "marked false by Lee, …"."""
    marks = [marked(judged.status)] if judged.status else []
    return "; ".join([*marks, *dict.fromkeys(map(_by, judged.edits))])


def beside(claim: str, judged: Judged) -> str:
    """Return what stands after a claim's sentence: " Marked false by Lee, ….", or nothing."""
    told = shortly(judged[claim]) if claim in judged else ""
    return f" {begun(told)}." if told else ""


def runs_beside(claim: str, judged: Judged) -> list[Block]:
    """Return the same as runs: one, or none."""
    told = beside(claim, judged)
    return [words(told)] if told else []


def in_full(judged: Judgement) -> Iterator[list[Block]]:
    """Yield a line for the mark, for each edit, and for each claim said to be the same."""
    status = judged.status
    if status:
        ground = [words(" "), link(status.link, "link")] if status.link else []
        yield [words(begun(marked(status))), *ground]
    for edit in judged.edits:
        yield [words(begun(edited(edit)))]
    for same in judged.same:
        yield [words(f"Called the same claim as {same.other} by {same.person}")]


def done(act: Act) -> str:
    """Return one line of a claim's trail: "3 May 2026, 14:05 UTC: Lee marked false"."""
    moment = f"{said_day(act.done_at)}, {act.done_at:%H:%M} UTC"
    deed = act.deed.value if not act.detail else f"{act.deed.value} ({act.detail})"
    return f"{moment}: {act.person}: {deed}"


def _by(edit: Edit) -> str:
    facet = NAMED.get(edit.facet, edit.facet.value)
    return f"{facet} edited by {edit.person}, {said_day(edit.edited_at)}"
