"""How much of what may be much is done in one transaction: others have to be able to write."""

from collections.abc import Sequence

from sqlalchemy import Row

AT_ONCE = 10
CLAIMS_AT_ONCE = 250  # some tenths of a second; a long article has 400


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
