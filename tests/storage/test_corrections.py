"""What people correct of claims, on both kinds of database."""

import pytest

from bot.claims.model import DifferenceKind
from bot.newsroom.act import Deed
from bot.newsroom.edit import Edit, Facet
from bot.newsroom.query import Query
from bot.newsroom.status import Mark, Status
from bot.newsroom.undo import Undo
from bot.newsroom.viewer import Viewer
from storage.judgements import Judgements
from storage.library import Library
from tests.making import a_claim
from tests.storage.judged import LATER, QUOTE, filed
from tests.storage.shelf import NOW, SOURCES, WORLD, Shelf, an_entry


@pytest.fixture
def judgements(shelf: Shelf) -> Judgements:
    return Judgements(shelf.engine)


def an_edit(after: str, facet: Facet = Facet.CLAIMANT, claim: str = "C-1", at: int = 0) -> Edit:
    return Edit(claim, facet, "ministry", after, "U1", NOW, at)


def test_an_edit_lies_over_the_claim_wherever_it_is_shown(
    shelf: Shelf, judgements: Judgements
) -> None:
    filed(shelf)
    world = Viewer(WORLD)

    assert judgements.edit(world, [an_edit("mayor"), an_edit("15 people", Facet.FIGURE)], "K1")

    claim = shelf.archive.claim(world, "C-1")
    assert claim is not None
    assert (claim.claimant, claim.figures[0].low) == ("mayor", 15)
    (candidate,) = shelf.archive.candidates(world, ["ministry"], 5) or (claim,)
    assert candidate.claimant == "mayor"
    read = judgements.as_read(world, "C-1")
    assert read is not None
    assert (read[0].claimant, len(read[1])) == ("ministry", 2)

    assert judgements.undo(world, Undo(Deed.EDITED, "K1", "C-1", "U1", NOW), NOW) == ("C-1",)
    assert shelf.archive.claim(world, "C-1") == read[0]


def test_links_of_an_edited_claim_are_compared_anew_and_its_checks_rest(
    shelf: Shelf, judgements: Judgements
) -> None:
    filed(shelf)
    before = shelf.archive.brief(Viewer(WORLD), "A2")
    assert before is not None
    assert len(before.checks) == 1

    judgements.edit(Viewer(WORLD), [an_edit("mayor")], "K1")

    brief = shelf.archive.brief(Viewer(WORLD), "A2")
    assert brief is not None
    kinds = {difference.kind for difference in brief.links[0].differences}
    assert DifferenceKind.CLAIMANT in kinds
    assert len(brief.checks) == 1  # who says it changes no sum

    judgements.edit(Viewer(WORLD), [an_edit("", Facet.FIGURE)], "K2")

    brief = shelf.archive.brief(Viewer(WORLD), "A2")
    assert brief is not None
    assert brief.checks == ()
    assert DifferenceKind.FIGURE not in {d.kind for d in brief.links[0].differences}


def test_an_edit_holds_for_the_same_quote_in_later_versions_and_not_in_earlier_ones(
    shelf: Shelf, judgements: Judgements
) -> None:
    world = Viewer(WORLD)
    shelf.file(WORLD, an_entry("A1", a_claim("C-1", QUOTE), link="l"), ts="1.0")
    shelf.file(WORLD, an_entry("A2", a_claim("C-2", QUOTE), link="l", version=2), ts="2.0")
    judgements.edit(world, [an_edit("mayor", claim="C-2")], "K1")
    both = a_claim("C-3", QUOTE), a_claim("C-4", LATER)
    shelf.file(WORLD, an_entry("A3", *both, link="l", version=3), ts="3.0")

    said = [shelf.archive.claim(world, f"C-{n}") for n in range(1, 5)]

    assert [claim and claim.claimant for claim in said] == [
        "ministry",
        "mayor",
        "mayor",
        "ministry",
    ]


def test_an_edit_of_a_private_channel_changes_nothing_elsewhere(
    shelf: Shelf, judgements: Judgements
) -> None:
    filed(shelf)

    judgements.edit(Viewer(SOURCES), [an_edit("mayor")], "K1")

    claims = [shelf.archive.claim(Viewer(channel), "C-1") for channel in (WORLD, SOURCES)]
    assert [claim and claim.claimant for claim in claims] == ["ministry", "mayor"]


def test_a_claim_is_searched_by_the_claimant_that_a_person_put_in_place(
    shelf: Shelf, judgements: Judgements
) -> None:
    filed(shelf)
    library = Library(shelf.engine, lambda text: text.lower().split())
    judgements.edit(Viewer(SOURCES), [an_edit("Kai Brenn")], "K1")
    assert library.search(Viewer(WORLD), Query(by="brenn"), 5) == ()

    judgements.edit(Viewer(WORLD), [an_edit("Kai Brenn")], "K2")

    assert [one.id for one in library.search(Viewer(WORLD), Query(by="brenn"), 5)] == ["C-1"]


def test_a_search_by_mark_goes_by_the_marks_that_the_viewer_may_see(
    shelf: Shelf, judgements: Judgements
) -> None:
    filed(shelf)
    library = Library(shelf.engine, lambda text: text.lower().split())
    judgements.mark(Viewer(WORLD), Status("C-1", Mark.FALSE, "U1", NOW), "K1")
    judgements.mark(Viewer(SOURCES), Status("C-1", Mark.DISPUTED, "U1", NOW), "K2")

    found = library.search(Viewer(WORLD), Query(status=Mark.FALSE), 5)

    assert [one.id for one in found] == ["C-1"]
    assert library.search(Viewer(SOURCES), Query(status=Mark.FALSE), 5) == ()
