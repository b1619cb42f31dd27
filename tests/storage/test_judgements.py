"""What people decide about claims, on both kinds of database."""

from datetime import timedelta

import pytest

from bot.newsroom.act import Deed
from bot.newsroom.aliases import Alias
from bot.newsroom.channel import Channel
from bot.newsroom.edit import Edit, Facet
from bot.newsroom.judgement import Same
from bot.newsroom.post import LetterKind
from bot.newsroom.status import Mark, Status
from bot.newsroom.undo import Undo
from bot.newsroom.viewer import Viewer
from bot.newsroom.watch import Mute
from storage.judgements import Judgements
from tests.making import a_claim, a_link
from tests.storage.judged import LATER, QUOTE, filed
from tests.storage.shelf import (
    CITY,
    NOW,
    PARTNERS,
    SOURCES,
    WORLD,
    Shelf,
    a_letter,
    a_post,
    a_whole_claim,
    an_entry,
)


@pytest.fixture
def judgements(shelf: Shelf) -> Judgements:
    return Judgements(shelf.engine)


def a_status(mark: Mark = Mark.FALSE, claim: str = "C-1", person: str = "U1") -> Status:
    return Status(claim, mark, person, NOW, "the register says 12", "https://register.example/1")


def seen(judgements: Judgements, claim: str = "C-1", channel: Channel = WORLD) -> Status | None:
    found = judgements.of(Viewer(channel), [claim])
    return found[claim].status if claim in found else None


def test_the_newest_mark_that_was_not_undone_holds(shelf: Shelf, judgements: Judgements) -> None:
    filed(shelf)
    world = Viewer(WORLD)

    assert judgements.mark(world, a_status(Mark.DISPUTED), "K1")
    assert judgements.mark(world, a_status(Mark.FALSE), "K2")
    assert seen(judgements) == a_status(Mark.FALSE)

    assert judgements.undo(world, Undo(Deed.MARKED, "K2", "C-1", "U1", NOW), NOW) == ("C-1",)
    assert seen(judgements) == a_status(Mark.DISPUTED)
    assert judgements.of(world, ["C-2"]) == {}


def test_a_mark_is_set_once_however_often_its_event_comes(
    shelf: Shelf, judgements: Judgements
) -> None:
    filed(shelf)

    for _ in range(3):
        assert judgements.mark(Viewer(WORLD), a_status(), "K1")

    assert [act.detail for act in judgements.trail(Viewer(WORLD), "C-1")] == ["marked false"]


def test_nobody_takes_back_what_another_person_said(shelf: Shelf, judgements: Judgements) -> None:
    filed(shelf)
    judgements.mark(Viewer(WORLD), a_status(), "K1")

    assert judgements.undo(Viewer(WORLD), Undo(Deed.MARKED, "K1", "C-1", "U2", NOW), NOW) == ()
    assert seen(judgements) is not None


@pytest.mark.parametrize(
    ("where", "sees"),
    [
        ((WORLD, WORLD, CITY), True),
        ((WORLD, SOURCES, CITY), False),
        ((WORLD, SOURCES, WORLD), False),
        ((WORLD, SOURCES, SOURCES), True),
        ((SOURCES, SOURCES, WORLD), False),
        ((WORLD, WORLD, PARTNERS), False),
    ],
    ids=lambda value: " ".join(c.name for c in value) if isinstance(value, tuple) else str(value),
)
def test_a_mark_shows_where_it_was_set_and_where_the_rule_lets_it(
    shelf: Shelf,
    judgements: Judgements,
    where: tuple[Channel, Channel, Channel],
    sees: bool,  # noqa: FBT001 - a table
) -> None:
    recorded, marked, reader = where
    for channel in where:
        shelf.archive.keep_channel(channel)
    filed(shelf, recorded)

    assert judgements.mark(Viewer(marked), a_status(), "K1")

    assert (seen(judgements, channel=reader) is not None) is sees
    acts = [act for act in judgements.trail(Viewer(reader), "C-1") if act.deed is Deed.MARKED]
    assert bool(acts) is sees


