"""By what a claim is found, and how words lose their endings."""

from typing import Any

import pytest

from bot.claims.keys import keys, stem
from tests.making import a_claim, a_publication


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("close closed closes closing", id="a verb"),
        pytest.param("ferry ferries", id="a plural in -ies"),
        pytest.param("hop hopped hopping", id="a doubled letter"),
        pytest.param("hope hoped hoping", id="an e that was taken"),
        pytest.param("relate related relation relations", id="a noun of a verb"),
        pytest.param("formal formally formality", id="adjective and adverb"),
        pytest.param("agree agreed", id="-eed"),
        pytest.param("use used uses using", id="a short word"),
        pytest.param("control controlled controlling", id="a doubled l"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("us", "use", id="short words"),
        pytest.param("feed", "fed", id="-eed that is no ending"),
        pytest.param("sing", "s", id="-ing with no vowel before it"),
        pytest.param("bill", "bile", id="a last l of a short word"),
        pytest.param("zürich", "zurich", id="letters of other alphabets stay"),
    ],
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("quote", "facets", "wanted"),
    [
        pytest.param("The mill closed.", {}, ["mil", "close"], id="verbs too, no grammar"),
        pytest.param("It cost $4,300.50.", {}, ["cost", "4300.50"], id="a number, comma undone"),
        pytest.param("Mill after mill.", {}, ["mil", "mil"], id="as often as it is said"),
        pytest.param("Read https://a.example/b-c now.", {}, ["read"], id="no addresses"),
        pytest.param("It shut.", {"claimant": "Ines Calder"}, ["shut", "in", "calder"], id="who"),
        pytest.param(
            "It shut.", {"claimant": "Mayor Calder"}, ["shut", "calder"], id="a title is none"
        ),
        pytest.param(
            "Norwegians came.",
            {"names": frozenset({"norway"})},
            ["norwegian", "came", "norwai"],
            id="a name that was read in it",
        ),
        pytest.param(
            "Mills shut.", {"words": frozenset({"mill"})}, ["mil", "shut"], id="no meaning twice"
        ),
    ],
)
def test_a_claim_is_found_by_what_it_says(
    quote: str, facets: dict[str, Any], wanted: list[str]
) -> None:
    bare = {"publication": a_publication(title=""), "claimant": None}
    claim = a_claim(quote=quote, **{**bare, **facets})

    assert [*keys(claim)] == wanted


def test_the_headline_counts_as_said() -> None:
    claim = a_claim(quote="It shut.", publication=a_publication(title="Quarry closes"))

    assert {"shut", "quari", "close"} <= {*keys(claim)}


def test_two_spellings_of_a_name_are_one_key() -> None:
    one, other = (a_claim(quote=f"{name} spoke.") for name in ("Varnovsky", "Varnovskyy"))

    assert keys(one) == keys(other)
