"""Numbers of a sentence that are no figures."""

import pytest

from bot.claims.figures import figures_in
from tests.claims.conftest import ParseOne


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The mill closed in 2019.", id="a year"),
        pytest.param("She was born on March 14, 1990.", id="a date"),
        pytest.param("It began at 04:52 and ended by 9 p.m.", id="clock times"),
        pytest.param("Lena Orsk, 58, denies it.", id="an age between commas"),
        pytest.param("A 23-year-old pilot fell.", id="an age before a noun"),
        pytest.param("They saved a woman of 61 at sea.", id="an age after of"),
        pytest.param("Traffic on Highway 31 stopped.", id="a road"),
        pytest.param("Flight 370 was late.", id="a flight"),
        pytest.param("No. 10 declined to comment.", id="a house number"),
        pytest.param("Two officials said the plan was dead.", id="sources that speak"),
        pytest.param(
            "The plan is dead, according to three people familiar with it.", id="sources cited"
        ),
        pytest.param("One of them never came back.", id="the pronoun"),
        pytest.param("Not one vote was lost.", id="not one"),
        pytest.param("The two countries signed it.", id="the two"),
        pytest.param("Varno won 4-2 at home.", id="a score"),
        pytest.param("Members split 4 to 1 in favour.", id="odds"),
        pytest.param("Lena Orsk, 40 — a mother of twins — denies it.", id="an age before a dash"),
        pytest.param("The post 778257943577919488 is gone.", id="an id"),
        pytest.param("They met at Ground Zero.", id="a place called zero"),
        pytest.param("It fell to a 40-year low.", id="a record"),
        pytest.param("He resigned two days after the vote.", id="so long after"),
        pytest.param("Rents rose in the first seven months.", id="a period"),
        pytest.param("The third-quarter loss grew.", id="a quarter of the year"),
        pytest.param("No deaths were reported.", id="no"),
        pytest.param("The army has tens of thousands of reservists.", id="a vague number"),
    ],
)
def test_numbers_that_count_nothing_are_no_figures(parse: ParseOne, sentence: str) -> None:
    assert figures_in(parse(sentence)) == ()


def test_one_counts_where_it_tells_of_harm(parse: ParseOne) -> None:
    assert [f.low for f in figures_in(parse("One sailor was killed."))] == [1]
