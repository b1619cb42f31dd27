"""How a figure went is told by publication, totals apart from parts, and only of one measure."""

from datetime import UTC, datetime
from typing import Any

from bot.claims.history import history
from bot.claims.model import Claim, Scope
from tests.making import a_claim, a_figure, a_publication


def hurt(number: int, day: int, text: str = "", **facets: Any) -> Claim:
    """Give a claim about people injured in Velmora, of one day in March; of day 0 undated."""
    said = text or str(number)
    published = datetime(2026, 3, day, 9, tzinfo=UTC) if day else None
    given = {"what": "people injured", "start": 0, "end": len(said), **facets}
    return a_claim(
        f"C-{number}",
        f"{said} people were injured in Velmora.",
        publication=a_publication(published=published),
        figures=(a_figure(said, number, number, **given),),
        names=frozenset({"velmora"}),
        words=frozenset({"flood", "people", "injure"}),
    )


def test_figures_of_one_thing_stand_in_order_of_publication() -> None:
    told = history(hurt(230, 4), [hurt(300, 5), hurt(86, 3), hurt(230, 4)])

    assert told is not None
    assert [point.figure.low for point in told.points] == [86, 230, 300]
    assert told.what == "people injured"


def test_increments_are_told_apart_from_totals() -> None:
    more = hurt(40, 6, "a further 40", scope=Scope.ADDITIONAL)
    told = history(hurt(230, 4), [more, hurt(86, 3)])

    assert told is not None
    assert [(p.claim.id, p.is_total) for p in told.points] == [
        ("C-86", True), ("C-230", True), ("C-40", False),
    ]  # fmt: skip


def test_what_is_counted_otherwise_is_left_out_and_what_is_undated_stands_apart() -> None:
    houses = hurt(120, 4, what="houses")
    told = history(hurt(230, 4), [houses, hurt(90, 0)])

    assert told is not None
    assert [point.claim.id for point in told.points] == ["C-230"]
    assert [point.claim.id for point in told.undated] == ["C-90"]


def test_a_claim_without_a_figure_has_no_history() -> None:
    assert history(a_claim("C-1", "The bridge is shut.", figures=()), []) is None
