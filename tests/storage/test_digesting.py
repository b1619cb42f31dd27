"""What a channel's digest is made of: its own stories and those it watches, and what it told."""

from datetime import date, timedelta

import pytest

from bot.claims.digest import announced, digest
from bot.claims.digest.items import Story
from bot.claims.model import When
from bot.newsroom.act import Deed
from bot.newsroom.channel import Channel
from bot.newsroom.digestday import DigestKind, DigestState
from bot.newsroom.localday import due
from bot.newsroom.outcome import Came, Settlement
from bot.newsroom.undo import Undo
from bot.newsroom.viewer import Viewer
from bot.newsroom.watch import Watch, WatchKind
from storage.days import Days
from storage.digesting import Digests
from storage.judgements import Judgements
from storage.outbox import Outbox
from storage.watches import Watches
from tests.making import a_claim, a_link
from tests.storage.shelf import CITY, NOW, SOURCES, WORLD, Shelf, a_letter, an_entry

DAY = timedelta(days=1)
FRIDAY, SATURDAY = date(2026, 3, 6), date(2026, 3, 7)
BRIDGE = "The bridge will reopen on Friday."


@pytest.fixture
def digests(shelf: Shelf) -> Digests:
    return Digests(shelf.engine)


def opening(claim_id: str = "C-OPEN") -> Story:
    """Stand for nothing: only its claim counts."""
    return Story(claims=(a_claim(claim_id, BRIDGE, when=When(FRIDAY, FRIDAY, "on Friday")),))


def file_opening(shelf: Shelf, channel: Channel = WORLD, claim_id: str = "C-OPEN") -> None:
    shelf.file(channel, an_entry(f"A{claim_id}", *opening(claim_id).claims))


def found(digests: Digests, channel: Channel, days: int = 1) -> list[str]:
    """Return the claims of all stories of a channel whose digest looks so many days back."""
    told = digests.stories(Viewer(channel), NOW - days * DAY, NOW + DAY, date(2026, 3, 4))
    return sorted(claim.id for story in told for claim in story.claims)


def test_a_digest_is_made_of_what_was_recorded_in_its_channel(
    shelf: Shelf, digests: Digests
) -> None:
    shelf.file(WORLD, an_entry("A1", a_claim("C-WORLD")))
    shelf.file(CITY, an_entry("A2", a_claim("C-CITY")))
    shelf.file(SOURCES, an_entry("A3", a_claim("C-SOURCE")))

    assert found(digests, WORLD) == ["C-WORLD"]
    (told,) = digests.stories(Viewer(WORLD), NOW - DAY, NOW + DAY, date(2026, 3, 4))
    assert told.own == {"C-WORLD"}
    assert found(digests, CITY) == ["C-CITY"]
    assert found(digests, SOURCES) == ["C-SOURCE"]
    assert found(digests, WORLD, days=-1) == []


def test_a_story_holds_what_hangs_together_and_nothing_hidden(
    shelf: Shelf, digests: Digests
) -> None:
    earlier, hidden, later = a_claim("C-1"), a_claim("C-2"), a_claim("C-3")
    shelf.file(CITY, an_entry("A1", earlier))
    shelf.file(SOURCES, an_entry("A2", hidden))
    links = (a_link(later, earlier), a_link(later, hidden))
    shelf.file(WORLD, an_entry("A3", later, links=links))

    assert found(digests, WORLD) == ["C-1", "C-3"]


def test_what_people_said_of_an_event_settles_it_until_it_is_undone(
    shelf: Shelf, digests: Digests
) -> None:
    file_opening(shelf)
    here = Viewer(WORLD)

    def due_then() -> int:
        return len(announced(digests.stories(here, NOW, NOW, SATURDAY), SATURDAY).items)

    assert due_then() == 1
    said = Settlement("C-OPEN", Came.MOVED, "U1", NOW)
    assert digests.settle(here, said, "press:1")
    assert digests.settle(here, said, "press:1")
    assert due_then() == 0
    undo = Undo(Deed.SETTLED, "press:1", "C-OPEN", "U1", NOW)
    assert Judgements(shelf.engine).undo(here, undo, NOW) == ("C-OPEN",)
    assert due_then() == 1


def test_what_people_said_of_events_is_told_to_those_who_see_them(
    shelf: Shelf, digests: Digests
) -> None:
    file_opening(shelf)
    file_opening(shelf, SOURCES, "C-SRC")
    for key, came in (("press:1", Came.NOT_KNOWN), ("press:2", Came.MOVED)):
        digests.settle(Viewer(WORLD), Settlement("C-OPEN", came, "U1", NOW), key)
    digests.settle(Viewer(SOURCES), Settlement("C-SRC", Came.HAPPENED, "U1", NOW), "press:3")
    both = {"C-OPEN", "C-SRC"}

    (said,) = digests.settlements(Viewer(WORLD), both, NOW - DAY)

    assert (said.claim, said.came, said.person) == ("C-OPEN", Came.MOVED, "U1")
    assert digests.settlements(Viewer(WORLD), both, NOW) == ()


def test_a_claim_is_tracked_where_its_story_is_watched_from_and_nowhere_else(
    shelf: Shelf, digests: Digests
) -> None:
    file_opening(shelf)
    file_opening(shelf, WORLD, "C-OTHER")

    def watch(watch_id: str, channel: Channel) -> None:
        one = Watch(watch_id, "T1", channel.id, "U1", WatchKind.STORY, "C-OPEN", NOW, direct="D1")
        assert Watches(shelf.engine).set(Viewer(WORLD), one, watch_id)

    watch("W-1", SOURCES)
    assert digests.tracked(Viewer(WORLD), {"C-OPEN", "C-OTHER"}) == {}
    watch("W-2", WORLD)

    assert digests.tracked(Viewer(WORLD), {"C-OPEN", "C-OTHER"}) == {"C-OPEN": "1.0"}


def test_nobody_settles_what_he_cannot_see(shelf: Shelf, digests: Digests) -> None:
    file_opening(shelf, SOURCES, "C-SRC")

    said = Settlement("C-SRC", Came.HAPPENED, "U1", NOW)

    assert not digests.settle(Viewer(WORLD), said, "press:1")


def test_what_was_told_is_remembered_with_the_post_and_by_one_sender(
    shelf: Shelf, digests: Digests
) -> None:
    file_opening(shelf)
    days, outbox = Days(shelf.engine), Outbox(shelf.engine)
    for moment in (NOW, NOW + DAY):
        at = due(WORLD.schedule, moment)
        assert at is not None
        days.begin(WORLD, DigestKind.DAILY, at, moment)
    row = days.last(WORLD, DigestKind.DAILY)
    posting = outbox.take(NOW + DAY, 60)
    assert row is not None
    assert posting is not None
    items = digest([opening()], date(2026, 3, 5)).items

    assert digests.told(posting, "1.0", row, items, (a_letter("rest"),))
    assert not digests.told(posting, "2.0", row, items, (a_letter("rest again"),))

    last = days.last(WORLD, DigestKind.DAILY)
    assert last is not None
    assert last.state is DigestState.SAID
    memory = digests.memory(Viewer(WORLD), row.day - DAY)
    assert {key: one.times for key, one in memory.items.items()} == {"due/C-OPEN": 1}
    assert [p.letter.key for p in iter(lambda: outbox.take(NOW + DAY, 60), None)] == ["rest"]
