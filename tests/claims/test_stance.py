"""What a denial denies, and which other claims it contradicts."""

import pytest

from bot.claims.model import Claim, Polarity
from bot.claims.stance import contradict, stance
from tests.claims.told import now, then

NO = Polarity.DENIED
MEETS = [
    pytest.param(then("The Kelm dam has cracks."), now("There are no cracks in the dam.",
                 by="Ada Holm", polarity=NO), id="the noun that is denied"),
    pytest.param(then("The levee will hold.", by="Jon Rask"),
                 now("I never said it would hold.", by="Jon Rask", polarity=NO),
                 id="one's own word taken back"),
    pytest.param(then("No ferry will be cancelled.", by="Jon Rask", polarity=NO),
                 now("Nine ferries were cancelled."), id="it came otherwise"),
    pytest.param(then("No gate was opened.", by="Ada Holm", polarity=NO),
                 now('Engineers opened two gates "and told nobody".', by="Jon Rask", polarity=NO),
                 id="a negative of something else beside the matter"),
    pytest.param(then("The smelter dumped 90,000 litres of acid.", by="prosecutor"),
                 now("Rask pleaded not guilty to 11 counts.", by="Jon Rask", polarity=NO),
                 id="a plea answers the prosecutor"),
    pytest.param(then("Rask pleaded not guilty to 11 counts.", by="Jon Rask", polarity=NO),
                 now("Rask was found guilty of three of the counts.", by=None),
                 id="a verdict answers the plea"),
]  # fmt: skip
MISSES = [
    pytest.param(then("The tanks are not the source of the outbreak of fever.", polarity=NO),
                 now("The outbreak of fever is over.", by="Ada Holm"), id="the story's own words"),
    pytest.param(then("Rask pleaded not guilty to 11 counts.", by="Jon Rask", polarity=NO),
                 now("The judge threw out two of the 11 counts.", by=None),
                 id="a plea and any line of the trial"),
    pytest.param(then("There was no cyber attack.", by="Jon Rask", polarity=NO),
                 now("A law will go to parliament in August.", by="Jon Rask"),
                 id="one claimant, two matters"),
    pytest.param(then("Rask denied that one soldier had died.", by="Jon Rask", polarity=NO),
                 now("Two soldiers were captured.", by="Ada Holm"), id="only who it is about"),
    pytest.param(then("The toll bridge cost 30 million.", by="Ada Holm"),
                 now("The bridge cost 25 million, not 30.",
                     by="Jon Rask", polarity=NO), id="corrected, not denied"),
]  # fmt: skip


@pytest.mark.parametrize(("earlier", "later"), MEETS)
def test_a_denial_meets_what_it_denies(earlier: Claim, later: Claim) -> None:
    assert contradict(later, earlier)


@pytest.mark.parametrize(("earlier", "later"), MISSES)
def test_a_denial_of_something_else_contradicts_nothing(earlier: Claim, later: Claim) -> None:
    assert not contradict(later, earlier)


@pytest.mark.parametrize(
    "quote",
    [
        "The figure does not include agency staff.",
        "It was never the total.",
        'Engineers opened two gates "and told nobody".',
    ],
)
def test_a_negative_of_nothing_in_particular_is_no_stance(quote: str) -> None:
    assert stance(now(quote, polarity=NO)) is Polarity.AFFIRMED
