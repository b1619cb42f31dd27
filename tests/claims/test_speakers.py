"""Who is meant by the words for a speaker: initials, a noun, a spokesman, a name of its own."""

import pytest

from tests.claims.reading import claims_of

SPEAKERS = [
    pytest.param(
        "Six are ill, the directorate (KFD) said.\n\nThe Kelm Food Directorate expects 40.",
        ["Kelm Food Directorate", "Kelm Food Directorate"],
        id="initials before the name",
    ),
    pytest.param(
        "Forty are ill, the directorate says.\n\nThe Kelm Food Directorate says two died.",
        ["Kelm Food Directorate", "Kelm Food Directorate"],
        id="the noun before the name",
    ),
    pytest.param(
        "Statistics Varno said that prices rose 4 per cent. The agency blamed dear butter.",
        ["Statistics Varno", "Statistics Varno"],
        id="a name that does not tell what it is",
    ),
    pytest.param(
        "Some 40 barges sank, according to a leaked report of the Auditor's Office.",
        ["Auditor's Office"],
        id="an office is its owner's",
    ),
    pytest.param(
        "About 340 flats will be sold, according to the Varno Tenants' Association.",
        ["Varno Tenants' Association"],
        id="so is an association",
    ),
    pytest.param(
        'Statistics Varno said rents rose 3 per cent.\n\nLena Orsk has "no plan to resign", her '
        "spokesman said.",
        ["Statistics Varno", "Lena Orsk"],
        id="her spokesman speaks for her",
    ),
    pytest.param(
        "The levee held, Kelm Mills said.\n\nThe haulier, Castle Vans, rejects the claim. "
        '"Our vans were tested on Friday and they were clean," says a spokesman.',
        ["Kelm Mills", "Castle Vans", "Castle Vans"],
        id="a bare spokesman speaks for who spoke before him",
    ),
    pytest.param(
        "The Rail Safety Office counts 40 faults.\n\nTwo managers may be charged, according to "
        "the prosecutor's office. A spokesman for the office said no decision had been taken.",
        ["Rail Safety Office", "prosecutor's office", "prosecutor's office"],
        id="the office named last",
    ),
    pytest.param(
        "The National Bank of Varno cut its rate to 5 per cent.\n\nStatistics Varno said prices "
        'rose 4 per cent.\n\n"The slip does not change our view," a spokesman for the bank says.',
        ["National Bank of Varno", "Statistics Varno", "National Bank of Varno"],
        id="a bank is no statistics office",
    ),
    pytest.param(
        "Banco Varno lost 40 million euros, Kelm Radio reported. The bank denied it.",
        ["Kelm Radio", "Banco Varno"],
        id="a bank by its foreign name",
    ),
    pytest.param(
        "Governor Kaj Vale said 40 votes were lost.\n\nMr Orsk said that the firm would appeal in "
        "14 of the 85 towns, where, he claimed, 900 votes had been cast twice.",
        ["Kaj Vale", "Orsk"],
        id="he claimed, inside what he said",
    ),
    pytest.param(
        "The navy has 40 ships, it says.\n\nInspectors found 40 leaks, the yard's Prof Lind tells "
        "a briefing. He says it is too early to say whether they matter.",
        ["navy", "Lind", "Lind"],
        id="he is who was addressed",
    ),
    pytest.param(
        'Ms Orsk was cross. The finance minister called it "a spade" and said that wages would '
        "rise by 2.5 per cent.",
        ["finance minister"],
        id="no function word",
    ),
    pytest.param(
        "Kelmia said on Sunday that 11 of its soldiers had died.\n\nKelmia: no shells were fired.",
        ["Kelmia", "Kelmia"],
        id="who has spoken speaks before a colon",
    ),
    pytest.param(
        "The magazine Delta withdrew its report that 40 boats had sunk.",
        ["Delta"],
        id="who takes a report back",
    ),
    pytest.param(
        "By the guild's count 40 barges sank on Friday.",
        ["guild"],
        id="by whose count",
    ),
    pytest.param(
        "The dairy may lose 40 million euros, according to a person familiar with its accounts.",
        ["person"],
        id="one without a name",
    ),
    pytest.param(
        "The engine drivers' union said 40 would strike.",
        ["engine drivers' union"],
        id="an apostrophe stays where it is",
    ),
]


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_a_speaker_is_named_in_full(text: str, speakers: list[str]) -> None:
    assert [claim.claimant for claim in claims_of(text)] == speakers


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "An earlier version of this article said that the police had counted 900 marchers.",
            id="an earlier version",
        ),
        pytest.param(
            "Clarification, May 4: This article has been amended. It said 40 boats were lost.",
            id="it said, of the article",
        ),
        pytest.param(
            "Editor's note: This story originally said that 40 boats sank, citing the navy.",
            id="citing somebody",
        ),
    ],
)
def test_what_an_article_takes_back_is_nobody_s_claim(text: str) -> None:
    assert {claim.claimant for claim in claims_of(text)} == {None}


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ('"We lost 40 boats," Lena Orsk told provincial television.', "provincial television"),
        ("Two officers quoted anonymously by the Delta Post said 40 sank.", "Delta Post"),
        ("The road will reopen by Friday, the KNA agency reported, citing Lena Orsk.", "KNA"),
    ],
)
def test_a_medium_is_known_by_what_it_does(text: str, via: str) -> None:
    assert [claim.via for claim in claims_of(text)] == [(via,)]


def test_a_paper_that_carries_a_notice_is_no_go_between() -> None:
    text = "According to a notice published in the Varno Gazette, the camp will close on 3 May."
    assert [claim.via for claim in claims_of(text)] == [()]
