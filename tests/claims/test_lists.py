"""Lists that say that they are whole, and whether they add up."""

import pytest

from bot.claims.checks.lists import misfit_lists
from bot.claims.model import Claim
from tests.claims.told import now

NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "nine": 9,
           "Nine": 9, "Twelve": 12, "Eleven": 11, "Ten": 10, "Eight": 8}  # fmt: skip


def listed(quote: str) -> Claim:
    """Return a claim with a figure for each number in words."""
    words = quote.replace(",", " ").replace(":", " ").replace(".", " ").split()
    return now(quote, *((w, NUMBERS[w], NUMBERS[w], "people") for w in words if w in NUMBERS))


@pytest.mark.parametrize(
    ("quote", "sum_told"),
    [
        ("Twelve were hurt: seven guests, the cook and three waiters, the inn said.", "11"),
        ("Nine people drowned: four sailors, two cooks and five guests.", "11"),
        ("Ten were held: six guards and two drivers, police said.", "8"),
        ("Eleven died: five miners, a nurse and four rescuers.", "10"),
        ("Eight went missing: three climbers, two guides and four porters.", "9"),
    ],
)
def test_a_list_that_falls_short_is_told(quote: str, sum_told: str) -> None:
    (check,) = misfit_lists([listed(quote)])
    assert f"= {sum_told} against" in check.line


@pytest.mark.parametrize(
    "quote",
    [
        "Twelve were hurt: seven guests, the cook and four waiters, the inn said.",
        "Nine people drowned: four sailors, two cooks and three guests.",
        "Ten were held: six guards and the rest of the crew, police said.",
        "Eleven died: five miners and others.",
        "Twelve came: the mayor spoke.",
    ],
)
def test_a_list_that_fits_or_is_not_whole_is_not_told(quote: str) -> None:
    assert not list(misfit_lists([listed(quote)]))


@pytest.mark.parametrize(("last", "told"), [("0.3", 1), ("0.8", 0)], ids=["short", "whole"])
def test_shares_of_that_are_held_against_the_sentence_before(last: str, told: int) -> None:
    whole = now("Prices rose by 3.8 per cent.", ("3.8 per cent", 3.8, 3.8, "Prices", "percent"))
    parts = now(
        f"Fuel made up 2.1 points of that, rents 0.9 and the rest {last}.",
        *((n, float(n), float(n), "points", "percentage points") for n in ("2.1", "0.9", last)),
    )
    assert len(list(misfit_lists([whole, parts]))) == told
