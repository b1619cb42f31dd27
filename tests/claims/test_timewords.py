"""On which days the ways of writing a time fall, seen from publication."""

from datetime import date

import pytest

from bot.claims.days import Tense
from bot.claims.timewords import times_in

WEDNESDAY = date(2025, 3, 5)
PAST, FUTURE, OPEN = Tense.PAST, Tense.FUTURE, Tense.OPEN


def days(first: str, last: str = "") -> tuple[date, date]:
    return date.fromisoformat(first), date.fromisoformat(last or first)


@pytest.mark.parametrize(
    ("written", "tense", "expected"),
    [
        pytest.param("Monday", PAST, days("2025-03-03"), id="the Monday before"),
        pytest.param("Monday", FUTURE, days("2025-03-10"), id="the Monday after"),
        pytest.param("Wednesday", PAST, days("2025-03-05"), id="the day of publication"),
        pytest.param("last Wednesday", PAST, days("2025-02-26"), id="last leaves today out"),
        pytest.param("next Friday", FUTURE, days("2025-03-14"), id="Friday of next week"),
        pytest.param("yesterday", PAST, days("2025-03-04"), id="yesterday"),
        pytest.param("last night", PAST, days("2025-03-04"), id="last night"),
        pytest.param("tomorrow", FUTURE, days("2025-03-06"), id="tomorrow"),
        pytest.param("three days ago", PAST, days("2025-03-02"), id="days ago"),
        pytest.param("three years ago", PAST, days("2022-01-01", "2022-12-31"), id="years ago"),
        pytest.param("this weekend", FUTURE, days("2025-03-08", "2025-03-09"), id="this weekend"),
        pytest.param("at the weekend", PAST, days("2025-03-01", "2025-03-02"), id="the last one"),
        pytest.param("last week", PAST, days("2025-02-24", "2025-03-02"), id="last week"),
        pytest.param("next month", FUTURE, days("2025-04-01", "2025-04-30"), id="next month"),
        pytest.param("November", PAST, days("2024-11-01", "2024-11-30"), id="a month gone by"),
        pytest.param("November", FUTURE, days("2025-11-01", "2025-11-30"), id="a month to come"),
        pytest.param("mid-May", FUTURE, days("2025-05-11", "2025-05-20"), id="mid-month"),
        pytest.param(
            "the middle of July", FUTURE, days("2025-07-11", "2025-07-20"), id="middle of"
        ),
        pytest.param("early 2027", FUTURE, days("2027-01-01", "2027-03-31"), id="early in a year"),
        pytest.param("the end of June", FUTURE, days("2025-06-30"), id="the end of a month"),
        pytest.param("2019", PAST, days("2019-01-01", "2019-12-31"), id="a year"),
        pytest.param("2016-2021", PAST, days("2016-01-01", "2021-12-31"), id="years"),
        pytest.param("Friday week", FUTURE, days("2025-03-14"), id="a week after Friday"),
        pytest.param(
            "the second half of this year", FUTURE, days("2025-07-01", "2025-12-31"), id="half of"
        ),
        pytest.param("within 30 days", FUTURE, days("2025-03-05", "2025-04-04"), id="a deadline"),
        pytest.param(
            "over the next two weeks", FUTURE, days("2025-03-06", "2025-03-19"), id="next"
        ),
        pytest.param("within 48 hours", FUTURE, days("2025-03-05", "2025-03-07"), id="hours"),
        pytest.param("within 30 days", PAST, None, id="how soon it came"),
        pytest.param("in the early hours", PAST, days("2025-03-05"), id="the night before press"),
        pytest.param("the first half", OPEN, days("2025-01-01", "2025-06-30"), id="a half"),
        pytest.param("Q3 2024", OPEN, days("2024-07-01", "2024-09-30"), id="a quarter"),
        pytest.param(
            "the third quarter of last year", OPEN, days("2024-07-01", "2024-09-30"), id="of last"
        ),
        pytest.param(
            "the first three weeks of May", FUTURE, days("2025-05-01", "2025-05-21"), id="weeks of"
        ),
        pytest.param("May 18", OPEN, days("2025-05-18"), id="the nearest year"),
        pytest.param("December 28", OPEN, days("2024-12-28"), id="the nearest may be last year"),
        pytest.param("March 20 and 21", FUTURE, days("2025-03-20", "2025-03-21"), id="two days"),
        pytest.param("Thursday, September 18", FUTURE, days("2025-09-18"), id="day and date"),
        pytest.param("28th February 2023", PAST, days("2023-02-28"), id="day first"),
        pytest.param("2025-01-30", PAST, days("2025-01-30"), id="an ISO date"),
        pytest.param("23/08/2024", PAST, days("2024-08-23"), id="a numeric date with one reading"),
        pytest.param("5/6/2024", PAST, None, id="a numeric date with two readings"),
        pytest.param("31 June", FUTURE, None, id="no such day"),
        pytest.param("earlier this month", PAST, None, id="vague"),
        pytest.param("Good Friday", PAST, days("2024-03-29"), id="a feast that goes by Easter"),
    ],
)
def test_a_time_falls_on_days_seen_from_publication(
    written: str, tense: Tense, expected: tuple[date, date] | None
) -> None:
    [time] = times_in(written)

    assert time.days(WEDNESDAY, tense) == expected
