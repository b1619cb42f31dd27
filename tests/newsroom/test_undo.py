"""The way back from a decision."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.newsroom.act import Deed
from bot.newsroom.undo import UNDO_FOR, Undo, as_pairs

DONE = datetime(2026, 3, 4, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("after", "open_still"),
    [
        (timedelta(), True),
        (UNDO_FOR, True),
        (UNDO_FOR + timedelta(seconds=1), False),
        (timedelta(days=1), False),
    ],
)
def test_a_decision_can_be_taken_back_for_ten_minutes(after: timedelta, open_still: bool) -> None:  # noqa: FBT001 - a table
    assert Undo(Deed.MARKED, "K1", "C-1", "U1", DONE).in_time(DONE + after) is open_still


def test_pairs_are_named_in_one_line() -> None:
    pairs = (("C-1", "C-2"), ("C-3", "C-4"))

    assert Undo(Deed.PARTED, as_pairs(pairs), "C-1", "U1", DONE).pairs == pairs