def test_what_is_not_seen_cannot_be_judged(shelf: Shelf, judgements: Judgements) -> None:
    filed(shelf, SOURCES)
    world = Viewer(WORLD)

    assert not judgements.mark(world, a_status(), "K1")
    wrong = Edit("C-1", Facet.CLAIMANT, "ministry", "mayor", "U1", NOW)
    assert not judgements.edit(world, [wrong], "K2")
    assert not judgements.pair(world, Deed.PARTED, ("C-2", "C-1"), "U1", NOW)
    assert not judgements.mute(world, Mute("T1", "C1", "C-1", "U1", NOW))
    assert judgements.as_read(world, "C-1") is None
    assert judgements.trail(world, "C-1") == ()


def test_a_new_version_of_the_article_reopens_its_claims(
    shelf: Shelf, judgements: Judgements
) -> None:
    shelf.file(WORLD, an_entry("A1", a_claim("C-1", QUOTE), link="l"), ts="1.0")
    judgements.mark(Viewer(WORLD), a_status(), "K1")
    again = an_entry("A2", a_claim("C-9", QUOTE), link="l", version=2)
    shelf.file(WORLD, again, ts="2.0")

    found = judgements.of(Viewer(WORLD), ["C-1", "C-9"])

    assert {
        claim: judged.status and judged.status.outdated for claim, judged in found.items()
    } == {
        "C-1": True,
        "C-9": True,
    }
    judgements.mark(Viewer(WORLD), a_status(claim="C-9"), "K2")
    now = seen(judgements, "C-9")
    assert now is not None
    assert not now.outdated


def test_a_pair_is_parted_or_the_same_and_never_both(shelf: Shelf, judgements: Judgements) -> None:
    filed(shelf)
    world, pair = Viewer(WORLD), ("C-2", "C-1")

    assert judgements.pair(world, Deed.PARTED, pair, "U1", NOW)
    assert shelf.archive.links_of(world, "C-1") == ()
    assert judgements.pair(world, Deed.JOINED, pair, "U2", NOW)
    assert len(shelf.archive.links_of(world, "C-1")) == 1
    assert judgements.of(world, ["C-1", "C-2"])["C-1"].same == (Same("C-2", "U2"),)

    taken_back = judgements.undo(world, Undo(Deed.JOINED, "C-2 C-1", "C-2", "U2", NOW), NOW)
    assert taken_back == ("C-2", "C-1")
    assert judgements.of(world, ["C-1", "C-2"]) == {}
    details = [act.detail for act in judgements.trail(world, "C-1")]
    assert details == ["joined", "called the same as C-2", "parted from C-2"]


def test_what_was_said_of_a_pair_can_be_let_go_by_anybody_at_any_time(
    shelf: Shelf, judgements: Judgements
) -> None:
    filed(shelf)
    world, pair = Viewer(WORLD), ("C-2", "C-1")
    judgements.pair(world, Deed.PARTED, pair, "U1", NOW)
    ((later, earlier),) = judgements.parted(world, ["C-1"])
    assert (later.id, earlier.id) == pair
    assert judgements.parted(Viewer(PARTNERS), ["C-1"]) == ()

    assert judgements.separate(world, Deed.PARTED, ("C-1", "C-2"), "U2", NOW)
    assert not judgements.separate(world, Deed.PARTED, pair, "U2", NOW)
    assert not judgements.separate(world, Deed.PARTED, ("C-1", "C-99"), "U2", NOW)
    assert judgements.parted(world, ["C-1", "C-2"]) == ()
    assert len(shelf.archive.links_of(world, "C-1")) == 1


def test_a_claim_is_no_pair_with_itself(shelf: Shelf, judgements: Judgements) -> None:
    filed(shelf)

    assert not judgements.pair(Viewer(WORLD), Deed.JOINED, ("C-1", "C-1"), "U1", NOW)


def test_a_mute_takes_in_all_that_hangs_together_in_that_channel_alone(
    shelf: Shelf, judgements: Judgements
) -> None:
    filed(shelf)
    shelf.file(WORLD, an_entry("A3", a_whole_claim("C-3")), ts="3.0")
    world = Viewer(WORLD)
    week = NOW + timedelta(days=7)

    assert judgements.mute(world, Mute("T1", "C1", "C-1", "U1", NOW, week))

    assert judgements.muted(world, NOW) == {"C-1", "C-2"}
    assert judgements.muted(Viewer(CITY), NOW) == frozenset()
    assert judgements.muted(world, week) == frozenset()

    judgements.mute(world, Mute("T1", "C1", "C-1", "U1", NOW))
    assert judgements.muted(world, week) == {"C-1", "C-2"}
    assert judgements.unmute(world, "C-2", "U2", NOW)
    assert not judgements.unmute(world, "C-2", "U2", NOW)
    assert judgements.muted(world, NOW) == frozenset()


