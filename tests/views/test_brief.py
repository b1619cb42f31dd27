"""How the brief of an article reads in its thread."""

from bot.claims.model import Style
from bot.views.blocks import MESSAGE_BLOCKS
from bot.views.brief import Control, Ticket, brief_message
from tests.making import a_brief, a_claim, a_line, a_link, a_post, a_publication
from tests.views.wire import objects, shown

LATER = a_claim("C-7KQ2", "The ministry said 41 people had died.")
EARLIER = a_claim(
    "C-M4TX",
    publication=a_publication(url="https://cpa.example/1", outlet="CPA"),
)
LINES = (
    a_line(("Killed.", Style.LABEL), (" Ministry: ", Style.PLAIN), ("41 people", Style.QUOTE),
           (" ", Style.PLAIN), ("C-7KQ2", Style.ID)),
    a_line(("CPA: ", Style.PLAIN), ("14 people", Style.QUOTE), (" ", Style.PLAIN),
           ("C-M4TX", Style.ID), bullet=True),
)  # fmt: skip
BRIEF = a_brief(a_link(LATER, EARLIER), finding="Courier, 4 Mar: the toll differs", lines=LINES)
TICKET = Ticket(a_post(), ("r1",))


def test_the_finding_stands_first_and_the_text_alone_tells_it_all() -> None:
    message = brief_message([BRIEF], TICKET)

    assert message.text.split("\n") == [
        "Courier, 4 Mar: the toll differs",
        "Killed. Ministry: “41 people” [C-7KQ2]",
        "\u2060• CPA: “14 people” [C-M4TX]",
    ]
    assert shown(message.blocks[:1]) == "Courier, 4 Mar: the toll differs"


def test_a_quote_stands_in_quotation_marks_and_its_id_leads_to_its_article() -> None:
    line = brief_message([BRIEF], TICKET).blocks[1]

    section, bullets = line["elements"]
    assert shown([section]) == "Killed. Ministry: “41 people” [C-7KQ2]"
    assert shown([bullets]) == "CPA: “14 people” [C-M4TX]"
    links = [o["url"] for o in objects(line) if o.get("type") == "link"]
    assert links == ["https://courier.example/flood", "https://cpa.example/1"]


def test_an_id_that_the_brief_no_longer_has_is_no_link() -> None:
    line = a_line(("C-0000", Style.ID))

    block = brief_message([a_brief(finding="It differs", lines=(line,))], TICKET).blocks[1]

    assert [o["text"] for o in objects(block) if o.get("type") == "text"] == ["[C-0000]"]


def test_strangers_words_are_in_no_mrkdwn_object() -> None:
    message = brief_message([BRIEF], TICKET)

    assert "mrkdwn" not in {o.get("type") for o in objects(message.blocks)}


def test_two_controls_carry_the_post_and_the_readings_back() -> None:
    row = brief_message([BRIEF], TICKET).blocks[-1]

    assert [b["action_id"] for b in row["elements"]] == [Control.DETAILS, Control.WRONG]
    assert {Ticket.read(b["value"], "T1", "C1") for b in row["elements"]} == {TICKET}


def test_several_links_get_one_reply_of_those_that_speak() -> None:
    silent = a_brief(finding="")
    other = a_brief(finding="Herald, 5 Mar: a date does not fit")

    message = brief_message([BRIEF, silent, other], TICKET)

    assert message.text.endswith("Herald, 5 Mar: a date does not fit")
    assert [b["type"] for b in message.blocks] == [
        "rich_text", "rich_text", "divider", "rich_text", "actions",
    ]  # fmt: skip


def test_a_reply_never_has_more_blocks_than_slack_takes() -> None:
    long = a_brief(finding="Many", lines=(a_line(("x", Style.PLAIN)),) * 30)

    assert len(brief_message([long] * 5, TICKET).blocks) == MESSAGE_BLOCKS
