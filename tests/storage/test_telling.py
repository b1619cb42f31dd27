"""Who watches is told by a letter in the filing's own transaction, once, and sees what he may."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from sqlalchemy import event

from bot.claims.model import Claim, Origin, Outcome
from bot.newsroom.act import Deed
from bot.newsroom.channel import Channel, Kind
from bot.newsroom.filing import Filing
from bot.newsroom.post import Event, Letter, LetterKind
from bot.newsroom.viewer import Viewer
from bot.newsroom.watch import Watch, WatchKind
from storage.judgements import Judgements
from storage.tables import ToldRow
from storage.watches import Watches
from tests.making import a_claim, a_figure, a_link, a_publication
from tests.storage.shelf import (
    ABROAD,
    CITY,
    NOW,
    PARTNERS,
    SOURCES,
    WORLD,
    Shelf,
    a_post,
    an_entry,
)

DIRECT = Channel("T1", "D1", kind=Kind.DIRECT)
GUESTS = Channel("T1", "D2", kind=Kind.DIRECT, outsiders=True)
NUMBERS = count(1)


def toll(claim_id: str, number: int, place: str = "Kelm") -> Claim:
    """Give a claim with a toll."""
    quote = f"The ministry said {number} people had died in {place}."
    dead = a_figure(f"{number} people", number, number, outcome=Outcome.KILLED)
    return a_claim(claim_id, quote, figures=(dead,))


OLD, NEW, NEWER = toll("C-1", 14), toll("C-2", 41), toll("C-3", 47)


def watch(shelf: Shelf, home: Channel, what: str = "ministry", **facets: Any) -> Watch:
    """Set a watch that is told there, a claimant's if nothing else is said."""
    shelf.archive.keep_channel(home)
    number = next(NUMBERS)
    direct = home.id if home.kind is Kind.DIRECT else ""
    where = WORLD.id if direct else home.id
    given = {"kind": WatchKind.CLAIMANT, "direct": direct, "person": "U9"}
    one = Watch(
        id=f"W-{number}",
        workspace=home.workspace,
        channel=where,
        what=what,
        made_at=NOW,
        **{**given, **facets},
    )
    assert Watches(shelf.engine).set(Viewer(home), one, f"K-W-{number}")
    return one


def told(shelf: Shelf) -> Sequence[Letter]:
    """Take all letters out of the outbox and return those to people who watch."""
    found = []
    while posting := shelf.outbox.take(NOW, 60):
        shelf.outbox.posted(posting, "9.9", NOW)
        found.append(posting.letter)
    return [letter for letter in found if letter.kind is LetterKind.WATCHED]


def file_story(shelf: Shelf, channel: Channel, later: Claim, earlier: Claim) -> None:
    """File a claim with a shown link to an earlier one, in an article of its own."""
    link = a_link(later, earlier)
    shelf.file(channel, an_entry(f"A-{later.id}", later, links=(link,)), ts=f"{later.id}.0")


def test_the_letter_goes_to_the_home_of_the_watch_with_ids_and_no_words(shelf: Shelf) -> None:
    one = watch(shelf, DIRECT)

    shelf.file(WORLD, an_entry("A1", OLD))
    (letter,) = told(shelf)

    assert (letter.post.channel, letter.post.thread, letter.post.person) == ("D1", "", "U9")
    assert json.loads(letter.words) == {one.id: ["C-1"]}
    assert shelf.count(ToldRow) == 1


SEEN = [
    pytest.param(WORLD, DIRECT, True, id="an open channel's by direct message"),
    pytest.param(WORLD, SOURCES, True, id="an open channel's in a private one"),
    pytest.param(SOURCES, SOURCES, True, id="a private channel's in itself"),
    pytest.param(SOURCES, DIRECT, False, id="a private channel's by direct message"),
    pytest.param(SOURCES, CITY, False, id="a private channel's in an open one"),
    pytest.param(WORLD, GUESTS, False, id="an open channel's to a guest"),
    pytest.param(WORLD, PARTNERS, False, id="an open channel's among outsiders"),
    pytest.param(PARTNERS, PARTNERS, True, id="a shared channel's in itself"),
    pytest.param(PARTNERS, DIRECT, False, id="a shared channel's by direct message"),
    pytest.param(ABROAD, DIRECT, False, id="another workspace's"),
]


@pytest.mark.parametrize(("channel", "home", "so"), SEEN)
@pytest.mark.parametrize("kind", [WatchKind.STORY, WatchKind.CLAIMANT])
def test_a_watch_is_set_off_by_what_its_home_may_see(
    shelf: Shelf,
    channel: Channel,
    home: Channel,
    kind: WatchKind,
    so: bool,  # noqa: FBT001 - a row's
) -> None:
    for one in (WORLD, channel):
        shelf.archive.keep_channel(one)
    seed = channel if so else home
    shelf.file(seed if kind is WatchKind.STORY else channel, an_entry("A0", OLD), ts="0.1")
    told(shelf)
    what = {WatchKind.STORY: "C-1", WatchKind.COUNTED: "people killed"}.get(kind, "ministry")
    watch(shelf, home, what, kind=kind)

    file_story(shelf, channel, NEW, OLD)

    assert bool(told(shelf)) is so


