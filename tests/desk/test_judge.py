"""What the desk does when a person decides something about claims."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.desk.correct import UNCHANGED, correct, form
from bot.desk.desk import Desk
from bot.desk.hearing import heard, is_hushed
from bot.desk.judge import (
    NOT_MUTED,
    NOTHING_LEFT,
    mark,
    mute,
    pair,
    separate,
    undo,
    unmute,
    viewer_of,
)
from bot.desk.judged import judged, trail
from bot.desk.look_up import told
from bot.newsroom.act import Deed
from bot.newsroom.edit import Facet
from bot.newsroom.form import Faults
from bot.newsroom.post import Event, Letter, LetterKind
from bot.newsroom.press import Press
from bot.newsroom.status import Mark, Marking, marking
from bot.newsroom.trouble import NotAllowed, NotFound, Trouble, Unfit
from bot.newsroom.undo import Done
from bot.newsroom.workspace import Workspace
from tests.desk.world import say, sent, set_for
from tests.making import a_post

PRESS = Press("K1", replace(a_post("2.0"), person="U7"))


@pytest.fixture
def ids(desk: Desk) -> tuple[str, str]:
    """Have two articles read whose claims are linked; return the ids, later one first."""
    say(desk, Event.MESSAGE, "14", ts="1.0")
    letters = say(desk, Event.MESSAGE, "41", ts="2.0")
    assert [letter.kind for letter in letters] == [LetterKind.BRIEF]
    (filed,) = desk.archive.readings_of(a_post("2.0"))
    kept = desk.archive.brief(viewer_of(desk, PRESS), filed.article)
    assert kept is not None
    return kept.links[0].later.id, kept.links[0].earlier.id


def done(letters: list[Letter]) -> Done:
    """Return what the person was told."""
    (letter,) = (one for one in letters if one.kind is LetterKind.DONE)
    assert letter.post.person == "U7"
    return Done.read(letter.words)


def revised(letters: list[Letter]) -> list[str]:
    """Return the ts of the posts whose replies are put right."""
    return [one.post.ts for one in letters if one.kind is LetterKind.REVISE]


def test_a_mark_is_told_with_a_way_back_and_puts_right_what_shows_the_claim(
    desk: Desk, ids: tuple[str, str]
) -> None:
    line = mark(desk, PRESS, Marking(ids[1], Mark.FALSE, "the register says 12"))

    letters = sent(desk)
    assert done(letters).line == line == f"{ids[1]} is marked false."
    assert revised(letters) == ["2.0"]
    known = judged(desk, viewer_of(desk, PRESS), ids)
    status = known[ids[1]].status
    assert status is not None
    assert status.person == "U7 of T1"
    assert list(known) == [ids[1]]


def test_a_press_that_comes_twice_is_done_and_told_once(desk: Desk, ids: tuple[str, str]) -> None:
    for _ in range(2):
        mark(desk, PRESS, Marking(ids[1], Mark.DISPUTED))

    assert len(sent(desk)) == 2
    assert len(trail(desk, viewer_of(desk, PRESS), ids[1]).acts) == 1


@pytest.mark.parametrize(
    ("wanted", "kind", "told"),
    [
        (Marking("C-1", Mark.FALSE), Unfit, "note or a link"),
        (Marking("C-1", Mark.CONFIRMED, "x" * 501), Unfit, "500 characters"),
        (Marking("C-1", Mark.WITHDRAWN, link="register.example"), Unfit, "https://"),
        (Marking("C-99", Mark.DISPUTED), NotFound, "No claim has that id"),
    ],
)
def test_what_cannot_be_marked_so_is_told_and_nothing_is_kept(
    desk: Desk, ids: tuple[str, str], wanted: Marking, kind: type[Trouble], told: str
) -> None:
    with pytest.raises(kind, match=told):
        mark(desk, PRESS, replace(wanted, claim=ids[0] if wanted.claim == "C-1" else "C-99"))

    assert sent(desk) == []


@pytest.mark.parametrize(
    ("checkers", "wanted", "allowed"),
    [
        ((), Mark.FALSE, True),
        (("U7",), Mark.FALSE, True),
        (("U8", "U9"), Mark.FALSE, False),
        (("U8",), Mark.CONFIRMED, False),
        (("U8",), Mark.WITHDRAWN, False),
        (("U8",), Mark.DISPUTED, True),
    ],
)
def test_checkers_alone_set_the_marks_that_need_a_ground(
    desk: Desk,
    ids: tuple[str, str],
    checkers: tuple[str, ...],
    wanted: Mark,
    allowed: bool,  # noqa: FBT001 - a table
) -> None:
    set_for(desk, viewer_of(desk, PRESS).channel, Workspace("T1", checkers=checkers))
    wish = Marking(ids[0], wanted, "the register says 12")

    if allowed:
        assert mark(desk, PRESS, wish)
    else:
        with pytest.raises(NotAllowed, match="U8 of T1"):
            mark(desk, PRESS, wish)


@pytest.mark.parametrize("deed", [Deed.PARTED, Deed.JOINED])
def test_what_is_said_of_pairs_can_be_taken_back_in_time(
    desk: Desk, ids: tuple[str, str], deed: Deed
) -> None:
    pair(desk, PRESS, deed, [ids, ("C-98", "C-99")])
    letters = sent(desk)
    assert revised(letters) == ["2.0"]

    back = done(letters).undo
    line = undo(desk, replace(PRESS, key="K2"), back)

    assert line.startswith("Undone")
    assert revised(sent(desk)) == ["2.0"]
    assert judged(desk, viewer_of(desk, PRESS), ids) == {}
    assert undo(desk, replace(PRESS, key="K3"), back) == NOTHING_LEFT
    late = replace(back, done_at=desk.clock() - timedelta(minutes=11))
    assert undo(desk, replace(PRESS, key="K4"), late).startswith("Ten minutes are over")
    other = replace(PRESS, post=replace(PRESS.post, person="U8"))
    assert undo(desk, other, back) == NOTHING_LEFT


def test_pairs_none_of_which_is_seen_are_told(desk: Desk, ids: tuple[str, str]) -> None:
    with pytest.raises(NotFound):
        pair(desk, PRESS, Deed.PARTED, [("C-98", ids[0])])
    with pytest.raises(NotFound, match="nothing left"):
        separate(desk, PRESS, Deed.JOINED, ids)


def test_a_muted_story_says_nothing_of_itself(desk: Desk, ids: tuple[str, str]) -> None:
    (filed,) = desk.archive.readings_of(a_post("2.0"))
    viewer = viewer_of(desk, PRESS)
    brief = told(desk, viewer, filed.article)
    assert brief is not None
    assert not is_hushed(desk, viewer, brief)

    assert "for 2 days" in mute(desk, PRESS, ids[1], timedelta(days=2))

    assert is_hushed(desk, viewer, brief)
    assert heard(desk, viewer, ((filed.article, brief),)) == ()
    assert revised(sent(desk)) == []  # what was said stays
    assert "heard here again" in unmute(desk, PRESS, ids[0])
    assert not is_hushed(desk, viewer, brief)
    with pytest.raises(NotFound, match=NOT_MUTED):
        unmute(desk, PRESS, ids[0])
    with pytest.raises(NotFound):
        mute(desk, PRESS, "C-99", None)


def test_a_form_keeps_what_is_other_than_what_stands(desk: Desk, ids: tuple[str, str]) -> None:
    viewer = viewer_of(desk, PRESS)
    now = form(desk, viewer, ids[0])
    put = {(Facet.CLAIMANT, 0): " Mayor  of Velmora", (Facet.PLACES, 0): "Velmora"}

    assert correct(desk, PRESS, now, put) == f"{ids[0]} is edited: claimant."

    letters = sent(desk)
    assert revised(letters) == ["2.0"]
    after = form(desk, viewer, ids[0])
    assert after.stamp != now.stamp
    assert after.fields[Facet.CLAIMANT, 0] == "Mayor of Velmora"
    assert after.edits[0].person == "U7 of T1"
    assert correct(desk, replace(PRESS, key="K2"), after, put) == UNCHANGED
    assert undo(desk, replace(PRESS, key="K3"), done(letters).undo).startswith("Undone")
    assert form(desk, viewer, ids[0]).stamp == now.stamp


def test_every_field_that_does_not_fit_is_named(desk: Desk, ids: tuple[str, str]) -> None:
    now = form(desk, viewer_of(desk, PRESS), ids[0])
    put = {(Facet.FIGURE, 0): "many", (Facet.WHEN, 0): "soon", (Facet.CLAIMANT, 0): "Mayor"}

    with pytest.raises(Faults) as caught:
        correct(desk, PRESS, now, put)

    assert set(caught.value.faults) == {(Facet.FIGURE, 0), (Facet.WHEN, 0)}
    assert form(desk, viewer_of(desk, PRESS), ids[0]).stamp == now.stamp


def test_what_is_not_seen_has_no_form(desk: Desk, ids: tuple[str, str]) -> None:
    now = form(desk, viewer_of(desk, PRESS), ids[0])

    with pytest.raises(NotFound):
        form(desk, viewer_of(desk, PRESS), "C-99")
    gone = replace(now, claim=replace(now.claim, id="C-99"))
    with pytest.raises(NotFound):
        correct(desk, PRESS, gone, {(Facet.CLAIMANT, 0): "Mayor"})


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("c-7kq2 FALSE", Marking("C-7KQ2", Mark.FALSE)),
        ("[C-7KQ2] denied: by the mayor", Marking("C-7KQ2", Mark.DENIED, "by the mayor")),
        (
            "C-7KQ2 false https://a.example/1 says 12, not https://b.example",
            Marking("C-7KQ2", Mark.FALSE, "says 12, not https://b.example", "https://a.example/1"),
        ),
    ],
)
def test_a_mark_is_read_as_typed(typed: str, wanted: Marking) -> None:
    assert marking(typed) == wanted


def test_an_unknown_mark_names_those_that_are_known() -> None:
    with pytest.raises(Unfit, match="unverified, confirmed, disputed, denied, false, withdrawn"):
        marking("C-7KQ2 untrue")
