"""What people search for is found by all of its words and filters, and nothing hidden is."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session

from bot.claims.model import Origin
from bot.newsroom.query import Query
from bot.newsroom.status import Mark
from bot.newsroom.viewer import Viewer
from storage.library import FIRST_LOT, Library
from storage.tables import AliasRow, StatusRow
from tests.making import a_claim, a_publication
from tests.storage.shelf import CITY, NOW, SOURCES, WORLD, Shelf, an_entry, known

FLOOD = a_claim("C-1", claimant="Interior Ministry", via=("Telegram",), **known("flood", "toll"))
FIRE = a_claim("C-2", claimant="Міністерство", **known("fire", "toll"))
TIP = a_claim("C-3", claimant=None, **known("flood", "tip"))


def _search(shelf: Shelf, channel: Any = WORLD, limit: int = 10, **facets: Any) -> list[str]:
    library = Library(shelf.engine, lambda text: frozenset(text.split()))
    found = library.search(Viewer(channel), Query(**facets), limit)
    return [claim.id for claim in found]


def _fill(shelf: Shelf) -> None:
    march = a_publication(outlet="Courier", published=datetime(2026, 3, 3, tzinfo=UTC))
    april = a_publication(outlet="Gazette", published=datetime(2026, 4, 1, tzinfo=UTC))
    undated = replace(a_publication(outlet=""), published=None, origin=Origin.TYPED)
    shelf.file(WORLD, an_entry("A1", FLOOD, publication=march), ts="1.0")
    shelf.file(WORLD, an_entry("A2", FIRE, publication=april), ts="2.0")
    shelf.file(SOURCES, an_entry("A3", TIP, publication=undated, link=""), ts="3.0")


SEARCHES = [
    pytest.param({"words": "toll"}, ["C-2", "C-1"], id="newest publication first"),
    pytest.param({"words": "flood toll"}, ["C-1"], id="all of the words"),
    pytest.param({"words": "toll", "about": "fire"}, ["C-2"], id="about is words too"),
    pytest.param({"by": "ministry"}, ["C-1"], id="part of the claimant's name"),
    pytest.param({"by": "Міністерство"}, ["C-2"], id="a name in Cyrillic"),
    pytest.param({"by": "100%"}, [], id="a sign of the database's own"),
    pytest.param({"came_from": "telegram"}, ["C-1"], id="by way of"),
    pytest.param({"outlet": "gazette"}, ["C-2"], id="the outlet"),
    pytest.param({"since": date(2026, 3, 4)}, ["C-2"], id="since a day"),
    pytest.param({"status": Mark.UNVERIFIED}, ["C-2", "C-1"], id="marked by nobody"),
    pytest.param({"status": Mark.FALSE}, [], id="marked false by nobody"),
]


@pytest.mark.parametrize(("facets", "found"), SEARCHES)
def test_a_search_finds_what_meets_all_of_it(
    shelf: Shelf, facets: dict[str, Any], found: list[str]
) -> None:
    _fill(shelf)

    assert _search(shelf, **facets) == found


def test_what_is_hidden_is_not_found_and_what_is_undated_counts_by_its_reading(
    shelf: Shelf,
) -> None:
    _fill(shelf)

    assert _search(shelf, SOURCES, words="flood") == ["C-1", "C-3"]
    assert _search(shelf, CITY, words="flood") == ["C-1"]
    assert _search(shelf, SOURCES, words="tip", since=NOW.date()) == ["C-3"]


def test_a_page_begins_where_the_one_before_ended(shelf: Shelf) -> None:
    _fill(shelf)
    library = Library(shelf.engine, lambda text: frozenset(text.split()))

    pages = [library.search(Viewer(WORLD), Query(words="toll"), 1, at) for at in (0, 1, 2)]

    assert [[claim.id for claim in page] for page in pages] == [["C-2"], ["C-1"], []]


def test_only_the_newest_version_of_an_article_is_found(shelf: Shelf) -> None:
    _fill(shelf)
    newer = a_claim("C-9", **known("flood", "toll"))
    shelf.file(WORLD, an_entry("A9", newer, link="courier.example/A1", version=2), ts="9.0")

    assert _search(shelf, words="flood") == ["C-9"]


def test_the_newest_mark_that_was_not_undone_holds(shelf: Shelf) -> None:
    _fill(shelf)
    _mark(shelf, "confirmed", "K1")
    _mark(shelf, "false", "K2")
    _mark(shelf, "disputed", "K3", undone=True)

    assert _search(shelf, status=Mark.FALSE) == ["C-1"]
    assert _search(shelf, status=Mark.CONFIRMED) == []
    assert _search(shelf, status=Mark.UNVERIFIED) == ["C-2"]


def test_a_claimant_is_found_by_another_name_that_people_gave(shelf: Shelf) -> None:
    _fill(shelf)
    row = AliasRow(
        workspace="T1",
        channel="C1",
        public_when_recorded=True,
        alias="MVD",
        name="Interior Ministry",
        person="U1",
        said_at=NOW,
    )
    with Session(shelf.engine) as session, session.begin():
        session.add(row)

    assert _search(shelf, by="mvd") == ["C-1"]


def test_many_readings_are_gone_through_in_lots_the_newest_first_and_undated_ones_last(
    shelf: Shelf,
) -> None:
    dates = [datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=n) for n in range(FIRST_LOT + 1)]
    places = [a_publication(outlet="Courier", published=day) for day in (None, *dates)]
    claims = [a_claim(f"C-{n}", claimant="The mayor") for n in range(len(places))]
    shelf.file(
        WORLD,
        *(
            an_entry(f"A{n}", claim, publication=place)
            for n, (claim, place) in enumerate(zip(claims, places, strict=True))
        ),
    )

    found = _search(shelf, limit=len(claims), by="mayor")

    assert found == [*(f"C-{n}" for n in range(FIRST_LOT + 1, 0, -1)), "C-0"]


def _mark(shelf: Shelf, status: str, key: str, *, undone: bool = False) -> None:
    """Mark the first claim, whose row is the first."""
    row = StatusRow(
        workspace="T1",
        channel="C1",
        public_when_recorded=True,
        claim=1,
        status=status,
        person="U1",
        marked_at=NOW,
        note="",
        link="",
        key=key,
        undone=undone,
    )
    with Session(shelf.engine) as session, session.begin():
        session.add(row)
