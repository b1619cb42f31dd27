"""Which claimants are one, which may be, and which are two."""

import pytest

from bot.claims.claimants import may_be_one, same_claimant
from tests.claims.told import now, then


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Varno Rowers League", "VRL", id="an acronym"),
        pytest.param("registry's website", "Registry", id="a body's own page"),
        pytest.param("Behrud Lashkari", "Behrood Lashkari", id="one name, two transliterations"),
        pytest.param("Ada Holm", "Holm", id="a surname"),
    ],
)
def test_one_claimant_under_two_names(one: str, other: str) -> None:
    assert same_claimant(now("The mill is shut.", by=one), then("The mill is shut.", by=other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Maria Orsk", "Mario Orsk", id="a vowel that tells two people"),
        pytest.param("Varno League", "VL", id="two letters are too few for an acronym"),
        pytest.param("police report", "registry", id="two bodies"),
    ],
)
def test_two_claimants_with_names_alike(one: str, other: str) -> None:
    a, b = now("The mill is shut.", by=one), then("The mill is shut.", by=other)
    assert not same_claimant(a, b)


@pytest.mark.parametrize(
    ("short", "full", "quote", "expected"),
    [
        pytest.param("company", "Orsk Mills", "Orsk Mills will close.", True, id="the company"),
        pytest.param("Norwegian bank", "Varno Savings", "It lost.", True, id="a people's"),
        pytest.param("company", "Ada Holm", "Mayor Ada Holm said so.", False, id="a person"),
        pytest.param(
            "company", "Ada Holm", "Ada Holm, who leads it, said.", False, id="who leads"
        ),
        pytest.param(
            "union", "Orsk Bank", "Orsk Bank closes.", False, id="a body of another kind"
        ),
        pytest.param("company", "police", "police said so.", False, id="no proper name"),
    ],
)
def test_a_short_form_may_stand_for_a_body(
    short: str, full: str, quote: str, *, expected: bool
) -> None:
    assert may_be_one(now("It closes.", by=short), then(quote, by=full)) is expected
