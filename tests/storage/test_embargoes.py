"""What is under embargo shows in its own channel alone, and from its moment on as any other."""

from datetime import datetime, timedelta
from itertools import product

from sqlalchemy import select
from sqlmodel import col

from bot.claims.model import Check, CheckKind
from bot.newsroom.act import Deed
from bot.newsroom.channel import Channel
from bot.newsroom.edit import Edit, Facet
from bot.newsroom.forgetting import Found
from bot.newsroom.post import LetterKind
from bot.newsroom.query import Query
from bot.newsroom.status import Mark, Status
from bot.newsroom.story import StoryName
from bot.newsroom.viewer import Place, Viewer, may_see
from bot.newsroom.watch import WatchKind
from storage.digesting import Digests
from storage.embargoes import Embargoes
from storage.forgetting import Forgetting
from storage.judgements import Judgements
from storage.library import Library
from storage.sight import CONFIDENTIAL, Sight
from storage.stories import Stories
from storage.tables import ClaimRow
from tests.making import a_claim, a_link
from tests.storage.shelf import (
    CITY,
    NOW,
    SOURCES,
    WORLD,
    Shelf,
    a_letter,
    a_post,
    a_whole_claim,
    an_entry,
    keys_of,
    known,
)
from tests.storage.test_telling import DIRECT, OLD, watch

MINUTE = timedelta(minutes=1)
END = NOW + timedelta(days=2)
BEFORE = END - MINUTE


def at(moment: datetime, channel: Channel = CITY) -> Viewer:
    return Viewer(channel, moment)


def seen(shelf: Shelf, viewer: Viewer) -> set[str]:
    with Sight(shelf.engine, viewer) as session:
        return set(session.scalars(select(col(ClaimRow.id))))


def under_embargo(shelf: Shelf, *claims: str, until: datetime = END) -> None:
    shelf.archive.keep_channel(WORLD)
    shelf.archive.keep_channel(CITY)
    said = [a_claim(one, **known("flood")) for one in claims]
    shelf.file(WORLD, an_entry("A1", *said, embargo=until))


def test_the_rule_in_sql_agrees_with_the_rule_at_every_moment(shelf: Shelf) -> None:
    ends = [NOW + hours * timedelta(hours=1) for hours in (-1, 0, 1)]
    for number, (channel, end) in enumerate(product([WORLD, SOURCES], ends)):
        shelf.archive.keep_channel(channel)
        entry = an_entry(f"A{number}", a_claim(f"C-{number}"), embargo=end)
        shelf.file(channel, entry, ts=f"{number}.0")

    for viewer in [Viewer(one, moment) for one, moment in product([WORLD, CITY, SOURCES], ends)]:
        may = {
            f"C-{number}"
            for number, (channel, end) in enumerate(product([WORLD, SOURCES], ends))
            if may_see(viewer, Place(channel, public_when_recorded=channel is WORLD, embargo=end))
        }
        assert seen(shelf, viewer) == may, viewer


def test_nothing_that_was_said_of_it_shows_elsewhere_before_the_end(shelf: Shelf) -> None:
    shelf.archive.keep_channel(WORLD)
    shelf.archive.keep_channel(CITY)
    first, whole = a_claim("C-1"), a_whole_claim("C-2")
    checks = (Check(CheckKind.SUM, (whole,), "Sum."),)
    shelf.file(
        WORLD,
        an_entry("A1", first, whole, links=(a_link(whole, first),), checks=checks, embargo=END),
    )
    judge(shelf, at(NOW, WORLD))

    before, after = rows(shelf, at(BEFORE)), rows(shelf, at(END))

    assert {name for name, many in before.items() if many} <= {"inbox", "outbox"}
    assert {name for name, many in after.items() if many} >= {
        "articles", "versions", "brought", "claims", "figures", "sourcing", "relations", "checks",
        "checked", "statuses", "edits", "joined", "story_names", "acts",
    }  # fmt: skip


def judge(shelf: Shelf, viewer: Viewer) -> None:
    judgements, stories = Judgements(shelf.engine), Stories(shelf.engine)
    assert judgements.mark(viewer, Status("C-2", Mark.DISPUTED, "U1", NOW, "Ask."), "K1")
    assert judgements.edit(viewer, [Edit("C-2", Facet.CLAIMANT, "", "mayor", "U1", NOW)], "K2")
    assert judgements.pair(viewer, Deed.JOINED, ("C-2", "C-1"), "U1", NOW)
    assert stories.name(viewer, StoryName("C-2", "Flood", "U1", NOW))


