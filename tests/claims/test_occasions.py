"""Which claims lie on one occasion: ordinals, accounting periods, days that moved, years ago."""

import pytest

from bot.claims.model import Claim
from bot.claims.occasions import (
    apart,
    bygone,
    meet,
    moved,
    occasion_of,
    of_other_months,
    period_of,
    put_off,
)
from tests.claims.told import days, now, then


@pytest.mark.parametrize(
    ("quote", "occasion"),
    [
        pytest.param("A second march is planned.", {"second"}, id="one of several events"),
        pytest.param("The loss for the second quarter grew.", set(), id="a part of the year"),
        pytest.param("A third of the crew left.", set(), id="a share"),
        pytest.param("They called for a third less.", set(), id="a third less"),
        pytest.param("Two-fifths off, by a fifth.", set(), id="by a fifth"),
        pytest.param("A third firm sold it.", set(), id="a firm after two others"),
        pytest.param("A third strike by a new union.", {"third"}, id="after two others"),
        pytest.param("They number 730, a fifth of them rowers.", set(), id="a fifth of them"),
        pytest.param("It is the third largest mill.", set(), id="a rank"),
    ],
)
def test_an_ordinal_tells_one_event_from_another(quote: str, occasion: set[str]) -> None:
    assert occasion_of(quote) == occasion


@pytest.mark.parametrize(
    ("quote", "period"),
    [
        pytest.param("It lost 3 m euros in the Third Quarter.", "third quarter", id="a quarter"),
        pytest.param("A third-quarter loss is expected.", "third quarter", id="with a hyphen"),
        pytest.param("The first half was weak.", "first half", id="a half"),
        pytest.param("For the year as a whole it lost 9 m.", "year", id="the whole year"),
        pytest.param("The full-year loss is 9 m.", "year", id="the full year"),
        pytest.param("It lost 3 m euros.", "", id="none"),
    ],
)
def test_a_sentence_names_its_accounting_period(quote: str, period: str) -> None:
    assert period_of(quote) == period


PLANNED = then("The weir will open on 10 March.", when=days("2026-03-10"))


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        pytest.param(now("It opens on 12 March.", when=days("2026-03-12")), True, id="put off"),
        pytest.param(now("It opens on 9 March.", when=days("2026-03-09")), True, id="brought on"),
        pytest.param(now("It opens on 10 March.", when=days("2026-03-10")), False, id="as it was"),
        pytest.param(now("It opens in May.", when=days("2026-05-01")), False, id="another event"),
        pytest.param(now("It opens soon."), False, id="no day"),
    ],
)
def test_a_day_that_was_foreseen_can_move(later: Claim, expected: bool) -> None:  # noqa: FBT001 - a row
    assert moved(later, PLANNED) is expected


def test_what_was_over_when_it_was_told_does_not_move() -> None:
    over = then("It opened on 1 March.", when=days("2026-03-01"))
    assert not moved(now("It opened on 2 March.", when=days("2026-03-02")), over)


def test_two_short_times_meet_or_lie_apart_and_a_year_does_neither() -> None:
    march = now("In March.", when=days("2026-03-10", "2026-03-12"))
    year = now("This year.", when=days("2026-01-01", "2026-12-31"))
    assert (meet(march, PLANNED), apart(march, PLANNED)) == (True, False)
    assert (meet(year, PLANNED), apart(year, PLANNED)) == (False, False)
    assert apart(now("On 20 March.", when=days("2026-03-20")), PLANNED)


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        pytest.param(now("Muriel in 1998 killed 22."), True, id="a year in the sentence"),
        pytest.param(now("It burst.", when=days("1998-09-01")), True, id="a date"),
        pytest.param(now("It burst.", when=days("2026-03-02")), False, id="this week"),
        pytest.param(now("It burst in 2026."), False, id="this year"),
        pytest.param(now("Fraud.", when=days("2016-01-01", "2021-12-31")), False, id="years long"),
        pytest.param(now("It burst."), False, id="undated"),
    ],
)
def test_a_look_back_is_told_by_its_date(claim: Claim, expected: bool) -> None:  # noqa: FBT001 - a row
    assert bygone(claim, PLANNED) is expected


@pytest.mark.parametrize(
    ("then_when", "now_when", "expected"),
    [
        pytest.param("2026-06-30", "2027-02-01", True, id="much later"),
        pytest.param("2026-06-30", "2026-06-30", False, id="as announced"),
        pytest.param("2026-03-01", "2026-06-30", False, id="it was past, and no announcement"),
    ],
)
def test_an_event_to_come_may_be_told_for_another_time(
    then_when: str, now_when: str, *, expected: bool
) -> None:
    earlier, later = (
        then("It closes.", when=days(then_when)),
        now("It shuts.", when=days(now_when)),
    )
    assert put_off(later, earlier) is expected


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        pytest.param("A cut is possible in January.", True, id="another month's"),
        pytest.param("It announced a cut in October.", False, id="of that month"),
        pytest.param("It announced a cut.", False, id="of no month"),
        pytest.param("In March it announced an October cut.", False, id="both months"),
    ],
)
def test_a_deed_of_one_month_is_none_of_another(later: str, *, expected: bool) -> None:
    denial = then("The bank ruled out an October cut.")
    assert of_other_months(now(later), denial, frozenset({"cut"})) is expected
    assert not of_other_months(now(later), denial, frozenset({"bank"}))
