"""What the archive gives back: whole, to those who may see it, and no word more."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from bot.claims.model import Check, CheckKind, Claim, Figure, Origin
from bot.newsroom.act import Deed
from bot.newsroom.channel import Channel, Kind, Replies
from bot.newsroom.filing import Filed
from bot.newsroom.viewer import Viewer
from storage.judgements import Judgements
from tests.making import a_claim, a_link, a_publication
from tests.storage.shelf import (
    ABROAD,
    CITY,
    DESK,
    NOW,
    PARTNERS,
    SOURCES,
    WORLD,
    Shelf,
    a_post,
    a_whole_claim,
    a_whole_figure,
    an_entry,
    known,
)


def test_a_claim_comes_back_with_every_facet(shelf: Shelf) -> None:
    claim = a_whole_claim()

    shelf.file(WORLD, an_entry("A1", a_claim("C-0"), claim))

    assert shelf.archive.claim(Viewer(WORLD), "C-9FDA") == claim
    assert shelf.archive.claim(Viewer(WORLD), "C-0") == a_claim("C-0")


def test_the_whole_claim_of_these_tests_has_no_facet_left_as_it_is_by_default() -> None:
    plain, whole = a_claim(), a_whole_claim()
    like = {f.name for f in fields(Claim) if getattr(plain, f.name) == getattr(whole, f.name)}
    figure = a_whole_figure()
    unset = {f.name for f in fields(Figure) if getattr(figure, f.name) in {None, ""}}

    given = {"publication", "quote", "end", "claimant", "cue"}
    assert like <= given | {"known_as"}  # what a claimant is known as lies with the aliases
    assert unset == set()


@pytest.mark.parametrize(
    "published",
    [
        pytest.param(
            datetime(2025, 2, 3, 0, 30, tzinfo=timezone(timedelta(hours=2))), id="still 2 Feb UTC"
        ),
        pytest.param(
            datetime(2025, 2, 3, 23, 30, tzinfo=timezone(timedelta(hours=-5, minutes=-30))),
            id="4 Feb UTC already",
        ),
        pytest.param(datetime(2025, 2, 3, tzinfo=UTC), id="UTC"),
        pytest.param(None, id="undated"),
    ],
)
def test_a_publication_keeps_its_local_date(shelf: Shelf, published: datetime | None) -> None:
    publication = a_publication(published=published, origin=Origin.PASTED)

    shelf.file(WORLD, an_entry("A1", a_claim(), publication=publication))
    claim = shelf.archive.claim(Viewer(WORLD), "C-7KQ2")

    assert claim is not None
    back = claim.publication
    assert back == publication
    assert (back.published and back.published.isoformat()) == (published and published.isoformat())


def test_a_brief_comes_back_with_its_links_and_checks_in_order(shelf: Shelf) -> None:
    old, first, second = a_claim("C-OLD"), a_claim("C-1"), a_claim("C-2")
    links = (a_link(second, old), a_link(old, first, shown=False, why=("one", "two")))
    checks = (
        Check(CheckKind.DUE, (second, old), "Due on Friday."),
        Check(CheckKind.SUM, (first,), "14 is not 12."),
    )

    shelf.file(CITY, an_entry("A0", old))
    shelf.file(WORLD, an_entry("A1", first, second, links=links, checks=checks))
    brief = shelf.archive.brief(Viewer(WORLD), "A1")

    assert brief is not None
    assert (brief.publication, brief.claims) == (a_publication(), (first, second))
    assert (brief.links, brief.checks) == (links, checks)


def test_a_check_of_the_headline_stands_without_the_headline_which_is_never_filed(
    shelf: Shelf,
) -> None:
    headline, claim = a_claim("C-T"), a_claim("C-1")
    drift = Check(CheckKind.DRIFT, (claim, headline), "The headline says over 14.")
    entry = an_entry("A1", claim, checks=(drift,))
    assert entry.reading is not None

    shelf.file(WORLD, replace(entry, reading=replace(entry.reading, title=headline)))
    brief = shelf.archive.brief(Viewer(WORLD), "A1")

    assert brief is not None
    assert brief.checks == (replace(drift, claims=(claim,)),)


def test_links_and_checks_with_one_hidden_end_are_not_there(shelf: Shelf) -> None:
    secret, public = a_claim("C-S"), a_claim("C-P")
    due = Check(CheckKind.DUE, (public, secret), "Due.")

    shelf.file(WORLD, an_entry("A1", public))
    shelf.file(SOURCES, an_entry("A2", secret, links=(a_link(secret, public),), checks=(due,)))
    brief = shelf.archive.brief(Viewer(SOURCES), "A2")

    assert brief is not None
    assert (len(brief.links), len(brief.checks)) == (1, 1)
    assert [link.later.id for link in shelf.archive.links_of(Viewer(SOURCES), "C-P")] == ["C-S"]

    shelf.archive.keep_channel(replace(WORLD, kind=Kind.PRIVATE))
    hidden = shelf.archive.brief(Viewer(SOURCES), "A2")

    assert hidden is not None
    assert (hidden.claims, hidden.links, hidden.checks) == ((secret,), (), ())
    assert shelf.archive.links_of(Viewer(WORLD), "C-P") == ()


@pytest.mark.parametrize(
    ("viewer", "sees"),
    [
        pytest.param(WORLD, True, id="its own channel"),
        pytest.param(CITY, True, id="another channel"),
        pytest.param(SOURCES, True, id="a private channel"),
        pytest.param(PARTNERS, False, id="a channel with outsiders"),
        pytest.param(ABROAD, False, id="another workspace"),
    ],
)
def test_every_read_of_a_public_reading_keeps_to_the_rule(
    shelf: Shelf, viewer: Channel, *, sees: bool
) -> None:
    shelf.file(WORLD, an_entry("A1", a_claim("C-1", **known("flood"))))
    archive, who = shelf.archive, Viewer(viewer)

    seen = [
        archive.claim(who, "C-1") is not None,
        archive.article_of(who, "C-1") == "A1",
        archive.brief(who, "A1") is not None,
        shelf.ids(viewer, "flood") == ["C-1"],
    ]

    assert seen == [sees] * len(seen)


@pytest.mark.parametrize("origin", [Origin.PASTED, Origin.TYPED])
def test_what_people_paste_or_type_stays_in_its_channel(shelf: Shelf, origin: Origin) -> None:
    publication = a_publication(url="", origin=origin)
    claim = a_claim("C-1", **known("flood"))

    shelf.file(WORLD, an_entry("A1", claim, publication=publication, link=""))

    assert shelf.archive.claim(Viewer(CITY), "C-1") is None
    assert shelf.ids(CITY, "flood") == []
    assert shelf.ids(WORLD, "flood") == ["C-1"]


def test_what_was_recorded_in_private_stays_hidden_when_the_channel_opens(shelf: Shelf) -> None:
    shelf.file(SOURCES, an_entry("A1", a_claim("C-1", **known("flood"))))

    shelf.archive.keep_channel(replace(SOURCES, kind=Kind.PUBLIC))

    assert shelf.archive.claim(Viewer(WORLD), "C-1") is None
    assert shelf.ids(WORLD, "flood") == []
    assert shelf.ids(SOURCES, "flood") == ["C-1"]


def test_a_channel_that_closed_while_an_article_was_read_counts_as_closed(shelf: Shelf) -> None:
    shelf.archive.keep_channel(replace(WORLD, kind=Kind.PRIVATE))

    shelf.file(WORLD, an_entry("A1", a_claim("C-1", **known("flood"))))
    shelf.archive.keep_channel(WORLD)

    assert shelf.archive.claim(Viewer(CITY), "C-1") is None
    assert shelf.ids(CITY, "flood") == []


def test_only_the_channel_itself_asks_for_its_latest_version(shelf: Shelf) -> None:
    link = "courier.example/flood"
    shelf.file(WORLD, an_entry("A1", link=link, text_hash="one"))
    shelf.file(WORLD, an_entry("A2", link=link, text_hash="two", version=2), ts="2.0")

    assert shelf.archive.latest(Viewer(WORLD), link) == Filed("A2", "two", 2, link)
    assert shelf.archive.latest(Viewer(CITY), link) is None
    assert shelf.archive.latest(Viewer(WORLD), "courier.example/other") is None


def test_a_post_stands_for_the_readings_that_it_brought_in_the_order_of_its_links(
    shelf: Shelf,
) -> None:
    shelf.file(WORLD, an_entry("A1"))
    again = replace(an_entry("A1"), reading=None, brief=None)

    shelf.file(WORLD, an_entry("A2"), again, an_entry("A3"), ts="2.0")

    filed = shelf.archive.readings_of(a_post("2.0"))
    assert [one.article for one in filed] == ["A2", "A1", "A3"]
    assert [one.article for one in shelf.archive.readings_of(a_post("1.0"))] == ["A1"]
    assert shelf.archive.readings_of(a_post("2.0", CITY)) == ()


@pytest.mark.parametrize(
    ("thread", "text_hash", "channel", "said"),
    [
        pytest.param("1.0", "hash of A1", WORLD, True, id="the same text in the same thread"),
        pytest.param("1.5", "hash of A1", WORLD, False, id="another thread"),
        pytest.param("1.0", "hash of A2", WORLD, False, id="another text"),
        pytest.param("1.0", "hash of A1", CITY, False, id="another channel"),
    ],
)
def test_a_text_was_said_where_it_was_brought(
    shelf: Shelf, thread: str, text_hash: str, channel: Channel, *, said: bool
) -> None:
    shelf.file(WORLD, an_entry("A1"), ts="1.2", thread="1.0")

    post = a_post("3.0", channel, thread)
    assert shelf.archive.said_in_thread(post, text_hash) is said


def test_the_newest_reading_is_the_one_recorded_last_in_the_channel(shelf: Shelf) -> None:
    assert shelf.archive.newest(Viewer(WORLD)) is None
    shelf.file(WORLD, an_entry("A1"))
    shelf.file(WORLD, an_entry("A2"), ts="2.0")
    shelf.file(CITY, an_entry("A3"))

    assert shelf.archive.newest(Viewer(WORLD)) == "A2"


def part(shelf: Shelf, channel: Channel, pair: tuple[str, str]) -> bool:
    """Call two claims not related, in a channel."""
    return Judgements(shelf.engine).pair(Viewer(channel), Deed.PARTED, pair, "U1", NOW)


@pytest.mark.parametrize("turned", [False, True])
def test_no_brief_links_two_claims_that_a_person_has_parted(shelf: Shelf, *, turned: bool) -> None:
    earlier, later = a_claim("C-1"), a_claim("C-2")
    shelf.file(WORLD, an_entry("A1", earlier))
    shelf.file(CITY, an_entry("A2", later, links=(a_link(later, earlier),)))
    pair = ("C-1", "C-2") if turned else ("C-2", "C-1")

    parted = [part(shelf, WORLD, pair) for _ in range(2)]
    brief = shelf.archive.brief(Viewer(CITY), "A2")

    assert parted == [True, True]
    assert brief is not None
    assert brief.links == ()
    assert shelf.archive.links_of(Viewer(CITY), "C-1") == ()


def test_nobody_parts_claims_that_he_may_not_see(shelf: Shelf) -> None:
    shelf.file(WORLD, an_entry("A1", a_claim("C-1")))
    shelf.file(SOURCES, an_entry("A2", a_claim("C-2")))

    assert part(shelf, WORLD, ("C-2", "C-1")) is False
    assert part(shelf, WORLD, ("C-1", "C-1")) is False
    assert part(shelf, SOURCES, ("C-2", "C-1")) is True


def test_a_channel_comes_back_as_it_was_kept(shelf: Shelf) -> None:
    kept = replace(WORLD, name="globe", member=False, replies=Replies.ASK, sensitive=True)

    shelf.archive.keep_channel(WORLD)
    shelf.archive.keep_channel(kept)

    assert shelf.archive.channel("T1", "C1") == kept
    assert shelf.archive.channel("T2", "C1") == Channel("T2", "C1", kind=Kind.PRIVATE)


def test_two_private_channels_never_meet(shelf: Shelf) -> None:
    shelf.file(SOURCES, an_entry("A1", a_claim("C-1", **known("flood"))))
    shelf.file(DESK, an_entry("A2", a_claim("C-2", **known("flood"))))

    assert shelf.ids(SOURCES, "flood") == ["C-1"]
    assert shelf.ids(DESK, "flood") == ["C-2"]
    assert shelf.archive.claim(Viewer(DESK), "C-1") is None
