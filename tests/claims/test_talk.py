"""Whose words go on from sentence to sentence: quotations, live blogs, questions and answers."""

import pytest

from tests.claims.reading import claims_of

TALK = [
    pytest.param(
        '"Nine are dead. Forty are missing," the fire chief, Ada Holm, said on Tuesday.',
        ["Ada Holm", "Ada Holm"],
        id="the speaker follows a quotation of two sentences",
    ),
    pytest.param(
        "Lena Orsk, the mayor, said: “We lost 40 homes. Nine people are missing.\n\n"
        "“Three ships will come on Friday.”",
        ["Lena Orsk", "Lena Orsk", "Lena Orsk"],
        id="a quotation goes on in the next paragraph",
    ),
    pytest.param(
        "“We lost 40 homes,” Lena Orsk said, “and nine people are missing.”",
        ["Lena Orsk"],
        id="a quotation is split",
    ),
    pytest.param(
        "Lena Orsk said: “He told me ‘we have 40 ships’ on Monday.”",
        ["Lena Orsk"],
        id="a quotation in a quotation speaks for nobody outside it",
    ),
    pytest.param(
        "“How many times must 40 homes burn?” Orsk said on Monday.",
        ["Orsk"],
        id="a question ends no sentence before its speaker",
    ),
    pytest.param(
        "The mayor added:\n\n“We need 40 pumps by Friday.”",
        ["mayor"],
        id="a line leads on to a quotation",
    ),
    pytest.param(
        "A spokesman for Vale Power said 40 homes had no light. He added that the fault would be "
        "mended by Friday. The spokesman said 12 men were at work.",
        ["Vale Power", "Vale Power", "Vale Power"],
        id="a spokesman goes on",
    ),
    pytest.param(
        "Mayor Lena Orsk said 40 homes burned.\n\n14:05 – Mayor: 3 dead in Varno\n\n"
        "14:20 - Police: 40 people evacuated from a school",
        ["Lena Orsk", "Lena Orsk", "Police"],
        id="a live blog names the speaker before a colon",
    ),
    pytest.param(
        "Mayor Lena Orsk said on Monday that 40 homes burned.\n\nQ: How many ships are left?\n\n"
        "A: We have 40 ships, and nine are in dock.",
        ["Lena Orsk", "Lena Orsk"],
        id="questions are no claims and answers go on",
    ),
    pytest.param(
        "The levee board put the bill at 40 million, and Lena Orsk, its head, said nine pumps "
        "had failed.\n\nOusel Air, the largest airline there, lost 12 flights. "
        "The guild struck on Monday. The airline said 40 more would go.",
        ["Ousel Air"],
        id="the airline is the one called so",
    ),
]


@pytest.mark.parametrize(("text", "claimants"), TALK)
def test_whose_words_they_are(text: str, claimants: list[str]) -> None:
    found = [claim.claimant for claim in claims_of(text)]

    assert found[-len(claimants) :] == claimants


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("The bridge will open on Friday, the mayor announced on X.", ("X",)),
        ("Lena Orsk told Radio Delta 40 homes burned.", ("Radio Delta",)),
        ("Forty homes burned, Lena Orsk told Kelm FM.", ("Kelm FM",)),
        ("The rating agency Sorrel said 40 banks were weak.", ()),
        ("The news agency Sorrel said 40 banks were weak.", ()),
        ("Forty homes burned, according to a list kept by the Delta Post.", ()),
    ],
)
def test_what_passed_it_on(text: str, via: tuple[str, ...]) -> None:
    assert [claim.via for claim in claims_of(text)] == [via]


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("The mayor will come on Friday, her office said.", "mayor's office"),
        ("A poll by Orsk Research gave the guild 40 per cent.", "Orsk Research"),
        ("Prosecutors have charged a baker with arson.", "Prosecutors"),
        ("Sorrel Mills will shed 73 posts by May, it said.", "Sorrel Mills"),
        ("The toll was put at 40 by the harbour board.", "harbour board"),
        ("The board held its rate at 4 per cent.", "board"),
        ("Forty homes burned, the same letter shows.", "same letter"),
    ],
)
def test_who_speaks_in_other_ways(text: str, claimant: str) -> None:
    assert [claim.claimant for claim in claims_of(text)] == [claimant]
