"""Which claims are found by their keys, in which order, and how many at most."""

from collections.abc import Sequence

import pytest

from storage.search import NEWEST_PER_KEY, scoped
from tests.making import a_claim
from tests.storage.shelf import CITY, SOURCES, WORLD, Shelf, an_entry, known


def _file(shelf: Shelf, rows: Sequence[Sequence[str]]) -> None:
    claims = [a_claim(f"C-{n}", **known(*words)) for n, words in enumerate(rows, 1)]
    shelf.file(WORLD, an_entry("A1", *claims))


@pytest.mark.parametrize(
    ("rows", "asked", "found"),
    [
        pytest.param([], ["flood"], [], id="nothing on record"),
        pytest.param([["flood"]], ["fire"], [], id="no key shared"),
        pytest.param([["flood"]], [], [], id="no key asked for"),
        pytest.param([["flood"], ["flood"]], ["flood"], ["C-2", "C-1"], id="newest first"),
        pytest.param(
            [["flood", "dam"], ["flood"]], ["flood", "dam"], ["C-1", "C-2"], id="most shared first"
        ),
        pytest.param(
            [["rare"], ["flood"], ["flood"], ["flood"]],
            ["flood", "rare"],
            ["C-1", "C-4", "C-3", "C-2"],
            id="a rare key counts for more",
        ),
        pytest.param([["flood"]], ["flood", "flood"], ["C-1"], id="a key given twice"),
        pytest.param([["Überschwemmung 😀"]], ["Überschwemmung 😀"], ["C-1"], id="any letters"),
    ],
)
def test_candidates_come_most_and_rarest_shared_first(
    shelf: Shelf, rows: Sequence[Sequence[str]], asked: Sequence[str], found: Sequence[str]
) -> None:
    _file(shelf, rows)

    assert shelf.ids(CITY, *asked) == found


def test_no_more_candidates_come_than_were_asked_for(shelf: Shelf) -> None:
    _file(shelf, [["flood"]] * 5)

    assert shelf.ids(CITY, "flood", limit=2) == ["C-5", "C-4"]


def test_a_key_of_very_many_claims_yields_its_newest_only(shelf: Shelf) -> None:
    _file(shelf, [["said"]] * (NEWEST_PER_KEY + 10))

    found = shelf.ids(CITY, "said", limit=1000)

    assert len(found) == NEWEST_PER_KEY
    assert "C-10" not in found
    assert "C-11" in found


def test_a_whole_article_may_ask_with_thousands_of_keys(shelf: Shelf) -> None:
    _file(shelf, [["flood"], ["dam"]])

    assert shelf.ids(CITY, "flood", *(f"word {n}" for n in range(3000))) == ["C-1"]


def test_hidden_claims_do_not_change_what_counts_as_rare(shelf: Shelf) -> None:
    _file(shelf, [["flood"], ["dam"], ["dam"]])
    hidden = [a_claim(f"C-H{n}", **known("flood")) for n in range(20)]

    shelf.file(SOURCES, an_entry("A2", *hidden))

    assert shelf.ids(CITY, "flood", "dam") == ["C-1", "C-3", "C-2"]


def test_the_same_key_hashes_otherwise_in_each_scope_and_fits_63_bits() -> None:
    hashes = {scoped(scope, f"key {n}") for scope in ("a", "b", "") for n in range(1000)}

    assert len(hashes) == 3000
    assert all(0 <= one < 2**63 for one in hashes)
