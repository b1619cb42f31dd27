"""Numbers as written, with their units, without a parse."""

import pytest

from bot.claims.ranges import stretches_in
from bot.claims.units import measures_in


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("12,500 people", 12_500, id="thousands with a comma"),
        pytest.param("2.75 of them", 2.75, id="a decimal"),
        pytest.param("forty-two people", 42, id="words with a hyphen"),
        pytest.param("two hundred and six boats", 206, id="hundreds with and"),
        pytest.param("three hundred and ten thousand", 310_000, id="hundreds of a thousand"),
        pytest.param("three dozen eggs", 36, id="dozens"),
        pytest.param("a dozen boats", 12, id="a dozen"),
        pytest.param("half a dozen boats", 6, id="half a dozen"),
        pytest.param("half a million votes", 500_000, id="half a million"),
        pytest.param("a quarter of a million votes", 250_000, id="a quarter of a million"),
        pytest.param("a million and a half votes", 1_500_000, id="a million and a half"),
        pytest.param("two and a half million votes", 2_500_000, id="two and a half million"),
        pytest.param("3.4 million votes", 3_400_000, id="digits and a scale"),
        pytest.param("1.7bn shares", 1_700_000_000, id="a glued scale"),
        pytest.param("40k votes", 40_000, id="k for thousand"),
        pytest.param("4 thousand votes", 4_000, id="the and within thousand is no half"),
        pytest.param("12,40,000 farmers", 1_240_000, id="Indian commas"),
        pytest.param("3 lakh crore", 3e12, id="lakh crore"),
        pytest.param("10 000 votes", 10_000, id="a space for the thousands"),
        pytest.param("2 1/2 miles", 2.5, id="a mixed fraction"),
        pytest.param("7½ miles", 7.5, id="a glyph"),
        pytest.param("minus 9C", -9, id="minus in words"),
        pytest.param("three point five litres", 3.5, id="point in words"),
        pytest.param("three and a quarter miles", 3.25, id="a mixed number in words"),
        pytest.param("two thirds of a million votes", 2e6 / 3, id="a part of a million"),
        pytest.param("two hundred and six thousandths", 200.006, id="thousandths"),
        pytest.param("1 414 021 100 people", 1_414_021_100, id="spaces all through"),
        pytest.param("1.234,56 euros", 1234.56, id="a decimal comma"),
        pytest.param("4 thousand 3 hundred and 21 votes", 4321, id="digits between the scales"),
        pytest.param("3.2e6 votes", 3.2e6, id="a power of ten"),
        pytest.param("10^9 cells", 1e9, id="a power"),
        pytest.param("three hundred and two dozen eggs", 324, id="dozens behind hundreds"),
        pytest.param("a 1/4 mile oval", 0.25, id="a ratio before its unit"),
    ],
)
def test_a_number_is_read_however_it_is_written(text: str, value: float) -> None:
    assert [measure.value for measure in measures_in(text)] == [pytest.approx(value)]


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        pytest.param("a third of the crew", 33.33, id="a third"),
        pytest.param("two-thirds of voters", 66.67, id="two-thirds"),
        pytest.param("three quarters of voters", 75, id="three quarters of"),
        pytest.param("half of the boats", 50, id="half of"),
        pytest.param("more than half", 50, id="more than half"),
        pytest.param("fell by a fifth", 20, id="by a fifth"),
        pytest.param("one in five boats", 20, id="one in five"),
        pytest.param("nine out of ten boats", 90, id="nine out of ten"),
        pytest.param("1/8 of the boats", 12.5, id="digits over digits"),
        pytest.param("more than 2/3", 66.67, id="a ratio alone"),
        pytest.param("fell by a fifth in May", 20, id="by a fifth in"),
        pytest.param("Two in five boats", 40, id="two in five"),
        pytest.param("a trillionth", 1e-10, id="nothing but a fraction"),
    ],
)
def test_a_part_of_a_whole_is_told_in_percent(text: str, percent: float) -> None:
    [measure] = measures_in(text)

    assert measure.unit == "percent"
    assert measure.value == pytest.approx(percent)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("tens of thousands of people", id="tens of thousands"),
        pytest.param("several hundred people", id="several hundred"),
        pytest.param("a few thousand people", id="a few thousand"),
        pytest.param("a third party", id="an ordinal"),
        pytest.param("the last quarter", id="a quarter of the year"),
        pytest.param("half an answer", id="half of what is no unit"),
        pytest.param("the Covid-19 wave", id="a name with a hyphen"),
        pytest.param("5G masts and Channel 4HD", id="digits glued to letters"),
        pytest.param("the 1980s", id="a decade"),
        pytest.param("the two hundredth goal", id="a long ordinal"),
        pytest.param("due on 3/4", id="a day and a month"),
    ],
)
def test_what_is_vague_or_a_name_is_no_number(text: str) -> None:
    assert list(measures_in(text)) == []


