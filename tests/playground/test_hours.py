"""The playground's clock can be put to the next morning."""

from datetime import UTC, datetime, timedelta

from bot.playground.hours import Hours


def test_the_next_morning_is_nine_on_a_working_day_and_the_bot_looks_before_and_after() -> None:
    hours, looked = Hours(), list[datetime]()
    hours.rouse(lambda: looked.append(hours()))

    hours.next_morning()
    hours.next_morning()

    assert len(looked) == 4
    assert all((one.hour, one.minute) == (9, 0) for one in looked[1::2])
    assert all(one.isoweekday() <= 5 for one in looked[1::2])
    assert looked[3] - looked[1] >= timedelta(hours=23)
    assert hours().tzinfo is UTC
