"""Strangers' words reach Slack as words and as nothing else."""

import pytest

from bot.views.blocks import (
    EMPTY,
    TEXT_LIMIT,
    Button,
    actions,
    clean,
    clip,
    link,
    mrkdwn,
    paragraph,
    plain,
    words,
)
from bot.views.inputs import Field, checkboxes

JOINER = "\u2060"

WRITTEN = [
    pytest.param("Profit & loss <2%>", "Profit &amp; loss &lt;2%&gt;", id="three entities"),
    pytest.param('"It\'s"', '"It\'s"', id="quotation marks stay as they are"),
    pytest.param("&amp;", "&amp;amp;", id="an entity of the page is text"),
    pytest.param("<!channel>", "&lt;!channel&gt;", id="nobody is called"),
    pytest.param("a *b* c", f"a {JOINER}*{JOINER}b{JOINER}*{JOINER} c", id="no bold"),
    pytest.param("~no~", f"{JOINER}~{JOINER}no{JOINER}~{JOINER}", id="no strike"),
    pytest.param(":fire:", f":{JOINER}fire:", id="no emoji"),
    pytest.param("at 10: nothing", "at 10: nothing", id="a colon is a colon"),
    pytest.param("@here #desk", f"@{JOINER}here #{JOINER}desk", id="no mention, no channel"),
    pytest.param("> all of it", f"{JOINER}&gt; all of it", id="no quotation"),
    pytest.param("- a\n• b", f"{JOINER}- a\n{JOINER}• b", id="no list, lines kept"),
    pytest.param("", EMPTY, id="never empty"),
    pytest.param("\u200b\n\u00ad", EMPTY, id="nothing that draws"),
    pytest.param("\u200d\u200e", EMPTY, id="joiners that join nothing"),
    pytest.param("\u2800 \ufe0f", EMPTY, id="a blank and a selector"),
]


@pytest.mark.parametrize(("text", "expected"), WRITTEN)
def test_text_is_written_so_that_slack_shows_it_and_does_nothing(text: str, expected: str) -> None:
    assert mrkdwn(text) == expected


@pytest.mark.parametrize("sign", ["&", "<", "a"])
def test_a_long_text_is_cut_after_escaping_and_never_inside_an_entity(sign: str) -> None:
    written = mrkdwn("x" + sign * TEXT_LIMIT)

    assert len(written) <= TEXT_LIMIT
    assert written.endswith(("&amp;…", "&lt;…", "a…"))


CLEANED = [
    pytest.param("one\r\ntwo\u2028three", "one two three", id="one line"),
    pytest.param("abc\u202edef\u2066", "abcdef", id="no turned direction"),
    pytest.param("a\x1b[31mb\x07", "a[31mb", id="no control"),
    pytest.param("x\u0301\u0302\u0303\u0304\u0305y", "x\u0301\u0302\u0303\u0304y", id="no pile"),
    pytest.param("می\u200cخواهم", "می\u200cخواهم", id="Persian keeps its joiner"),
    pytest.param("e\u200b\u0301", "é", id="composed once nothing stands between"),
    pytest.param("👨\u200d👩", "👨\u200d👩", id="emoji keep theirs"),
    pytest.param("\udc41b\uffff", "b", id="no half of a pair, no non-character"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CLEANED)
def test_what_hides_or_reorders_is_taken_out(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_a_joiner_between_marks_does_not_let_them_pile_up() -> None:
    assert clean("x" + "\u0301\u200d" * 50).count("\u0301") <= 4


def test_rich_text_keeps_the_words_as_they_are_and_the_spaces_between_runs() -> None:
    assert words(" *14* <b> ") == {"type": "text", "text": " *14* <b> "}
    assert words("") == {"type": "text", "text": EMPTY}
    assert words(" ") == {"type": "text", "text": " "}


def test_plain_text_draws_no_emoji() -> None:
    assert plain(":fire:") == {"type": "plain_text", "text": ":fire:", "emoji": False}


LINKED = [
    pytest.param("https://e.example/?a=1&b=2", "https://e.example/?a=1&b=2", id="as it is"),
    pytest.param("https://e.example/a|b>c d", "https://e.example/a%7Cb%3Ec%20d", id="no markup"),
    pytest.param("https://e.example/é", "https://e.example/é", id="other letters stay"),
    pytest.param(
        "https://e.example/e\u0301\u202e", "https://e.example/e\u0301%E2%80%AE", id="none is lost"
    ),
]


@pytest.mark.parametrize(("url", "expected"), LINKED)
def test_a_link_leads_where_it_says(url: str, expected: str) -> None:
    assert link(url, "[C-1]") == {"type": "link", "url": expected, "text": "[C-1]"}


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "https://e.example/" + "a" * 3000])
def test_what_is_no_address_of_the_web_becomes_plain_words(url: str) -> None:
    assert link(url, "[C-1]") == {"type": "text", "text": "[C-1]"}


def test_a_paragraph_puts_its_bullets_under_its_line() -> None:
    block = paragraph([words("Due")], [[words("one")], [words("two")]])

    section, bullets = block["elements"]
    assert section["elements"] == [words("Due")]
    assert bullets["style"] == "bullet"
    assert [item["elements"] for item in bullets["elements"]] == [[words("one")], [words("two")]]


def test_controls_keep_slacks_lengths() -> None:
    row = actions(Button("go", "x" * 200, "v" * 5000, "s" * 200))
    offered = [(str(n), "x" * 200, "y" * 200) for n in range(20)]
    boxes = checkboxes(Field("pick", "Which?"), offered)

    button, options = row["elements"][0], boxes["element"]["options"]
    assert len(button["text"]["text"]) == 75
    assert len(button["value"]) == 2000
    assert len(button["accessibility_label"]) == 75
    assert len(options) == 10
    assert {len(option["text"]["text"]) for option in options} == {75}


def test_a_cut_is_marked() -> None:
    assert clip("fourteen people", 9) == "fourteen…"
