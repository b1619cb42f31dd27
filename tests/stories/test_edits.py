"""A fact-checker puts right what the machine read."""

from datetime import timedelta

import pytest

from bot.slackroom.seen import View
from bot.views.trouble import GONE
from tests.stories.judging import (
    a_reply,
    details,
    done,
    field,
    pair_of,
    press,
    put,
    says,
    shown,
    undo,
    wrong,
)
from tests.stories.newsroom import COMMAND, Newsroom
from tests.stories.pages import FLOOD, a_page


def the_form(newsroom: Newsroom, claim: str, person: str = "dana") -> View:
    """Type /claim edit and return the form."""
    assert newsroom.room.command(person, newsroom.world, COMMAND, f"edit {claim}").acked
    return newsroom.room.view(person)


def stands(view: View, name: str) -> str:
    """Return what stands in a field of the form."""
    found = next(block for block in view.blocks if block["block_id"] == field(view, name))
    return str(found["element"].get("initial_value", ""))


def test_an_edit_shows_everywhere_with_who_made_it_and_what_was_read(newsroom: Newsroom) -> None:
    reply = a_reply(newsroom)
    later, _ = pair_of(details(newsroom, reply))

    result = put(newsroom, the_form(newsroom, later), claimant_0="Mayor of Velmora")

    assert result.acked
    assert done(newsroom).text.startswith(f"Done: {later} is edited: claimant.")
    says(newsroom, reply, f"[{later}] claimant edited by dana")
    told = newsroom.ask(f"show {later}")
    assert "Mayor of Velmora" in told
    blocks = newsroom.room.ephemerals("dana", newsroom.world)[-1].blocks
    assert "Claimant edited by dana" in shown(blocks)
    assert "before it “Interior Ministry”" in shown(blocks)
    assert "dana: edited (claimant edited)" in shown(blocks)


def test_an_edited_figure_changes_the_difference_that_is_told(newsroom: Newsroom) -> None:
    reply = a_reply(newsroom)
    later, _ = pair_of(details(newsroom, reply))
    assert "figures differ" in reply.text

    put(newsroom, the_form(newsroom, later), figure_0="")

    newsroom.settle()
    assert all("41" not in now.text for now in newsroom.replies(reply.thread_ts))


def test_an_edit_is_undone_by_its_button_and_later_by_hand(newsroom: Newsroom) -> None:
    reply = a_reply(newsroom)
    later, _ = pair_of(details(newsroom, reply))
    put(newsroom, the_form(newsroom, later), claimant_0="Mayor", places_0="Kelm")
    says(newsroom, reply, "edited by dana")

    assert undo(newsroom, done(newsroom)) == f"Undone: {later} stands as it did before."

    says(newsroom, reply, "edited by dana", yes=False)
    put(newsroom, the_form(newsroom, later), claimant_0="Mayor")
    late = done(newsroom)
    newsroom.later(timedelta(minutes=11))
    assert f"/claim edit {later}" in undo(newsroom, late)
    assert stands(the_form(newsroom, later), "claimant.0") == "Mayor"


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("figure.0", "very many people", "no number"),
        ("figure.1", "99 dogs", "does not say that number"),
        ("when.0", "Tuesday", "2026-03-03"),
        ("via.0", ";".join("abcdefghijklm"), "12 at most"),
        ("claimant.0", "x" * 301, "longer than 300"),
    ],
)
def test_what_does_not_fit_is_told_under_its_field(
    newsroom: Newsroom, name: str, typed: str, told: str
) -> None:
    later, _ = pair_of(details(newsroom, a_reply(newsroom)))
    view = the_form(newsroom, later)

    result = put(newsroom, view, **{name.replace(".", "_"): typed})

    assert told in result.errors[field(view, name)]
    assert newsroom.room.view("dana").id == view.id


def test_an_edit_outlives_a_new_version_of_the_article(newsroom: Newsroom) -> None:
    reply = a_reply(newsroom)
    _, earlier = pair_of(details(newsroom, reply))
    put(newsroom, the_form(newsroom, earlier), claimant_0="وزارة الداخلية")
    done(newsroom)
    text = FLOOD.replace("120 houses", "130 houses")
    newsroom.site.publish("/flood", a_page("Courier", "2026-03-03", "Flood kills 14", text))

    newsroom.paste("flood")

    newsroom.settle()
    newsroom.ask("why")
    assert "وزارة الداخلية" in shown(newsroom.room.ephemerals("dana", newsroom.world)[-1].blocks)


