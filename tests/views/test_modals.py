"""What opens under a reply's controls, and the forms in which claims are judged."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.claims.model import Check, CheckKind
from bot.newsroom.edit import Edit, Facet
from bot.newsroom.facets import standing
from bot.newsroom.form import Form
from bot.newsroom.judgement import Judgement, Same
from bot.newsroom.status import Mark, Marking, Status
from bot.slackroom.judge import view_faults
from bot.views.blocks import MODAL_BLOCKS
from bot.views.brief import Ticket
from bot.views.details import NOTHING, PAIRS, Pairing, Shown, details_modal
from bot.views.editing import editing_modal, name_of, put_into
from bot.views.marking import Marked, marking_in, marking_modal
from bot.views.slip import Slip, slip_at
from bot.views.wrong import (
    LASTING,
    NO_CLAIMS,
    NO_PAIRS,
    Muting,
    Parting,
    What,
    Wrong,
    lasting,
    muting_modal,
    parted_pairs,
    parting_modal,
    said_wrong,
    wrong_modal,
)
from tests.making import a_brief, a_claim, a_figure, a_link, a_post, a_publication
from tests.views.wire import objects, shown

MOMENT = datetime(2026, 5, 3, tzinfo=UTC)
LATER = a_claim("C-7KQ2", "The ministry said 41 people had died.", via=("CPA",))
EARLIER = a_claim("C-M4TX", publication=a_publication(outlet="CPA"))
SLIP = Slip(Ticket(a_post(), ("r1",)), page=1)
LONG = "Шлюзы были закрыты, заявил мэр города. " * 80
NAMES = ("وزارة الداخلية في فيلمورا", "Министерство внутренних дел", "내무부 대변인 김민수")


def a_pair(later: str, earlier: str, **facets: Any) -> Any:
    return a_link(a_claim(later), a_claim(earlier), **facets)


def a_status(**facets: Any) -> Status:
    given = {"mark": Mark.FALSE, "person": "Lee", "marked_at": MOMENT, "note": "the register"}
    return Status("C-7KQ2", **{**given, **facets})


def an_edit(**facets: Any) -> Edit:
    given = {"facet": Facet.CLAIMANT, "before": "ministry", "after": NAMES[1], "person": "Lee"}
    return Edit("C-7KQ2", edited_at=MOMENT, **{**given, **facets})


def fields(view: dict[str, Any]) -> dict[str, Any]:
    return {b["block_id"]: b["element"] for b in view["blocks"] if b["type"] == "input"}


def test_details_show_both_sentences_the_differences_and_why_they_were_matched() -> None:
    check = Check(CheckKind.SUM, (LATER,), "31 and 8 do not make 41.")
    brief = a_brief(a_link(LATER, EARLIER), checks=(check,))

    text = shown(details_modal([brief], SLIP)["blocks"])

    said = (
        "Ministry, via CPA, Courier, 4 Mar 2026: “The ministry said 41 people had died.” [C-7KQ2]"
    )
    assert f"Later: {said}" in text
    assert "“The ministry said 14 people had died in the flood.”" in text
    assert "Conflicts" in text
    assert "Matched by: flood; people" in text
    assert "31 and 8 do not make 41." in text


def test_details_show_what_people_said_and_offer_the_contrary() -> None:
    judged = {
        "C-7KQ2": Judgement(a_status(), (an_edit(),), (Same("C-M4TX", "Dana"),)),
        "C-M4TX": Judgement(a_status(mark=Mark.DENIED, note="", outdated=True)),
    }
    parted = ((a_claim("C-1"), a_claim("C-2")),)

    view = details_modal([a_brief(a_link(LATER, EARLIER))], SLIP, Shown(judged, parted))

    text = shown(view["blocks"])
    assert "Marked false by Lee, 3 May 2026: “the register”" in text
    assert f"Claimant edited by Lee, 3 May 2026: “{NAMES[1]}”, before it “ministry”" in text
    assert "Marked denied by Lee, 3 May 2026, of an earlier version of the article" in text
    assert "Called the same claim as C-M4TX by Dana" in text
    actions = [o["action_id"] for o in objects(view) if o.get("type") == "button"]
    assert actions == [
        Pairing.NOT_SAME,
        Pairing.PART,
        Pairing.EDIT,
        Pairing.STATUS,
        Pairing.AGAIN,
    ]


def test_details_open_with_the_pairs_that_the_reply_shows() -> None:
    brief = a_brief(
        a_pair("C-1", "C-2", shown=False, score=9.0), a_pair("C-3", "C-4", shown=True, score=1.0)
    )

    text = shown(details_modal([brief], SLIP)["blocks"])

    assert text.index("[C-3]") < text.index("[C-1]")
    assert "(not in the reply)" in text


def test_details_that_may_no_longer_be_seen_say_so() -> None:
    assert shown(details_modal([], SLIP)["blocks"]) == NOTHING


@pytest.mark.parametrize("pairs", [0, 1, 5, 10, 11, 60])
def test_details_are_leafed_through_a_page_at_a_time(pairs: int) -> None:
    brief = a_brief(*(a_pair(f"C-{n}", f"C-{n + 500}") for n in range(pairs)))
    seen: list[str] = []
    page, slip = 1, SLIP

    while True:
        view = details_modal([brief], replace(slip, page=page))
        assert not view_faults(view)
        assert len(view["blocks"]) <= MODAL_BLOCKS
        rows = [b["block_id"] for b in view["blocks"] if b["type"] == "actions"]
        seen += [row for row in rows if not row.startswith("page")]
        turns = {o["action_id"] for o in objects(view) if o.get("type") == "button"}
        assert (Pairing.BACK in turns) is (page > 1)
        if Pairing.ON not in turns:
            break
        page += 1

    assert len(seen) == len(set(seen)) == pairs
    assert page == max(1, -(-pairs // PAIRS))


def test_a_page_beyond_the_last_is_the_last() -> None:
    brief = a_brief(*(a_pair(f"C-{n}", f"C-{n + 500}") for n in range(12)))

    view = details_modal([brief], replace(SLIP, page=9))

    assert "page 2 of 2" in shown(view["blocks"])
    assert Slip.read(view["private_metadata"], "T1").page == 2


def test_sentences_of_three_thousand_characters_and_names_of_all_scripts_are_shown_whole() -> None:
    long = a_claim("C-7KQ2", LONG[:3000].strip(), claimant=NAMES[0], via=NAMES[1:])
    brief = a_brief(
        *(a_link(replace(long, id=f"C-{n}"), EARLIER, differences=()) for n in range(PAIRS))
    )

    view = details_modal([brief], SLIP)

    assert not view_faults(view)
    text = shown(view["blocks"])
    assert all(name in text for name in NAMES)
    assert text.count(long.quote[:2800]) == PAIRS


def test_a_slip_comes_back_as_it_went() -> None:
    slip = Slip(SLIP.ticket, "https://hooks.example/1", 2, "C-1", "C-2", "abc", "source")

    assert Slip.read(slip.written(), "T1") == slip
    assert slip.press("K", "U9").post == replace(a_post(), person="U9")


def test_a_reply_can_be_wrong_in_its_source_a_figure_a_match_or_altogether() -> None:
    view = wrong_modal([a_brief(a_link(LATER, EARLIER))], SLIP)

    assert not view_faults(view)
    asked = fields(view)
    assert [o["value"] for o in asked[Wrong.WHAT]["options"]] == list(What)
    claims = asked[Wrong.CLAIM]["options"]
    assert [o["text"]["text"] for o in claims] == [
        "C-7KQ2: The ministry said 41 people had died.",
        "C-M4TX: The ministry said 14 people had died in the flood.",
    ]
    chosen = {"selected_option": {"value": "mute_story"}}
    state: Any = {Wrong.WHAT: {Wrong.WHAT: chosen}, Wrong.CLAIM: {Wrong.CLAIM: {
        "selected_option": claims[1]}}}  # fmt: skip
    assert said_wrong(state) == (What.STORY, "C-M4TX")


def test_a_reply_without_pairs_offers_its_own_claims_and_one_that_has_gone_nothing() -> None:
    assert "C-7KQ2" in str(wrong_modal([a_brief(finding="A date does not fit")], SLIP))
    assert shown(wrong_modal([], SLIP)["blocks"]) == NO_CLAIMS


@pytest.mark.parametrize("pairs", [1, 10, 11, 60])
def test_each_pair_of_a_claim_can_be_ticked_as_not_related(pairs: int) -> None:
    view = parting_modal([a_link(LATER, a_claim(f"C-{n}")) for n in range(pairs)], SLIP)

    assert not view_faults(view)
    state = {
        name: {name: {"selected_options": element["options"]}}
        for name, element in fields(view).items()
    }
    assert parted_pairs(state) == tuple(("C-7KQ2", f"C-{n}") for n in range(pairs))


@pytest.mark.parametrize("state", [{}, {Parting.PAIRS: {Parting.PAIRS: {"selected_options": []}}}])
def test_nothing_ticked_parts_nothing(state: dict[str, Any]) -> None:
    assert parted_pairs(state) == ()


def test_a_claim_without_pairs_has_nothing_to_part() -> None:
    view = parting_modal([], SLIP)

    assert shown(view["blocks"]) == NO_PAIRS
    assert "submit" not in view


@pytest.mark.parametrize(
    ("chosen", "days"), [("1", 1), ("7", 7), ("30", 30), ("0", None), ("again", 0)]
)
def test_a_story_is_muted_for_a_while_for_good_or_not_at_all(
    chosen: str, days: int | None
) -> None:
    view = muting_modal(LATER, SLIP)
    state: Any = {Muting.LONG: {Muting.LONG: {"selected_option": {"value": chosen}}}}

    assert not view_faults(view)
    assert chosen in LASTING
    found = lasting(state)
    assert (found.days if found is not None else None) == days


def test_the_form_for_a_mark_shows_what_was_said_and_offers_either_claim_of_a_pair() -> None:
    alone = marking_modal(LATER, Judgement(a_status()), slip_at(a_post(), "C-7KQ2"))
    pair = marking_modal(LATER, Judgement(), replace(SLIP, claim="C-7KQ2", other="C-M4TX"))

    assert not (*view_faults(alone), *view_faults(pair))
    assert "Marked false by Lee" in shown(alone["blocks"])
    assert Marked.CLAIM not in fields(alone)
    assert [o["value"] for o in fields(pair)[Marked.CLAIM]["options"]] == ["C-7KQ2", "C-M4TX"]
    assert [o["value"] for o in fields(pair)[Marked.MARK]["options"]] == list(Mark)


def test_what_was_put_into_the_form_for_a_mark_is_a_marking() -> None:
    values: Any = {
        Marked.MARK: {Marked.MARK: {"selected_option": {"value": "false"}}},
        Marked.NOTE: {Marked.NOTE: {"value": " the\nregister  says 12 "}},
        Marked.LINK: {Marked.LINK: {"value": " https://register.example "}},
    }

    found = marking_in(values, slip_at(a_post(), "C-7KQ2"))

    note, link = "the register says 12", "https://register.example"
    assert found == Marking("C-7KQ2", Mark.FALSE, note, link)


def test_the_edit_form_has_a_field_for_each_facet_with_what_stands_there() -> None:
    claim = replace(LATER, quote=LONG, claimant=NAMES[0], figures=(a_figure(),) * 30)
    form = Form(claim, standing(claim, [an_edit()]), (an_edit(),))
    slip = replace(SLIP, claim=claim.id, other="C-M4TX", stamp=form.stamp)

    view = editing_modal(form, slip)

    assert not view_faults(view)
    held = fields(view)
    assert held[name_of((Facet.CLAIMANT, 0), slip)]["initial_value"] == NAMES[1]
    assert held[name_of((Facet.VIA, 0), slip)]["initial_value"] == "CPA"
    assert held[name_of((Facet.POLARITY, 0), slip)]["initial_option"]["value"] == "affirmed"
    assert name_of((Facet.FIGURE, 30), slip) in held  # a new one, beside the first twenty
    assert "Claimant edited by Lee" in shown(view["blocks"])
    state = {name: {name: {"value": "x"}} for name in held}
    assert len(put_into(state, form, slip)) == 6 + 20 + 1


def test_a_form_keeps_what_was_typed_and_tells_what_others_changed() -> None:
    form = Form(LATER, standing(LATER, ()))

    view = editing_modal(form, SLIP, {(Facet.CLAIMANT, 0): NAMES[2]}, ("Claimant: A, B now",))

    slip = replace(SLIP, stamp=form.stamp)
    assert fields(view)[name_of((Facet.CLAIMANT, 0), slip)]["initial_value"] == NAMES[2]
    assert "Claimant: A, B now" in shown(view["blocks"])
