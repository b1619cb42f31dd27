"""Filing: all of it or nothing, once, and gone without a trace when it is withdrawn."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel

from bot.claims.model import Check, CheckKind
from bot.newsroom.channel import Kind
from bot.newsroom.filing import Filing
from bot.newsroom.post import Event
from bot.newsroom.viewer import Viewer
from storage.database import open_database, upgrade
from storage.tables import (
    ArticleRow,
    BroughtRow,
    CheckedRow,
    CheckRow,
    ClaimRow,
    FigureRow,
    KeyRow,
    OutboxRow,
    RelationRow,
    SourcingRow,
    VersionRow,
)
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
    known,
)

FILED = (ArticleRow, VersionRow, BroughtRow, ClaimRow, FigureRow, SourcingRow, KeyRow)
TIED = (RelationRow, CheckRow, CheckedRow)


def _counts(shelf: Shelf, *tables: type[SQLModel]) -> list[int]:
    return [shelf.count(table) for table in tables]


def test_filing_ends_the_event_and_blanks_it_and_leaves_the_letters(shelf: Shelf) -> None:
    leased = shelf.leased(a_post(), text="a secret tip", respond_to="https://hooks.example/1")
    letters = (a_letter("L1"), a_letter("L2"))

    assert shelf.archive.file(Filing(leased, WORLD, letters=letters)) is True
    assert shelf.archive.file(Filing(leased, WORLD, letters=letters)) is False
    assert shelf.inbox.lease(NOW, 60) is None
    assert shelf.count(OutboxRow) == 2
    posting = shelf.outbox.take(NOW, 60)
    assert posting is not None
    assert posting.letter == a_letter("L1")


def test_nothing_is_written_for_a_worker_whose_lease_was_lost(shelf: Shelf) -> None:
    leased = replace(shelf.leased(a_post()), token="of another worker")
    entry = an_entry("A1", a_whole_claim())

    filed = shelf.archive.file(Filing(leased, WORLD, entries=(entry,), letters=(a_letter(),)))

    assert filed is False
    assert _counts(shelf, *FILED, OutboxRow) == [0] * 8


def test_nothing_is_written_when_any_of_it_cannot_be(shelf: Shelf) -> None:
    shelf.file(WORLD, an_entry("A1", a_claim("C-1")))
    before = _counts(shelf, *FILED, OutboxRow)
    leased = shelf.leased(a_post("2.0"))
    twice = (an_entry("A2", a_claim("C-2")), an_entry("A3", a_claim("C-1")))

    with pytest.raises(IntegrityError):
        shelf.archive.file(Filing(leased, WORLD, entries=twice, letters=(a_letter(),)))

    assert _counts(shelf, *FILED, OutboxRow) == before
    assert shelf.inbox.done(leased) is True


def test_the_same_version_of_an_article_is_filed_once(shelf: Shelf) -> None:
    entry = an_entry("A1", link="courier.example/flood")
    shelf.file(WORLD, entry)

    with pytest.raises(IntegrityError):
        shelf.file(WORLD, replace(entry, article="A2"), ts="2.0")

    assert shelf.file(CITY, replace(entry, article="A3"), ts="3.0") is True


def test_a_link_to_a_claim_that_went_while_the_article_was_read_is_left_out(shelf: Shelf) -> None:
    gone, claim = a_claim("C-GONE"), a_claim("C-1")
    checks = (Check(CheckKind.DUE, (gone,), "Due."), Check(CheckKind.SUM, (claim,), "Sum."))

    shelf.file(WORLD, an_entry("A1", claim, links=(a_link(claim, gone),), checks=checks))

    assert _counts(shelf, *TIED) == [0, 1, 1]


def test_a_link_never_reaches_a_claim_that_the_channel_may_not_see(shelf: Shelf) -> None:
    secret, claim = a_claim("C-S"), a_claim("C-1")
    shelf.file(SOURCES, an_entry("A1", secret))

    shelf.file(WORLD, an_entry("A2", claim, links=(a_link(claim, secret),)))

    assert shelf.count(RelationRow) == 0


def test_a_withdrawn_reading_takes_everything_with_it(shelf: Shelf) -> None:
    whole, other = a_whole_claim("C-1", **known("flood")), a_claim("C-2")
    check = Check(CheckKind.SUM, (whole,), "Sum.")
    shelf.file(CITY, an_entry("A0", other))
    before = _counts(shelf, *FILED, *TIED)

    shelf.file(WORLD, an_entry("A1", whole, links=(a_link(whole, other),), checks=(check,)))
    shelf.file(WORLD, withdrawn=("A1",), ts="1.0")

    assert _counts(shelf, *FILED, *TIED) == before
    assert shelf.ids(CITY, "flood") == []
    assert shelf.archive.brief(Viewer(WORLD), "A1") is None


def test_a_check_of_another_channel_goes_with_the_claim_that_it_quotes(shelf: Shelf) -> None:
    public, secret = a_claim("C-1"), a_claim("C-2")
    drawn = (Check(CheckKind.DUE, (secret, public), "14 dead, it said."),)
    shelf.file(WORLD, an_entry("A1", public))
    shelf.file(SOURCES, an_entry("A2", secret, checks=drawn, links=(a_link(secret, public),)))

    shelf.file(WORLD, withdrawn=("A1",))

    assert _counts(shelf, *TIED) == [0, 0, 0]
    assert shelf.archive.claim(Viewer(SOURCES), "C-2") == secret


def test_a_reading_that_another_post_brings_in_too_stays_until_that_goes(shelf: Shelf) -> None:
    entry = an_entry("A1", a_claim("C-1"))
    shelf.file(WORLD, entry)
    shelf.file(WORLD, replace(entry, reading=None, brief=None), ts="2.0")

    shelf.file(WORLD, withdrawn=("A1",), ts="1.0")
    left = shelf.archive.claim(Viewer(WORLD), "C-1")
    shelf.file(WORLD, withdrawn=("A1",), ts="2.0")

    assert left is not None
    assert shelf.archive.claim(Viewer(WORLD), "C-1") is None


def test_no_post_withdraws_what_another_channel_recorded(shelf: Shelf) -> None:
    shelf.file(WORLD, an_entry("A1", a_claim("C-1")), ts="1.0")

    shelf.file(CITY, withdrawn=("A1",), ts="1.0")

    assert shelf.archive.claim(Viewer(WORLD), "C-1") is not None


def test_not_one_byte_of_a_withdrawn_reading_is_left_in_the_file(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path}/record.db")
    upgrade(engine)
    shelf, canary = Shelf(engine), "Zyxomma petiolatum"
    whole = a_whole_claim("C-1", quote=canary, names=frozenset({canary}), via=(canary,))
    check = Check(CheckKind.SUM, (whole,), canary)
    shelf.file(WORLD, an_entry("A1", whole, text=canary * 5000, checks=(check,)))
    before = _bytes(tmp_path).count(canary.encode())

    shelf.file(WORLD, withdrawn=("A1",))

    assert before > 4000
    assert _bytes(tmp_path).count(canary.encode()) == 0
    engine.dispose()


def test_a_newer_version_takes_the_place_of_the_older_one_and_gives_it_back(shelf: Shelf) -> None:
    link = {"link": "courier.example/flood"}
    shelf.file(WORLD, an_entry("A1", a_claim("C-1", **known("flood", "dam")), **link))
    shelf.file(
        WORLD, an_entry("A2", a_claim("C-2", **known("flood")), version=2, **link), ts="2.0"
    )
    with_both = shelf.ids(CITY, "flood", "dam")

    shelf.file(WORLD, withdrawn=("A2",), ts="2.0")

    assert with_both == ["C-2"]
    assert shelf.ids(CITY, "flood", "dam") == ["C-1"]


def test_a_channel_that_closes_and_opens_again_hides_and_shows_its_claims(shelf: Shelf) -> None:
    shelf.file(WORLD, an_entry("A1", a_claim("C-1", **known("flood"))))
    seen = []

    for now in (replace(WORLD, outsiders=True), replace(WORLD, kind=Kind.PRIVATE), WORLD):
        shelf.archive.keep_channel(now)
        seen.append((shelf.ids(CITY, "flood"), shelf.ids(now, "flood")))

    assert seen == [([], ["C-1"]), ([], ["C-1"]), (["C-1"], ["C-1"])]


def test_a_deletion_is_filed_like_any_event(shelf: Shelf) -> None:
    shelf.file(WORLD, an_entry("A1", a_claim("C-1")))
    deletion = shelf.leased(a_post(), event=Event.DELETED)

    assert shelf.archive.file(Filing(deletion, WORLD, withdrawn=("A1", "A-unknown"))) is True
    assert _counts(shelf, *FILED) == [0] * 7


def _bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("record.db*")))
