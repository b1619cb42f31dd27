"""Whom an article lets answer whom, what it counts among the dead, and what it announces."""

import pytest

from bot.claims.checks import checks
from bot.claims.checks.due import to_come
from bot.claims.measure import pairs
from bot.claims.model import CheckKind, Claim, Outcome, Polarity, Scope
from tests.claims.reading import claims_of, last_claim
from tests.claims.told import days, now, reading, then

DEAD, DENIED = Outcome.KILLED, Polarity.DENIED


NOT_DENIED = [
    pytest.param(
        [now("The shares of Orsk fell.", by=None),
         now("Orsk is not in merger talks.", by="Ada Holm", polarity=DENIED)],
        id="the article's own line is no party",
    ),
    pytest.param(
        [now("The court threw out the records.", by="Ada Holm"),
         now("The Mail withdrew its report of the court.", by="the Mail", polarity=DENIED,
             about=("C-1",))],
        id="who takes back her own words",
    ),
    pytest.param(
        [now("The bidder offers 24 euros.", ("24", 24, 24, ""), by="bidder"),
         now("The board wants 27 euros.", ("27", 27, 27, ""), by="board")],
        id="what is offered and what is wanted",
    ),
]  # fmt: skip


@pytest.mark.parametrize("claims", NOT_DENIED)
def test_nobody_is_denied_here(claims: list[Claim]) -> None:
    found = checks(reading(*claims), (), ())
    assert [c for c in found if c.kind is CheckKind.DENIED_HERE] == []


def test_the_killed_and_the_wounded_have_each_their_number() -> None:
    claim = last_claim("Four people were killed and 19 injured when a wall fell, police said.")
    assert [f.outcome for f in claim.figures] == [Outcome.KILLED, Outcome.INJURED]


def test_who_has_caught_the_illness_is_infected() -> None:
    claim = last_claim("Forty-one pupils have caught measles, the health service said.")
    assert [f.outcome for f in claim.figures] == [Outcome.INFECTED]


def test_the_whole_before_of_whom_is_no_part() -> None:
    one = now("Cases rose to 96, of whom 12 are in hospital.",
              ("96", 96, 96, "cases", Outcome.INFECTED))  # fmt: skip
    before = then("There were 41 cases.", ("41", 41, 41, "cases", Outcome.INFECTED))
    assert [p.earlier.low for p in pairs(one, before)] == [41]


def test_a_number_that_did_not_is_a_count_and_no_denial() -> None:
    claim = last_claim("Of these, 370 took the pill and 350 did not, the report said.")
    assert (claim.polarity, {f.scope for f in claim.figures}) == (
        Polarity.AFFIRMED,
        {Scope.SUBSET},
    )


def test_an_office_is_no_word_of_the_matter() -> None:
    claim = last_claim("The lead author, Dr Ada Holm, denied that any pupil was counted twice.")
    assert claim.words.isdisjoint({"lead", "author"})


@pytest.mark.parametrize(
    "sentence",
    [
        "Six people are now known to have died in the slide, police said.",
        "Six people are thought to have been killed in the slide, police said.",
        "Six people are feared dead after the slide, police said.",
    ],
)
def test_who_is_known_to_have_died_is_among_the_dead(sentence: str) -> None:
    assert [f.outcome for f in last_claim(sentence).figures] == [DEAD]


@pytest.mark.parametrize(
    "note",
    [
        "They asked not to be quoted while the sale was under way.",
        "The person was not authorized to speak publicly.",
        "The two officials spoke on condition of anonymity.",
    ],
)
def test_a_note_on_the_source_is_no_claim(note: str) -> None:
    told = claims_of(f"The mill will close in May, two officials said. {note}")
    assert [c.quote for c in told] == ["The mill will close in May, two officials said."]


def test_she_is_the_one_of_whom_several_spoke() -> None:
    claim = last_claim(
        "Chairwoman Ada Holm said that the mill owed nothing. Treasurer Lena Orsk agreed with the "
        "bank, she said. Holm will step down in January, two directors told the Courier. "
        'She said that she had "no thought of leaving".'
    )
    assert claim.claimant == "Ada Holm"


ANSWERED = [
    pytest.param(
        [now("About 15,000 people marched.", ("About 15,000", 15_000, 15_000, "people"),
             by="police"),
         now("The guild spoke of 40,000.", ("40,000", 40_000, 40_000, "guild"), by="guild")],
        id="a number spoken of",
    ),
    pytest.param(
        [now("Some 2,300 people attended.", ("Some 2,300", 2_300, 2_300, "people"), by="guild"),
         now("Police put the crowd at 1,400.", ("1,400", 1_400, 1_400, "crowd"), by="police")],
        id="people here, a crowd there",
    ),
    pytest.param(
        [now("Two members voted against her.", ("Two", 2, 2, "members"), by="party"),
         now("The league said that it had been four.", ("four", 4, 4, ""), by="league")],
        id="it had been four",
    ),
    pytest.param(
        [now("Wages may come late.", by="trainer"),
         now('Rask called that "fantasy".', by="Jon Rask", polarity=DENIED)],
        id="called that fantasy",
    ),
]  # fmt: skip


@pytest.mark.parametrize("claims", ANSWERED)
def test_the_other_side_is_heard(claims: list[Claim]) -> None:
    found = checks(reading(*claims), (), ())
    assert [c.kind for c in found] == [CheckKind.DENIED_HERE]


@pytest.mark.parametrize(
    ("quote", "text", "day", "comes"),
    [
        ("The scheme would not begin in September.", "September", "2026-09-01", False),
        ("Wages for October may come late.", "October", "2026-10-01", False),
        ("The trial is set for October.", "October", "2026-10-01", True),
    ],
)
def test_what_is_called_off_or_only_named_is_not_due(
    quote: str, text: str, day: str, *, comes: bool
) -> None:
    polarity = DENIED if " not " in quote else Polarity.AFFIRMED
    claim = now(quote, when=days(day, text=text), polarity=polarity)
    assert to_come(claim) is comes