def test_the_same_words_are_told_once_wherever_they_are_read_again(shelf: Shelf) -> None:
    watch(shelf, DIRECT)
    shelf.file(WORLD, an_entry("A1", OLD))
    assert told(shelf)

    shelf.file(CITY, an_entry("A2", replace(OLD, id="C-9")))
    shelf.file(WORLD, an_entry("A3", replace(OLD, id="C-8"), link="courier.example/A1", version=2))

    assert told(shelf) == []


def test_one_letter_a_person_holds_all_of_his_watches(shelf: Shelf) -> None:
    one, two = watch(shelf, DIRECT), watch(shelf, DIRECT, "Kelm", kind=WatchKind.WORDS)
    watch(shelf, DIRECT, "harbour board")

    shelf.file(WORLD, an_entry("A1", OLD), an_entry("A2", NEW))
    (letter,) = told(shelf)

    assert json.loads(letter.words) == {one.id: ["C-1", "C-2"], two.id: ["C-1", "C-2"]}


def test_in_its_own_channel_a_watch_is_told_in_the_thread(shelf: Shelf) -> None:
    watch(shelf, SOURCES)

    shelf.file(SOURCES, an_entry("A1", OLD), ts="5.0", thread="4.0")
    (letter,) = told(shelf)

    assert (letter.post.ts, letter.post.thread) == ("", "4.0")


def test_what_is_snoozed_or_of_the_past_is_not_told(shelf: Shelf) -> None:
    one = watch(shelf, DIRECT)
    Watches(shelf.engine).snooze("T1", "U9", one.id, NOW + timedelta(seconds=1))
    shelf.file(WORLD, an_entry("A1", OLD))
    assert told(shelf) == []

    Watches(shelf.engine).snooze("T1", "U9", one.id, NOW)
    _import(shelf)
    assert told(shelf) == []
    shelf.file(WORLD, an_entry("A2", NEW))
    assert told(shelf)


def _import(shelf: Shelf) -> None:
    """File an article of the past."""
    leased = shelf.leased(a_post("7.0"), event=Event.IMPORTED)
    shelf.archive.file(Filing(leased, WORLD, entries=(an_entry("A7", NEWER),)))


def test_a_story_that_people_merged_or_parted_is_watched_as_it_is_now(shelf: Shelf) -> None:
    judgements = Judgements(shelf.engine)
    other = toll("C-5", 3, "Varno")
    shelf.file(WORLD, an_entry("A1", OLD), an_entry("A5", other))
    told(shelf)
    watch(shelf, DIRECT, "C-5", kind=WatchKind.STORY)
    file_story(shelf, WORLD, NEW, OLD)
    assert told(shelf) == []

    assert judgements.pair(Viewer(WORLD), Deed.MERGED, ("C-5", "C-1"), "U1", NOW)
    file_story(shelf, WORLD, NEWER, OLD)

    assert [json.loads(letter.words).popitem()[1] for letter in told(shelf)] == [["C-3"]]


def test_what_only_a_private_channel_ties_together_is_one_story_there_alone(shelf: Shelf) -> None:
    judgements = Judgements(shelf.engine)
    shelf.file(WORLD, an_entry("A1", OLD), an_entry("A5", toll("C-5", 3, "Varno")))
    told(shelf)
    shelf.archive.keep_channel(SOURCES)
    assert judgements.pair(Viewer(SOURCES), Deed.MERGED, ("C-5", "C-1"), "U1", NOW)
    watch(shelf, DIRECT, "C-5", kind=WatchKind.STORY)
    watch(shelf, SOURCES, "C-5", kind=WatchKind.STORY)

    file_story(shelf, WORLD, NEW, OLD)

    assert [letter.post.channel for letter in told(shelf)] == ["P1"]


def test_what_differs_from_a_tip_is_no_news_where_the_tip_is_not_seen(shelf: Shelf) -> None:
    tip = a_publication(url="", origin=Origin.TYPED)
    shelf.file(WORLD, an_entry("A0", toll("C-0", 41)), ts="0.1")
    shelf.file(WORLD, an_entry("A1", OLD, publication=tip, link=""), ts="1.0")
    told(shelf)
    watch(shelf, DIRECT, "C-0", kind=WatchKind.STORY)
    plain = a_link(NEW, toll("C-0", 41), differences=())
    shelf.file(WORLD, an_entry("A2", NEW, links=(a_link(NEW, OLD), plain)), ts="2.0")

    assert told(shelf) == []


@contextmanager
def questions(shelf: Shelf) -> Iterator[list[str]]:
    """Note every statement that the database is asked meanwhile."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(shelf.engine, "before_cursor_execute", note)
    yield asked
    event.remove(shelf.engine, "before_cursor_execute", note)


def test_two_hundred_watches_are_looked_through_with_a_few_questions(shelf: Shelf) -> None:
    shelf.file(WORLD, an_entry("A1", OLD))
    told(shelf)
    for number in range(200):
        kind = list(WatchKind)[number % 4]
        what = "C-1" if kind is WatchKind.STORY else f"ministry {number}"
        watch(shelf, DIRECT, what, kind=kind, person=f"U{number}")

    with questions(shelf) as asked:
        file_story(shelf, WORLD, NEW, OLD)

    letters = told(shelf)
    assert len(letters) == 50
    assert len([one for one in asked if one.startswith("SELECT")]) < 40 + len(letters)
