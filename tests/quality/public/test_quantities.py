"""What the gate over numbers and days counts as read, as placed and as too much."""

from pathlib import Path
from typing import Any

import pytest

from tests.quality.public.days import is_apart
from tests.quality.public.marking import Json, file_of, some_of
from tests.quality.public.quantities import QUANTITIES, measure_quantities

FERRY = "The ferry carried 320 people."


def _row(model: str, text: str, *marked: tuple[str, str, Json]) -> Json:
    """Mark parts of a text; `end` is that of their last letter."""
    results = [
        {
            "start": text.index(part),
            "end": text.index(part) + len(part) - 1,
            "type": kind,
            "resolution": resolution,
        }
        for kind, part, resolution in marked
    ]
    return {
        "model": model,
        "input": text,
        "reference": "2026-03-03T09:00:00",
        "results": results,
    }


def _day(first: str, last: str) -> Json:
    return {"values": [{"start": first, "end": last}]}


@pytest.mark.parametrize(
    ("row", "figures"),
    [
        pytest.param(
            _row("NumberModel", FERRY, ("number", "320", {"value": "320"})),
            {"numbers, value right": 1.0, "numbers, place right too": 1.0},
            id="a number",
        ),
        pytest.param(
            _row("NumberModel", FERRY, ("number", "320", {"value": "32"})),
            {"numbers, value right": 0.0, "numbers, precision": 0.0},
            id="another value",
        ),
        pytest.param(
            _row("NumberModel", FERRY, ("number", "320 people", {"value": "320"})),
            {"numbers, value right": 1.0, "numbers, place right too": 0.0},
            id="another place",
        ),
        pytest.param(
            _row("NumberModel", FERRY),
            {"numbers marked": 0, "numbers, precision": 0.0},
            id="nothing marked",
        ),
        pytest.param(
            _row(
                "NumberRangeModel",
                "It will need between 20 and 30 workers.",
                ("numberrange", "between 20 and 30", {"value": "[20,30)"}),
            ),
            {"ranges, value right": 1.0},
            id="a range",
        ),
        pytest.param(
            _row(
                "NumberRangeModel",
                "It will need more than 20 workers.",
                ("numberrange", "more than 20", {"value": "(20,)"}),
            ),
            {"ranges, value right": 1.0, "ranges, precision": 1.0},
            id="a range with one end",
        ),
        pytest.param(
            _row(
                "PercentModel",
                "Rents rose 4 percent.",
                ("percentage", "4 percent", {"value": "4%"}),
            ),
            {"percentages, value right": 1.0, "percentages, precision": 1.0},
            id="a percentage",
        ),
        pytest.param(
            _row(
                "CurrencyModel",
                "Only 3 of 9 paid £40.",
                ("currency", "£40", {"value": "40", "unit": "Pound"}),
            ),
            {"sums of money, value right": 1.0, "sums of money, precision": 1.0},
            id="numbers beside money are not judged",
        ),
        pytest.param(
            _row(
                "CurrencyModel",
                "A stamp costs 85 cents.",
                ("currency", "85 cents", {"value": "85", "unit": "Cent"}),
            ),
            {"sums of money, value right": 1.0},
            id="hundredths",
        ),
        pytest.param(
            _row(
                "CurrencyModel",
                "The ring cost 40 doubloons.",
                ("currency", "40 doubloons", {"value": "40", "unit": "Doubloon"}),
            ),
            {"sums of money, value right": 1.0, "sums of money, unit read": 0.0},
            id="a number without its unit",
        ),
        pytest.param(
            _row(
                "CurrencyModel",
                "The ring cost about £40.",
                ("currency", "£40", {"value": "40", "unit": "Pound"}),
            ),
            {"sums of money, unit read": 1.0, "sums of money, place right too": 1.0},
            id="about, before the place",
        ),
        pytest.param(
            _row(
                "NumberModel",
                "Three fifths of them left.",
                ("number", "Three fifths", {"value": "0.6"}),
            ),
            {"numbers, value right": 1.0},
            id="a fraction",
        ),
        pytest.param(
            _row("NumberModel", "It is due on 5/17/2018.", ("number", "17", {"value": "17"})),
            {
                "numbers marked": 0,
                "numbers marked that are no figures, left out below": 1,
                "numbers, value right of all marked": 0.0,
            },
            id="the parts of a date are apart",
        ),
        pytest.param(
            _row("NumberModel", "It costs $20.", ("number", "20", {"value": "20"})),
            {"numbers, value right": 1.0, "numbers, place right too": 1.0},
            id="a number with its sign",
        ),
        pytest.param(
            _row("AgeModel", "She is 60 years old.", ("age", "60 years old", {"value": "60"})),
            {"numbers marked": 0, "measures marked": 0},
            id="ages are left out",
        ),
    ],
)
def test_figures_are_judged_by_value_and_place(
    tmp_path: Path, row: Json, figures: dict[str, Any]
) -> None:
    sheet = measure_quantities(file_of(tmp_path, [row]))

    assert some_of(sheet, QUANTITIES, *figures) == figures