def rows(shelf: Shelf, viewer: Viewer) -> dict[str, int]:
    found = {}
    for table in CONFIDENTIAL:
        with Sight(shelf.engine, viewer) as session:
            found[str(table.__tablename__)] = len(session.scalars(select(table)).all())
    return found


def test_it_is_found_elsewhere_from_its_moment_on_with_nothing_done(shelf: Shelf) -> None:
    under_embargo(shelf, "C-1")
    library = Library(shelf.engine, str.split)

    def found(viewer: Viewer) -> tuple[int, int]:
        candidates = shelf.archive.candidates(viewer, {"flood"}, 5)
        return len(candidates), len(library.search(viewer, Query(words="flood"), 5))

    assert [found(at(one)) for one in (NOW, BEFORE, END)] == [(0, 0), (0, 0), (1, 1)]
    assert found(at(NOW, WORLD)) == (1, 1)
    assert Embargoes(shelf.engine, keys_of).ended(BEFORE) == 0
    assert Embargoes(shelf.engine, keys_of).ended(END) == 1  # what was tidied looks the same
    assert [found(at(one)) for one in (BEFORE, END)] == [(0, 0), (1, 1)]
    assert Embargoes(shelf.engine, keys_of).ended(END) == 0


def test_before_the_end_it_changes_nothing_in_what_counts_as_rare_elsewhere(shelf: Shelf) -> None:
    shelf.archive.keep_channel(CITY)
    shelf.file(CITY, an_entry("B1", a_claim("C-A", **known("flood", "dam"))), ts="1.0")
    shelf.file(CITY, an_entry("B2", a_claim("C-B", **known("flood", "mill"))), ts="2.0")
    alone = ranked(shelf, at(NOW))

    under_embargo(shelf, *(f"C-{number}" for number in range(9)))

    assert ranked(shelf, at(BEFORE)) == alone


def ranked(shelf: Shelf, viewer: Viewer) -> list[str]:
    return [one.id for one in shelf.archive.candidates(viewer, {"flood", "dam", "mill"}, 20)]


def test_lifted_it_shows_at_once_and_put_off_it_stays(shelf: Shelf) -> None:
    under_embargo(shelf, "C-1")
    embargoes, here = Embargoes(shelf.engine, keys_of), at(NOW, WORLD)

    assert embargoes.put(here, "A1", END + MINUTE, "U1")
    assert (seen(shelf, at(END)), seen(shelf, at(END + MINUTE))) == (set(), {"C-1"})

    assert embargoes.put(here, "A1", NOW, "U1")
    assert seen(shelf, at(NOW)) == {"C-1"}
    assert shelf.ids(CITY, "flood") == []  # to one who does not say when he looks
    assert [one.id for one in shelf.archive.candidates(at(NOW), {"flood"}, 5)] == ["C-1"]


def test_another_channel_neither_sees_nor_sets_it(shelf: Shelf) -> None:
    under_embargo(shelf, "C-1")
    embargoes = Embargoes(shelf.engine, keys_of)

    assert [one.until for one in embargoes.standing(at(NOW, WORLD))] == [END]
    assert embargoes.held(at(NOW, WORLD), ["C-1"]) == {"C-1"}
    assert embargoes.of(at(NOW, WORLD), ["A1"]) == END
    for viewer in (at(NOW), at(END), at(END, WORLD)):
        assert (embargoes.standing(viewer), embargoes.of(viewer, ["A1"])) == ((), None)
    assert not embargoes.put(at(END), "A1", END + MINUTE, "U1")


