"""What goes with a claim, and what stays, on both kinds of database."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine, event, update

from bot.claims.model import Check, CheckKind
from bot.newsroom.act import Deed
from bot.newsroom.channel import Channel
from bot.newsroom.filing import Filing
from bot.newsroom.forgetting import Wanted
from bot.newsroom.post import Event, LetterKind
from bot.newsroom.status import Mark, Status
from bot.newsroom.viewer import Viewer
from storage.database import writing
from storage.forgetting import Forgetting
from storage.judgements import Judgements
from storage.portions import AT_ONCE, CLAIMS_AT_ONCE
from storage.tables import (
    ActRow,
    CheckRow,
    ClaimRow,
    KeyCountRow,
    OutboxRow,
    RelationRow,
    WorkspaceRow,
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
    an_entry,
    keys_of,
    known,
)

TEXT = "Ten boats sank, he said. The quay is shut. Ten boats sank, he said."
BOATS, SANK, QUAY = "Ten boats sank, he said.", "boats sank", "The quay is shut."


@pytest.fixture
def forgetting(shelf: Shelf) -> Forgetting:
    return Forgetting(shelf.engine, keys_of)


def forget(shelf: Shelf, forgetting: Forgetting, wanted: Wanted, channel: Channel = WORLD) -> int:
    """Forget what there is of it, as the desk does; return of how many claims that was."""
    found = forgetting.find(Viewer(channel), wanted)
    leased = shelf.leased(a_post("9.9", channel), event=Event.FORGET)
    shelf.archive.file(Filing(leased, channel, forgotten=found))
    return len(found.claims)


def quay_and_boats(shelf: Shelf) -> None:
    """File an article with three claims, two of them in one sentence."""
    claims = (
        a_claim("C-111", quote=BOATS, start=0, end=24, claimant="Ada Brenn", **known("boats")),
        a_claim("C-222", quote=SANK, start=4, end=14, claimant=None, **known("sank")),
        a_claim("C-333", quote=QUAY, start=25, end=42, claimant="Leeds council", **known("quay")),
    )
    shelf.file(WORLD, an_entry("A1", *claims, text=TEXT))


@pytest.mark.parametrize(
    ("wanted", "gone"),
    [
        (Wanted(claim="C-333"), {"C-333"}),
        (Wanted(claim="C-222"), {"C-111", "C-222"}),
        (Wanted(by="brenn"), {"C-111", "C-222"}),
        (Wanted(by="Lee"), set()),
        (Wanted(link="courier.example/A1"), {"C-111", "C-222", "C-333"}),
        (Wanted(readings=("A1",)), {"C-111", "C-222", "C-333"}),
        (Wanted(claim="C-999"), set()),
    ],
    ids=["one", "its sentence", "a person", "half a name", "a link", "readings", "none"],
)
def test_what_goes(shelf: Shelf, forgetting: Forgetting, wanted: Wanted, gone: set[str]) -> None:
    quay_and_boats(shelf)

    assert forget(shelf, forgetting, wanted) == len(gone)

    for claim in ("C-111", "C-222", "C-333"):
        left = shelf.archive.claim(Viewer(WORLD), claim)
        assert (left is None) is (claim in gone)
        assert bool(forgetting.forgotten(Viewer(WORLD), claim)) is (claim in gone)
    assert shelf.count(KeyCountRow) == (4 - len(gone) if len(gone) < 3 else 0)


def test_nothing_goes_from_another_channel(shelf: Shelf, forgetting: Forgetting) -> None:
    quay_and_boats(shelf)

    for wanted in (Wanted(claim="C-333"), Wanted(by="Brenn"), Wanted(link="courier.example/A1")):
        assert forget(shelf, forgetting, wanted, CITY) == 0
    assert shelf.count(ClaimRow) == 3


def test_links_and_checks_of_other_channels_go_with_it(
    shelf: Shelf, forgetting: Forgetting
) -> None:
    public, secret = a_claim("C-111"), a_claim("C-222")
    check = Check(CheckKind.DUE, (secret, public), "14 dead, it said.")
    shelf.file(WORLD, an_entry("A1", public))
    shelf.file(SOURCES, an_entry("A2", secret, checks=(check,), links=(a_link(secret, public),)))

    forget(shelf, forgetting, Wanted(claim="C-111"))

    assert [shelf.count(table) for table in (RelationRow, CheckRow, ClaimRow)] == [0, 0, 1]


def test_a_message_that_was_on_its_way_when_its_claim_went_is_taken_back(
    shelf: Shelf, forgetting: Forgetting
) -> None:
    quay_and_boats(shelf)
    forget(shelf, forgetting, Wanted(claim="C-333"))
    before = shelf.count(OutboxRow)

    shared = a_letter("K", a_post("5.0", CITY), kind=LetterKind.SHARE)
    forgetting.showed(shared, "6.0", {"C-111", "C-333"}, NOW)

    posting = shelf.outbox.take(NOW, 60)
    assert posting is not None
    assert posting.letter.kind is LetterKind.REDACT
    assert posting.letter.words == '["share", "6.0"]'
    assert shelf.count(OutboxRow) == before + 1


def test_the_trail_keeps_who_had_it_deleted_and_no_word(
    shelf: Shelf, forgetting: Forgetting
) -> None:
    quay_and_boats(shelf)

    forget(shelf, forgetting, Wanted(claim="C-333"))

    with shelf.engine.connect() as connection:
        (row,) = connection.execute(ActRow.metadata.tables["acts"].select()).all()
    assert (row.claim, row.deed, row.person, row.detail) == (
        "C-333",
        Deed.FORGOTTEN.value,
        "U1",
        "",
    )


def test_old_readings_go_once_a_day_and_what_is_marked_is_told_once(
    shelf: Shelf, forgetting: Forgetting
) -> None:
    quay_and_boats(shelf)
    shelf.file(WORLD, an_entry("A2", a_claim("C-444")), ts="2.0")
    status = Status("C-444", Mark.DISPUTED, "U7", NOW, "", "")
    Judgements(shelf.engine).mark(Viewer(WORLD), status, "K1")
    month = NOW + timedelta(days=31)
    old = month - timedelta(days=30)

    first = forgetting.sweep(WORLD, month.date(), old, month)
    again = forgetting.sweep(WORLD, month.date(), old, month)
    day = timedelta(days=1)
    next_day = forgetting.sweep(WORLD, (month + day).date(), old + day, month + day)

    assert first is not None
    assert next_day is not None
    assert (first.gone, first.kept, first.people) == (1, ("C-444",), ("U7",))
    assert again is None
    assert (next_day.gone, next_day.kept) == (0, ())


def many_articles(shelf: Shelf) -> None:
    """File so many articles that they go in two portions."""
    for number in range(AT_ONCE + 2):
        shelf.file(WORLD, an_entry(f"A{number}", a_claim(f"C-{number}")), ts=f"{number}.0")


def after_each(engine: Engine, act: Callable[[], None]) -> None:
    """Do something whenever a transaction has ended, as another process might."""
    acting = list[bool]()

    def ended(_connection: object, _record: object) -> None:
        if not acting:
            acting.append(True)
            act()
            acting.clear()

    event.listen(engine, "checkin", ended)


def test_much_goes_in_portions_between_which_others_write(
    shelf: Shelf, forgetting: Forgetting
) -> None:
    many_articles(shelf)
    left = list[int]()
    after_each(shelf.engine, lambda: left.append(shelf.count(ClaimRow)))

    swept = forgetting.sweep(WORLD, NOW.date(), NOW + timedelta(days=1), NOW)

    assert swept is not None
    assert swept.gone == AT_ONCE + 2
    assert list(dict.fromkeys(left)) == [2, 0]


def test_what_one_person_said_very_often_goes_in_portions_too(
    shelf: Shelf, forgetting: Forgetting
) -> None:
    said = "The quay is shut."
    claims = (
        a_claim(f"C-{n}", quote=said, start=18 * n, end=18 * n + 17, claimant="Ada Brenn")
        for n in range(CLAIMS_AT_ONCE + 2)
    )
    shelf.file(WORLD, an_entry("A1", *claims, text=" ".join([said] * (CLAIMS_AT_ONCE + 2))))
    wanted = Wanted(by="brenn")
    leased = shelf.leased(a_post("9.9"), event=Event.FORGET, text=wanted.written())
    found, left = forgetting.find(Viewer(WORLD), wanted), list[int]()
    after_each(shelf.engine, lambda: left.append(shelf.count(ClaimRow)))

    rest = forgetting.forget_most(Viewer(WORLD), leased, found)
    shelf.archive.file(Filing(leased, WORLD, forgotten=rest))

    assert (len(found.claims), len(rest.claims)) == (CLAIMS_AT_ONCE + 2, 2)
    assert [*dict.fromkeys(left)] == [2, 0]


def test_a_legal_hold_stops_what_is_going_already(shelf: Shelf, forgetting: Forgetting) -> None:
    many_articles(shelf)

    def hold() -> None:
        with writing(shelf.engine).begin() as connection:
            connection.execute(update(WorkspaceRow).values(hold=True))

    after_each(shelf.engine, hold)

    swept = forgetting.sweep(WORLD, NOW.date(), NOW + timedelta(days=1), NOW)

    assert swept is None
    assert shelf.count(ClaimRow) == 2


@pytest.mark.parametrize("articles", [1, AT_ONCE + 2])
def test_of_a_deleted_channel_everything_goes(
    shelf: Shelf, forgetting: Forgetting, articles: int
) -> None:
    for number in range(articles):
        shelf.file(WORLD, an_entry(f"A{number}", a_claim(f"C-{number}")), ts=f"{number}.0")
    shelf.file(CITY, an_entry("B1", a_claim("C-999", **known("quay"))), ts="1.0")

    forgetting.forget_channel(WORLD.workspace, WORLD.id, NOW)

    assert shelf.ids(CITY, "quay") == ["C-999"]
    assert shelf.count(ClaimRow) == 1


def test_of_a_reading_in_two_posts_and_of_one_that_was_marked_people_are_asked(
    shelf: Shelf, forgetting: Forgetting
) -> None:
    entry = an_entry("A1", a_claim("C-111"))
    shelf.file(WORLD, entry, an_entry("A2", a_claim("C-222")), an_entry("A3", a_claim("C-333")))
    shelf.file(WORLD, replace(entry, reading=None, brief=None), ts="2.0")
    status = Status("C-222", Mark.DISPUTED, "U7", NOW, "", "")
    Judgements(shelf.engine).mark(Viewer(WORLD), status, "K1")

    asked = forgetting.spared(a_post("1.0"), ["A1", "A2", "A3"])

    assert {(one.reading, one.people, one.kept) for one in asked} == {
        ("A1", (), False),
        ("A2", ("U7",), True),
    }
