"""What opens under a reply's controls."""

from typing import Any

import pytest

from bot.claims.model import Check, CheckKind
from bot.views.blocks import MODAL_BLOCKS
from bot.views.brief import Ticket
from bot.views.details import NOTHING, details_modal
from bot.views.wrong import NO_PAIRS, Wrong, parted_pairs, ticket_of, wrong_modal
from tests.making import a_brief, a_claim, a_link, a_post, a_publication
from tests.views.wire import shown

LATER = a_claim("C-7KQ2", "The ministry said 41 people had died.", via=("CPA",))
EARLIER = a_claim("C-M4TX", publication=a_publication(outlet="CPA"))
TICKET = Ticket(a_post(), ("r1",))


def a_pair(later: str, earlier: str, **facets: Any) -> Any:
    return a_link(a_claim(later), a_claim(earlier), **facets)


def test_details_show_both_sentences_the_differences_and_why_they_were_matched() -> None:
    check = Check(CheckKind.SUM, (LATER,), "31 and 8 do not make 41.")
    brief = a_brief(a_link(LATER, EARLIER), checks=(check,))

    text = shown(details_modal([brief])["blocks"])

    assert "“The ministry said 41 people had died.” ministry, via CPA; Courier, 4 Mar 2026" in text
    assert "“The ministry said 14 people had died in the flood.”" in text
    assert "Conflicts" in text
    assert "Matched by: flood; people" in text
    assert "31 and 8 do not make 41." in text


def test_details_open_with_the_pairs_that_the_reply_shows() -> None:
    brief = a_brief(
        a_pair("C-1", "C-2", shown=False, score=9.0), a_pair("C-3", "C-4", shown=True, score=1.0)
    )

    text = shown(details_modal([brief])["blocks"])

    assert text.index("[C-3]") < text.index("[C-1]")
    assert "(not in the reply)" in text


def test_details_that_may_no_longer_be_seen_say_so() -> None:
    assert shown(details_modal([])["blocks"]) == NOTHING


def test_details_keep_to_the_blocks_of_a_modal() -> None:
    brief = a_brief(*(a_pair(f"C-{n}", f"C-{n + 500}") for n in range(150)))

    blocks = details_modal([brief])["blocks"]

    assert len(blocks) == MODAL_BLOCKS
    assert "53 parts more" in shown(blocks[-1:])


def test_each_pair_can_be_ticked_as_not_related() -> None:
    view = wrong_modal([a_brief(a_link(LATER, EARLIER))], TICKET)

    (field,) = view["blocks"]
    (option,) = field["element"]["options"]
    assert option["text"]["text"] == "C-7KQ2: The ministry said 41 people had died."
    assert ticket_of(view["private_metadata"], "T1") == TICKET
    state: dict[str, Any] = {Wrong.PAIRS: {Wrong.PAIRS: {"selected_options": [option]}}}
    assert parted_pairs(state) == (("C-7KQ2", "C-M4TX"),)


@pytest.mark.parametrize("state", [{}, {Wrong.PAIRS: {Wrong.PAIRS: {"selected_options": []}}}])
def test_nothing_ticked_parts_nothing(state: dict[str, Any]) -> None:
    assert parted_pairs(state) == ()


def test_a_reply_without_pairs_has_nothing_to_part() -> None:
    view = wrong_modal([a_brief(finding="A date does not fit")], TICKET)

    assert shown(view["blocks"]) == NO_PAIRS
    assert "submit" not in view
