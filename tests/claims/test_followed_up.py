"""Follow-ups in other words than the first report: answers, corrections, outcomes, other nouns."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.claims.model import Claim, DifferenceKind, Polarity, Scope
from bot.claims.negation import denies
from bot.claims.relate import relate
from tests.claims.told import days, now, reading, then, told
from tests.making import a_publication

NO, SILENT = Polarity.DENIED, Polarity.UNCONFIRMED
BETWEEN = a_publication(url="m", outlet="Mail", published=datetime(2026, 3, 4, 20, tzinfo=UTC))
MILLS = {"by": "Orsk Mills"}


def linked(later: Claim, *earlier: Claim) -> set[str]:
    """Return the earlier sentences that the later claim is tied to."""
    return {link.earlier.quote for link in relate(reading(later), earlier)}


FOLLOWED = [
    pytest.param(
        then("Orsk Mills would not comment.", polarity=SILENT, **MILLS),
        now("Nobody has been bribed, it said.", polarity=NO, **MILLS),
        id="no comment, and then a denial",
    ),
    pytest.param(
        then("The embassy could not yet confirm their ages.", polarity=SILENT, by="embassy"),
        now("Six of the rowers are Swedes.", ("Six", 6, 6, "rowers"), by="embassy"),
        id="not yet known, and then told",
    ),
    pytest.param(
        then("Gas had escaped from the tank, a fitter said.", by="fitter",
             when=days("2026-03-01")),
        now("There never was gas outside the tank.", polarity=NO, by="fitter",
            when=days("2026-03-05")),
        id="never means every day",
    ),
    pytest.param(
        then("Gas had escaped from the tank.", by="fitter", when=days("2026-03-01")),
        now("She would not say whether gas had escaped from the tank.", polarity=SILENT,
            by="Ada Holm", when=days("2026-03-04")),
        id="silence has no day of its own",
    ),
    pytest.param(
        then("Morvia wants 9 per cent of the mackerel.",
             ("9 per cent", 9, 9, "mackerel", "percent", Scope.SUBSET), by="Morvia"),
        now("Morvia is down to 7 per cent.",
            ("7 per cent", 7, 7, "mackerel", "percent"), by="Morvia"),
        id="a share, its whole named or not",
    ),
    pytest.param(
        then("Nine people survived.", ("Nine", 9, 9, "people"), by="hospital"),
        now("The survivors number eight.", ("eight", 8, 8, "survivors"), by="hospital"),
        id="those who survived are survivors",
    ),
    pytest.param(
        then("The ferry will leave Varno on Monday.", by="Orsk Lines", when=days("2026-03-09")),
        now("Nobody leaves today: we will not sail.", by="Orsk Lines",
            polarity=NO, when=days("2026-03-09")),
        id="called off for that very day",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("earlier", "later"), FOLLOWED)
def test_a_follow_up_in_other_words_is_linked(earlier: Claim, later: Claim) -> None:
    assert linked(later, earlier) == {earlier.quote}


APART = [
    pytest.param(
        then("Orsk Mills did not return calls.", polarity=SILENT, **MILLS),
        now("Its crew will seal the weir.", **MILLS),
        id="no comment, and then other news",
    ),
    pytest.param(
        then("The survivors number eight.", ("eight", 8, 8, "survivors"), by="hospital"),
        now("The hut sleeps 40 people.", ("40", 40, 40, "people"), by="hospital"),
        id="survivors are no people at large",
    ),
    pytest.param(
        then(
            "Owners will hold 58 per cent of it, and guests 42 per cent.",
            ("58 per cent", 58, 58, "group", "percent", Scope.SUBSET),
            ("42 per cent", 42, 42, "", "percent"),
            by=None,
        ),
        now(
            "The owners will end up with 55 per cent.",
            ("55 per cent", 55, 55, "owners", "percent"),
            by="circular",
        ),
        id="one share of several, of nothing in particular",
    ),
]


@pytest.mark.parametrize(("earlier", "later"), APART)
def test_other_news_is_left_apart(earlier: Claim, later: Claim) -> None:
    assert not linked(later, earlier)


def test_an_own_word_that_is_contradicted_stands_beside_the_silence_since() -> None:
    word = then("The siren does work, Ada Holm said.", by="Ada Holm", id="C-1")
    silence = then(
        "Ada Holm refused to speak of the siren.", by="Ada Holm", polarity=SILENT, id="C-2",
        publication=BETWEEN,
    )  # fmt: skip
    later = now("The siren did not work, Ada Holm admitted.", by="Ada Holm", polarity=NO)
    assert word.quote in linked(later, word, silence)


def test_a_sum_in_all_is_set_against_the_sum_in_all_and_no_cost_by_the_day() -> None:
    sum_then = ("$310 million", 310e6, 310e6, "cost of weir", "USD")
    whole = then("The weir has cost $310 million.", sum_then)
    a_day = told("Each day costs $2 million.", ("$2 million", 2e6, 2e6, "cost of day", "USD"),
                 publication=BETWEEN)  # fmt: skip
    a_day = replace(a_day, figures=(replace(a_day.figures[0], per="day"),))
    later = now("The bill is $325 million.", ("$325 million", 325e6, 325e6, "bill", "USD"))
    assert linked(later, whole, a_day) == {whole.quote}


def test_a_sentence_about_years_ago_is_carried_on() -> None:
    lost = then("The old weir burst in 1998.", by=None, id="C-1")
    cost = then(
        "It had cost $190 million.", ("$190 million", 190e6, 190e6, "cost", "USD"), by=None,
        id="C-2", start=lost.end + 1, end=lost.end + 27,
    )  # fmt: skip
    later = now("The weir cost $325 million.", ("$325 million", 325e6, 325e6, "cost", "USD"))
    assert not linked(later, lost, cost)


LOSS = then(
    "It put the loss to its members at 45 million euros.",
    ("45 million euros", 45e6, 45e6, "loss to members", "EUR"), by="Orsk Guild", words=frozenset(),
)  # fmt: skip
COST = now(
    "The catch will cost rowers 27 million euros.",
    ("27 million euros", 27e6, 27e6, "cost of catch", "EUR"), by="Orsk Guild", words=frozenset(),
)  # fmt: skip


def test_the_one_sum_that_a_body_gives_is_set_against_its_one_sum_before() -> None:
    link = relate(reading(COST), [LOSS])[0]
    told_as = [d.line for d in link.differences if d.kind is DifferenceKind.FIGURE]
    assert told_as == ["Figure: 45 million euros, now 27 million euros; under another name."]


@pytest.mark.parametrize(
    "later",
    [
        pytest.param(replace(COST, claimant="Ada Holm"), id="somebody else's sum"),
        pytest.param(replace(COST, polarity=NO), id="a sum that is denied"),
        pytest.param(replace(COST, conditional=True), id="a sum under a condition"),
        pytest.param(
            replace(COST, figures=(replace(COST.figures[0], low=2e6, high=2e6),)),
            id="a sum of another size",
        ),
    ],
)
def test_another_sum_is_no_later_count_of_it(later: Claim) -> None:
    assert not linked(later, LOSS)


def test_the_one_percentage_that_a_body_gives_is_none_of_another_whole() -> None:
    shift = ("94 %", 94, 94, "day shift", "percent")
    votes = ("88.6 %", 88.6, 88.6, "votes", "percent")
    stayed = then("Of the day shift 94 % stayed away.", shift, by="Orsk Guild", words=frozenset())
    voted = now("It was carried by 88.6 % of votes.", votes, by="Orsk Guild", words=frozenset())
    assert not linked(voted, stayed)


def test_where_a_body_gives_two_sums_neither_stands_for_the_other() -> None:
    fund = replace(COST, id="C-9", quote="Its fund is 30 million euros.", start=90, end=120)
    assert not relate(reading(COST, fund), [LOSS])


def test_a_person_speaks_of_many_sums() -> None:
    cost = replace(COST, claimant="Ada Holm", quote="Ada Holm, 42, put it at 27 million euros.")
    loss = replace(LOSS, claimant="Ada Holm", quote="Ada Holm, 42, lost 45 million euros.")
    assert not linked(cost, loss)


@pytest.mark.parametrize(
    ("by", "day", "called_off"),
    [
        pytest.param("Orsk Lines", "2026-03-09", True, id="its own plan for that day"),
        pytest.param("Orsk Lines", "2026-03-13", False, id="another day"),
        pytest.param("Ada Holm", "2026-03-09", False, id="somebody else's plan"),
    ],
)
def test_what_will_not_be_is_the_announcers_own_plan_of_that_day(
    by: str, day: str, *, called_off: bool
) -> None:
    plan = then("The ferry will leave Varno on Monday.", by="Orsk Lines", when=days("2026-03-09"))
    denial = now("We will not sail.", by=by, polarity=NO, when=days(day))
    assert denies(denial, plan) is called_off
