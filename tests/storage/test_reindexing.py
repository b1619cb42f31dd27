"""A channel that closes or opens is indexed anew in portions; look-up is right meanwhile."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from sqlalchemy import func, select
from sqlmodel import col

from bot.claims.model import Claim
from bot.newsroom.channel import Channel, Kind
from bot.newsroom.viewer import Viewer
from storage.archive import Archive
from storage.database import opened, writing
from storage.places import Places
from storage.portions import AT_ONCE, CLAIMS_AT_ONCE
from storage.sight import Sight
from storage.tables import ChannelRow, KeyCountRow, KeyedRow, KeyRow
from tests.making import a_claim
from tests.storage.shelf import CITY, NOW, SOURCES, WORLD, Shelf, an_entry, keys_of, known

MANY = AT_ONCE + 2  # articles: two portions
EVERY = [f"C-{n}" for n in reversed(range(MANY))]
CLOSED = replace(WORLD, kind=Kind.PRIVATE)
SHARED = replace(WORLD, outsiders=True)


def _file(shelf: Shelf) -> None:
    entries = [an_entry(f"A{n}", a_claim(f"C-{n}", **known("flood"))) for n in range(MANY)]
    shelf.file(WORLD, *entries)
    shelf.archive.keep_channel(CITY)
    shelf.archive.keep_channel(SOURCES)


def _closed_before(shelf: Shelf) -> None:
    shelf.archive.keep_channel(CLOSED)
    shelf.archive.catch_up()
    shelf.archive.keep_channel(WORLD)


@pytest.mark.parametrize(
    ("change", "now", "others"),
    [
        pytest.param(lambda shelf: Places(shelf.engine).saw(CLOSED), CLOSED, [], id="closes"),
        pytest.param(lambda shelf: Places(shelf.engine).saw(SHARED), SHARED, [], id="is shared"),
        pytest.param(_closed_before, WORLD, EVERY, id="opens"),
    ],
)
def test_from_the_change_on_everybody_finds_what_he_may_see_and_no_more(
    shelf: Shelf, change: Callable[[Shelf], object], now: Channel, others: Sequence[str]
) -> None:
    _file(shelf)
    change(shelf)

    found = [_found(shelf, now)]
    while shelf.archive.index_some():
        found.append(_found(shelf, now))

    assert found == [(EVERY, others, others)] * 3
    assert _late(shelf) == []
    _assert_counts_are_true(shelf, MANY)


def _found(shelf: Shelf, now: Channel) -> tuple[list[str], list[str], list[str]]:
    own, city, sources = (shelf.ids(one, "flood", limit=50) for one in (now, CITY, SOURCES))
    return own, city, sources


def test_claims_of_a_channel_that_closed_crowd_out_nobody_before_they_are_indexed_anew(
    shelf: Shelf,
) -> None:
    shelf.file(CITY, an_entry("A1", a_claim("C-CITY", **known("flood", "mayor", "bridge"))))
    near = [a_claim(f"C-{n}", **known("flood", "dam")) for n in range(120)]  # nearer, and newer
    shelf.file(WORLD, an_entry("A2", *near))

    shelf.archive.keep_channel(CLOSED)

    assert shelf.ids(SOURCES, "flood", "dam", limit=5) == ["C-CITY"]


def test_what_is_filed_meanwhile_is_found_and_stays_so(shelf: Shelf) -> None:
    _file(shelf)
    shelf.archive.keep_channel(CLOSED)
    shelf.archive.index_some()

    shelf.file(CLOSED, an_entry("A-NEW", a_claim("C-NEW", **known("flood"))))

    assert shelf.ids(CLOSED, "flood", limit=50) == ["C-NEW", *EVERY]
    shelf.archive.catch_up()
    assert shelf.ids(CLOSED, "flood", limit=50) == ["C-NEW", *EVERY]
    assert shelf.ids(CITY, "flood") == []


def test_another_process_goes_on_after_a_break_off_between_portions(
    shelf: Shelf, database_url: str
) -> None:
    _file(shelf)
    shelf.archive.keep_channel(CLOSED)
    shelf.archive.index_some()
    asked = list[str]()

    def noting(claim: Claim) -> Sequence[str]:
        asked.append(claim.id)
        return [*keys_of(claim)]

    shelf.engine.dispose()
    with opened(database_url) as engine:
        Archive(engine, noting, lambda: NOW).catch_up()

    assert asked == [f"C-{n}" for n in range(AT_ONCE, MANY)]
    _assert_counts_are_true(shelf, MANY)


def test_a_portion_that_breaks_off_is_done_as_a_whole_later(shelf: Shelf) -> None:
    _file(shelf)
    shelf.archive.keep_channel(CLOSED)

    def dying(claim: Claim) -> Sequence[str]:
        if claim.id == "C-5":
            raise ConnectionError("killed here")
        return ["other"]

    with pytest.raises(ConnectionError):
        Archive(shelf.engine, dying, lambda: NOW).index_some()

    assert shelf.ids(CLOSED, "flood", limit=50) == EVERY
    assert _late(shelf) == [WORLD.id]
    shelf.archive.catch_up()
    assert shelf.ids(CLOSED, "flood", limit=50) == EVERY
    assert shelf.ids(CLOSED, "other") == []


def test_a_change_of_mind_half_way_begins_again(shelf: Shelf) -> None:
    _file(shelf)
    shelf.archive.keep_channel(CLOSED)
    shelf.archive.index_some()

    shelf.archive.keep_channel(WORLD)

    assert shelf.ids(CITY, "flood", limit=50) == EVERY
    shelf.archive.catch_up()
    assert shelf.ids(CITY, "flood", limit=50) == EVERY
    _assert_counts_are_true(shelf, MANY)


def test_settings_that_change_meanwhile_leave_it_going_on(shelf: Shelf) -> None:
    _file(shelf)
    shelf.archive.keep_channel(CLOSED)
    shelf.archive.index_some()

    shelf.archive.keep_channel(replace(CLOSED, sensitive=True))

    assert _late(shelf) == [WORLD.id]


def test_a_channel_with_another_id_is_found_under_it_after_a_break_off(shelf: Shelf) -> None:
    _file(shelf)
    shelf.archive.keep_channel(CLOSED)
    shelf.archive.catch_up()

    Places(shelf.engine).moved("T1", WORLD.id, "C77")
    Archive(shelf.engine, keys_of, lambda: NOW).catch_up()

    assert shelf.ids(replace(CLOSED, id="C77"), "flood", limit=50) == EVERY
    assert shelf.ids(CLOSED, "flood") == []


def test_a_small_channel_does_not_wait_for_a_large_one(shelf: Shelf) -> None:
    _file(shelf)
    shelf.file(CITY, an_entry("A-CITY", a_claim("C-CITY", **known("flood"))))
    shelf.archive.keep_channel(CLOSED)
    shelf.archive.index_some()

    shelf.archive.keep_channel(replace(CITY, kind=Kind.PRIVATE))
    shelf.archive.index_some()

    assert _late(shelf) == [WORLD.id]


def test_articles_of_many_claims_make_a_portion_of_fewer(shelf: Shelf) -> None:
    half = CLAIMS_AT_ONCE // 2 + 1
    for article in "ABC":
        claims = [a_claim(f"C-{article}{n}", **known("flood")) for n in range(half)]
        shelf.file(WORLD, an_entry(article, *claims))
    shelf.archive.keep_channel(CLOSED)

    portions = 0
    while shelf.archive.index_some():
        portions += 1

    assert portions == 3


def _late(shelf: Shelf) -> list[str]:
    asked = select(col(ChannelRow.id)).where(col(ChannelRow.indexed_to).is_not(None))
    with writing(shelf.engine).connect() as connection:
        return [*connection.scalars(asked)]


def _assert_counts_are_true(shelf: Shelf, claims: int) -> None:
    counted = select(col(KeyRow.key), func.count()).group_by(col(KeyRow.key))
    kept = select(col(KeyCountRow.key), col(KeyCountRow.claims))
    with Sight(shelf.engine, Viewer(CITY)) as session:
        assert sorted(map(tuple, session.execute(counted))) == sorted(
            map(tuple, session.execute(kept))
        )
    assert shelf.count(KeyedRow) == claims
