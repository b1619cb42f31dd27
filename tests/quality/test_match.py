"""Which names, figures and quotes count as the same."""

import pytest

from tests.quality.answers import FigureAnswer
from tests.quality.match import figures_agree, names_agree, numbers_in, overlap


@pytest.mark.parametrize(
    ("read", "wanted", "also", "agree"),
    [
        pytest.param("Ottoline Mercer", "Ottoline Mercer", (), True, id="the same"),
        pytest.param("Mercer", "Ottoline Mercer", (), True, id="the surname alone"),
        pytest.param("Ms Ottoline Mercer", "Ottoline Mercer", (), True, id="with a title"),
        pytest.param("The union", "PATU", ("union",), True, id="another right name"),
        pytest.param("Ardania’s ministry", "Ardania ministry", (), True, id="a possessive"),
        pytest.param("Callum Mercer", "Ottoline Mercer", (), False, id="a namesake"),
        pytest.param(None, None, (), True, id="the article itself"),
        pytest.param(None, None, ("Skyhand",), True, id="the article where a body will do too"),
        pytest.param(None, "Skyhand", (), False, id="nobody where somebody speaks"),
        pytest.param("Skyhand", None, (), False, id="somebody where nobody speaks"),
        pytest.param("Skyhand", None, ("Skyhand",), True, id="somebody where that will do too"),
        pytest.param("the", "the", (), False, id="an article is no name"),
    ],
)
def test_a_name_agrees_with_part_of_a_right_one(
    read: str | None, wanted: str | None, also: tuple[str, ...], *, agree: bool
) -> None:
    assert names_agree(read, wanted, also) is agree


@pytest.mark.parametrize(
    ("read", "wanted", "agree"),
    [
        pytest.param((12, 12), (12, 12), True, id="the same number"),
        pytest.param((66.67, 66.67), (66.7, 66.7), True, id="two thirds, rounded twice"),
        pytest.param((14, None), (14, 14), True, id="an open side or the same number twice"),
        pytest.param((None, 60), (60, 60), True, id="open below"),
        pytest.param((8, 12), (8, 12), True, id="a range"),
        pytest.param((8, 8), (8, 12), False, id="one end of a range"),
        pytest.param((20, 20), (19, 19), False, id="another number"),
        pytest.param((None, None), (5, 5), False, id="no number"),
    ],
)
def test_figures_agree_by_their_values(
    read: tuple[float | None, float | None],
    wanted: tuple[float | None, float | None],
    *,
    agree: bool,
) -> None:
    assert figures_agree(_figure(*read), _figure(*wanted)) is agree


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        pytest.param("About 26,000", [26_000], id="separators"),
        pytest.param("between €180 million and €220m", [180e6, 220e6], id="multiples"),
        pytest.param("£1.34bn", [1.34e9], id="a multiple without a space"),
        pytest.param("Twenty-six", [6, 20], id="words are taken one by one"),
        pytest.param("a third", [33.33], id="a fraction"),
        pytest.param("none", [], id="no number"),
    ],
)
def test_numbers_are_read_from_what_is_printed(printed: str, numbers: list[float]) -> None:
    assert numbers_in(printed) == numbers


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        pytest.param((0, 10), (0, 10), 1.0, id="the same"),
        pytest.param((0, 10), (2, 4), 1.0, id="one inside the other"),
        pytest.param((0, 10), (5, 25), 0.5, id="half of the shorter"),
        pytest.param((0, 10), (10, 20), 0.0, id="side by side"),
        pytest.param((0, 10), (15, 20), 0.0, id="apart"),
    ],
)
def test_overlap_is_a_share_of_the_shorter_quote(
    one: tuple[int, int], other: tuple[int, int], share: float
) -> None:
    assert overlap(one, other) == share


def _figure(low: float | None, high: float | None) -> FigureAnswer:
    return FigureAnswer(low=low, high=high, unit="count", what="people")
