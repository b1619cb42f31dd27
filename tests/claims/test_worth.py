"""Which sentences are worth a place on record."""

import pytest

from tests.claims.reading import claims_of

KEPT = [
    # The article's own statements: figures, events, plans, denials.
    "Eleven patients are in intensive care.",
    "The council holds 31 of the 57 seats in the assembly.",
    "Police have charged a baker with arson.",
    "The bridge will reopen on Friday.",
    "No trains were cancelled.",
    "A verdict is due on March 12.",
    "Inflation rose to 4.1 per cent in February.",
    "The navy sank three boats near Alder on Monday.",
    "Kelm Rovers beat Varno 3-1 on Saturday.",
    "The vaccine cut severe cases by 60 per cent.",
    # What somebody says.
    "The minister said she accepted the result.",
    "The clinic says it treated a man for burns.",
    '"The museum stays open," Ms Orsk said.',
    "Police believe the fire was started by a spark.",
    "The union said it was calling off the strike.",
    "The ministry declined to comment.",
    # What a tabloid, a list and a live blog put in their own ways.
    "Guild boss Lena Orsk slammed the claims.",
    "By the guild's count 40 barges sank.",
    "Thirty-one are in hospital.",
    "We have not been able to verify the footage.",
    "Our correspondents could not independently confirm the attack.",
    "Rents were 7 per cent higher than a year earlier.",
    "The kiln reopened on September 24, five days later than promised.",
    "The Reform party will call for a vote on June 3.",
    "In a survey of 900 anglers by Kelm Insight, 58 per cent said they would not fish.",
]
LEFT = [
    # Mood and the lives of people in the street.
    '"I have lost a garden," said Ada Holm, 71, a retired nurse.',
    '"My mother sang here and so did hers," said one waiter.',
    # Scene.
    "A boy sat on a wall and watched the ducks.",
    "In the Crown one fitter shook his head and looked at the door.",
    "The hall smelled of soup, as it always has.",
    # Small figures that are no news.
    "His letter to the staff was four lines long.",
    "He spoke for six minutes, without notes.",
    # The reader, and the page itself.
    "Download the app for the latest weather.",
    "Have you seen the flood? Send us your pictures.",
    # Opinion and what is always so.
    "It remains to be seen whether anybody cares.",
    "Rivers, of course, have always done what they like.",
    "People say many things when they are tired.",
]


@pytest.mark.parametrize("sentence", KEPT)
def test_what_can_be_checked_is_kept(sentence: str) -> None:
    assert [claim.quote for claim in claims_of(sentence)] == [sentence]


@pytest.mark.parametrize("sentence", LEFT)
def test_mood_scene_opinion_and_furniture_are_left(sentence: str) -> None:
    assert claims_of(sentence) == ()


@pytest.mark.parametrize(
    "entry",
    [
        "Hospital: 12 treated for burns",
        "Police: 40 people led out of the hall",
        "Nearly 900 people on the quay, by the guild's latest count",
        "Bridge closed for 11 hours on Monday",
    ],
)
def test_an_entry_of_a_list_is_kept_without_its_mark(entry: str) -> None:
    assert [claim.quote for claim in claims_of(f"- {entry}")] == [entry]