def test_parted_claims_do_not_hang_together(shelf: Shelf, judgements: Judgements) -> None:
    filed(shelf)
    world = Viewer(WORLD)
    judgements.pair(world, Deed.PARTED, ("C-2", "C-1"), "U1", NOW)
    judgements.mute(world, Mute("T1", "C1", "C-1", "U1", NOW))

    assert judgements.muted(world, NOW) == {"C-1"}
    assert judgements.undo(world, Undo(Deed.MUTED, "C-1", "C-1", "U1", NOW), NOW) == ("C-1",)
    assert judgements.muted(world, NOW) == frozenset()


def test_the_replies_that_show_a_claim_are_found_once_sent(
    shelf: Shelf, judgements: Judgements
) -> None:
    filed(shelf)
    world = Viewer(WORLD)
    assert judgements.replies_with(world, ["C-1"]) == ()

    posting = shelf.outbox.take(NOW, 60)
    assert posting is not None
    shelf.outbox.posted(posting, "2.5", NOW)

    assert judgements.replies_with(world, ["C-1"]) == (a_post("2.0"),)
    assert judgements.replies_with(world, ["C-2"]) == (a_post("2.0"),)
    assert judgements.replies_with(Viewer(SOURCES), ["C-1"]) == ()
    assert judgements.replies_with(world, []) == ()


def test_replies_in_channels_that_the_judge_cannot_see_are_put_right_too(
    shelf: Shelf, judgements: Judgements
) -> None:
    shelf.archive.keep_channel(SOURCES)
    first = a_claim("C-1", QUOTE)
    shelf.file(WORLD, an_entry("A1", first), ts="1.0")
    link = a_link(a_claim("C-2", LATER), first)
    letter = a_letter("E2/brief", a_post("2.0", SOURCES), kind=LetterKind.BRIEF)
    entry = an_entry("A2", link.later, links=(link,))
    shelf.file(SOURCES, entry, ts="2.0", letters=(letter,))
    posting = shelf.outbox.take(NOW, 60)
    assert posting is not None
    shelf.outbox.posted(posting, "2.5", NOW)

    assert judgements.replies_with(Viewer(WORLD), ["C-1"]) == (a_post("2.0", SOURCES),)


def test_aliases_are_kept_by_scope_and_let_go(shelf: Shelf, judgements: Judgements) -> None:
    for channel in (WORLD, SOURCES):
        shelf.archive.keep_channel(channel)
    judgements.keep_alias(Viewer(WORLD), Alias("L. Orsk", "Lena Orsk", "U1", NOW))
    judgements.keep_alias(Viewer(SOURCES), Alias("the source", "Kai Brenn", "U1", NOW))
    judgements.keep_alias(Viewer(WORLD), Alias("l. orsk", "Lena Orsk-Brenn", "U2", NOW))

    assert judgements.aliases(Viewer(CITY)).known_as("L. Orsk") == "Lena Orsk-Brenn"
    assert len(judgements.aliases(Viewer(CITY)).all) == 1
    assert judgements.aliases(Viewer(SOURCES)).known_as("the source") == "Kai Brenn"
    assert judgements.forget_alias(Viewer(CITY), "L. ORSK")
    assert not judgements.forget_alias(Viewer(CITY), "the source")
    assert judgements.aliases(Viewer(CITY)).all == ()


def test_claimants_on_record_are_named_newest_first(shelf: Shelf, judgements: Judgements) -> None:
    filed(shelf)
    shelf.file(WORLD, an_entry("A3", a_claim("C-3", claimant="내무부")), ts="3.0")

    assert judgements.claimants(Viewer(WORLD)) == ("내무부", "ministry")
    assert judgements.claimants(Viewer(PARTNERS)) == ()
