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
    '"There is no more money for them," Orsk said.',
    "Nobody was hurt in the fire on Monday.",
    "The union dismissed as false a claim that 40 members had resigned.",
    "Orsk denied taking 40,000 euros from the guild.",
    "It is not true that 40 ships were sunk, the navy said.",
    "The election will not be held on Friday, the commission said.",
    "The club ruled out a bid of 40 million euros.",
    # Who answers a report, in other words than "denied".
    "The ferrymen's union rejected that.",
    'A spokeswoman, Lena Orsk, calls that "rubbish".',
    "The haulier, Castle Vans, rejects the mayor's claim.",
    "The navy repeated that it had not sunk the 40 boats.",
    'Kelm Bank confirmed that it had 40 papers but said they "do not prove what is alleged".',
    "The magazine Delta this week withdrew its report that 40 boats had sunk.",
    "The broadcaster retracted the allegation on Friday.",
    'The firm called the report "pure fiction"; the mayor declined to say who wrote it.',
    'The guild described the story as "a fairy tale" on Friday.',
    "Guild boss Lena Orsk slammed the claims on Friday.",
    "The minister ridiculed the report of 40 lost barges.",
    "The board told the broadcaster VRT that Varno did not need 40 buses.",
    # What an earlier version of the article said.
    "Correction: An earlier version of this article said that police counted 900 marchers.",
    "This story originally said that 40 boats sank on Friday.",
    "A previous version of this report wrongly gave the toll as 40 dead.",
]
AFFIRMED = [
    # A vote, a ruling, a sacking: somebody turned something down and denied no report.
    "Voters in Varno have rejected a copper mine by 53 per cent to 47.",
    "Parliament rejected a bill to raise the pension age to 67 on Friday.",
    "The court dismissed the appeal of 40 growers on Friday.",
    "Shareholders rejected a takeover bid of 40 million euros on Friday.",
    "A budget of 40 million euros was rejected by senators on Friday.",
    "The club dismissed its coach after 40 defeats.",
    # What an act only hints at.
    "The bank cut its rate to 4 per cent on Friday and hinted that it might not stop there.",
    "The guild called 40 crews out and warned that it would not be the last time.",
    # What is not ruled out is thought possible.
    "Sabotage could not be ruled out, the navy said on Friday.",
    "The minister said that a leak of 40 barrels cannot be ruled out.",
    "The guild said it had not ruled out a strike by 40 crews.",
    "The board refused to rule out 40 further closures.",
    # Who does not survive has died.
    "Ten of the 40 patients did not survive, the clinic said.",
    "Two of the crew never regained consciousness, the clinic said on Friday.",
    # A share of those who were asked.
    "In a survey of 900 anglers by Kelm Insight, 58 per cent said they would not fish.",
    "The levee slammed into 40 homes on Friday.",
    "The army withdrew 40 guns on Friday.",
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
    "The bank would not comment on the 40 branches.",
    "The ministry has not confirmed the 40 deaths.",
    "The firm did not reply to questions about the 40 leaks.",
    "The doctor says it is too early to say whether the 40 cases are linked.",
    "It was too soon to tell how many of the 40 would vote, the board said.",
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
