"""What is denied, what is left open, and what only sounds like a denial."""

import pytest

from bot.claims.model import Polarity
from tests.claims.reading import claims_of

DENIED = [
    "The mayor rejected the report that the levee had failed.",
    "The bank disputed the claim that 40 branches would close.",
    "The minister called the report that 40 homes burned false.",
    "The ministry called the figure of 40 homes nonsense.",
    "There is no evidence that the vaccine caused the 40 deaths, the agency said.",
    "The transfer of 40 prisoners has not happened, the ministry said.",
    "No such order was given, the colonel said.",
    "The baker pleaded not guilty to 12 counts of arson on Monday.",
    '"There is no more money to offer," Orsk said.',
    "Nobody was hurt in the fire on Monday.",
    "The union dismissed as false a claim that 40 members had resigned.",
    "Orsk denied taking 40,000 euros from the guild.",
    "It is not true that 40 ships were sunk, the navy said.",
    "The election will not be held on Friday, the commission said.",
    "The club ruled out a bid of 40 million euros.",
]
AFFIRMED = [
    "The government lost a no-confidence motion on Friday by 40 votes to 37.",
    "The party will table a vote of no confidence on Friday.",
    "The alliance set up a no-fly zone over Varno on Friday.",
    "The five states signed a non-proliferation treaty on Friday.",
    "The star was a no-show in Varno on Friday.",
    "A judge denied bail to the 40 accused on Friday.",
    "Border guards denied entry to 40 passengers on Friday.",
    "The crew were denied access to the wreck on Friday.",
    "Police found nothing but 40 crates of gin on Friday.",
    "No fewer than 40 homes burned on Friday, the ministry said.",
    "Not only Varno but 40 other towns were flooded, the agency said.",
    "No sooner had the dam burst than 40 homes were lost, the agency said.",
    "The team won 3-0 without their captain on Friday.",
    "Some 40 non-essential staff were flown out on Friday, the embassy said.",
    "No. 10 said 40 ministers would stay.",
    "The train left on Friday with 40 no-frills coaches.",
    "The ship left on Friday no later than 40 minutes after the storm, police said.",
    "It is not the first time that 40 homes have burned, the ministry said.",
]
OPEN = [
    "The army neither confirmed nor denied that 40 soldiers had died.",
    "It is not known whether 40 or 50 people died, the ministry said.",
    "The bank declined to comment on the 40 branches.",
    "The ministry has not confirmed the 40 deaths.",
    "The firm did not reply to questions about the 40 leaks.",
]


def polarity(sentence: str) -> Polarity:
    (claim,) = claims_of(sentence)
    return claim.polarity


@pytest.mark.parametrize("sentence", DENIED)
def test_a_denial_is_read_as_one(sentence: str) -> None:
    assert polarity(sentence) is Polarity.DENIED


@pytest.mark.parametrize("sentence", AFFIRMED)
def test_what_only_sounds_like_a_denial_affirms(sentence: str) -> None:
    assert polarity(sentence) is Polarity.AFFIRMED


@pytest.mark.parametrize("sentence", OPEN)
def test_what_is_left_open_is_unconfirmed(sentence: str) -> None:
    assert polarity(sentence) is Polarity.UNCONFIRMED
