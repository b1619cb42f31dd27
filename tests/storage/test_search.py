"""Which claims are found by their keys, in which order, and how many at most."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from sqlalchemy import func, select, update
from sqlmodel import col

from bot.claims.model import Claim
from bot.newsroom.channel import Kind
from bot.newsroom.filing import Filing
from bot.newsroom.viewer import Viewer
from storage import search
from storage.archive import Archive
from storage.database import writing
from storage.indexing import scoped
from storage.search import NEWEST_PER_KEY
from storage.sight import Sight
from storage.tables import ChannelRow, KeyCountRow, KeyedRow, KeyRow
from tests.making import a_claim
from tests.storage.shelf import CITY, NOW, SOURCES, WORLD, Shelf, a_post, an_entry, known


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
        pytest.param(
            [["flood", "dam"], ["flood", "dam", "mayor", "bridge"]],
            ["flood"],
            ["C-1", "C-2"],
            id="a short claim before a long one",
        ),
        pytest.param([["Überschwemmung 😀"]], ["Überschwemmung 😀"], ["C-1"], id="any letters"),
    ],
)
def test_candidates_come_most_and_rarest_shared_first(
    shelf: Shelf, rows: Sequence[Sequence[str]], asked: Sequence[str], found: Sequence[str]
) -> None:
    _file(shelf, rows)

    assert shelf.ids(CITY, *asked) == found


def test_what_the_channel_has_itself_is_not_found_again_in_another(shelf: Shelf) -> None:
    for channel, name in ((WORLD, "C-W"), (CITY, "C-C")):
        shelf.file(channel, an_entry(f"A{name}", a_claim(name, **known("flood"))))

    assert shelf.ids(WORLD, "flood") == ["C-W"]
    assert shelf.ids(CITY, "flood") == ["C-C"]
    assert shelf.ids(SOURCES, "flood") == ["C-C", "C-W"]


def test_no_more_candidates_come_than_were_asked_for(shelf: Shelf) -> None:
    _file(shelf, [["flood"]] * 5)

    assert shelf.ids(CITY, "flood", limit=2) == ["C-5", "C-4"]


def test_a_key_of_very_many_claims_yields_its_newest_and_what_rarer_ones_bring(
    shelf: Shelf,
) -> None:
    _file(shelf, [["dam", "said"], ["dam", "mill"], *[["said"]] * (NEWEST_PER_KEY + 10)])

    with Sight(shelf.engine, Viewer(CITY)) as session:
        newest = search.ranking(session, ["said"], NEWEST_PER_KEY + 10)

    assert len(newest) == NEWEST_PER_KEY
    assert max(newest) - min(newest) == NEWEST_PER_KEY - 1
    assert shelf.ids(CITY, "dam", "said")[0] == "C-1"  # "said" counts, though it is too old for it


def test_what_is_said_twice_counts_for_more(shelf: Shelf) -> None:
    archive = Archive(shelf.engine, _repeating, lambda: NOW)
    claims = [a_claim("C-1", "flood flood dam mill"), a_claim("C-2", "flood dam mill quay")]
    archive.file(Filing(shelf.leased(a_post()), WORLD, entries=(an_entry("A1", *claims),)))

    assert shelf.ids(CITY, "flood") == ["C-1", "C-2"]


def _repeating(claim: Claim) -> Sequence[str]:
    return claim.quote.split()


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


def _indexed(shelf: Shelf) -> tuple[dict[int, int], dict[int, int]]:
    """Give how many claims stand under each key, as counted now and as kept."""
    counted = select(col(KeyRow.key), func.count()).group_by(col(KeyRow.key))
    kept = select(col(KeyCountRow.key), col(KeyCountRow.claims))
    with Sight(shelf.engine, Viewer(CITY)) as session:
        now, then = ({key: n for key, n in session.execute(asked)} for asked in (counted, kept))  # noqa: C416 - rows are no pairs to mypy
    return now, then


def _file_two(shelf: Shelf) -> None:
    _file(shelf, [["flood", "dam"], ["flood"]])


def _file_again(shelf: Shelf) -> None:
    _file_two(shelf)
    shelf.file(WORLD, an_entry("A2", a_claim("C-9", **known("flood", "mill")), version=2))


def _withdraw(shelf: Shelf) -> None:
    _file_two(shelf)
    shelf.file(WORLD, withdrawn=("A1",))


def _close(shelf: Shelf) -> None:
    _file_two(shelf)
    shelf.archive.keep_channel(replace(WORLD, kind=Kind.PRIVATE))


@pytest.mark.parametrize(
    ("done", "claims"),
    [
        pytest.param(_file_two, 2, id="filed"),
        pytest.param(_file_again, 3, id="more filed"),
        pytest.param(_withdraw, 0, id="withdrawn"),
        pytest.param(_close, 2, id="closed to others"),
    ],
)
def test_the_counts_of_keys_are_true(
    shelf: Shelf, done: Callable[[Shelf], None], claims: int
) -> None:
    done(shelf)

    counted, kept = _indexed(shelf)
    assert kept == counted
    assert shelf.count(KeyedRow) == claims


def _as_after_a_release(shelf: Shelf) -> None:
    """Leave an index that nothing is in, as a step does after which the keys are others."""
    shelf.empty(KeyRow, KeyedRow)
    with writing(shelf.engine).begin() as connection:
        connection.execute(update(ChannelRow).values(indexed_to=0))


def test_claims_that_are_in_no_index_are_found_after_catching_up(shelf: Shelf) -> None:
    _file(shelf, [["flood"]])
    shelf.file(SOURCES, an_entry("A2", a_claim("C-S", "A levee broke.", **known("flood"))))
    _as_after_a_release(shelf)
    assert shelf.ids(CITY, "flood") == []

    shelf.archive.catch_up()

    assert shelf.ids(CITY, "flood") == ["C-1"]
    assert shelf.ids(SOURCES, "flood") == ["C-S", "C-1"]
    assert not shelf.archive.index_some()
