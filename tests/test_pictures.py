"""The picture of a figure's history: drawn for any, its labels readable on a phone."""

import struct
from datetime import UTC, datetime, timedelta

import pytest

from bot.claims.history import History, Point
from bot.pictures import INCHES, LABEL, draw
from tests.making import a_claim, a_figure, a_publication

PHONE = 320  # pixels of a picture in a message
READABLE = 6.5  # pixels of a letter with what hangs below it
POINTS_AN_INCH = 72


def a_point(days: int, text: str = "14") -> Point:
    published = datetime(2026, 3, 4, tzinfo=UTC) + timedelta(days)
    number = a_figure(text, 14, 14)
    claim = a_claim(figures=(number,), publication=a_publication(published=published))
    return Point(claim, number)


@pytest.mark.parametrize(
    "points",
    [
        pytest.param([a_point(0)], id="one"),
        pytest.param([a_point(0), a_point(0)], id="one day"),
        pytest.param([a_point(days) for days in range(20)], id="more than have labels"),
        pytest.param([a_point(0, "$4 to $5"), a_point(9, "열네 명")], id="odd signs"),
    ],
)
def test_a_picture_is_drawn_as_wide_as_it_is_meant(points: list[Point]) -> None:
    png = draw(History("people", "count", tuple(points)))

    width, height = struct.unpack(">II", png[16:24])
    assert width / height == pytest.approx(INCHES[0] / INCHES[1], abs=0.01)
    assert width > 3 * PHONE


def test_labels_can_be_read_where_the_picture_is_as_wide_as_a_phone() -> None:
    assert LABEL / POINTS_AN_INCH * PHONE / INCHES[0] > READABLE
