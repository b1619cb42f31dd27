"""How much of what may be much is done or asked for at once: others have to be able to write."""

from collections.abc import Collection, Iterator, Sequence
from typing import TypeVar

from sqlalchemy import Row

Value = TypeVar("Value")

AT_ONCE = 10
CLAIMS_AT_ONCE = 250  # some tenths of a second; a long article has 400

VALUES_AT_ONCE = 500
"""Values in one question: SQLite takes some thirty thousand, and older ones a thousand."""


def portion(counted: Sequence[Row[int | None, int]]) -> tuple[list[int], bool]:
    """Return the first of some rows, each (number, its claims), and whether there are more.

    One more than AT_ONCE have to be asked for.
    """
    some, left = list[int](), CLAIMS_AT_ONCE
    for number, claims in counted:
        left -= claims
        if len(some) == AT_ONCE or (some and left < 0):
            return some, True
        some.append(number or 0)
    return some, False


def slices(values: Collection[Value], at_once: int = VALUES_AT_ONCE) -> Iterator[Sequence[Value]]:
    """Yield the values in lots."""
    listed = [*values]
    for start in range(0, len(listed), at_once):
        yield listed[start : start + at_once]
