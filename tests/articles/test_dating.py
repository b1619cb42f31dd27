"""A page's date means one moment, or none."""

from datetime import UTC, datetime

import pytest

from bot.articles.dating import moment, moment_of_url

NOW = datetime(2026, 5, 20, 9, tzinfo=UTC)
NOON = datetime(2025, 3, 4, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "means", "adds"),
    [
        ("2025-03-04T14:00:00+02:00", NOON, ""),
        ("2025-03-04T12:00:00Z", NOON, ""),
        ("2025-03-04T12:00:00.000+0000", NOON, ""),
        ("2025-03-04 07:00:00 -0500", NOON, ""),
        ("Tue, 04 Mar 2025 12:00:00 GMT", NOON, ""),
        ("2025-03-04T12:00:00", NOON, ", no time zone given"),
        ("2025-03-04", NOON, ", day only"),
        ("March 4, 2025", NOON, ", day only"),
        ("Mar. 4th, 2025 9:15 p.m. EST", NOON, ", day only"),
        ("Published 4 March 2025", NOON, ", day only"),
        ("TUESDAY 4 MAR 2025", NOON, ", day only"),
    ],
)
def test_a_written_date_is_an_aware_moment(written: str, means: datetime, adds: str) -> None:
    assert moment(written, "time element", NOW) == (means, f"time element{adds}")


@pytest.mark.parametrize(
    "written",
    ["", "today", "03/04/2025", "4 March", "2025", "February 31, 2025", "1970-01-01T00:00:00Z",
     "2026-06-20", "9999-99-99", "0001-01-01T00:00:00+14:00", "12 hours ago"],
)  # fmt: skip
def test_a_date_that_could_mean_anything_is_none(written: str) -> None:
    assert moment(written, "time element", NOW) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://courier.example/2025/03/04/bridge",
        "https://courier.example/news/2025-03-04-bridge",
        "https://courier.example/20250304/bridge",
        "https://courier.example/world/2025/mar/04/bridge",
    ],
)
def test_an_address_can_name_the_day(url: str) -> None:
    assert moment_of_url(url, NOW) == (NOON, "url, day only")


@pytest.mark.parametrize(
    "url",
    [
        "https://courier.example/2025/03/bridge",
        "https://courier.example/a-20250399",
        "https://courier.example/id/120250304",
        "https://courier.example/a?day=2025/03/04",
    ],
)
def test_other_numbers_in_an_address_are_no_day(url: str) -> None:
    assert moment_of_url(url, NOW) is None
