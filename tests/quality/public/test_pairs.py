"""What the gate over pairs counts as told apart, refused and borne out."""

from pathlib import Path
from typing import Any

import pytest

from tests.quality.public.marking import Json, file_of, some_of
from tests.quality.public.pairs import PAIRS, measure_pairs

FERRY = "Arneiro ferry sinks off Brenholt, 12 passengers dead"


def _headlines(score: float, a: str, b: str) -> Json:
    return {"score": score, "a": a, "b": b, "both_have_number": True}


def _statement(text: str, hypothesis: str, entailment: str) -> Json:
    return {"text": text, "hypothesis": hypothesis, "entailment": entailment}


@pytest.mark.parametrize(
    ("row", "figures"),
    [
        pytest.param(
            _headlines(5, FERRY, "12 passengers dead as Arneiro ferry sinks off Brenholt"),
            {"same: a false figure difference": 0.0, "same: shown": 1.0},
            id="one number in both",
        ),
        pytest.param(
            _headlines(5, FERRY, "Arneiro ferry sinks off Brenholt, 21 passengers dead"),
            {"same: a false figure difference": 1.0, "same: and in a shown link": 1},
            id="another number",
        ),
        pytest.param(
            _headlines(5, FERRY, "Lamora mill to cut 40 jobs"),
            {"same: linked": 0.0, "same: shown": 0.0},
            id="the same, not seen to be",
        ),
        pytest.param(
            _headlines(0.5, FERRY, "Lamora mill to cut 40 jobs"),
            {"other events: refused": 1.0, "with numbers: refused": 1.0},
            id="other events, refused",
        ),
        pytest.param(
            _headlines(0.5, FERRY, "Arneiro ferry sinks off Brenholt, 21 passengers dead"),
            {"other events: refused": 0.0, "with numbers: refused": 0.0},
            id="other events, but shown",
        ),
        pytest.param(
            _headlines(3, FERRY, "Arneiro ferry sinks off Brenholt, 21 passengers dead"),
            {"same, both with numbers": 0, "other events": 0, "same: shown": None},
            id="neither the same nor another",
        ),
    ],
)
def test_headlines_are_judged_by_their_score(
    tmp_path: Path, row: Json, figures: dict[str, Any]
) -> None:
    sheet = measure_pairs(file_of(tmp_path, [row]))

    assert some_of(sheet, PAIRS, *figures) == figures


@pytest.mark.parametrize(
    ("statement", "borne_out"),
    [
        pytest.param("12 passengers died.", True, id="its figure stands in the text"),
        pytest.param("21 passengers died.", False, id="another figure"),
        pytest.param("The mill will cut 40 jobs.", False, id="a figure of something else"),
        pytest.param("The ferry did not sink.", False, id="a denial"),
        pytest.param("The ferry sank on 4 March 2011.", False, id="a day that the text has not"),
    ],
)
def test_a_statement_is_borne_out_when_nothing_speaks_against_it(
    tmp_path: Path, statement: str, *, borne_out: bool
) -> None:
    text = "The Arneiro ferry sank off Brenholt and 12 passengers died."
    rows = [_statement(text, statement, "YES"), _statement(text, statement, "NO")]
    sheet = measure_pairs(file_of(tmp_path, rows))

    figures = {"judged right": 0.5, "borne out: recall": float(borne_out)}
    assert some_of(sheet, PAIRS, *figures) == figures
