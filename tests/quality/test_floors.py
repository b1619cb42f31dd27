"""No figure falls below what was reached, and floors are not lowered in silence."""

from pathlib import Path

import pytest

from bot.replay import replay
from tests.quality.floors import (
    CORPUS,
    EPSILON,
    Floors,
    FloorWouldFall,
    digest_of,
    fallen,
    pinned,
    read_floors,
)
from tests.quality.report import figures_of, measured

OLD = Floors(corpus="then", figures={"claimant": 0.9, "wrong links": 1, "via F1": None})


def test_no_figure_is_below_its_floor() -> None:
    assert fallen(figures_of(measured([CORPUS], replay)), read_floors()) == ()


def test_the_floors_belong_to_the_corpus_as_it_stands() -> None:
    assert digest_of(CORPUS) == read_floors().corpus, (
        "the corpus has changed: python -m tests.quality stories tests/corpus --pin"
    )


@pytest.mark.parametrize(
    ("claimant", "wrong_links", "named"),
    [
        pytest.param(0.9, 1, [], id="as pinned"),
        pytest.param(0.95, 0, [], id="better"),
        pytest.param(0.9 - EPSILON, 1, [], id="one flip of the parser"),
        pytest.param(0.89, 1, ["claimant"], id="a share too low"),
        pytest.param(0.9, 2, ["wrong links"], id="a mistake too many"),
        pytest.param(None, 1, ["claimant"], id="nothing left to judge"),
    ],
)
def test_a_figure_may_not_be_worse_than_its_floor(
    claimant: float | None, wrong_links: int, named: list[str]
) -> None:
    lines = fallen({"claimant": claimant, "wrong links": wrong_links, "via F1": 0.1}, OLD)

    assert [line.split(":")[0] for line in lines] == named


def test_a_floor_that_would_fall_is_not_pinned_without_a_reason() -> None:
    with pytest.raises(FloorWouldFall, match=r"claimant: 0\.9 to 0\.89"):
        pinned({"claimant": 0.899, "wrong links": 0, "via F1": 0.5}, "now", OLD)


def test_a_reason_is_kept_beside_the_floor_that_fell() -> None:
    floors = pinned({"claimant": 0.8, "wrong links": 0}, "now", OLD, "two harder stories")

    assert (floors.corpus, floors.figures) == ("now", {"claimant": 0.8, "wrong links": 0})
    [fell] = floors.lowered
    assert (fell.figure, fell.before, fell.reason) == ("claimant", 0.9, "two harder stories")


def test_what_was_lowered_once_stays_on_record() -> None:
    once = pinned({"claimant": 0.8, "wrong links": 1}, "now", OLD, "two harder stories")
    again = pinned({"claimant": 0.85, "wrong links": 1}, "later", once)

    assert again.lowered == once.lowered


def test_a_pinned_figure_stands_on_its_own_floor() -> None:
    figures = {"claimant": 2 / 3, "wrong links": 0}

    assert fallen(figures, pinned(figures, "now", None)) == ()


def test_the_digest_tells_a_changed_corpus_apart(tmp_path: Path) -> None:
    article = tmp_path / "story" / "1.txt"
    article.parent.mkdir()
    article.write_text("Seven are dead.", encoding="utf-8")
    before = digest_of(tmp_path)
    article.write_text("Eight are dead.", encoding="utf-8")
    changed = digest_of(tmp_path)
    article.rename(article.with_name("2.txt"))

    assert len({before, changed, digest_of(tmp_path)}) == 3
