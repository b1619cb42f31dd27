"""Text whose lines were broken by a column, as mails and wires are."""

import pytest

from bot.claims.sentences import sentences
from tests.claims.reading import reading_of

WIRE = (
    "KELM, March 3 (VNA) - Some 900 people marched along the quay of Varno, and the\n"
    "police counted 400 of them, the harbour board said on Monday. The ferries were\n"
    "late.\n"
    "\n"
    "The board will meet on Friday, its spokesman, Bo Lind, told reporters of the\n"
    "Vale Courier. It has 12 members, 4 of them from Kelm, and no more than\n"
    "40 boats.\n"
)


def test_a_line_s_end_ends_no_sentence() -> None:
    whole = [each.straight for each in sentences(WIRE)]
    assert [(each[:11], each[-15:]) for each in whole] == [
        ("Some 900 pe", "said on Monday."),
        ("The ferries", "ries were late."),
        ("The board w", "e Vale Courier."),
        ("It has 12 m", " than 40 boats."),
    ]


def test_a_wrapped_quote_keeps_its_newline_and_its_place() -> None:
    reading = reading_of(WIRE)
    assert "the\npolice counted" in reading.claims[0].quote
    assert all(WIRE[c.start : c.end] == c.quote for c in reading.claims)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("17 dead, the board says\n71 injured, the board says", 0, id="a list"),
        pytest.param(
            "The harbour board said on Monday that 40 boats had sunk.\n12 were saved by a tug.",
            2,
            id="a sentence's end",
        ),
        pytest.param(
            "The harbour board said on Monday that it had counted boats\n- 40 of them sunk in the "
            "bay, it was told",
            1,
            id="a bullet",
        ),
        pytest.param(
            "The harbour board said on Monday that it had counted, with some help,\nforty boats.",
            1,
            id="a lower-case word",
        ),
        pytest.param(
            "The harbour board said on Monday, after a long night of counting by Mr.\nOrsk, that "
            "40 boats had sunk in the bay, and that 12 more were adrift.",
            1,
            id="an abbreviation",
        ),
    ],
)
def test_only_a_full_line_goes_on(text: str, number: int) -> None:
    assert len(sentences(text)) == number
