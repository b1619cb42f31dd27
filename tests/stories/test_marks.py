"""A fact-checker marks claims: by the command, in a form, within what the newsroom allows."""

from datetime import timedelta

import pytest

from tests.stories.judging import ID, a_reply, details, done, pair_of, says, shown, undo
from tests.stories.newsroom import COMMAND, Newsroom
from tests.stories.pages import FLOOD, a_page

NOTE = "the register of the town says 12"


def a_claim(newsroom: Newsroom) -> str:
    """Have the flood read and return the id of its first claim."""
    newsroom.reaction(newsroom.paste("flood"))
    newsroom.ask("why")
    found = ID.findall(str(newsroom.room.ephemerals("dana", newsroom.world)[-1].blocks))
    return str(found[0])


def test_a_mark_set_by_the_command_shows_wherever_the_claim_does(newsroom: Newsroom) -> None:
    reply = a_reply(newsroom)
    later, earlier = pair_of(details(newsroom, reply))

    answer = newsroom.ask(f"status {earlier} false https://register.example/1 {NOTE}")

    assert answer.startswith(f"Done: {earlier} is marked false.")
    assert "Undo works for 10 minutes" in answer
    told = says(newsroom, reply, "marked false by dana")
    assert NOTE in told
    shown_claim = newsroom.ask(f"show {earlier}")
    assert "marked false by dana" in shown_claim
    blocks = newsroom.room.ephemerals("dana", newsroom.world)[-1].blocks
    assert "https://register.example/1" in str(blocks)
    assert "dana: marked (marked false)" in shown(blocks)
    assert "Marked false by dana" in shown(details(newsroom, reply).blocks)
    for asked in ("find flood", f"compare {later} {earlier}", f"history {earlier}"):
        assert "Marked false by dana" in newsroom.ask(asked)


def test_a_mark_is_undone_by_the_button_for_ten_minutes_and_by_hand_ever_after(
    newsroom: Newsroom,
) -> None:
    reply = a_reply(newsroom)
    _, earlier = pair_of(details(newsroom, reply))
    newsroom.ask(f"status {earlier} disputed")
    says(newsroom, reply, "marked disputed")
    message = done(newsroom)

    assert undo(newsroom, message) == f"Undone: the mark on {earlier} is taken back."

    says(newsroom, reply, "marked disputed", yes=False)
    newsroom.ask(f"status {earlier} denied")
    late = done(newsroom)  # the first is no longer there
    newsroom.later(timedelta(minutes=11))
    told = undo(newsroom, late)
    assert told.startswith("Ten minutes are over")
    assert f"/claim status {earlier} unverified" in told
    assert "marked denied" in newsroom.ask(f"show {earlier}")


def test_the_form_marks_either_claim_of_a_pair_and_tells_faults_in_place(
    newsroom: Newsroom,
) -> None:
    reply = a_reply(newsroom)
    room, view = newsroom.room, details(newsroom, reply)
    later, earlier = pair_of(view)
    assert room.click_view("dana", view.id, "pair_status", block_id=f"{later} {earlier}").acked
    form = room.view("dana")
    put = {"marking_claim": earlier, "marking_mark": "false"}

    assert "give a note or a link" in room.submit("dana", form.id, put).errors["marking_note"]
    wrong = {**put, "marking_link": "register.example"}
    assert "https://" in room.submit("dana", form.id, wrong).errors["marking_link"]
    long = {**put, "marking_link": "", "marking_note": "x" * 501}
    assert "500 characters" in room.submit("dana", form.id, long).errors["marking_note"]
    assert room.submit("dana", form.id, {**put, "marking_note": NOTE}).acked

    says(newsroom, reply, f"[{earlier}] marked false by dana")
    assert "Marked false by dana" in shown(room.view("dana").blocks)  # Details, made anew


def test_the_command_without_a_mark_opens_the_form(newsroom: Newsroom) -> None:
    claim = a_claim(newsroom)
    room, world = newsroom.room, newsroom.world

    assert room.command("dana", world, COMMAND, f"status [{claim.lower()}]").acked
    view = room.view("dana")
    newsroom.later(timedelta(hours=1))  # it went for lunch; the command's address is closed
    assert room.submit("dana", view.id, {"marking_mark": "disputed"}).acked

    assert done(newsroom).text.startswith(f"Done: {claim} is marked disputed.")


def test_the_answer_that_shows_a_claim_opens_the_form_too(newsroom: Newsroom) -> None:
    claim = a_claim(newsroom)
    newsroom.ask(f"show {claim}")
    room, message = newsroom.room, newsroom.room.ephemerals("dana", newsroom.world)[-1]

    assert room.click("dana", newsroom.world, message.ts, "claim_status").acked
    assert room.submit("dana", room.view("dana").id, {"marking_mark": "denied"}).acked

    assert done(newsroom).text.startswith(f"Done: {claim} is marked denied.")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("status", "Which claim?"),
        ("status C-99999", "No claim has that id here"),
        ("status C-99999 disputed", "No claim has that id here"),
        ("status {} wrong", "“wrong” is no mark. Use one of: unverified, confirmed"),
        ("status {} confirmed", "give a note or a link"),
    ],
)
def test_what_does_not_fit_is_told_how_to_write_it(
    newsroom: Newsroom, typed: str, told: str
) -> None:
    assert told in newsroom.ask(typed.format(a_claim(newsroom)))


def test_where_checkers_are_named_others_are_told_who_they_are(newsroom: Newsroom) -> None:
    claim = a_claim(newsroom)
    newsroom.ask("settings checkers @lee")

    refused = newsroom.ask(f"status {claim} false {NOTE}")

    assert refused.startswith("Here only checkers mark a claim false: lee.")
    assert newsroom.ask(f"status {claim} disputed").startswith("Done")
    room = newsroom.room
    assert room.command("lee", newsroom.world, COMMAND, f"status {claim} false {NOTE}").acked
    assert done(newsroom, person="lee").text.startswith(f"Done: {claim} is marked false.")


def test_a_hidden_claim_cannot_be_marked_nor_told_from_a_missing_one(newsroom: Newsroom) -> None:
    newsroom.room.make_private(newsroom.world)
    newsroom.ask(newsroom.news["flood"])
    newsroom.ask("why")
    found = ID.findall(str(newsroom.room.ephemerals("dana", newsroom.world)[-1].blocks))

    hidden = newsroom.ask(f"status {found[0]} disputed", newsroom.lab)

    assert hidden == newsroom.ask("status C-99999 disputed", newsroom.lab)


def test_a_new_version_of_the_article_reopens_what_was_marked(newsroom: Newsroom) -> None:
    reply = a_reply(newsroom)
    _, earlier = pair_of(details(newsroom, reply))
    newsroom.ask(f"status {earlier} disputed")
    says(newsroom, reply, "marked disputed")
    text = FLOOD.replace("120 houses", "130 houses")
    newsroom.site.publish("/flood", a_page("Courier", "2026-03-03", "Flood kills 14", text))

    newsroom.paste("flood")

    newsroom.settle()
    assert "of an earlier version of the article" in newsroom.ask(f"show {earlier}")
