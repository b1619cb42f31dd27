"""Which figures may be set against each other, and how their intervals lie."""

from dataclasses import replace
from math import inf
from typing import Any

import pytest

from bot.claims.measure import Fit, pairs
from bot.claims.model import Claim, Modifier, Outcome, Scope
from bot.claims.values import Lie, interval, lie
from tests.claims.told import days, now, then
from tests.making import a_figure


@pytest.mark.parametrize(
    ("modifier", "low", "high", "allowed"),
    [
        (None, 14, 14, (14, 14)),
        (Modifier.ABOUT, 300, 300, (270, 330)),
        (Modifier.AT_LEAST, 14, None, (14, inf)),
        (Modifier.OVER, 14, None, (14, inf)),
        (Modifier.UP_TO, None, 200, (0, 200)),
        (Modifier.UNDER, None, 200, (0, 200)),
        (Modifier.NEARLY, 500, 500, (450, 500)),
        (None, 20_000, 25_000, (20_000, 25_000)),
    ],
    ids=str,
)
def test_a_hedge_opens_the_interval(
    modifier: Modifier | None, low: float, high: float, allowed: tuple[float, float]
) -> None:
    assert interval(a_figure("n", low, high, modifier=modifier)) == allowed


@pytest.mark.parametrize(
    ("later", "earlier", "expected"),
    [
        (a_figure("41", 41, 41), a_figure("14", 14, 14), Lie.DISJOINT),
        (a_figure("41", 41, 41), a_figure("41", 41, 41), Lie.EQUAL),
        (a_figure("62 to 71", 62, 71), a_figure("50 to 80", 50, 80), Lie.NARROWER),
        (a_figure("50 to 80", 50, 80), a_figure("62 to 71", 62, 71), Lie.WIDER),
        (
            a_figure("around 11,000", 11_000, 11_000, modifier=Modifier.ABOUT),
            a_figure("around 12,000", 12_000, 12_000, modifier=Modifier.ABOUT),
            Lie.OVERLAP,
        ),
    ],
    ids=lambda x: getattr(x, "text", str(x)),
)
def test_intervals_lie_to_each_other(later: Any, earlier: Any, expected: Lie) -> None:
    assert lie(later, earlier) is expected