def test_put_on_what_was_open_it_is_taken_back_elsewhere(shelf: Shelf) -> None:
    shelf.archive.keep_channel(WORLD)
    shelf.archive.keep_channel(CITY)
    shelf.file(WORLD, an_entry("A1", a_claim("C-1", **known("flood"))))
    forgetting = Forgetting(shelf.engine, keys_of)
    for channel in (CITY, WORLD):
        forgetting.showed(a_letter(post=a_post("9.0", channel)), "9.1", ["C-1"], NOW)

    assert Embargoes(shelf.engine, keys_of).put(at(NOW, WORLD), "A1", END, "U1")

    assert seen(shelf, at(BEFORE)) == set()
    assert shelf.archive.candidates(at(BEFORE), {"flood"}, 5) == ()
    redacted = shelf.outbox.take(NOW, 60)
    assert redacted is not None
    assert (redacted.letter.kind, redacted.letter.post.channel) == (LetterKind.REVISE, CITY.id)
    assert shelf.outbox.take(NOW, 60) is None


def test_a_new_version_is_under_the_embargo_of_the_one_before(shelf: Shelf) -> None:
    under_embargo(shelf, "C-1")
    link = "courier.example/A1"
    shelf.file(
        WORLD,
        an_entry("A2", a_claim("C-2"), link=link, text_hash="another", version=2),
        ts="2.0",
    )

    assert (seen(shelf, at(BEFORE)), seen(shelf, at(END))) == (set(), {"C-1", "C-2"})


def test_the_same_link_read_elsewhere_without_one_is_a_recording_of_its_own(shelf: Shelf) -> None:
    under_embargo(shelf, "C-1")
    entry = an_entry("B1", a_claim("C-2", **known("flood")), link="courier.example/A1")
    shelf.file(CITY, entry, ts="2.0")

    assert (seen(shelf, at(BEFORE)), seen(shelf, at(BEFORE, WORLD))) == ({"C-2"}, {"C-1", "C-2"})
    assert Forgetting(shelf.engine, keys_of).forgotten(at(BEFORE), "C-1") is None


def test_what_went_under_embargo_is_not_even_known_to_have_been_there(shelf: Shelf) -> None:
    under_embargo(shelf, "C-1")
    shelf.file(WORLD, ts="3.0", forgotten=Found(("C-1",), ("A1",)))
    forgetting = Forgetting(shelf.engine, keys_of)

    assert forgetting.forgotten(at(BEFORE), "C-1") is None
    assert forgetting.forgotten(at(NOW, WORLD), "C-1") is not None


def test_a_digest_elsewhere_tells_it_as_new_once_the_embargo_ended(shelf: Shelf) -> None:
    under_embargo(shelf, "C-1")
    shelf.file(CITY, an_entry("B1", a_claim("C-2")), ts="2.0")
    watch(shelf, CITY, "C-2", kind=WatchKind.STORY)
    Judgements(shelf.engine).pair(at(END), Deed.MERGED, ("C-2", "C-1"), "U1", NOW)
    digests, hour = Digests(shelf.engine), timedelta(hours=1)

    def told(viewer: Viewer) -> list[str]:
        found = digests.stories(viewer, viewer.now - hour, viewer.now, END.date())
        return [claim.id for story in found for brief in story.briefs for claim in brief.claims]

    assert [told(at(one)) for one in (BEFORE, END, END + 2 * hour)] == [[], ["C-1"], []]


def test_those_who_watch_elsewhere_are_told_once_it_ended(shelf: Shelf) -> None:
    for channel in (WORLD, DIRECT):
        watch(shelf, channel)
    shelf.archive.keep_channel(WORLD)
    embargoes = Embargoes(shelf.engine, keys_of)

    shelf.file(WORLD, an_entry("A1", OLD, embargo=END))
    at_once = letters(shelf, NOW)
    embargoes.ended(END)

    assert (at_once, letters(shelf, END)) == ([WORLD.id], [DIRECT.id])


def letters(shelf: Shelf, now: datetime) -> list[str]:
    """Take all letters that are due out of the outbox and return to which channels they go."""
    found = []
    while posting := shelf.outbox.take(now, 60):
        shelf.outbox.posted(posting, "9.9", now)
        found.append(posting.letter.post.channel)
    return found


def test_a_link_to_it_waits_with_it(shelf: Shelf) -> None:
    under_embargo(shelf, "C-1")
    later = a_claim("C-2")
    shelf.file(WORLD, an_entry("A2", later, links=(a_link(later, a_claim("C-1")),)), ts="2.0")

    assert shelf.archive.links_of(at(BEFORE), "C-2") == ()
    assert [one.earlier.id for one in shelf.archive.links_of(at(END), "C-2")] == ["C-1"]
