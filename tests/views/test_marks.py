"""What people have said of a claim, wherever the claim is shown."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.claims.model import Style
from bot.newsroom.act import Act, Deed
from bot.newsroom.aliases import Alias
from bot.newsroom.edit import Edit, Facet
from bot.newsroom.judgement import Judgement, Same
from bot.newsroom.query import Query
from bot.newsroom.status import Mark, Status
from bot.newsroom.undo import Done, Undo
from bot.slackroom.judge import message_faults
from bot.views.blocks import Message
from bot.views.brief import Ticket, brief_message
from bot.views.claim import claim_message
from bot.views.comparing import comparison_message
from bot.views.done import Undoing, done_message
from bot.views.finding import finding_message
from bot.views.marks import Judged, done, edited, marked, shortly
from bot.views.naming import names_message
from bot.views.why import why_message
from tests.making import a_brief, a_claim, a_line, a_link, a_post
from tests.views.wire import objects, shown

MAY = datetime(2026, 5, 3, 14, 5, tzinfo=UTC)
LINK = "https://register.example/1"
FALSE = Status("C-7KQ2", Mark.FALSE, "Lee", MAY, "the register says 12", LINK)
EDIT = Edit("C-7KQ2", Facet.CLAIMANT, "ministry", "мэр", "Dana", MAY)
LATER, EARLIER = a_claim("C-7KQ2"), a_claim("C-M4TX", "The mayor said 12 people had died.")
PAIR = a_link(LATER, EARLIER)
JUDGED = {"C-7KQ2": Judgement(FALSE, (EDIT,), (Same("C-M4TX", "Kai"),))}
CITING = a_brief(PAIR, lines=(a_line(("14", Style.QUOTE), ("C-7KQ2", Style.ID)),))


@pytest.mark.parametrize(
    ("facets", "told"),
    [
        ({}, "marked false by Lee, 3 May 2026: “the register says 12”"),
        ({"note": ""}, "marked false by Lee, 3 May 2026"),
        (
            {"note": "", "outdated": True},
            "marked false by Lee, 3 May 2026, of an earlier version of the article",
        ),
        ({"mark": Mark.UNVERIFIED, "note": ""}, "marked unverified by Lee, 3 May 2026"),
        (
            {"person": "김민수", "note": "<!channel>"},
            "marked false by 김민수, 3 May 2026: “<!channel>”",
        ),
    ],
)
def test_a_mark_says_who_and_when_and_on_what_ground(facets: dict[str, Any], told: str) -> None:
    given = {"mark": Mark.FALSE, "person": "Lee", "marked_at": MAY, "note": FALSE.note}

    assert marked(Status("C-7KQ2", **{**given, **facets})) == told


@pytest.mark.parametrize(
    ("facet", "before", "after", "told"),
    [
        (Facet.CLAIMANT, "ministry", "мэр", "claimant {}: “мэр”, before it “ministry”"),
        (Facet.WHEN, "", "2026-03-03", "time {}: “2026-03-03”, before it nothing"),
        (Facet.VIA, "CPA", "", "chain {}: nothing, before it “CPA”"),
    ],
)
def test_an_edit_says_what_stands_now_and_what_stood_before(
    facet: Facet, before: str, after: str, told: str
) -> None:
    edit = Edit("C-1", facet, before, after, "Dana", MAY)

    assert edited(edit) == told.format("edited by Dana, 3 May 2026")


def test_several_edits_of_one_facet_are_told_shortly_once() -> None:
    assert shortly(Judgement(None, (EDIT, EDIT))) == "claimant edited by Dana, 3 May 2026"


def test_a_line_of_the_trail_says_when_who_and_what() -> None:
    act = Act("C-7KQ2", Deed.MARKED, "Lee", MAY, "marked false")

    assert done(act) == "3 May 2026, 14:05 UTC: Lee: marked (marked false)"
    assert done(Act("C-7KQ2", Deed.MUTED, "Lee", MAY)) == "3 May 2026, 14:05 UTC: Lee: muted"


SURFACES: dict[str, Callable[[Judged], Message]] = {
    "reply": lambda judged: brief_message([CITING], Ticket(a_post(), ("r1",)), judged),
    "show": lambda judged: claim_message(LATER, [PAIR], judged.get("C-7KQ2", Judgement())),
    "why": lambda judged: why_message(CITING, judged),
    "find": lambda judged: finding_message(Query("died"), [LATER], "died", judged, more=False),
    "compare": lambda judged: comparison_message(PAIR, judged, related=True),
}


@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES)
def test_a_mark_is_shown_wherever_the_claim_is(surface: Callable[[Judged], Message]) -> None:
    message, without = surface(JUDGED), surface({})

    assert not message_faults(list(message.blocks))
    assert "arked false by Lee, 3 May 2026" in shown(message.blocks)
    assert "laimant edited by Dana, 3 May 2026" in shown(message.blocks)
    assert "marked" not in shown(without.blocks).lower()
    assert "<!channel>" not in message.text


@pytest.mark.parametrize("surface", ["reply", "show", "find", "compare"])
def test_a_mark_is_heard_by_those_who_cannot_see_the_blocks(surface: str) -> None:
    assert "arked false by Lee, 3 May 2026" in SURFACES[surface](JUDGED).text


def test_nobody_is_pinged_by_a_mark() -> None:
    kinds = {one.get("type") for one in objects(list(SURFACES["show"](JUDGED).blocks))}

    assert not kinds & {"user", "usergroup", "broadcast"}


def test_the_ground_of_a_mark_is_linked_and_the_trail_follows() -> None:
    act = Act("C-7KQ2", Deed.MARKED, "Lee", MAY, "marked false")

    blocks = claim_message(LATER, (), JUDGED["C-7KQ2"], [act] * 30).blocks

    assert LINK in [one.get("url") for one in objects(list(blocks))]
    assert "Called the same claim as C-M4TX by Kai" in shown(blocks)
    assert shown(blocks).count("14:05 UTC") == 20


def test_what_was_done_carries_its_way_back() -> None:
    undo = Undo(Deed.MARKED, "K1", "C-7KQ2", "U1", MAY)

    message = done_message(Done("C-7KQ2 is marked false.", undo))

    assert message.text == "Done: C-7KQ2 is marked false. Undo works for 10 minutes."
    (button,) = (one for one in objects(list(message.blocks)) if one.get("type") == "button")
    assert button["action_id"] == Undoing.UNDO
    assert Undo.read(button["value"]) == undo


def test_the_way_back_from_ten_pairs_fits_a_button() -> None:
    pairs = ",".join(f"C-{n:05} C-{n + 50:05}" for n in range(100))

    message = done_message(Done("x" * 4000, Undo(Deed.PARTED, pairs, "C-1", "U1", MAY)))

    assert not message_faults(list(message.blocks))


def test_names_are_listed_and_asked_about() -> None:
    kept = [Alias(f"L. Orsk {n}", "وزارة الداخلية", "Lee", MAY) for n in range(60)]
    proposed = [("Kai Brenn", "Kaja Brenn"), ("x" * 120, "내무부 " * 30)]

    message = names_message(kept, proposed)

    assert not message_faults(list(message.blocks))
    assert "60 aliases here." in message.text
    assert "L. Orsk 59 is وزارة الداخلية (Lee, 3 May 2026)" in shown(message.blocks)
    values = [o["value"] for o in objects(list(message.blocks)) if o.get("type") == "button"]
    assert values[0] == "alias Kai Brenn = Kaja Brenn"
    assert names_message([], []).text.startswith("Nobody has said yet")
