"""A local day is claimed once, with its letter, whoever comes and however often."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlmodel import Session

from bot.newsroom.channel import Channel
from bot.newsroom.digestday import DigestKind, DigestState
from bot.newsroom.localday import due
from bot.newsroom.schedule import Schedule
from storage.channels import hold
from storage.database import writing
from storage.days import Days
from storage.outbox import Outbox
from tests.newsroom.test_localday import EVERY_DAY, TIMES, ZONES
from tests.storage.shelf import CITY, WORLD, Shelf

DAILY = DigestKind.DAILY
DAY = timedelta(days=1)


def begun(days: Days, channel: Channel, now: datetime) -> bool:
    found = due(channel.schedule, now)
    return found is not None and days.begin(channel, DAILY, found, now)


def letters(shelf: Shelf, now: datetime) -> list[str]:
    """Take all letters out of the outbox, as sent, and return what they are about."""
    outbox, words = Outbox(shelf.engine), []
    while posting := outbox.take(now, 60):
        words.append(posting.letter.words)
        outbox.posted(posting, "1.0", now)
    return words


NOW = datetime(2026, 3, 4, 10, tzinfo=UTC)


def test_the_first_day_is_claimed_without_a_word_and_the_next_speaks(shelf: Shelf) -> None:
    days = Days(shelf.engine)

    assert begun(days, WORLD, NOW)
    assert letters(shelf, NOW) == []
    assert begun(days, WORLD, NOW + DAY)

    assert letters(shelf, NOW + DAY) == ["daily 2026-03-05"]
    last = days.last(WORLD, DAILY)
    assert last is not None
    assert (last.state, last.since, last.ran_at) == (DigestState.OPEN, NOW, NOW + DAY)


def test_a_day_comes_once_and_an_older_one_never_again(shelf: Shelf) -> None:
    days = Days(shelf.engine)
    for moment in (NOW, NOW + DAY, NOW + DAY, NOW, NOW - 3 * DAY):
        begun(days, WORLD, moment)

    assert letters(shelf, NOW + DAY) == ["daily 2026-03-05"]


def test_after_an_outage_one_digest_says_that_it_is_late(shelf: Shelf) -> None:
    days = Days(shelf.engine)
    begun(days, WORLD, NOW)

    assert begun(days, WORLD, NOW + 6 * DAY)

    assert letters(shelf, NOW + 6 * DAY) == ["daily 2026-03-10"]
    last = days.last(WORLD, DAILY)
    assert last is not None
    assert last.late
    assert last.since == NOW


def test_what_became_of_a_day_is_remembered(shelf: Shelf) -> None:
    days = Days(shelf.engine)
    begun(days, WORLD, NOW)
    first = days.last(WORLD, DAILY)
    assert first is not None

    days.end(first, DigestState.NOTHING)

    assert days.day(WORLD, DAILY, first.day) == replace(first, state=DigestState.NOTHING)
    assert days.day(CITY, DAILY, first.day) is None


def test_only_channels_that_want_digests_and_have_the_bot_are_asked(shelf: Shelf) -> None:
    off = replace(CITY, schedule=Schedule(on=False))
    left = replace(CITY, id="C3", member=False)
    with Session(writing(shelf.engine)) as session, session.begin():
        for channel in (WORLD, off, left):
            hold(session, channel)

    assert [channel.id for channel in Days(shelf.engine).channels()] == [WORLD.id]


def test_of_several_who_come_at_once_one_claims_the_day(shelf: Shelf) -> None:
    days = Days(shelf.engine)
    begun(days, WORLD, NOW)

    with ThreadPoolExecutor(4) as pool:
        claimed = list(pool.map(lambda _: begun(days, WORLD, NOW + DAY), range(8)))

    assert sum(claimed) == 1
    assert letters(shelf, NOW + DAY) == ["daily 2026-03-05"]


def simulated(shelf: Shelf, zone: str, at: time, first: datetime, looked: int) -> list[str]:
    """Look twice every six hours, as two processes would, and return what was to be said."""
    days = Days(shelf.engine)
    channel = replace(WORLD, schedule=Schedule(at=at, days=EVERY_DAY, zone=zone))
    for look in range(looked):
        now = first + look * timedelta(hours=6)
        begun(days, channel, now)
        begun(Days(shelf.engine), channel, now)
    return letters(shelf, first + looked * timedelta(hours=6))


CHANGES = [
    pytest.param("America/New_York", time(2, 30), datetime(2026, 3, 1, 12, tzinfo=UTC), id="gap"),
    pytest.param("Europe/Kyiv", time(23, 59), datetime(2026, 10, 18, 12, tzinfo=UTC), id="fold"),
]


@pytest.mark.parametrize(("zone", "at", "first"), CHANGES)
def test_over_a_change_of_the_clock_each_due_day_is_claimed_once(
    shelf: Shelf, zone: str, at: time, first: datetime
) -> None:
    said = simulated(shelf, zone, at, first, looked=4 * 14)

    assert len(said) == len(set(said)) in {13, 14}
    assert said == sorted(said)


@pytest.mark.skipif("LONG" not in os.environ, reason="takes minutes: LONG=1 pytest tests/storage")
@pytest.mark.parametrize("at", TIMES, ids=str)
@pytest.mark.parametrize("zone", ZONES)
def test_over_400_days_each_due_day_is_claimed_once(shelf: Shelf, zone: str, at: time) -> None:
    said = simulated(shelf, zone, at, datetime(2026, 1, 15, 12, tzinfo=UTC), looked=4 * 400)

    assert len(said) == len(set(said)) in {399, 400}
    assert said == sorted(said)