@pytest.mark.parametrize(
    ("row", "figures"),
    [
        pytest.param(
            _row(
                "DateTimeModel",
                "The court will sit on 12 March.",
                ("datetimeV2.date", "12 March", {"values": [{"value": "2026-03-12"}]}),
            ),
            {"days right": 1.0, "days right of those given": 1.0},
            id="a day",
        ),
        pytest.param(
            _row(
                "DateTimeModel",
                "It sat from 2 May to 5 May 2025.",
                ("datetimeV2.daterange", "2 May to 5 May 2025", _day("2025-05-02", "2025-05-05")),
            ),
            {"days right": 1.0},
            id="a range whose last day counts",
        ),
        pytest.param(
            _row(
                "DateTimeModel",
                "The court sat in May 2025.",
                ("datetimeV2.daterange", "May 2025", _day("2025-05-01", "2025-06-01")),
            ),
            {"days right": 1.0},
            id="a range whose last day is left out",
        ),
        pytest.param(
            _row(
                "DateTimeModel",
                "The court sat on 3 May 2025.",
                ("datetimeV2.date", "3 May 2025", {"values": [{"value": "2025-05-04"}]}),
            ),
            {"days right": 0.0, "days given": 1.0, "days right of those given": 0.0},
            id="another day",
        ),
        pytest.param(
            _row(
                "DateTimeModel",
                "It sat from 2021 to 2023.",
                (
                    "datetimeV2.daterange",
                    "from 2021 to 2023",
                    {
                        "values": [
                            {
                                "timex": "(2021-01-01,2023-01-01,P2Y)",
                                "start": "2021-01-01",
                                "end": "2023-01-01",
                            }
                        ]
                    },
                ),
            ),
            {"days right": 1.0},
            id="a range whose last year is left out",
        ),
        pytest.param(
            _row(
                "DateTimeModel",
                "The court is sitting right now.",
                ("datetimeV2.datetime", "right now", {"values": [{"value": "2026-03-03 09:00"}]}),
            ),
            {"days marked": 1, "days right": 0.0, "days set apart": 1},
            id="what is set apart counts all the same",
        ),
        pytest.param(
            _row("DateTimeModel", "The court sat for two days."),
            {"rows without days": 1, "days given where none is meant": 0, "days right": None},
            id="no day",
        ),
        pytest.param(
            _row("DateTimeModel", "The court sat on 3 May 2025."),
            {"rows without days": 1, "days given where none is meant": 1},
            id="a day where none is marked",
        ),
    ],
)
def test_days_are_judged_where_a_sentence_gives_one_time(
    tmp_path: Path, row: Json, figures: dict[str, Any]
) -> None:
    sheet = measure_quantities(file_of(tmp_path, [row]))

    assert some_of(sheet, QUANTITIES, *figures) == figures


@pytest.mark.parametrize(
    ("words", "apart"),
    [
        pytest.param("right now", True, id="a moment"),
        pytest.param("in 5 minutes", True, id="minutes from now"),
        pytest.param("5/12/2026", True, id="a numeric date with two readings"),
        pytest.param("5/13/2026", False, id="a numeric date with one"),
        pytest.param("5/5/2026", False, id="the same both ways"),
        pytest.param("Monday 9-5", False, id="a weekday and its hours"),
        pytest.param("later this year", True, id="vague"),
        pytest.param("20260312", True, id="digits of a name"),
        pytest.param("two weeks from now", False, id="weeks from now"),
    ],
)
def test_what_is_set_apart_is_told_by_the_marked_words(
    words: str,
    apart: bool,  # noqa: FBT001 - a row
) -> None:
    assert is_apart(words) is apart