@pytest.mark.parametrize(
    ("text", "value", "unit", "printed"),
    [
        pytest.param("£42.5m was lost", 42_500_000, "GBP", "£42.5m", id="a sign before"),
        pytest.param("A$900 each", 900, "AUD", "A$900", id="a sign with its country"),
        pytest.param("SKr350m more", 350e6, "SEK", "SKr350m", id="a sign of letters"),
        pytest.param("CHF 12 million", 12e6, "CHF", "CHF 12 million", id="a code before"),
        pytest.param("30 MSEK in all", 30e6, "SEK", "30 MSEK", id="mega before the code"),
        pytest.param("75 USD million", 75e6, "USD", "75 USD million", id="the scale behind"),
        pytest.param("6 million euros", 6e6, "EUR", "6 million euros", id="a name behind"),
        pytest.param(
            "8 Canadian dollars", 8, "CAD", "8 Canadian dollars", id="a name with its country"
        ),
        pytest.param("Rs 90 crore", 900e6, "rupees", "Rs 90 crore", id="crores of rupees"),
        pytest.param("85 pence", 85, "pence", "85 pence", id="pence stay pence"),
        pytest.param("12 per cent", 12, "percent", "12 per cent", id="per cent in two words"),
        pytest.param(
            "half a percentage point",
            0.5,
            "percentage points",
            "half a percentage point",
            id="a part of a unit",
        ),
        pytest.param("25 basis points", 25, "basis points", "25 basis points", id="basis points"),
        pytest.param("a 60-metre mast", 60, "m", "60-metre", id="a unit after a hyphen"),
        pytest.param("80m deep", 80, "m", "80m", id="metres and not millions"),
        pytest.param("80m people", 80e6, "", "80m", id="millions and not metres"),
        pytest.param("9 square miles", 9, "square miles", "9 square miles", id="two words"),
        pytest.param("90 km/h", 90, "km/h", "90 km/h", id="speed"),
        pytest.param("-3°C", -3, "C", "-3°C", id="degrees below zero"),
        pytest.param("magnitude 5.8", 5.8, "magnitude", "5.8", id="magnitude before"),
        pytest.param("a 5.8-magnitude quake", 5.8, "magnitude", "5.8", id="magnitude behind"),
        pytest.param("three won prizes", 3, "", "three", id="a verb that is a currency too"),
    ],
)
def test_a_unit_is_told_by_the_words_beside_the_number(
    text: str, value: float, unit: str, printed: str
) -> None:
    [measure] = measures_in(text)

    assert measure.value == pytest.approx(value)
    assert measure.unit == unit
    assert text[measure.start : measure.end] == printed


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        pytest.param("30,000 to 70,000 boats", [(30_000, 70_000)], id="to"),
        pytest.param("between 5 and 7 boats", [(5, 7)], id="between"),
        pytest.param("5-7 boats", [(5, 7)], id="a hyphen"),
        pytest.param("five or six boats", [(5, 6)], id="or"),
        pytest.param("$40 million to $60 million", [(40e6, 60e6)], id="each with its unit"),
        pytest.param("20 to 25 million", [(20e6, 25e6)], id="one scale for both"),
        pytest.param("5k-20k votes", [(5_000, 20_000)], id="glued scales"),
        pytest.param("costs range from 5 to 9 euros", [(5, 9)], id="range from"),
        pytest.param("rose from 5 to 9 euros", [(5, 5), (9, 9)], id="a change is no range"),
        pytest.param("lost 9-2 there", [(9, 9), (2, 2)], id="falling ends are no range"),
        pytest.param("3 dollars 50 cents", [(3.5, 3.5)], id="dollars and cents are one sum"),
        pytest.param("7 boats and 9 crews", [(7, 7), (9, 9)], id="two counts"),
        pytest.param("5 ft 6 in.", [(5.5, 5.5)], id="feet and inches are one length"),
        pytest.param("15 euros 50.", [(15.5, 15.5)], id="hundredths left unsaid"),
        pytest.param("shares rose 3p to 214p", [(3, 3), (214, 214)], id="by how much, to what"),
        pytest.param("cut by 20% to 30%", [(20, 30)], id="by from one to the other"),
    ],
)
def test_the_ends_of_a_range_are_one_figure(text: str, ends: list[tuple[float, float]]) -> None:
    assert [(each.low, each.high) for each in stretches_in(text)] == ends
