"""What the gate over the archive's look-up counts as found, and how far up."""

from pathlib import Path

import pytest

from tests.quality.public.marking import Json, file_of, some_of
from tests.quality.public.retrieval import RETRIEVAL, average_precision, measure_retrieval

ON_RECORD = [
    {"id": "ferry", "text": "The Arneiro ferry carried 320 people on Monday, its owner said."},
    {"id": "mill", "text": "The paper mill in Brenholt will close in May, the mayor said."},
    {"id": "vague", "text": "It is what it is."},
]


def _found(folder: Path, *queries: Json) -> dict[str, float | None]:
    told, asked = file_of(folder, ON_RECORD), file_of(folder, queries, "queries.jsonl")
    names = ("MAP@5", "found first", "claims given", "queries")
    return dict(some_of(measure_retrieval([told], [asked]), RETRIEVAL, *names))


def test_the_claim_that_is_found_first_has_full_marks(tmp_path: Path) -> None:
    query = {"id": "q", "text": "The Brenholt mill closes, says the mayor.", "relevant": ["mill"]}

    assert _found(tmp_path, query) == {
        "MAP@5": 1.0,
        "found first": 1.0,
        "claims given": 3,
        "queries": 1,
    }


def test_what_is_not_relevant_costs_its_place(tmp_path: Path) -> None:
    both = "The Arneiro ferry carried 320 people, its owner said, on its way to the paper mill."
    figures = _found(tmp_path, {"id": "q", "text": both, "relevant": ["mill"]})

    assert (figures["MAP@5"], figures["found first"]) == (0.5, 0.0)


def test_a_speaker_helps_to_find_a_claim(tmp_path: Path) -> None:
    told = [
        {"id": "his", "text": "Rents have doubled in the city.", "speaker": "Ines Calder"},
        {"id": "hers", "text": "Rents have doubled in the city.", "speaker": "Marta Oliveira"},
    ]
    asked = [{**one, "id": f"q {one['id']}", "relevant": [one["id"]]} for one in told]
    sheet = measure_retrieval(
        [file_of(tmp_path, told)], [file_of(tmp_path, asked, "queries.jsonl")]
    )

    assert some_of(sheet, RETRIEVAL, "MAP@5") == {"MAP@5": 1.0}


@pytest.mark.parametrize(
    ("places", "relevant", "precision"),
    [
        pytest.param([0], 1, 1.0, id="first"),
        pytest.param([1], 1, 0.5, id="second"),
        pytest.param([5], 1, 0.0, id="sixth"),
        pytest.param([0, 3], 2, 0.75, id="first and fourth of two"),
        pytest.param([0], 2, 0.5, id="one of two"),
        pytest.param([], 1, 0.0, id="nowhere"),
    ],
)
def test_average_precision_looks_at_the_first_five(
    places: list[int], relevant: int, precision: float
) -> None:
    assert average_precision(places, relevant) == precision