def test_who_edits_what_another_has_edited_meanwhile_is_told_and_keeps_what_he_typed(
    newsroom: Newsroom,
) -> None:
    later, _ = pair_of(details(newsroom, a_reply(newsroom)))
    mine, theirs = the_form(newsroom, later), the_form(newsroom, later, "lee")
    put(newsroom, theirs, "lee", claimant_0="Городской совет", places_0="Kelm")

    stale = put(newsroom, mine, claimant_0="내무부", via_0="Radio Delta")

    assert stale.action == "update"
    again = newsroom.room.view("dana")
    told = shown(again.blocks)
    assert "Somebody else edited this claim" in told
    assert "Claimant: “Interior Ministry” when you opened it, “Городской совет” now (lee" in told
    assert stands(again, "claimant.0") == "내무부"  # typed
    assert stands(again, "via.0") == "Radio Delta"
    assert stands(again, "places.0") == "Kelm"  # not touched: what stands now
    assert put(newsroom, again).acked
    done(newsroom)
    told = newsroom.ask(f"show {later}")
    assert "내무부, via Radio Delta" in told


def test_a_form_that_was_open_for_an_hour_is_kept_all_the_same(newsroom: Newsroom) -> None:
    later, _ = pair_of(details(newsroom, a_reply(newsroom)))
    view = the_form(newsroom, later)

    newsroom.later(timedelta(hours=1))

    assert put(newsroom, view, claimant_0="Mayor").acked
    assert done(newsroom).text.startswith(f"Done: {later} is edited")


def test_a_form_whose_claim_has_gone_says_so(newsroom: Newsroom) -> None:
    newsroom.reaction(newsroom.paste("flood"))
    ts = newsroom.paste("toll")
    later, _ = pair_of(details(newsroom, newsroom.reply(ts)))
    view = the_form(newsroom, later)
    newsroom.room.delete(newsroom.world, ts)
    newsroom.settle()

    assert put(newsroom, view, claimant_0="Mayor").action == "update"

    assert f"{GONE} Nothing was changed." in shown(newsroom.room.view("dana").blocks)


def test_nothing_changed_is_nothing_done(newsroom: Newsroom) -> None:
    later, _ = pair_of(details(newsroom, a_reply(newsroom)))

    assert put(newsroom, the_form(newsroom, later)).acked

    newsroom.settle()
    assert all(
        not m.text.startswith("Done") for m in newsroom.room.ephemerals("dana", newsroom.world)
    )


def test_from_details_either_claim_of_the_pair_can_be_edited(newsroom: Newsroom) -> None:
    reply = a_reply(newsroom)
    room, view = newsroom.room, details(newsroom, reply)
    later, earlier = pair_of(view)
    form = press(newsroom, view, "pair_edit")
    assert later in shown(form.blocks)

    assert room.click_view("dana", form.id, "editing_other").acked
    form = room.view("dana")
    assert earlier in shown(form.blocks[0])
    assert put(newsroom, form, claimant_0="Mayor").acked

    assert done(newsroom).text.startswith(f"Done: {earlier} is edited")
    assert "Claimant edited by dana" in shown(room.view("dana").blocks)


@pytest.mark.parametrize(
    ("what", "fields"),
    [("wrong_source", {"claimant", "via"}), ("wrong_figure", {"figure"})],
)
def test_something_wrong_opens_the_fields_in_question_alone(
    newsroom: Newsroom, what: str, fields: set[str]
) -> None:
    reply = a_reply(newsroom)
    _, earlier = pair_of(details(newsroom, reply))

    form = wrong(newsroom, reply, what, earlier)

    inputs = {b["block_id"].split(".")[0] for b in form.blocks if b["type"] == "input"}
    assert inputs == fields
    assert earlier in shown(form.blocks)


def test_a_claim_that_is_not_seen_has_no_form(newsroom: Newsroom) -> None:
    answered = newsroom.room.command("dana", newsroom.world, COMMAND, "edit C-99999")

    assert answered.text.startswith("No claim has that id here")
    assert not newsroom.room.view("dana")
    assert newsroom.ask("edit").startswith("Which claim?")
