"""Each due local day comes exactly once, over both changes of the clock, wherever the desk is."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.newsroom.localday import coming, due, instant
from bot.newsroom.schedule import WORKDAYS, Schedule

EVERY_DAY = frozenset(range(1, 8))
ZONES = (
    "America/New_York",
    "Europe/Kyiv",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Pacific/Apia",
)
STEP = timedelta(minutes=30)
TIMES = (time(2, 30), time(9), time(23, 59))

INSTANTS = [
    pytest.param("Europe/London", "2026-03-04 09:00", "2026-03-04T09:00Z", id="winter"),
    pytest.param("Europe/London", "2026-07-04 09:00", "2026-07-04T08:00Z", id="summer"),
    pytest.param("America/New_York", "2026-03-08 02:30", "2026-03-08T07:00Z", id="a gap"),
    pytest.param("America/New_York", "2026-11-01 01:30", "2026-11-01T05:30Z", id="first of two"),
    pytest.param("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03T15:30Z", id="half"),
    pytest.param("Pacific/Apia", "2011-12-29 09:00", "2011-12-29T19:00Z", id="before a lost day"),
    pytest.param("Pacific/Apia", "2011-12-31 09:00", "2011-12-30T19:00Z", id="after a lost day"),
]


@pytest.mark.parametrize(("zone", "local", "utc"), INSTANTS)
def test_a_local_time_means_one_instant(zone: str, local: str, utc: str) -> None:
    wanted = datetime.fromisoformat(local)

    at = instant(Schedule(at=wanted.time(), days=EVERY_DAY, zone=zone), wanted.date())

    assert at == datetime.fromisoformat(utc)


def test_a_day_that_never_was_is_never_due() -> None:
    schedule = Schedule(at=time(9), days=EVERY_DAY, zone="Pacific/Apia")

    assert instant(schedule, date(2011, 12, 30)) is None


def test_on_other_weekdays_nothing_is_due() -> None:
    saturday = datetime(2026, 3, 7, 12, tzinfo=UTC)

    found = due(Schedule(days=WORKDAYS), saturday)

    assert found is not None
    assert found.day == date(2026, 3, 6)
    assert coming(Schedule(days=WORKDAYS), saturday) == datetime(2026, 3, 9, 9, tzinfo=UTC)


def test_without_days_nothing_is_ever_due() -> None:
    never = Schedule(days=frozenset())

    assert due(never, datetime(2026, 3, 7, tzinfo=UTC)) is None
    assert coming(never, datetime(2026, 3, 7, tzinfo=UTC)) is None


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("at", TIMES, ids=str)
@pytest.mark.parametrize("begin", [date(2026, 1, 15), date(2011, 1, 15)], ids=str)
def test_over_400_days_each_local_day_comes_once_and_in_order(
    zone: str, at: time, begin: date
) -> None:
    """Look every half an hour, as a ticking clock does, and note each day that is newly due."""
    schedule = Schedule(at=at, days=EVERY_DAY, zone=zone)
    now = datetime.combine(begin, time(12), UTC)
    end = now + timedelta(days=400)
    seen: list[date] = []
    while now < end:
        found = due(schedule, now)
        if found and (not seen or found.day != seen[-1]):
            seen.append(found.day)
            assert now - found.at < STEP or len(seen) == 1
        now += STEP

    lost = {date(2011, 12, 30)} if zone == "Pacific/Apia" else set()
    every = {seen[0] + timedelta(days=n) for n in range((seen[-1] - seen[0]).days + 1)}
    assert seen == sorted(every - lost)
    assert len(seen) >= 399


MOMENTS = st.integers(946_684_800, 2_051_222_400).map(  # the years 2000 to 2034
    lambda seconds: datetime.fromtimestamp(seconds, UTC)
)
SCHEDULES = st.builds(
    Schedule,
    at=st.times().map(lambda at: at.replace(tzinfo=None, microsecond=0)),
    days=st.frozensets(st.integers(1, 7), min_size=1),
    zone=st.sampled_from([*ZONES, "Africa/Cairo", "Asia/Beirut", "America/Havana", "Etc/UTC"]),
)


@given(SCHEDULES, MOMENTS)
def test_what_is_due_has_come_and_what_is_coming_has_not(
    schedule: Schedule, now: datetime
) -> None:
    found, ahead = due(schedule, now), coming(schedule, now)

    assert found is not None
    assert ahead is not None
    assert found.at <= now < ahead
    assert found.at.astimezone(ZoneInfo(schedule.zone)).date() == found.day
    assert found.day.isoweekday() in schedule.days
    assert due(schedule, ahead.astimezone(UTC)) != found


@given(SCHEDULES, MOMENTS, st.timedeltas(timedelta(0), timedelta(days=3)))
def test_a_clock_that_is_set_back_makes_no_newer_day_due(
    schedule: Schedule, now: datetime, by: timedelta
) -> None:
    before, after = due(schedule, now), due(schedule, now - by)

    assert before is not None
    assert after is not None
    assert after.day <= before.day
