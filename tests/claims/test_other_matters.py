"""What must not be set side by side: other events, other acts, other sums, numbers denied."""

import pytest

from bot.claims.asides import aside
from bot.claims.governed import denied_figure
from bot.claims.lateness import comes_late, goes_on, is_over
from bot.claims.measure import pairs
from bot.claims.model import Claim, Outcome, Polarity, Scope
from bot.claims.relate import relate
from tests.claims.told import days, now, reading, then

DEAD, DENIED = Outcome.KILLED, Polarity.DENIED


@pytest.mark.parametrize(
    "quote",
    [
        "In a separate incident, a crane fell near Alder.",
        "A fire in Varno was not connected, the inspectorate said.",
        "In an unrelated case, a baker was fined 900 euros.",
        "It was the deadliest landslide in the Vale since 1974, when 31 died at Orsk.",
        "A rival vaccine made by Orsk Labs will be tried on 9,000 children.",
        "The regulator fined a sister company in May.",
    ],
)
def test_a_look_aside_is_told_by_its_words(quote: str) -> None:
    assert aside(quote)


@pytest.mark.parametrize(
    "quote",
    [
        "The bank named its new chairman in a separate statement.",
        "The line separates the two villages.",
        "The guild rejected the rival claim of the mill.",
        "It was the worst day of the season, she said.",
    ],
)
def test_a_plain_sentence_is_no_look_aside(quote: str) -> None:
    assert not aside(quote)


MARKET = then("Nine people were killed in the market.", ("Nine", 9, 9, "people killed", DEAD))
ASIDE = [
    pytest.param(
        then("A separate slide killed two people at Crow Gap.",
             ("two", 2, 2, "people killed", DEAD), by="ranger"),
        now("The toll of the slide rose to 11.", ("11", 11, 11, "people killed", DEAD)),
        id="another slide",
    ),
    pytest.param(
        then("In January 31 people were killed at the station.",
             ("31", 31, 31, "people killed", DEAD), when=days("2026-01-01", "2026-01-20")),
        now("The death toll rose to 13.", ("13", 13, 13, "people killed", DEAD)),
        id="the dead of weeks before",
    ),
    pytest.param(
        then("Last year there were nine cases in all.", ("nine", 9, 9, "cases", Outcome.INFECTED),
             by=None, when=days("2025-01-01", "2025-12-31")),
        now("The number of cases rose to 96.", ("96", 96, 96, "cases", Outcome.INFECTED)),
        id="the cases of last year",
    ),
    pytest.param(
        then("The army killed 40 enemy soldiers.",
             ("40", 40, 40, "enemy soldiers killed", DEAD), by="army"),
        now("The death toll rose to 13.", ("13", 13, 13, "people killed", DEAD)),
        id="the other side's soldiers",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("earlier", "later"), ASIDE)
def test_the_toll_of_another_event_is_not_linked(earlier: Claim, later: Claim) -> None:
    assert not relate(reading(later), [earlier])


def test_the_toll_of_the_event_is_linked() -> None:
    later = now("The death toll rose to 13.", ("13", 13, 13, "people killed", DEAD))
    assert relate(reading(later), [MARKET])


UNLIKE = [
    pytest.param(
        then("The fair's average crowd this season is 6,850.",
             ("6,850", 6_850, 6_850, "average crowd")),
        now("The crowd was about 4,400.", ("about 4,400", 4_400, 4_400, "crowd")),
        id="the crowd of a season and of a day",
    ),
    pytest.param(
        then("The firm pays a dividend of 2 euros.", ("2 euros", 2, 2, "", "EUR")),
        now("The bidder would pay 24 euros a share.", ("24 euros", 24, 24, "", "EUR")),
        id="a dividend and a price",
    ),
    pytest.param(
        then("Of this, 19 million euros is interest.",
             ("19 million euros", 19e6, 19e6, "council", "EUR", Scope.SUBSET)),
        now("The club paid the council 7 million euros.",
            ("7 million euros", 7e6, 7e6, "payment to council", "EUR")),
        id="a part of the debt and a payment",
    ),
    pytest.param(
        then("The mill employs 9,100 people.", ("9,100", 9_100, 9_100, "people employed")),
        now("The merger would create a group with 14,000 people.",
            ("14,000", 14_000, 14_000, "people employed")),
        id="what there is and what a merger would make",
    ),
    pytest.param(
        then("About 60 people were on the bridge.", ("About 60", 60, 60, "people on bridge")),
        now("It is not true that 200 people were on the bridge.",
            ("200", 200, 200, "people on bridge"), polarity=DENIED),
        id="a count and a number denied",
    ),
    pytest.param(
        then("The survey of 1,100 shoppers spoke of cheese.", ("1,100", 1_100, 1_100, "shoppers")),
        now("The dairy recalled 42,000 cheeses.", ("42,000", 42_000, 42_000, "cheeses recalled")),
        id="those asked and what they were asked of",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("earlier", "later"), UNLIKE)
def test_figures_of_unlike_things_are_no_pair(earlier: Claim, later: Claim) -> None:
    assert pairs(later, earlier) == ()


def test_one_act_told_twice_is_a_pair_though_one_is_a_part() -> None:
    then_cleared = then(
        "Of that, 45 tonnes had been cleared by noon.", ("45 tonnes", 45, 45, "", "tonnes",
                                                         Scope.SUBSET)
    )  # fmt: skip
    cleared = now("Crews have cleared 71 tonnes.", ("71 tonnes", 71, 71, "", "tonnes"))
    assert [p.later.low for p in pairs(cleared, then_cleared)] == [71]


@pytest.mark.parametrize(
    ("quote", "number", "vouched"),
    [
        ("It is not true that 200 people drowned.", "200", False),
        ("He rejected the figure of 730 outright.", "730", False),
        ('The claim that 40 boats had sunk was "fantasy".', "40", False),
        ("Methane never went above 0.8 per cent.", "0.8 per cent", True),
        ("The 400 posts were not part of the deal.", "400", True),
    ],
)
def test_who_denies_a_number_does_not_vouch_for_it(
    quote: str, number: str, *, vouched: bool
) -> None:
    claim = now(quote, (number, 40, 40, "things"), polarity=DENIED)
    assert denied_figure(claim.figures[0], claim) is not vouched


LATE = [
    ("The weir will not open before June.", "The weir should open in ten days.", True),
    ("The monitors have still not reached the pass.", "The guild will send monitors.", True),
    ("The vote never took place.", "The members will vote in July.", True),
    ("The mill denied that it had sold the barge.", "The mill will sell the barge.", False),
]


@pytest.mark.parametrize(("denial", "plan", "late"), LATE)
def test_what_comes_late_is_told_from_what_is_denied(
    denial: str, plan: str, *, late: bool
) -> None:
    assert comes_late(now(denial, polarity=DENIED), then(plan)) is late


def test_the_day_announced_must_be_over() -> None:
    plan = then("Monitors will come by Thursday.", when=days("2026-03-05"))
    denial = now("Monitors have still not come.", polarity=DENIED)
    assert not is_over(plan, denial)


@pytest.mark.parametrize(
    ("denial", "event", "on"),
    [
        ("No oil has reached the shore.", "Oil has come ashore.", True),
        ("No oil has reached the shore.", "She admitted that oil had come ashore.", False),
        ("There was no leak.", "There was a leak.", False),
        ("No rider has ever been paid.", "Riders were paid.", False),
    ],
)
def test_time_that_goes_on_is_no_reversal(denial: str, event: str, *, on: bool) -> None:
    assert goes_on(then(denial, polarity=DENIED), now(event)) is on