DEAD = ("14", 14, 14, "people killed", Outcome.KILLED, Scope.TOTAL)
APART = [
    pytest.param(
        then("The camp was built for 70,000 people.", ("70,000", 70_000, 70_000, "people")),
        now("The camp holds 243,000 people now.", ("243,000", 243_000, 243_000, "people")),
        id="what a place was built for, and who is in it",
    ),
    pytest.param(
        then("It offers $28 a share.", ("$28", 28, 28, "share", "USD")),
        now("Varno shares climbed a tenth, to $31.", ("$31", 31, 31, "share", "USD")),
        id="an offer and a price on the exchange",
    ),
    pytest.param(
        then("Two children fell ill.", ("Two", 2, 2, "children")),
        now("A trial enrols 9,000 children.", ("9,000", 9000, 9000, "children")),
        id="a plain noun, a thousand times as many",
    ),
    pytest.param(
        then("The earthquake killed 118 people.", ("118", 118, 118, "people", Outcome.KILLED)),
        now("In all 530 suspected cases and seven dead.", ("seven", 7, 7, "dead", Outcome.KILLED)),
        id="the dead of an earthquake and of an outbreak",
    ),
    pytest.param(
        then("Growth was 4 per cent.", ("4 per cent", 4, 4, "growth", "percent")),
        now("Growth was 4 bn euros.", ("4 bn euros", 4e9, 4e9, "growth", "EUR")),
        id="guard 1: a percentage and a sum",
    ),
    pytest.param(
        then("14 people died.", DEAD),
        now("86 people were hurt.", ("86", 86, 86, "people injured", Outcome.INJURED)),
        id="guard 2: the killed and the injured",
    ),
    pytest.param(
        then("14 people died.", DEAD),
        now("86 casualties.", ("86", 86, 86, "casualties", Outcome.CASUALTIES)),
        id="guard 2: the killed and the casualties",
    ),
    pytest.param(
        then("14 rescuers came.", ("14", 14, 14, "rescuers")),
        now("5 rescuers died.", ("5", 5, 5, "rescuers killed", Outcome.KILLED)),
        id="guard 2: an unknown outcome and a known one",
    ),
    pytest.param(
        then("3,000 of the troops were sent.", ("3,000", 3000, 3000, "troops", Scope.SUBSET)),
        now("12,000 troops were sent.", ("12,000", 12_000, 12_000, "troops", Scope.TOTAL)),
        id="guard 4: a part and the whole",
    ),
    pytest.param(
        then("14 patients a day came.", ("14", 14, 14, "patients", Scope.RATE)),
        now("312 patients came.", ("312", 312, 312, "patients", Scope.TOTAL)),
        id="guard 5: a rate and a total",
    ),
    pytest.param(
        then("Growth will be 2 % this year.", ("2 %", 2, 2, "growth", "percent"),
             when=days("2026-01-01", "2026-12-31")),
        now("Growth will be 3 % in 2027.", ("3 %", 3, 3, "growth", "percent"),
            when=days("2027-01-01", "2027-12-31")),
        id="guard 12: forecasts for two years",
    ),
    pytest.param(
        then("The plant employs 3,100 people.", ("3,100", 3100, 3100, "people employed")),
        now("It has 8,700 people worldwide.", ("8,700", 8_700, 8_700, "people employed")),
        id="the plant and the whole group",
    ),
    pytest.param(
        then("Cholera killed 9.", ("9", 9, 9, "cholera deaths", Outcome.KILLED)),
        now("The earthquake killed 121.", ("121", 121, 121, "people killed", Outcome.KILLED)),
        id="deaths of two causes",
    ),
    pytest.param(
        then("Three attackers died.", ("Three", 3, 3, "attackers killed", Outcome.KILLED)),
        now("74 soldiers died.", ("74", 74, 74, "soldiers killed", Outcome.KILLED)),
        id="two kinds of people",
    ),
    pytest.param(
        then("20,000 doses came.", ("20,000", 20_000, 20_000, "doses")),
        now("61,000 people had a dose.", ("61,000", 61_000, 61_000, "people with a first dose")),
        id="people and things",
    ),
    pytest.param(
        then("The net loss is 270 m euros in the third quarter.",
             ("270 m euros", 2.7e8, 2.7e8, "net loss", "EUR")),
        now("Over the full year it sees a loss of 350 m euros.",
            ("350 m euros", 3.5e8, 3.5e8, "loss", "EUR")),
        id="guard 12: a quarter and the year",
    ),
    pytest.param(
        then("The shares fell 7 %.", ("7 %", 7, 7, "fall of shares", "percent")),
        now("The shares were up 11 %.", ("11 %", 11, 11, "shares", "percent")),
        id="two days on the exchange",
    ),
    pytest.param(
        then("Orsk will buy Kelm Mills for 3.6 bn dollars.",
             ("3.6 bn dollars", 3.6e9, 3.6e9, "price of Kelm Mills", "USD"),
             names=frozenset({"kelm mills"})),
        now("Kelm Mills would owe a fee of 110 m dollars.",
            ("110 m dollars", 1.1e8, 1.1e8, "fee", "USD"), names=frozenset({"kelm mills"})),
        id="the price of a firm and a fee that it owes",
    ),
    pytest.param(
        then("Norwell ran it for 28 years.", ("28 years", 28, 28, "Norwell Works", "years"),
             names=frozenset({"norwell"})),
        now("Norwell faces 20 years.", ("20 years", 20, 20, "Norwell", "years"),
            names=frozenset({"norwell"})),
        id="a name is no measure",
    ),
    pytest.param(
        then("118 died.", ("118", 118, 118, "people killed", Outcome.KILLED),
             words=frozenset({"earthquake"})),
        now("312 suspected cases, nine dead.", ("312", 312, 312, "cases", Outcome.INFECTED),
            ("nine", 9, 9, "people dead", Outcome.KILLED)),
        id="deaths among the sick and in an earthquake",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("earlier", "later"), APART)
def test_unlike_measures_are_never_compared(earlier: Claim, later: Claim) -> None:
    assert pairs(later, earlier) == ()


ALIKE = [
    pytest.param(
        then("12,000 soldiers left.", ("12,000", 12_000, 12_000, "soldiers", Scope.TOTAL)),
        now("11,000 troops left.", ("11,000", 11_000, 11_000, "troops", Scope.TOTAL)),
        [("12,000", "11,000", Fit.LIKE)],
        id="soldiers are troops",
    ),
    pytest.param(
        then("12,000 soldiers left.", ("12,000", 12_000, 12_000, "soldiers", Scope.TOTAL)),
        now("Another 400 soldiers go.", ("400", 400, 400, "soldiers", Scope.ADDITIONAL)),
        [("12,000", "400", Fit.UNLIKE)],
        id="guard 3: what is added beside the total",
    ),
    pytest.param(
        then("66 are missing, not 300.", ("66", 66, 66, "people missing", Outcome.MISSING),
             ("300", 300, 300, "people missing", Outcome.MISSING)),
        now("Two are missing, down from 66.", ("Two", 2, 2, "people missing", Outcome.MISSING),
            ("66", 66, 66, "people missing", Outcome.MISSING)),
        [("66", "Two", Fit.LIKE)],
        id="what was before is restated, not new",
    ),
    pytest.param(
        then("The bill is 4 m pounds.", ("4 m pounds", 4e6, 4e6, "restructuring bill", "GBP")),
        now("The cost is 5 m pounds.", ("5 m pounds", 5e6, 5e6, "cost of restructuring", "GBP")),
        [("4 m pounds", "5 m pounds", Fit.LIKE)],
        id="a bill is a cost",
    ),
    pytest.param(
        then("She planned for 1,200 men.", ("1,200", 1200, 1200, "men")),
        now("She repeated her 1,200.", ("1,200", 1200, 1200, "plan")),
        [("1,200", "1,200", Fit.LIKE)],
        id="a telling number names its thing",
    ),
    pytest.param(
        then("The net loss is 270 m euros in the third quarter.",
             ("270 m euros", 2.7e8, 2.7e8, "net loss", "EUR"), when=days("2026-05-01")),
        now("The third-quarter net loss was 290 m euros.",
            ("290 m euros", 2.9e8, 2.9e8, "net loss", "EUR"),
            when=days("2025-07-01", "2025-09-30")),
        [("270 m euros", "290 m euros", Fit.LIKE)],
        id="one quarter, whenever it is told",
    ),
    pytest.param(
        then("Each household gets $40.", ("$40", 40, 40, "payment to household", "NZD")),
        now("Each household gets $75.", ("$75", 75, 75, "payment to household", "USD")),
        [("$40", "$75", Fit.LIKE)],
        id="a bare dollar is that of the story",
    ),
    pytest.param(
        then("Some 20,000 doses will land on 8 March.", ("20,000", 20_000, 20_000, "doses"),
             when=days("2026-03-08")),
        now("The 20,000 doses landed on 10 March.", ("20,000", 20_000, 20_000, "doses"),
            when=days("2026-03-10")),
        [("20,000", "20,000", Fit.LIKE)],
        id="what was foreseen came late",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("earlier", "later", "expected"), ALIKE)
def test_figures_of_one_thing_find_each_other(
    earlier: Claim, later: Claim, expected: list[tuple[str, str, Fit]]
) -> None:
    found = [(p.earlier.text, p.later.text, p.fit) for p in pairs(later, earlier)]
    assert found == expected


@pytest.mark.parametrize(
    ("whole", "millions", "fit"), [("£31m", 31, Fit.UNLIKE), ("£3m", 3, Fit.LIKE)]
)
def test_a_sum_by_the_week_is_set_beside_one_in_all_as_unlike(
    whole: str, millions: int, fit: Fit
) -> None:
    cost = ("£2m", 2e6, 2e6, "cost of closure", "GBP", Scope.RATE)
    weekly = then("Each week of closure costs £2m.", cost)
    weekly = replace(weekly, figures=(replace(weekly.figures[0], per="week"),))
    in_all = (whole, millions * 1e6, millions * 1e6, "cost of closure", "GBP")

    (pair,) = pairs(now(f"The closure cost {whole}.", in_all), weekly)

    assert pair.fit is fit


def test_a_figure_without_label_or_numbers_does_no_harm() -> None:
    earlier = then("Some were hurt.", ("Some", None, None, ""))
    later = now("Many came.", ("Many", None, None, ""))
    assert pairs(later, earlier) == ()
