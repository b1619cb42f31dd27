"""Which names people are asked about."""

from dataclasses import replace

import pytest

from bot.claims.claimants import same_claimant
from bot.claims.namesakes import may_be_one
from tests.making import a_claim


@pytest.mark.parametrize(
    ("one", "other", "asked"),
    [
        ("Behrud Lashkari", "Bahrood Lashkari", True),
        ("Interior Ministry", "Ministry of the Interior", True),
        ("Olena Varnova", "Olena Varnowa", True),
        ("Lena Orsk", "lena orsk", False),  # one name already
        ("Lena Orsk", "Kai Brenn", False),
        ("Brenn", "Brenns", False),  # surnames alone
        ("J. Brenn", "J Brenn", False),
        ("Городской совет", "Городской совет Кельма", False),
        ("Міністерство оборони", "Міністерство оборони України", True),
    ],
)
def test_full_names_that_are_nearly_alike_are_asked_about(
    one: str,
    other: str,
    asked: bool,  # noqa: FBT001 - a table
) -> None:
    assert may_be_one([one, other]) == (((one, other),) if asked else ())


def test_the_likeliest_pairs_come_first_and_few_of_them() -> None:
    names = [f"Tomas Lindgren{'n' * n}" for n in range(8)]

    pairs = may_be_one(names)

    assert len(pairs) == 5
    assert may_be_one(names, 1) == pairs[:1]


def test_claimants_known_by_one_name_are_one() -> None:
    one, other = a_claim(claimant="L. Orsk"), a_claim(claimant="the minister")

    assert not same_claimant(one, other)
    assert same_claimant(replace(one, known_as="Lena Orsk"), replace(other, known_as="Lena Orsk"))
    assert same_claimant(a_claim(claimant="Lena Orsk"), replace(one, known_as="Lena Orsk"))
